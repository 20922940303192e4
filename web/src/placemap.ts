import { type GeoJSONSource, LngLatBounds, type Map as LibreMap } from 'maplibre-gl';
import { openMap } from './basemap';
import { courseFeatures, type Drawing, pointsOf, stopFeatures, tileRoutes } from './drawing';
import { empty } from './mapstyle';
import { text } from './texts';

/** The small map of a stop or a line. The page says the same in words; this only shows where. */
export class PlaceMap {
  private readonly map: LibreMap;

  constructor(
    container: HTMLElement,
    private readonly drawing: Drawing,
  ) {
    const bounds = new LngLatBounds();
    pointsOf(drawing).forEach((point) => bounds.extend(point));
    this.map = openMap(container, {
      bounds,
      fitBoundsOptions: { padding: 36, maxZoom: 15.5 },
      cooperativeGestures: true,
      locale: { 'Map.Title': text('map.small') },
    });
    this.map.on('style.load', () => this.paint());
    for (const layer of ['calls', 'stops']) {
      this.map.on('mouseenter', layer, () => this.cursor('pointer'));
      this.map.on('mouseleave', layer, () => this.cursor(''));
      this.map.on('click', layer, (event) => {
        const id: unknown = event.features?.[0]?.properties.id;
        if (typeof id === 'string') {
          window.location.assign(`/stop/${encodeURIComponent(id)}`);
        }
      });
    }
  }

  private paint(): void {
    const routes = tileRoutes(this.drawing);
    if (routes.length > 0) {
      this.map.addLayer(
        {
          id: 'place-lines',
          type: 'line',
          source: 'city',
          'source-layer': 'lines',
          filter: ['in', ['get', 'route'], ['literal', routes]],
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          paint: {
            'line-color': ['to-color', ['coalesce', ['get', 'colour'], '#0059b3'], '#0059b3'],
            'line-width': 4,
            'line-opacity': 0.85,
          },
        },
        'stops',
      );
    }
    this.fill('journey', courseFeatures(this.drawing));
    this.fill('calls', stopFeatures(this.drawing));
  }

  private fill(source: string, features: GeoJSON.Feature[]): void {
    void this.map.getSource<GeoJSONSource>(source)?.setData({ ...empty(), features });
  }

  private cursor(shape: string): void {
    this.map.getCanvas().style.cursor = shape;
  }
}
