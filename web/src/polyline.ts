/** Decodes a Google-encoded polyline (1e5) into [lon, lat] pairs, the order of GeoJSON. */
export function decodePolyline(encoded: string): [number, number][] {
  const points: [number, number][] = [];
  let at = 0;
  let lat = 0;
  let lon = 0;
  const next = (): number => {
    let result = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = encoded.charCodeAt(at++) - 63;
      result |= (byte & 31) << shift;
      shift += 5;
    } while (byte >= 32 && at < encoded.length);
    return result & 1 ? ~(result >> 1) : result >> 1;
  };
  while (at < encoded.length) {
    lat += next();
    lon += next();
    points.push([lon / 1e5, lat / 1e5]);
  }
  return points;
}
