import { Combobox, type Lookup } from './combobox';
import type { Place } from './place';
import { text } from './texts';

/**
 * The places to pass: each a field with suggestions between start and destination, up to as many as
 * the planner takes.
 */
export class Vias {
  private readonly most: number;
  private readonly add: HTMLButtonElement;
  private boxes: Combobox[] = [];
  private made = 0;

  constructor(
    group: HTMLElement,
    private readonly lookup: Lookup,
    private readonly status: HTMLElement,
  ) {
    this.most = Number(group.dataset.most ?? 6);
    this.add = group.querySelector<HTMLButtonElement>('.add-via')!;
    group.querySelector('.via-more')?.remove();
    const known = [...group.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
    const places = known.map((box) => ({ value: box.value, name: box.dataset.name ?? box.value }));
    known.forEach((box) => box.closest('label')?.remove());
    places.forEach((place) => this.pass(place));
    this.add.addEventListener('click', () => this.pass({ value: '', name: '' })?.input.focus());
  }

  /** What stands in the fields that are not empty, in order. */
  get places(): Place[] {
    return this.boxes.map((box) => box.place).filter((place) => place.value !== '');
  }

  /** Whether another place may be passed. */
  get hasRoom(): boolean {
    return this.boxes.length < this.most;
  }

  /** Adds a field with a place in it. */
  pass(place: Place): Combobox | undefined {
    if (!this.hasRoom) {
      return undefined;
    }
    const id = `via-${++this.made}`;
    const field = document.createElement('div');
    field.className = 'field via';
    field.innerHTML =
      `<label for="${id}"></label><span class="mark" aria-hidden="true"></span>` +
      `<input class="input" id="${id}" spellcheck="false" autocapitalize="off">` +
      '<button class="here" type="button"><svg class="icon" aria-hidden="true">' +
      '<use href="/icons.svg#close"/></svg></button>';
    field.querySelector('label')!.textContent = text('ask.via');
    const input = field.querySelector('input')!;
    input.placeholder = text('ask.place');
    document.querySelector('.fields .field.to')?.before(field);
    const box = new Combobox(input, this.lookup, this.status, () => this.named(field, box));
    box.place = place;
    this.boxes.push(box);
    field.querySelector('button')!.addEventListener('click', () => this.remove(field, box));
    this.add.hidden = !this.hasRoom;
    return box;
  }

  /** The other way round. */
  reverse(): void {
    const places = this.boxes.map((box) => box.place).reverse();
    this.boxes.forEach((box, index) => {
      box.place = places[index] ?? { value: '', name: '' };
    });
  }

  private named(field: HTMLElement, box: Combobox | undefined): void {
    const name = box?.place.name || text('ask.via');
    field.querySelector('button')?.setAttribute('aria-label', text('ask.via.remove', name));
  }

  private remove(field: HTMLElement, box: Combobox): void {
    field.remove();
    this.boxes = this.boxes.filter((other) => other !== box);
    this.add.hidden = false;
    this.add.focus();
  }
}
