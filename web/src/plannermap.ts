import {
  type GeoJSONSource,
  GeolocateControl,
  LngLatBounds,
  type Map as LibreMap,
  type MapMouseEvent,
  Marker,
  Popup,
} from 'maplibre-gl';
import type { DrawnAlternative, DrawnLeg } from './answer';
import { openMap } from './basemap';
import { Legend } from './legend';
import { LiveLayer } from './livelayer';
import { empty, LINES_OPACITY } from './mapstyle';
import { nextDepartures } from './nextdepartures';
import type { Point } from './place';
import { decodePolyline } from './polyline';
import type { Reach } from './reach';
import { text } from './texts';
import { showTraffic } from './traffic';

/** A place picked on the map: any point, or a stop with its id and name. */
export type Picked = Point & { name?: string; id?: string };

/** What happens on the map that others want to know. */
export interface MapWishes {
  from: (place: Picked) => void;
  to: (place: Picked) => void;
  via: (place: Picked) => void;
  reach: (place: Picked) => void;
  choose: (alternative: string) => void;
}

const CLICKED = ['stops', 'others', 'vehicles', 'counts'];

/** The map of the planner: our tiles, the two ends, and the journeys of the answer. */
export class PlannerMap {
  private readonly map: LibreMap;
  private readonly live: LiveLayer;
  private readonly ends = { from: endMarker('from'), to: endMarker('to') };
  private popup: Popup | undefined;
  private drawn: DrawnAlternative[] = [];
  private chosen: string | undefined;
  private hinted: string | undefined;
  private reach: Reach | undefined;

  constructor(
    container: HTMLElement,
    private readonly wishes: MapWishes,
  ) {
    const [west, south, east, north] = (container.dataset.bounds ?? '').split(',').map(Number);
    const bounds = new LngLatBounds([west ?? 7.6, south ?? 45, east ?? 7.75, north ?? 45.12]);
    this.map = openMap(container, { bounds, fitBoundsOptions: { padding: 20 } });
    this.map.addControl(new GeolocateControl({ trackUserLocation: true }), 'top-right');
    // The control names its button only when it has learned whether it may locate.
    container.querySelector('.maplibregl-ctrl-geolocate')?.setAttribute('aria-label', text('map.locate'));
    this.live = new LiveLayer(this.map);
    this.map.addControl(this.live, 'top-right');
    this.map.addControl(new Legend(this.map), 'top-left');
    this.map.on('click', (event) => this.clicked(event));
    this.map.on('contextmenu', (event) => this.ask({ lat: event.lngLat.lat, lon: event.lngLat.lng }));
    for (const layer of CLICKED) {
      this.map.on('mouseenter', layer, () => this.cursor('pointer'));
      this.map.on('mouseleave', layer, () => this.cursor(''));
    }
    this.map.on('style.load', () => this.paint());
    showTraffic(this.map);
    this.map.getCanvas().addEventListener('keydown', (event) => this.key(event));
  }

  /** Puts the two ends on the map. */
  markEnds(from: Point | undefined, to: Point | undefined): void {
    for (const [marker, point] of [[this.ends.from, from], [this.ends.to, to]] as const) {
      if (point) {
        marker.setLngLat([point.lon, point.lat]).addTo(this.map);
      } else {
        marker.remove();
      }
    }
  }

  /** Draws an answer with one alternative in its colours and the others pale, and shows it all. */
  draw(alternatives: DrawnAlternative[], chosen: string | undefined): void {
    this.drawn = alternatives;
    this.chosen = chosen;
    this.popup?.remove();
    this.paint();
    const shown = alternatives.find((alternative) => alternative.id === chosen);
    const bounds = new LngLatBounds();
    shown?.legs.forEach((leg) => decodePolyline(leg.polyline).forEach((at) => bounds.extend(at)));
    if (!bounds.isEmpty()) {
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      // Names of stops stand beside them: room for them where there is any.
      const side = Math.min(120, this.map.getContainer().clientWidth / 7);
      const padding = { top: 48, bottom: 48, left: side, right: side };
      this.map.fitBounds(bounds, { padding, maxZoom: 16, duration: still ? 0 : 600 });
    }
  }

  /** Shows another alternative as if it were chosen, without moving the map. */
  hint(alternative: string | undefined): void {
    this.hinted = alternative;
    this.paint();
  }

  /** Draws how far one gets, and shows it all; nothing takes it away. */
  drawReach(reach: Reach | undefined): void {
    this.reach = reach;
    this.paint();
    const bounds = new LngLatBounds();
    reach?.features.forEach((feature) =>
      feature.geometry.coordinates.flat(2).forEach((at) => bounds.extend(at as [number, number])),
    );
    if (!bounds.isEmpty()) {
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const padding = { top: 60, bottom: 30, left: 30, right: 30 };
      this.map.fitBounds(bounds, { padding, duration: still ? 0 : 600 });
    }
  }

  private paint(): void {
    const lines = this.map.getSource<GeoJSONSource>('journey');
    if (!lines) {
      return;
    }
    void this.map.getSource<GeoJSONSource>('reach')?.setData(this.reach ?? empty());
    // a journey stands out from the lines it is not on
    const faint = this.drawn.length > 0 ? 0.5 : 1;
    this.map.setPaintProperty('lines-road', 'line-opacity', LINES_OPACITY.road * faint);
    // Pale lines over one another would grow dark: each is drawn once.
    const pale = new Set<string>();
    const features = this.drawn
      .flatMap((alternative) => this.features(alternative))
      .filter(({ properties }) => {
        const again = !properties?.chosen && pale.has(properties?.line);
        pale.add(properties?.line);
        return !again;
      });
    void lines.setData({ ...empty(), features });
    const shown = this.drawn.find((alternative) => alternative.id === this.shown());
    void this.map
      .getSource<GeoJSONSource>('calls')
      ?.setData({ ...empty(), features: calls(shown?.legs ?? []) });
  }

  private shown(): string | undefined {
    return this.hinted ?? this.chosen;
  }

  private features(alternative: DrawnAlternative): GeoJSON.Feature[] {
    const chosen = alternative.id === this.shown();
    return alternative.legs.map((leg) => ({
      type: 'Feature',
      properties: {
        id: alternative.id,
        chosen,
        foot: leg.mode === 'walk',
        colour: leg.colour,
        line: leg.polyline,
      },
      geometry: { type: 'LineString', coordinates: decodePolyline(leg.polyline) },
    }));
  }

  private clicked(event: MapMouseEvent): void {
    const around = 6;
    const { x, y } = event.point;
    const box: [[number, number], [number, number]] = [
      [x - around, y - around],
      [x + around, y + around],
    ];
    const layers = CLICKED.filter((layer) => this.map.getLayer(layer));
    const features = this.map.queryRenderedFeatures(box, { layers });
    const stop = features.find((feature) => feature.layer.id === 'stops');
    const other = features.find((feature) => feature.layer.id === 'others');
    const vehicle = features.find((feature) => feature.layer.id === 'vehicles');
    const place = features.find((feature) => feature.layer.id === 'counts');
    if (vehicle) {
      this.live.tell(vehicle);
    } else if (place) {
      this.live.tellPlace(place);
    } else if (stop?.geometry.type === 'Point') {
      const [lon, lat] = stop.geometry.coordinates;
      const { id, name } = stop.properties as { id: string; name: string };
      this.ask({ lat: lat ?? event.lngLat.lat, lon: lon ?? event.lngLat.lng, id, name });
    } else if (other) {
      this.wishes.choose(String(other.properties.id));
    } else {
      this.ask({ lat: event.lngLat.lat, lon: event.lngLat.lng });
    }
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      const { lat, lng } = this.map.getCenter();
      this.ask({ lat, lon: lng });
    }
  }

  /** Offers to start or to end at a place. */
  private ask(place: Picked): void {
    this.popup?.remove();
    const box = document.createElement('div');
    box.className = 'pick';
    if (place.name) {
      box.append(heading(place));
    }
    box.append(this.choice('from', place), this.choice('to', place));
    if (this.drawn.length > 0) {
      box.append(this.choice('via', place));
    }
    box.append(this.choice('reach', place));
    if (place.id) {
      box.append(nextDepartures(place.id));
    }
    this.popup = new Popup({ maxWidth: '260px', focusAfterOpen: false })
      .setLngLat([place.lon, place.lat])
      .setDOMContent(box)
      .addTo(this.map);
    box.querySelector('button')?.focus({ preventScroll: true });
  }

  private choice(end: 'from' | 'to' | 'via' | 'reach', place: Picked): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button small';
    button.textContent = text(`map.${end}`);
    button.addEventListener('click', () => {
      this.popup?.remove();
      this.wishes[end](place);
    });
    return button;
  }

  private cursor(shape: string): void {
    this.map.getCanvas().style.cursor = shape;
  }
}

function heading(place: Picked): HTMLElement {
  const title = document.createElement('p');
  const name = document.createElement('strong');
  name.textContent = place.name ?? '';
  title.append(name);
  if (place.id) {
    const link = document.createElement('a');
    link.href = `/stop/${encodeURIComponent(place.id)}`;
    link.textContent = text('map.departures');
    title.append(link);
  }
  return title;
}

function calls(legs: DrawnLeg[]): GeoJSON.Feature[] {
  return legs
    .filter((leg) => leg.mode !== 'walk')
    .flatMap((leg) => {
      const line = decodePolyline(leg.polyline);
      return [call(leg.from, line[0]), call(leg.to, line.at(-1))];
    })
    .filter((feature) => feature !== undefined);
}

function call(name: string, at: [number, number] | undefined): GeoJSON.Feature | undefined {
  return at && { type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: at } };
}

function endMarker(end: 'from' | 'to'): Marker {
  const element = document.createElement('div');
  element.className = `journey-end ${end}`;
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', text(`end.${end}`));
  return new Marker({ element, anchor: end === 'from' ? 'center' : 'bottom' });
}
