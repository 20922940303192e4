/** A point in WGS84 degrees. */
export interface Point {
  lat: number;
  lon: number;
}

/**
 * An end of a journey: what is asked of the server (`lat,lon`, a stop id, or free text), and how it
 * is called on the page.
 */
export interface Place {
  value: string;
  name: string;
}

/** `lat,lon` with five decimals, about one metre. */
export function pointValue(point: Point): string {
  return `${point.lat.toFixed(5)},${point.lon.toFixed(5)}`;
}

/** The point a value names, if it is one. */
export function parsePoint(value: string): Point | undefined {
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(value);
  if (!match) {
    return undefined;
  }
  const point = { lat: Number(match[1]), lon: Number(match[2]) };
  return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? point : undefined;
}
