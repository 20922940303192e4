import { type Point, pointValue } from './place';
import { text } from './texts';

/** What `GET /api/v1/reach` answers. */
export interface Reach extends GeoJSON.FeatureCollection<
  GeoJSON.MultiPolygon,
  { minutes: number; area: number }
> {
  at: string;
  arriveBy: boolean;
  notices: { code: string; text: string }[];
}

/** Of the form, what also holds for how far one gets. */
const KEPT = [
  'at',
  'arriveBy',
  'walkSpeed',
  'maxWalk',
  'maxStress',
  'stay',
  'wheelchair',
  'avoidStairs',
  'vehicle',
  'permits',
];

/** Ways to go that are offered in the legend; the first is walking and public transport. */
const WAYS = ['transit', 'walk', 'bike', 'car'];

/** Further ones, where the city has them: shared bicycles also lead to public transport. */
const FURTHER: Readonly<Record<string, string>> = {
  ebike: 'ebike',
  bikeshare: 'walk,transit,bikeshare',
  scooter: 'scooter',
  carshare: 'carshare',
  taxi: 'taxi',
};

/** What the form offers of the further ways. */
function offered(): string[] {
  return Object.keys(FURTHER).filter((way) =>
    document.querySelector(`input[name="modes"][value="${way}"]`),
  );
}

/** Minutes whose areas are drawn, and their colours from near to far. */
export const BANDS: readonly (readonly [number, string])[] = [
  [15, '#08694a'],
  [30, '#2f9a72'],
  [45, '#7cc4a4'],
];

/** The legend of how far one gets: it asks, says what is drawn, and is the way out. */
export class ReachPanel {
  private readonly box: HTMLElement;
  private running: AbortController | undefined;
  private place: Point | undefined;

  /**
   * @param draw draws an answer on the map, or nothing
   * @param question the address query of the form
   */
  constructor(
    container: HTMLElement,
    private readonly status: HTMLElement,
    private readonly draw: (reach: Reach | undefined) => void,
    private readonly question: () => URLSearchParams,
  ) {
    this.box = document.createElement('section');
    this.box.className = 'reach card';
    this.box.hidden = true;
    this.box.tabIndex = -1;
    this.box.setAttribute('aria-label', text('reach.title'));
    this.box.innerHTML =
      '<div><h2></h2><button class="button plain small" type="button">' +
      '<svg class="icon" aria-hidden="true"><use href="/icons.svg#close"/></svg></button></div>' +
      '<p class="quiet"></p><label><span></span><select></select></label><ul role="list"></ul>' +
      '<div class="notices"></div>';
    this.need('h2').textContent = text('reach.title');
    this.need('label span').textContent = text('reach.way');
    this.need('button').setAttribute('aria-label', text('close'));
    this.need('button').addEventListener('click', () => this.close());
    const select = this.need<HTMLSelectElement>('select');
    select.append(...[...WAYS, ...offered()].map((way) => new Option(text(`reach.way.${way}`), way)));
    select.addEventListener('change', () => void this.ask());
    this.box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        this.close();
      }
    });
    container.append(this.box);
  }

  /** Shows how far one gets from a place. */
  async show(place: Point): Promise<void> {
    this.place = place;
    this.box.hidden = false;
    await this.ask();
    this.box.focus({ preventScroll: true });
  }

  private close(): void {
    this.running?.abort();
    this.box.hidden = true;
    this.draw(undefined);
    document.querySelector<HTMLElement>('.map canvas')?.focus({ preventScroll: true });
  }

  private async ask(): Promise<void> {
    if (!this.place) {
      return;
    }
    this.running?.abort();
    this.running = new AbortController();
    this.need('.notices').replaceChildren();
    this.need('p').textContent = text('reach.searching');
    const way = this.need<HTMLSelectElement>('select').value;
    try {
      const query = reachQuery(this.place, way, this.question());
      const answer = await fetch(`/api/v1/reach?${query}`, { signal: this.running.signal });
      const body: unknown = await answer.json();
      if (!answer.ok) {
        throw new Error((body as { detail?: string }).detail ?? '');
      }
      this.tell(body as Reach);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) {
        this.draw(undefined);
        this.need('ul').replaceChildren();
        const reason = error instanceof Error ? error.message : '';
        this.say(text('reach.failed', reason));
      }
    }
  }

  private tell(reach: Reach): void {
    this.draw(reach);
    this.remark(reach.notices);
    this.say(text(reach.arriveBy ? 'reach.arriving' : 'reach.leaving', reach.at.slice(11, 16)));
    const areas = [...reach.features].sort((a, b) => a.properties.minutes - b.properties.minutes);
    this.need('ul').replaceChildren(
      ...areas.map(({ properties }) => {
        const line = document.createElement('li');
        const colour = BANDS.find(([minutes]) => minutes === properties.minutes)?.[1] ?? '';
        const squareKilometres = (properties.area / 1e6).toLocaleString(
          document.documentElement.lang,
          { maximumFractionDigits: properties.area < 1e7 ? 1 : 0 },
        );
        line.innerHTML = '<i aria-hidden="true"></i><span></span><b></b>';
        line.querySelector('i')!.style.background = colour;
        line.querySelector('span')!.textContent = text('reach.within', properties.minutes);
        line.querySelector('b')!.textContent = text('reach.area', squareKilometres);
        return line;
      }),
    );
  }

  /** What must be known of an area, each in a line of its own. */
  private remark(notices: Reach['notices']): void {
    this.need('.notices').replaceChildren(
      ...notices.map((notice) => {
        const line = document.createElement('p');
        line.className = 'quiet';
        line.textContent = notice.text;
        return line;
      }),
    );
  }

  private say(message: string): void {
    this.need('p').textContent = message;
    this.status.textContent = message;
  }

  private need<T extends HTMLElement>(selector: string): T {
    return this.box.querySelector<T>(selector)!;
  }
}

/** The query for how far one gets: the place, the way to go, and what of the form holds for it. */
export function reachQuery(place: Point, way: string, form: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams({
    from: pointValue(place),
    minutes: BANDS.map(([minutes]) => minutes).join(','),
  });
  if (way !== 'transit') {
    query.set('modes', FURTHER[way] ?? way);
  }
  for (const name of KEPT) {
    const value = form.get(name);
    if (value !== null) {
      query.set(name, value);
    }
  }
  return query;
}
