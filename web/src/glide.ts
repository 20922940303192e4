/** Something that is somewhere, by its id. */
export interface Located {
  id: string;
  lat: number;
  lon: number;
}

/** A thing, and where it is drawn. */
export interface Moving<T> {
  thing: T;
  lat: number;
  lon: number;
}

interface Way<T> extends Moving<T> {
  fromLat: number;
  fromLon: number;
}

/** What is farther away was not driven in between: it is put there. */
const FARTHEST_DEGREES = 0.012;

/**
 * Lets things glide from where they were to where they are now, evenly, in the time until the next
 * news is expected.
 */
export class Glide<T extends Located> {
  private ways = new Map<string, Way<T>>();
  private since = 0;

  constructor(private readonly millis: number) {}

  /** Takes the newest places; things no longer told vanish. */
  show(things: T[], at: number): void {
    const ways = new Map<string, Way<T>>();
    for (const thing of things) {
      const before = this.ways.get(thing.id);
      const [lat, lon] = before ? this.place(before, at) : [thing.lat, thing.lon];
      const far = Math.hypot(lat - thing.lat, lon - thing.lon) > FARTHEST_DEGREES;
      ways.set(thing.id, {
        thing,
        lat: thing.lat,
        lon: thing.lon,
        fromLat: far ? thing.lat : lat,
        fromLon: far ? thing.lon : lon,
      });
    }
    this.ways = ways;
    this.since = at;
  }

  /** Where everything is drawn at a moment. */
  at(at: number): Moving<T>[] {
    return [...this.ways.values()].map((way) => {
      const [lat, lon] = this.place(way, at);
      return { thing: way.thing, lat, lon };
    });
  }

  /** Whether anything is still on its way. */
  isMoving(at: number): boolean {
    return this.ways.size > 0 && at - this.since <= this.millis;
  }

  private place(way: Way<T>, at: number): [number, number] {
    const part = Math.min(1, Math.max(0, (at - this.since) / this.millis));
    return [
      way.fromLat + (way.lat - way.fromLat) * part,
      way.fromLon + (way.lon - way.fromLon) * part,
    ];
  }
}
