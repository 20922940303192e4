import type { GeoJSONSource, LayerSpecification, Map as LibreMap } from 'maplibre-gl';
import { isDark } from './theme';

/** Roads farther out are too thin to show how they flow. */
const LEAST_ZOOM = 11;

/** Readings are renewed every minute or more seldom. */
const EVERY_MS = 60_000;

/** What is told of a street, as `GET /api/v1/roads` has it. */
export interface Road {
  kind: string;
  ratio: number | null;
}

/** How a street flows: `closed`, `slow`, `slower`; nothing where it flows freely or none knows. */
export function flow(road: Road): 'closed' | 'slow' | 'slower' | undefined {
  if (road.kind === 'closure') {
    return 'closed';
  }
  if (road.kind !== 'speed' || road.ratio === null || road.ratio >= 0.85) {
    return undefined;
  }
  return road.ratio < 0.5 ? 'slower' : 'slow';
}

/** The colours of slow streets, and of slower and closed ones. */
export function trafficColours(dark: boolean): [slow: string, slower: string] {
  return dark ? ['#f3c16f', '#ff9f96'] : ['#c76a00', '#a8231f'];
}

/** Keeps a map showing where traffic is slow and streets are closed, while anything is told. */
export function showTraffic(map: LibreMap): void {
  const draw = (): void => void load(map);
  map.on('style.load', () => {
    layers(map);
    draw();
  });
  map.on('moveend', draw);
  window.setInterval(() => {
    if (!document.hidden) {
      draw();
    }
  }, EVERY_MS);
}

async function load(map: LibreMap): Promise<void> {
  if (map.getZoom() < LEAST_ZOOM) {
    return;
  }
  const seen = map.getBounds();
  const box = [seen.getSouth(), seen.getWest(), seen.getNorth(), seen.getEast()].map((degrees) => degrees.toFixed(5));
  try {
    const response = await fetch(`/api/v1/roads?bbox=${box.join(',')}`);
    if (!response.ok) {
      return;
    }
    const roads = (await response.json()) as GeoJSON.FeatureCollection;
    const features = roads.features.flatMap((feature) => {
      const how = flow(feature.properties as Road);
      return how ? [{ ...feature, properties: { flow: how } }] : [];
    });
    void map.getSource<GeoJSONSource>('traffic')?.setData({ type: 'FeatureCollection', features });
  } catch {
    // without an answer the map stays as it is
  }
}

function layers(map: LibreMap): void {
  if (map.getSource('traffic')) {
    return;
  }
  const [slow, slower] = trafficColours(isDark());
  map.addSource('traffic', { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  const under = map.getLayer('others') ? 'others' : undefined;
  const slowed: LayerSpecification = {
    id: 'traffic',
    type: 'line',
    source: 'traffic',
    filter: ['!=', ['get', 'flow'], 'closed'],
    layout: { 'line-cap': 'round' },
    paint: {
      'line-color': ['match', ['get', 'flow'], 'slower', slower, slow],
      'line-width': ['interpolate', ['linear'], ['zoom'], 11, 1.5, 16, 5],
      // each direction on its own side
      'line-offset': ['interpolate', ['linear'], ['zoom'], 11, 1, 16, 4],
    },
  };
  const closed: LayerSpecification = {
    id: 'traffic-closed',
    type: 'line',
    source: 'traffic',
    filter: ['==', ['get', 'flow'], 'closed'],
    paint: {
      'line-color': slower,
      'line-width': ['interpolate', ['linear'], ['zoom'], 11, 2, 16, 6],
      'line-dasharray': [1, 1],
    },
  };
  map.addLayer(slowed, under);
  map.addLayer(closed, under);
}
