import type { Place } from './place';
import { count, text } from './texts';

/** One suggestion of the server's search. */
export interface Suggestion extends Place {
  detail: string;
  icon: string;
}

/** Looks places up; the signal ends a search that a newer key stroke has overtaken. */
export type Lookup = (typed: string, signal: AbortSignal) => Promise<Suggestion[]>;

const PAUSE_MS = 140;

/**
 * A text field with suggestions, after the ARIA combobox pattern (list autocomplete, manual
 * selection): arrows walk, Enter takes, Escape closes, what was typed stays when nothing is taken.
 */
export class Combobox {
  private readonly list: HTMLUListElement;
  private suggestions: Suggestion[] = [];
  private active = -1;
  private chosen: Place;
  private pause = 0;
  private running: AbortController | undefined;

  constructor(
    readonly input: HTMLInputElement,
    private readonly lookup: Lookup,
    private readonly status: HTMLElement,
    private readonly changed: (place: Place) => void,
  ) {
    this.chosen = { value: input.dataset.value ?? input.value, name: input.value };
    this.list = document.createElement('ul');
    this.list.id = `${input.id}-list`;
    this.list.hidden = true;
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', text('suggestions'));
    input.after(this.list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.list.id);
    this.listen();
  }

  /** What the field stands for now. */
  get place(): Place {
    return this.chosen;
  }

  /** Puts a place into the field. */
  set place(place: Place) {
    this.chosen = place;
    this.input.value = place.name;
    this.close();
    this.changed(place);
  }

  private listen(): void {
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('focus', () => this.input.select());
    this.input.addEventListener('blur', () => this.close());
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest<HTMLElement>('[role=option]');
      if (option) {
        this.take(Number(option.dataset.index));
      }
    });
  }

  private typed(): void {
    const typed = this.input.value.trim();
    this.chosen = { value: typed, name: typed };
    this.changed(this.chosen);
    clearTimeout(this.pause);
    if (typed.length < 2) {
      this.close();
      return;
    }
    this.pause = window.setTimeout(() => void this.search(typed), PAUSE_MS);
  }

  private async search(typed: string): Promise<void> {
    this.running?.abort();
    this.running = new AbortController();
    try {
      const found = await this.lookup(typed, this.running.signal);
      if (this.input.value.trim() === typed && document.activeElement === this.input) {
        this.show(found);
      }
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) {
        this.status.textContent = text('suggestions.failed');
      }
    }
  }

  private show(found: Suggestion[]): void {
    this.suggestions = found;
    this.list.replaceChildren(...found.map((suggestion, index) => this.option(suggestion, index)));
    this.list.hidden = found.length === 0;
    this.input.setAttribute('aria-expanded', String(found.length > 0));
    this.activate(-1);
    this.status.textContent =
      found.length === 0 ? text('suggestions.none') : count('suggestions.count', found.length);
  }

  private option(suggestion: Suggestion, index: number): HTMLLIElement {
    const item = document.createElement('li');
    item.id = `${this.list.id}-${index}`;
    item.dataset.index = String(index);
    item.setAttribute('role', 'option');
    item.innerHTML = `<svg class="icon" aria-hidden="true"><use href="/icons.svg#${suggestion.icon}"/></svg><span></span>`;
    const label = item.lastElementChild as HTMLElement;
    label.textContent = suggestion.name;
    if (suggestion.detail !== '') {
      const detail = document.createElement('small');
      detail.textContent = suggestion.detail;
      label.append(detail);
    }
    return item;
  }

  private key(event: KeyboardEvent): void {
    const open = !this.list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) {
        void this.search(this.input.value.trim());
      } else {
        const count = this.suggestions.length;
        const step = event.key === 'ArrowDown' ? 1 : -1;
        this.activate((this.active + step + (this.active < 0 && step < 0 ? 1 : 0) + count) % count);
      }
    } else if (event.key === 'Enter' && open && this.active >= 0) {
      event.preventDefault();
      this.take(this.active);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      this.close();
    }
  }

  private activate(index: number): void {
    this.active = index;
    [...this.list.children].forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) {
        option.scrollIntoView({ block: 'nearest' });
      }
    });
    if (index >= 0) {
      this.input.setAttribute('aria-activedescendant', `${this.list.id}-${index}`);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  private take(index: number): void {
    const suggestion = this.suggestions[index];
    if (suggestion) {
      this.place = { value: suggestion.value, name: suggestion.name };
    }
  }

  private close(): void {
    clearTimeout(this.pause);
    this.running?.abort();
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.activate(-1);
  }
}
