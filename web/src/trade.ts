import { text } from './texts';

/** What the picture of the trade-offs tells the rest of the answer. */
export interface TradeWishes {
  choose: (alternative: string) => void;
  hint: (alternative: string | undefined) => void;
  keep: (name: string, value: string) => void;
  weigh: (weights: number[]) => void;
}

/** The kinds of cost in the order of the sliders and of `data-losses`. */
const KINDS = ['time', 'fare', 'energy', 'emissions'];

/**
 * The picture of the trade-offs and the sliders. The server draws it and the style sheet chooses
 * the axes, so all that is left here is to point, to read out, and to walk by arrow keys. All events
 * are caught on the box, since its content changes with every answer.
 */
export class TradePlane {
  constructor(
    private readonly box: HTMLElement,
    private readonly wishes: TradeWishes,
  ) {
    box.addEventListener('pointerover', (event) => this.over(event));
    box.addEventListener('pointerleave', () => this.wishes.hint(undefined));
    box.addEventListener('focusin', (event) => this.over(event));
    box.addEventListener('keydown', (event) => this.key(event));
    box.addEventListener('change', (event) => this.changed(event));
    box.addEventListener('input', (event) => this.slid(event));
  }

  /** Makes one of the points the one that Tab reaches, and marks what is chosen. */
  mark(chosen: string | undefined): void {
    const points = this.points();
    const current = points.find((point) => point.dataset.way === chosen);
    points.forEach((point, index) => {
      point.classList.toggle('chosen', point === current);
      point.setAttribute('tabindex', point === (current ?? points[0]) || index < 0 ? '0' : '-1');
    });
    this.pins('chosen', chosen);
    this.read(current);
  }

  /** Shows which point is meant while the reader points at it or at its card. */
  hint(alternative: string | undefined): void {
    const points = this.points();
    for (const point of points) {
      point.classList.toggle('hinted', point.dataset.way === alternative);
    }
    this.pins('hinted', alternative);
    this.read(
      points.find((point) => point.dataset.way === alternative) ??
        points.find((point) => point.classList.contains('chosen')),
    );
  }

  private points(): SVGAElement[] {
    return [...this.box.querySelectorAll<SVGAElement>('.plane .point')];
  }

  /** Marks where a point is joined to its label. */
  private pins(name: string, alternative: string | undefined): void {
    for (const pin of this.box.querySelectorAll<SVGElement>('.plane .pin')) {
      pin.classList.toggle(name, pin.dataset.way === alternative);
    }
  }

  /** Where the points stand; their labels may stand beside. */
  private spots(): Map<SVGElement, DOMRect> {
    const spots = this.box.querySelectorAll('.plane .pin .spot');
    return new Map(
      this.points().map((point, index) => [point, spots[index]!.getBoundingClientRect()]),
    );
  }

  private read(point: SVGAElement | undefined): void {
    const readout = this.box.querySelector('.readout');
    if (readout) {
      readout.textContent = point?.dataset.spoken ?? '';
    }
  }

  private over(event: Event): void {
    const target = event.target as Element;
    const point = target.closest<SVGAElement>('.plane .point');
    const card = target.closest<HTMLElement>('details.alternative');
    if (point || card || target.closest('.trade, .alternatives')) {
      this.wishes.hint(point?.dataset.way ?? card?.dataset.id);
    }
  }

  private key(event: KeyboardEvent): void {
    const here = (event.target as Element).closest<SVGAElement>('.plane .point');
    const across = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
    if (!here || !(across || event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      return;
    }
    event.preventDefault();
    const forward = event.key === 'ArrowRight' || event.key === 'ArrowUp';
    const next = neighbour(this.points(), this.spots(), here, across ? 'x' : 'y', forward);
    if (next) {
      here.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    }
  }

  private changed(event: Event): void {
    const select = event.target as HTMLSelectElement;
    const across = this.box.querySelector<HTMLSelectElement>('select.across');
    const up = this.box.querySelector<HTMLSelectElement>('select.up');
    if (!across || !up || (select !== across && select !== up)) {
      return;
    }
    if (across.value === up.value) {
      const other = select === across ? up : across;
      other.value = KINDS.find((kind) => kind !== select.value) ?? 'time';
    }
    this.wishes.keep('plane', `${across.value},${up.value}`);
  }

  private slid(event: Event): void {
    const slider = event.target as HTMLInputElement;
    if (slider.type !== 'range') {
      return;
    }
    const much = text(`matter.much.${slider.value}`);
    slider.setAttribute('aria-valuetext', much);
    slider.closest('label')?.querySelector('small')?.replaceChildren(much);
    this.wishes.keep(slider.name, slider.value === '0' ? '' : slider.value);
    this.wishes.weigh(this.weights());
  }

  /** How much each cost matters, 0 for what was never said. */
  weights(): number[] {
    return KINDS.map((kind) =>
      Number(this.box.querySelector<HTMLInputElement>(`input[data-kind=${kind}]`)?.value ?? 0),
    );
  }
}

/** What an alternative loses by these weights; `losses` as the server writes them. */
export function weighed(losses: string, weights: number[]): number {
  const each = losses.split(' ').map(Number);
  return weights.reduce((sum, weight, index) => sum + weight * (each[index] ?? 0), 0);
}

function neighbour(
  points: SVGAElement[],
  spots: Map<SVGElement, DOMRect>,
  here: SVGAElement,
  along: 'x' | 'y',
  forward: boolean,
): SVGAElement | undefined {
  const middle = (point: SVGAElement): number => {
    const { x, y } = spots.get(point)!;
    return along === 'x' ? x : -y;
  };
  const sorted = [...points].sort((a, b) => middle(a) - middle(b));
  const at = sorted.indexOf(here) + (forward ? 1 : -1);
  return sorted[(at + sorted.length) % sorted.length];
}
