import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl';

import { matched } from './palette';
import { BANDS } from './reach';

/** The colours of one look of the map. */
interface Look {
  land: string;
  green: string;
  water: string;
  waterName: string;
  road: string;
  roadEdge: string;
  strong: string;
  strongEdge: string;
  path: string;
  text: string;
  halo: string;
  stop: string;
  stopEdge: string;
  lines: number;
  dark: boolean;
}

const LIGHT: Look = {
  land: '#f2f3ee',
  green: '#d9e8cf',
  water: '#b5d6e6',
  waterName: '#3d6f8c',
  road: '#ffffff',
  roadEdge: '#dcdedb',
  strong: '#fdf3dc',
  strongEdge: '#d9cdb2',
  path: '#c9cfc8',
  text: '#2f475e',
  halo: '#ffffff',
  stop: '#ffffff',
  stopEdge: '#455b71',
  lines: 0.8,
  dark: false,
};

const DARK: Look = {
  land: '#13201c',
  green: '#183026',
  water: '#143648',
  waterName: '#7fb4cf',
  road: '#2a3a35',
  roadEdge: '#13201c',
  strong: '#3d4a3f',
  strongEdge: '#13201c',
  path: '#24332e',
  text: '#c7d5cf',
  halo: '#0e1614',
  stop: '#13201c',
  stopEdge: '#b5c6bf',
  lines: 0.75,
  dark: true,
};

const FONT = ['Titillium Web'];
const BOLD = ['Titillium Web', 'Semi Bold'];
const STRONG = ['motorway', 'trunk', 'primary', 'secondary'];
const CALM = ['cycleway', 'footway', 'steps', 'pedestrian', 'path'];
const RAILED = ['metro', 'rail', 'tram', 'funicular'];

/** How strong lines stand on the map while nothing was asked. */
export const LINES_OPACITY = { road: 0.3 };

/** The whole style: our own tiles below, the journey above. No other server is asked anything. */
export function mapStyle(origin: string, dark: boolean): StyleSpecification {
  const look = dark ? DARK : LIGHT;
  return {
    version: 8,
    sources: {
      city: {
        type: 'vector',
        tiles: [`${origin}/api/v1/tiles/{z}/{x}/{y}.mvt`],
        minzoom: 6,
        maxzoom: 15,
      },
      journey: { type: 'geojson', data: empty() },
      calls: { type: 'geojson', data: empty() },
      reach: { type: 'geojson', data: empty() },
      vehicles: { type: 'geojson', data: empty() },
      counts: { type: 'geojson', data: empty() },
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': look.land } },
      ...ground(look),
      ...streets(look),
      ...reach(look),
      ...transit(look),
      ...journey(look),
      ...labels(look),
      ...live(look),
    ],
  };
}

/** A collection with nothing in it. */
export function empty(): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features: [] };
}

function ground(look: Look): LayerSpecification[] {
  return [
    {
      id: 'green',
      type: 'fill',
      source: 'city',
      'source-layer': 'green',
      paint: { 'fill-color': look.green, 'fill-antialias': false },
    },
    {
      id: 'water',
      type: 'fill',
      source: 'city',
      'source-layer': 'water',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': look.water },
    },
    {
      id: 'river',
      type: 'line',
      source: 'city',
      'source-layer': 'water',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': look.water, 'line-width': byZoom(1, 9, 2.5, 13, 10, 16) },
    },
  ];
}

function streets(look: Look): LayerSpecification[] {
  return [
    street('paths', ['in', ['get', 'class'], ['literal', CALM]], 14, {
      'line-color': look.path,
      'line-width': byZoom(0.5, 14, 1, 16, 2.5, 18),
      'line-dasharray': [2, 1.5],
    }),
    street('small-edge', small(), 13, {
      'line-color': look.roadEdge,
      'line-width': byZoom(1, 13, 5, 16, 14, 18),
    }),
    street('strong-edge', strong(), 9, {
      'line-color': look.strongEdge,
      'line-width': byZoom(1.2, 9, 4.5, 13, 19, 18),
    }),
    street('small', small(), 12, {
      'line-color': look.road,
      'line-width': byZoom(0.5, 12, 3.6, 16, 12, 18),
    }),
    street('strong', strong(), 8, {
      'line-color': look.strong,
      'line-width': byZoom(0.6, 8, 3.2, 13, 16, 18),
    }),
  ];
}

function street(
  id: string,
  filter: FilterSpecification,
  minzoom: number,
  paint: Record<string, unknown>,
): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'city',
    'source-layer': 'streets',
    filter,
    minzoom,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint,
  } as LayerSpecification;
}

function strong(): FilterSpecification {
  return ['in', ['get', 'class'], ['literal', STRONG]];
}

function small(): FilterSpecification {
  return ['!', ['in', ['get', 'class'], ['literal', [...STRONG, ...CALM]]]];
}

function transit(look: Look): LayerSpecification[] {
  return [
    {
      id: 'lines-road',
      type: 'line',
      source: 'city',
      'source-layer': 'lines',
      minzoom: 12,
      filter: ['!', ['in', ['get', 'mode'], ['literal', RAILED]]],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': lineColour(look),
        'line-opacity': LINES_OPACITY.road,
        'line-width': byZoom(0.5, 12, 1.2, 15, 2.4, 18),
      },
    },
    {
      id: 'lines-rail',
      type: 'line',
      source: 'city',
      'source-layer': 'lines',
      filter: ['in', ['get', 'mode'], ['literal', RAILED]],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': lineColour(look),
        'line-opacity': look.lines,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          9,
          ['match', ['get', 'mode'], 'metro', 2, 'rail', 1.2, 0.5],
          14,
          ['match', ['get', 'mode'], 'metro', 3.6, 'rail', 2, 1.4],
          17,
          ['match', ['get', 'mode'], 'metro', 7, 'rail', 3.6, 3],
        ],
      },
    },
    {
      id: 'sharing',
      type: 'circle',
      source: 'city',
      'source-layer': 'sharing',
      minzoom: 14,
      paint: {
        'circle-color': look.stopEdge,
        'circle-stroke-color': look.stop,
        'circle-stroke-width': byZoom(0.6, 14, 1.2, 17),
        'circle-radius': byZoom(1.6, 14, 3.6, 17),
      },
    },
    {
      id: 'stops',
      type: 'circle',
      source: 'city',
      'source-layer': 'stops',
      minzoom: 13,
      paint: {
        'circle-color': look.stop,
        'circle-stroke-color': look.stopEdge,
        'circle-stroke-width': byZoom(0.8, 13, 1.6, 16, 2, 18),
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          13,
          ['match', ['get', 'mode'], ['metro', 'rail'], 3.2, 1.2],
          16,
          ['match', ['get', 'mode'], ['metro', 'rail'], 6.5, 4],
        ],
      },
    },
  ];
}

/** The colour that a feed tells, else that of the mode. */
function lineColour(look: Look): ExpressionSpecification {
  const byMode = ['match', ['get', 'mode'], ...matched(look.dark), look.stopEdge];
  return ['to-color', ['coalesce', ['get', 'colour'], byMode], look.stopEdge] as ExpressionSpecification;
}

/** How far one gets: the largest area below, so that each shows what it adds. */
function reach(look: Look): LayerSpecification[] {
  return [...BANDS].reverse().flatMap(([minutes, colour]): LayerSpecification[] => [
    {
      id: `reach-${minutes}`,
      type: 'fill',
      source: 'reach',
      filter: ['==', ['get', 'minutes'], minutes],
      paint: { 'fill-color': colour, 'fill-opacity': 0.42 },
    },
    {
      id: `reach-edge-${minutes}`,
      type: 'line',
      source: 'reach',
      filter: ['==', ['get', 'minutes'], minutes],
      paint: { 'line-color': look.text, 'line-opacity': 0.45, 'line-width': 1 },
    },
  ]);
}

function journey(look: Look): LayerSpecification[] {
  const on = (chosen: boolean, foot: boolean): FilterSpecification => [
    'all',
    ['==', ['get', 'chosen'], chosen],
    ['==', ['get', 'foot'], foot],
  ];
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: 'others',
      type: 'line',
      source: 'journey',
      filter: ['==', ['get', 'chosen'], false],
      layout: round,
      paint: { 'line-color': look.stopEdge, 'line-opacity': 0.35, 'line-width': 3.5 },
    },
    {
      id: 'ride-edge',
      type: 'line',
      source: 'journey',
      filter: on(true, false),
      layout: round,
      paint: { 'line-color': look.halo, 'line-width': byZoom(7, 10, 10, 14, 12, 17) },
    },
    {
      id: 'ride',
      type: 'line',
      source: 'journey',
      filter: on(true, false),
      layout: round,
      paint: { 'line-color': ['get', 'colour'], 'line-width': byZoom(4.5, 10, 6.5, 14, 8, 17) },
    },
    {
      id: 'walk',
      type: 'line',
      source: 'journey',
      filter: on(true, true),
      layout: round,
      paint: {
        'line-color': look.text,
        'line-width': byZoom(3.5, 10, 4.5, 15),
        'line-dasharray': [0.1, 1.8],
      },
    },
    {
      id: 'calls',
      type: 'circle',
      source: 'calls',
      paint: {
        'circle-color': look.stop,
        'circle-stroke-color': look.text,
        'circle-stroke-width': 2.4,
        'circle-radius': 4.8,
      },
    },
  ];
}

function labels(look: Look): LayerSpecification[] {
  const halo = { 'text-color': look.text, 'text-halo-color': look.halo, 'text-halo-width': 1.5 };
  return [
    {
      id: 'street-names',
      type: 'symbol',
      source: 'city',
      'source-layer': 'streets',
      minzoom: 14.5,
      filter: ['has', 'name'],
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': byZoom(11, 14, 14, 18),
      },
      paint: { ...halo, 'text-halo-width': 1.2 },
    },
    {
      id: 'water-names',
      type: 'symbol',
      source: 'city',
      'source-layer': 'water',
      filter: ['all', ['has', 'name'], ['==', ['geometry-type'], 'LineString']],
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': BOLD,
        'text-size': 13,
        'text-letter-spacing': 0.12,
      },
      paint: { 'text-color': look.waterName, 'text-halo-color': look.halo, 'text-halo-width': 1 },
    },
    {
      id: 'stop-names',
      type: 'symbol',
      source: 'city',
      'source-layer': 'stops',
      minzoom: 13,
      filter: ['any', ['in', ['get', 'mode'], ['literal', ['metro', 'rail']]], ['>=', ['zoom'], 16]],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': BOLD,
        'text-size': 12,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.8,
        'text-justify': 'auto',
        'text-max-width': 9,
      },
      paint: halo,
    },
    {
      id: 'place-names',
      type: 'symbol',
      source: 'city',
      'source-layer': 'places',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': BOLD,
        'text-size': ['match', ['get', 'kind'], 'city', 19, 'town', 15, 12.5],
        'text-max-width': 8,
      },
      paint: halo,
    },
    {
      id: 'call-names',
      type: 'symbol',
      source: 'calls',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': BOLD,
        'text-size': 13,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.9,
        'text-justify': 'auto',
        'text-max-width': 9,
      },
      paint: { ...halo, 'text-halo-width': 2 },
    },
  ];
}

/** Vehicles, and how many bicycles and free places there are. */
function live(look: Look): LayerSpecification[] {
  const halo = { 'text-color': look.text, 'text-halo-color': look.halo, 'text-halo-width': 2 };
  return [
    {
      id: 'counts',
      type: 'symbol',
      source: 'counts',
      layout: {
        'icon-image': ['concat', 'mark-', ['get', 'kind']],
        'icon-size': byZoom(0.62, 14, 0.9, 17),
        'text-field': ['get', 'count'],
        'text-font': BOLD,
        'text-size': 12,
        'text-anchor': 'left',
        'text-offset': [0.75, 0],
        'text-optional': true,
      },
      paint: halo,
    },
    {
      id: 'vehicles',
      type: 'circle',
      source: 'vehicles',
      paint: {
        'circle-color': ['get', 'colour'],
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': byZoom(0.5, 9, 0.8, 11, 1.6, 15),
        'circle-radius': byZoom(1.8, 9, 2.4, 11, 4, 13, 8, 16),
      },
    },
    {
      id: 'vehicle-lines',
      type: 'symbol',
      source: 'vehicles',
      minzoom: 14.5,
      layout: {
        'text-field': ['get', 'line'],
        'text-font': BOLD,
        'text-size': 11.5,
        'text-anchor': 'left',
        'text-offset': [0.95, 0],
        'text-padding': 4,
      },
      paint: halo,
    },
  ];
}

/** Values at zooms, smooth between: value, zoom, value, zoom … */
function byZoom(...pairs: number[]): ExpressionSpecification {
  const stops: number[] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    stops.push(pairs[i + 1] ?? 0, pairs[i] ?? 0);
  }
  return ['interpolate', ['exponential', 1.4], ['zoom'], ...stops] as ExpressionSpecification;
}
