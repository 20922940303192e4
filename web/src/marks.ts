import type { Map as LibreMap } from 'maplibre-gl';

/** Drawings of places on the map: shared vehicles and car parks. */
const MARKS: Record<string, string> = {
  'mark-bike': mark(
    '#7a3fb0',
    '<g fill="none" stroke="#fff" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><circle cx="7.5" cy="15" r="3"/><circle cx="16.5" cy="15" r="3"/><path d="M7.5 15l3-6h4l2 6M10.5 9l3 6M14.5 9l-.5-2h1.800M9.3 9h2"/></g>',
  ),
  'mark-park': mark(
    '#0059b3',
    '<path d="M9.5 17.500v-11h3.700a3.4 3.4 0 0 1 0 6.800h-3.7" fill="none" stroke="#fff" stroke-width="2.3" stroke-linejoin="round"/>',
  ),
};

const SIZE = 24;

/** Larger than shown, for sharp edges. */
const RATIO = 3;

/** The drawing of a mark, for pages. */
export function markUrl(id: string): string {
  return `data:image/svg+xml,${encodeURIComponent(MARKS[id] ?? '')}`;
}

/** Gives a map the drawings that its style asks for. */
export function drawMarks(map: LibreMap): void {
  map.setMissingStyleImageResolver(async (id) => {
    if (id in MARKS) {
      const image = new Image(SIZE * RATIO, SIZE * RATIO);
      image.src = markUrl(id);
      await image.decode();
      map.addImage(id, image, { pixelRatio: RATIO });
    }
  });
}

function mark(colour: string, inside: string): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="72" height="72">' +
    `<rect x="1" y="1" width="22" height="22" rx="6" fill="${colour}" stroke="#fff" stroke-width="1.5"/>${inside}</svg>`
  );
}
