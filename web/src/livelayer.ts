import {
  type GeoJSONSource,
  type IControl,
  type Map as LibreMap,
  type MapGeoJSONFeature,
  Popup,
} from 'maplibre-gl';
import { Glide, type Moving } from './glide';
import { empty } from './mapstyle';
import { modeColour } from './palette';
import { text } from './texts';
import { isDark } from './theme';

const VEHICLES_MS = 10_000;
const PLACES_MS = 60_000;
const FRAME_MS = 80;

/** Farther out vehicles would only be a crowd. */
const VEHICLES_ZOOM = 9;
const PLACES_ZOOM = 14;

interface Vehicle {
  id: string;
  route: string | null;
  line: string | null;
  mode: string | null;
  colour: string | null;
  headsign: string | null;
  lat: number;
  lon: number;
  bearing: number | null;
  occupancy: string | null;
}

interface Station {
  name: string;
  lat: number;
  lon: number;
  vehicles: number | null;
  docks: number | null;
}

interface Park {
  name: string;
  lat: number;
  lon: number;
  free: number | null;
  capacity: number | null;
}

/**
 * What moves on the map: vehicles, and how many shared vehicles and free places there are. It asks
 * while somebody looks, and can be switched off; who wants less motion sees vehicles at their places
 * without the way between.
 */
export class LiveLayer implements IControl {
  private readonly box = document.createElement('div');
  private readonly button = document.createElement('button');
  private readonly glide = new Glide<Vehicle>(VEHICLES_MS);
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  private places: GeoJSON.Feature[] = [];
  private shown = localStorage.getItem('vehicles') !== 'off';
  private asking: AbortController | undefined;
  private askingPlaces: AbortController | undefined;
  private drawnAt = 0;

  constructor(private readonly map: LibreMap) {
    this.box.className = 'maplibregl-ctrl maplibregl-ctrl-group';
    this.box.hidden = true;
    this.button.type = 'button';
    this.button.className = 'vehicles-switch';
    this.button.innerHTML = '<svg class="icon" aria-hidden="true"><use href="/icons.svg#bus"/></svg>';
    this.button.setAttribute('aria-label', text('map.vehicles'));
    this.button.title = text('map.vehicles');
    this.button.addEventListener('click', () => this.toggle());
    this.box.append(this.button);
    map.on('style.load', () => this.paint(performance.now()));
    map.on('moveend', () => void this.ask());
    map.on('moveend', () => void this.askPlaces());
    document.addEventListener('visibilitychange', () => void this.ask());
    setInterval(() => void this.ask(), VEHICLES_MS);
    setInterval(() => void this.askPlaces(), PLACES_MS);
    map.once('load', () => {
      void this.ask();
      void this.askPlaces();
    });
    requestAnimationFrame((at) => this.frame(at));
    this.told();
  }

  onAdd(): HTMLElement {
    return this.box;
  }

  onRemove(): void {
    this.box.remove();
  }

  /** Says what a vehicle is that was clicked. */
  tell(feature: MapGeoJSONFeature): void {
    if (feature.geometry.type !== 'Point') {
      return;
    }
    const { line, headsign, occupancy, route } = feature.properties as Record<string, string>;
    const said = document.createElement('div');
    const title = document.createElement(route ? 'a' : 'strong');
    if (title instanceof HTMLAnchorElement) {
      title.href = `/line/${encodeURIComponent(route ?? '')}`;
    }
    title.textContent = headsign ? text('map.vehicle', line ?? '', headsign) : (line ?? '');
    said.append(title);
    if (occupancy) {
      const filling = document.createElement('p');
      filling.textContent = text(`map.occupancy.${occupancy}`);
      said.append(filling);
    }
    new Popup({ maxWidth: '240px', focusAfterOpen: false })
      .setLngLat(feature.geometry.coordinates as [number, number])
      .setDOMContent(said)
      .addTo(this.map);
  }

  /** Says what is free at a place that was clicked. */
  tellPlace(feature: MapGeoJSONFeature): void {
    if (feature.geometry.type !== 'Point') {
      return;
    }
    const { kind, name, count, more } = feature.properties as Record<string, string>;
    const said = document.createElement('div');
    const title = document.createElement('strong');
    title.textContent = name || text(`legend.${kind}`);
    const free = document.createElement('p');
    free.textContent = text(`map.free.${kind}`, count ?? '');
    said.append(title, free);
    if (more !== '') {
      const rest = document.createElement('p');
      rest.textContent = text(`map.more.${kind}`, more ?? '');
      said.append(rest);
    }
    new Popup({ maxWidth: '240px', focusAfterOpen: false })
      .setLngLat(feature.geometry.coordinates as [number, number])
      .setDOMContent(said)
      .addTo(this.map);
  }

  private toggle(): void {
    this.shown = !this.shown;
    localStorage.setItem('vehicles', this.shown ? 'on' : 'off');
    this.told();
    if (!this.shown) {
      this.glide.show([], 0);
    }
    this.paint(performance.now());
    void this.ask();
    void this.askPlaces();
  }

  private told(): void {
    this.button.setAttribute('aria-pressed', String(this.shown));
  }

  private async ask(): Promise<void> {
    if (document.hidden || !this.shown) {
      return;
    }
    this.asking?.abort();
    if (this.map.getZoom() < VEHICLES_ZOOM) {
      this.glide.show([], 0);
      this.paint(performance.now());
      return;
    }
    this.asking = new AbortController();
    const answer = await this.read<{ vehicles: Vehicle[] }>('vehicles', this.asking.signal);
    if (answer) {
      this.box.hidden &&= answer.vehicles.length === 0;
      this.glide.show(answer.vehicles, this.still.matches ? -VEHICLES_MS : performance.now());
      this.paint(performance.now());
    }
  }

  private async askPlaces(): Promise<void> {
    this.askingPlaces?.abort();
    if (document.hidden || !this.shown || this.map.getZoom() < PLACES_ZOOM) {
      this.places = [];
    } else {
      this.askingPlaces = new AbortController();
      const { signal } = this.askingPlaces;
      const [sharing, parking] = await Promise.all([
        this.read<{ stations: Station[] }>('sharing', signal),
        this.read<{ parks: Park[] }>('parking', signal),
      ]);
      if (signal.aborted) {
        return;
      }
      this.places = [
        ...(sharing?.stations ?? []).map((one) => count(one, one.vehicles, 'bike', one.docks)),
        ...(parking?.parks ?? []).map((one) => count(one, one.free, 'park', one.capacity)),
      ].filter((feature) => feature !== undefined);
    }
    this.paint(performance.now());
  }

  private async read<T>(what: string, signal: AbortSignal): Promise<T | undefined> {
    const bounds = this.map.getBounds();
    const corners = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
    const box = corners.map((degrees) => degrees.toFixed(4)).join(',');
    try {
      const answer = await fetch(`/api/v1/${what}?bbox=${box}`, { signal });
      return answer.ok ? ((await answer.json()) as T) : undefined;
    } catch {
      return undefined;
    }
  }

  private frame(at: number): void {
    const moves = this.shown && !this.still.matches && !document.hidden;
    if (moves && at - this.drawnAt >= FRAME_MS && this.glide.isMoving(at)) {
      this.paint(at);
    }
    requestAnimationFrame((next) => this.frame(next));
  }

  private paint(at: number): void {
    this.drawnAt = at;
    const features = this.glide.at(at).map(feature);
    void this.map.getSource<GeoJSONSource>('vehicles')?.setData({ ...empty(), features });
    void this.map
      .getSource<GeoJSONSource>('counts')
      ?.setData({ ...empty(), features: this.shown ? this.places : [] });
  }
}

function feature({ thing, lat, lon }: Moving<Vehicle>): GeoJSON.Feature {
  const { id, route, line, mode, colour, headsign, occupancy } = thing;
  const properties = {
    id,
    route: route ?? '',
    line: line ?? '',
    mode: mode ?? 'bus',
    own: colour !== null,
    colour: colour ?? modeColour(mode ?? 'bus', isDark()),
    headsign: headsign ?? '',
    occupancy: occupancy ?? '',
  };
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } };
}

/** A place with what is free there, and how many docks are free or places there are in all. */
function count(
  place: { name: string; lat: number; lon: number },
  number: number | null,
  kind: 'bike' | 'park',
  more: number | null,
): GeoJSON.Feature | undefined {
  return number === null
    ? undefined
    : {
        type: 'Feature',
        properties: { kind, name: place.name, count: String(number), more: more ?? '' },
        geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
      };
}
