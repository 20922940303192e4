import { decodePolyline } from './polyline';

/** What the small map of a page shows; written into the page by the server. */
export interface Drawing {
  lines: DrawnLine[];
  stops: DrawnStop[];
}

/** A line: along its course where the page knows it, else as the tiles have it. */
export interface DrawnLine {
  route: string;
  colour: string;
  polyline: string;
}

/** A stop to mark. */
export interface DrawnStop {
  id: string;
  name: string;
  lat: number;
  lon: number;
}

/** The courses, in the form in which the map draws a journey. */
export function courseFeatures(drawing: Drawing): GeoJSON.Feature[] {
  return drawing.lines
    .filter((line) => line.polyline !== '')
    .map((line) => ({
      type: 'Feature',
      properties: { chosen: true, foot: false, colour: line.colour },
      geometry: { type: 'LineString', coordinates: decodePolyline(line.polyline) },
    }));
}

/** The stops, in the form in which the map marks them. */
export function stopFeatures(drawing: Drawing): GeoJSON.Feature[] {
  return drawing.stops.map((stop) => ({
    type: 'Feature',
    properties: { id: stop.id, name: stop.name },
    geometry: { type: 'Point', coordinates: [stop.lon, stop.lat] },
  }));
}

/** Ids of the lines whose course only the tiles know. */
export function tileRoutes(drawing: Drawing): string[] {
  return drawing.lines.filter((line) => line.polyline === '').map((line) => line.route);
}

/** Every point that must be in sight, as [lon, lat]. */
export function pointsOf(drawing: Drawing): [number, number][] {
  const courses = drawing.lines.flatMap((line) => decodePolyline(line.polyline));
  return [...courses, ...drawing.stops.map((stop): [number, number] => [stop.lon, stop.lat])];
}
