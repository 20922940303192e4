import type { PlannerMap } from './map';
import { toggleFollow } from './follow';
import { readable } from './question';
import { text } from './texts';
import { TradePlane, weighed } from './trade';

/** An alternative as the map draws it; written into the page by the server. */
export interface DrawnAlternative {
  id: string;
  legs: DrawnLeg[];
}

/** A leg as the map draws it. */
export interface DrawnLeg {
  mode: string;
  colour: string;
  polyline: string;
  from: string;
  to: string;
}

/** What in the address says how an answer is looked at; a new question keeps it. */
const VIEW = [
  'sort',
  'plane',
  'weightTime',
  'weightFare',
  'weightEnergy',
  'weightEmissions',
] as const;

/**
 * The answer on the page. The server renders it, at first and again for every later question; this
 * only fetches, sorts, filters, opens and hands the geometry to the map.
 */
export class Answer {
  private drawn: DrawnAlternative[] = [];
  private readonly trade: TradePlane;
  private running: AbortController | undefined;
  private hinted: string | undefined;

  constructor(
    private readonly box: HTMLElement,
    private readonly status: HTMLElement,
    private readonly map: () => PlannerMap | undefined,
  ) {
    this.trade = new TradePlane(box, {
      choose: (id) => this.choose(id),
      hint: (id) => this.hint(id),
      keep,
      weigh: (weights) => this.weigh(weights),
    });
    box.addEventListener('click', (event) => this.clicked(event));
    box.addEventListener('toggle', (event) => this.toggled(event), { capture: true });
    this.arrived();
  }

  /** Asks the server for an address of this page and shows its answer in place. */
  async load(wanted: string): Promise<void> {
    const address = withView(wanted, window.location.search);
    this.running?.abort();
    this.running = new AbortController();
    this.busy(true);
    try {
      const answer = await fetch(`/fragments/plan${address.slice(1)}`, {
        signal: this.running.signal,
      });
      this.box.innerHTML = await answer.text();
      history.pushState(null, '', address);
      this.arrived();
      document.querySelector('.ask .problem')?.remove();
      const heading = this.box.querySelector<HTMLElement>('h2');
      heading?.focus({ preventScroll: true });
      if (!heading) {
        this.box.querySelector('.notice')?.scrollIntoView({ block: 'center' });
      } else if (matchMedia('(width < 60rem)').matches) {
        window.scrollTo({ top: 0 });
      }
      this.busy(false);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) {
        this.busy(false);
        this.say(text('plan.failed'));
      }
    }
  }

  /** Shows a short message above the answer, and says it aloud. */
  say(message: string): void {
    const note = document.createElement('p');
    note.className = 'notice';
    note.textContent = message;
    this.box.querySelector('.notice.said')?.remove();
    note.classList.add('said');
    this.box.prepend(note);
    this.status.textContent = message;
  }

  /** Opens an alternative and closes the others. */
  choose(id: string): void {
    for (const details of this.details()) {
      details.open = details.dataset.id === id;
    }
    const chosen = this.details().find((details) => details.dataset.id === id);
    chosen?.closest<HTMLDetailsElement>('.again-times')?.setAttribute('open', '');
    chosen?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }

  /** Hands everything to the map again. */
  draw(): void {
    const chosen = this.details().find((details) => details.open) ?? this.shown()[0];
    this.map()?.draw(this.drawn, chosen?.dataset.id);
    for (const details of this.details()) {
      details.classList.toggle('chosen', details === chosen);
    }
    this.trade.mark(this.leading(chosen)?.dataset.id);
  }

  /** The alternative that stands for a way in the picture. */
  private leading(details: HTMLDetailsElement | undefined): HTMLDetailsElement | undefined {
    return details?.closest('li')?.querySelector<HTMLDetailsElement>('details') ?? details;
  }

  /** Shows in the picture, the list and on the map what the reader points at. */
  private hint(id: string | undefined): void {
    if (id === this.hinted) {
      return;
    }
    this.hinted = id;
    for (const details of this.details()) {
      details.classList.toggle('hinted', details.dataset.id === id);
    }
    const details = this.details().find((one) => one.dataset.id === id);
    this.trade.hint(this.leading(details)?.dataset.id);
    this.map()?.hint(id);
  }

  private weigh(weights: number[]): void {
    const link = this.box.querySelector<HTMLAnchorElement>('a[data-sort=matters]');
    const any = weights.some((weight) => weight > 0);
    if (!link) {
      return;
    }
    link.hidden = !any;
    keep('sort', '');
    const usual = this.box.querySelector<HTMLAnchorElement>('a[data-sort]');
    this.sort(any ? 'matters' : (usual?.dataset.sort ?? 'arrival'));
    mark(any ? link : (usual ?? link));
    const first = this.leading(this.shown()[0])?.querySelector('.times .unseen')?.textContent;
    this.status.textContent = any ? text('matter.first', first ?? '') : '';
  }

  private arrived(): void {
    const block = this.box.querySelector('script.drawn')?.textContent;
    this.drawn = block ? (JSON.parse(block) as DrawnAlternative[]) : [];
    this.status.textContent = this.box.querySelector('.said-first')?.textContent ?? '';
    this.draw();
  }

  private busy(on: boolean): void {
    this.box.setAttribute('aria-busy', String(on));
    const bar = this.box.parentElement?.querySelector<HTMLElement>('.progress');
    if (bar) {
      bar.hidden = !on;
    }
    if (on) {
      this.status.textContent = text('plan.searching');
    }
  }

  private details(): HTMLDetailsElement[] {
    return [...this.box.querySelectorAll<HTMLDetailsElement>('details.alternative')];
  }

  private shown(): HTMLDetailsElement[] {
    return this.details().filter((details) => !details.closest('li')?.hidden);
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const point = target.closest<SVGElement>('.plane .point');
    if (point?.dataset.way) {
      event.preventDefault();
      this.choose(point.dataset.way);
      return;
    }
    const link = target.closest<HTMLAnchorElement>('a');
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey && this.follow(link)) {
      event.preventDefault();
    }
    const button = target.closest<HTMLElement>('button[data-do]');
    if (button) {
      this.act(button.dataset.do ?? '', button);
    }
  }

  /** Handles a link inside the answer in place; false for those that really lead elsewhere. */
  private follow(link: HTMLAnchorElement): boolean {
    if (link.dataset.sort !== undefined) {
      this.sort(link.dataset.sort);
      keep('sort', link.dataset.sort === 'matters' ? '' : link.dataset.sort);
    } else if (link.dataset.group !== undefined) {
      this.filter(link.dataset.group);
      keep('group', link.dataset.group);
    } else if (link.classList.contains('again')) {
      void this.load(link.getAttribute('href') ?? '/');
      return true;
    } else {
      return false;
    }
    mark(link);
    return true;
  }

  private sort(by: string): void {
    const weights = this.trade.weights();
    const key = (item: Element): number => {
      const data = item.querySelector<HTMLElement>('details')?.dataset;
      return by === 'matters'
        ? weighed(data?.losses ?? '', weights)
        : Number(data?.[by] || 'Infinity');
    };
    for (const list of this.box.querySelectorAll('.alternatives')) {
      list.append(...[...list.children].sort((a, b) => key(a) - key(b)));
    }
    this.draw();
  }

  private filter(group: string): void {
    for (const details of this.details()) {
      const item = details.closest('li');
      if (item) {
        item.hidden = group !== '' && details.dataset.group !== group;
      }
      if (item?.hidden) {
        details.open = false;
      }
    }
    const apart = this.box.querySelector<HTMLElement>('.apart');
    if (apart) {
      apart.hidden = apart.querySelector('li:not([hidden])') === null;
    }
    this.draw();
  }

  private toggled(event: Event): void {
    const details = event.target as HTMLDetailsElement;
    if (!details.classList?.contains('alternative')) {
      return;
    }
    if (details.open) {
      for (const other of this.details()) {
        other.open = other === details;
      }
    }
    this.draw();
  }

  private act(what: string, button: HTMLElement): void {
    const card = button.closest('details');
    if (what === 'follow' && card) {
      toggleFollow(card, button);
    } else if (what === 'print') {
      window.print();
    } else if (what === 'map') {
      document.querySelector('.map')?.scrollIntoView({ behavior: 'smooth', block: 'center' });
    } else if (what === 'share') {
      void this.share();
    }
  }

  private async share(): Promise<void> {
    const url = window.location.href;
    const title = document.title;
    try {
      if (navigator.share) {
        await navigator.share({ title, url });
      } else {
        await navigator.clipboard.writeText(url);
        this.say(text('share.copied'));
      }
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) {
        this.say(text('share.failed', url));
      }
    }
  }
}

function mark(link: HTMLAnchorElement): void {
  for (const other of link.parentElement?.querySelectorAll('a') ?? []) {
    other.removeAttribute('aria-current');
  }
  link.setAttribute('aria-current', 'true');
}

/** An address of this page, looked at as it is now. */
export function withView(wanted: string, now: string): string {
  const query = new URLSearchParams(wanted.slice(wanted.indexOf('?')));
  const seen = new URLSearchParams(now);
  for (const name of VIEW) {
    const value = seen.get(name);
    if (value === null) {
      query.delete(name);
    } else {
      query.set(name, value);
    }
  }
  return `/?${readable(query)}`;
}

/** Keeps a choice in the address, so that a shared link shows the same. */
function keep(name: string, value: string): void {
  const query = new URLSearchParams(window.location.search);
  if (value === '') {
    query.delete(name);
  } else {
    query.set(name, value);
  }
  history.replaceState(null, '', `/?${readable(query)}`);
}
