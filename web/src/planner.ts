import { Answer, withView } from './answer';
import { Combobox } from './combobox';
import { type Place, type Point, parsePoint, pointValue } from './place';
import { queryOf, readable } from './question';
import { ReachPanel } from './reach';
import { lookUp, nameOf } from './search';
import { text } from './texts';
import { Vias } from './vias';
import type { PlannerMap } from './map';

/** Makes the planner page live, if this is the planner page. */
export function startPlanner(): void {
  const page = document.querySelector<HTMLElement>('.planner');
  if (page) {
    new Planner(page);
  }
}

/** The form, the answer and the map, and what each tells the others. */
class Planner {
  private readonly form: HTMLFormElement;
  private readonly status: HTMLElement;
  private readonly from: Combobox;
  private readonly to: Combobox;
  private readonly vias: Vias;
  private readonly answer: Answer;
  private map: PlannerMap | undefined;
  private reach: ReachPanel | undefined;

  constructor(private readonly page: HTMLElement) {
    this.form = this.need('form');
    this.status = this.need('.status');
    this.from = this.combobox('from');
    this.to = this.combobox('to');
    this.vias = new Vias(this.need('.vias'), lookUp, this.status);
    this.answer = new Answer(this.need('.results'), this.status, () => this.map);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.ask();
    });
    this.need('.swap').addEventListener('click', (event) => {
      event.preventDefault();
      [this.from.place, this.to.place] = [this.to.place, this.from.place];
      this.vias.reverse();
    });
    for (const button of this.form.querySelectorAll<HTMLButtonElement>('.here')) {
      button.hidden = !('geolocation' in navigator);
      button.addEventListener('click', () => this.locate(button));
    }
    this.form.addEventListener('change', (event) => this.timeAsked(event));
    this.page.querySelector('.asked button')?.addEventListener('click', () => this.unfold());
    window.addEventListener('popstate', () => window.location.reload());
    afterFirstPaint(() => void this.showMap());
  }

  private need<T extends HTMLElement>(selector: string): T {
    const found = this.page.querySelector<T>(selector);
    if (!found) {
      throw new Error(`The planner page has no ${selector}`);
    }
    return found;
  }

  private combobox(name: 'from' | 'to'): Combobox {
    const input = this.need<HTMLInputElement>(`#${name}`);
    return new Combobox(input, lookUp, this.status, () => this.markEnds());
  }

  private async ask(): Promise<void> {
    if (this.from.place.value === '' || this.to.place.value === '') {
      (this.from.place.value === '' ? this.from : this.to).input.focus();
      this.status.textContent = text('ask.ends');
      return;
    }
    await this.answer.load(this.address());
    this.page.classList.add('answered');
    this.understood();
    this.fold();
    this.markEnds();
  }

  private places(): Place[] {
    return [this.from.place, ...this.vias.places, this.to.place];
  }

  private address(): string {
    const modes = this.form.querySelectorAll('[name=modes]').length;
    const query = queryOf(new FormData(this.form), this.places(), modes);
    return `/?${readable(query)}`;
  }

  /** Takes over what the server made of typed names, so that the address can be shared. */
  private understood(): void {
    const plan = this.page.querySelector<HTMLElement>('.plan');
    if (!plan) {
      return;
    }
    const { fromValue, fromName, toValue, toName } = plan.dataset;
    if (fromValue && fromName && toValue && toName) {
      this.from.place = { value: fromValue, name: fromName };
      this.to.place = { value: toValue, name: toName };
      history.replaceState(null, '', withView(this.address(), window.location.search));
      document.title = `${fromName} → ${toName} · Toret`;
    }
  }

  /** An answer folds the form into one line. */
  private fold(): void {
    if (this.page.querySelector('.plan')) {
      this.page.classList.add('folded');
      const asked = this.page.querySelector('.asked strong');
      if (asked) {
        asked.textContent = this.places().map((place) => place.name).join(' → ');
      }
      const when = this.page.querySelector('.asked .when');
      if (when) {
        when.textContent = this.page.querySelector('.when-asked')?.textContent ?? '';
      }
    }
  }

  private unfold(): void {
    this.page.classList.remove('folded');
    this.from.input.focus();
  }

  private timeAsked(event: Event): void {
    const target = event.target as HTMLInputElement;
    const at = this.form.querySelector<HTMLInputElement>('[name=at]');
    if (target.name === 'when' && target.value !== 'now' && at && at.value === '') {
      at.value = at.dataset.now ?? '';
    }
  }

  private locate(button: HTMLButtonElement): void {
    const box = button.dataset.for === 'from' ? this.from : this.to;
    this.status.textContent = text('locate.looking');
    navigator.geolocation.getCurrentPosition(
      (position) => {
        const point = { lat: position.coords.latitude, lon: position.coords.longitude };
        box.place = { value: pointValue(point), name: text('locate.here') };
        this.status.textContent = text('locate.found');
      },
      () => {
        this.status.textContent = text('locate.failed');
        this.answer.say(text('locate.failed'));
      },
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  }

  private async showMap(): Promise<void> {
    const container = this.page.querySelector<HTMLElement>('.map');
    if (!container || container.dataset.off !== undefined) {
      return;
    }
    try {
      const { PlannerMap } = await import('./map');
      this.map = new PlannerMap(container, {
        from: (point) => void this.picked(this.from, point),
        to: (point) => void this.picked(this.to, point),
        via: (point) => void this.pass(point),
        reach: (point) => void this.reach?.show(point),
        choose: (id) => this.answer.choose(id),
      });
      this.reach = new ReachPanel(
        container,
        this.status,
        (reach) => this.map?.drawReach(reach),
        () => new URLSearchParams(this.address().slice(2)),
      );
      this.markEnds();
      this.answer.draw();
    } catch {
      container.querySelector('.wait-map')?.replaceChildren(text('map.failed'));
    }
  }

  private async pass(point: Point & { name?: string; id?: string }): Promise<void> {
    const value = point.id ?? pointValue(point);
    if (this.vias.pass({ value, name: point.name ?? (await nameOf(value)) })) {
      void this.ask();
    }
  }

  private async picked(box: Combobox, point: Point & { name?: string; id?: string }): Promise<void> {
    const value = point.id ?? pointValue(point);
    box.place = { value, name: point.name ?? value };
    if (point.name === undefined) {
      const name = await nameOf(value);
      if (box.place.value !== value) {
        return;
      }
      box.place = { value, name };
    }
    if (this.from.place.value !== '' && this.to.place.value !== '') {
      void this.ask();
    }
  }

  private markEnds(): void {
    const from = pointOf(this.from?.place, 'from');
    const to = pointOf(this.to?.place, 'to');
    this.map?.markEnds(from, to);
  }
}

/** Where an end lies: by its value, else by what the server's answer said of it. */
function pointOf(place: Place | undefined, end: 'from' | 'to'): Point | undefined {
  if (!place || place.value === '') {
    return undefined;
  }
  const point = parsePoint(place.value);
  if (point) {
    return point;
  }
  const plan = document.querySelector<HTMLElement>('.plan');
  const value = plan?.dataset[`${end}Value`];
  return value === place.value ? parsePoint(plan?.dataset[`${end}Point`] ?? '') : undefined;
}

function afterFirstPaint(start: () => void): void {
  const idle: (run: () => void) => void =
    'requestIdleCallback' in window ? (run) => window.requestIdleCallback(run) : setTimeout;
  requestAnimationFrame(() => idle(start));
}
