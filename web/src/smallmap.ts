import type { Drawing } from './drawing';
import { text } from './texts';

/** Shows the small map of a page when its box comes near the window, and not before. */
export function startSmallMap(): void {
  const box = document.querySelector<HTMLElement>('.small-map');
  const block = document.querySelector('script.drawing')?.textContent;
  if (!box || !block || box.dataset.off !== undefined) {
    return;
  }
  const near = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        near.disconnect();
        void show(box, JSON.parse(block) as Drawing);
      }
    },
    { rootMargin: '200px' },
  );
  near.observe(box);
}

async function show(box: HTMLElement, drawing: Drawing): Promise<void> {
  try {
    const { PlaceMap } = await import('./map');
    new PlaceMap(box, drawing);
  } catch {
    box.querySelector('.wait-map')?.replaceChildren(text('map.failed'));
  }
}
