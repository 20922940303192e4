import type { IControl, Map as LibreMap } from 'maplibre-gl';
import { markUrl } from './marks';
import { modeColour, PAINTED, paintedLike } from './palette';
import { text } from './texts';
import { isDark } from './theme';
import { trafficColours } from './traffic';

const LINES = ['lines-rail', 'lines-road', 'vehicles'];

/** What the signs on the map mean; of lines only what is in sight when it is opened. */
export class Legend implements IControl {
  private readonly box = document.createElement('details');
  private readonly list = document.createElement('ul');

  constructor(private readonly map: LibreMap) {
    this.box.className = 'maplibregl-ctrl map-legend';
    const title = document.createElement('summary');
    title.textContent = text('legend.title');
    this.list.setAttribute('role', 'list');
    this.box.append(title, this.list);
    this.box.addEventListener('toggle', () => this.fill());
    map.on('idle', () => this.fill());
  }

  onAdd(): HTMLElement {
    return this.box;
  }

  onRemove(): void {
    this.box.remove();
  }

  private fill(): void {
    if (!this.box.open) {
      return;
    }
    const [slow, slower] = trafficColours(isDark());
    this.list.replaceChildren(
      ...lineKinds(this.inSight()).map((kind) =>
        kind === 'own'
          ? row(swatch('linear-gradient(90deg,#e2001a,#f39200,#009640)'), text('legend.line'))
          : row(swatch(modeColour(kind, isDark())), text(`legend.${kind}`)),
      ),
      row(dot(), text('legend.vehicle')),
      row(mark('mark-bike'), text('legend.bike')),
      row(mark('mark-park'), text('legend.park')),
      row(swatch(slow), text('legend.slow')),
      row(swatch(`repeating-linear-gradient(90deg,${slower} 0 5px,transparent 5px 9px)`), text('legend.closed')),
    );
  }

  /** Lines and the lines of vehicles, with the colours that are their own. */
  private inSight(): { mode?: unknown; colour?: unknown }[] {
    const layers = LINES.filter((layer) => this.map.getLayer(layer));
    return this.map
      .queryRenderedFeatures({ layers })
      .map(({ layer, properties }) =>
        layer.id === 'vehicles' ? { mode: properties.mode, colour: properties.own } : properties,
      );
  }
}

/** The kinds of lines among some: each painted mode whose lines have no colour, and `own`. */
export function lineKinds(lines: { mode?: unknown; colour?: unknown }[]): string[] {
  const plain = new Set(lines.filter((line) => !line.colour).map((line) => paintedLike(String(line.mode))));
  const kinds = PAINTED.filter((mode) => plain.has(mode));
  return lines.some((line) => line.colour) ? [...kinds, 'own'] : kinds;
}

function row(sign: HTMLElement, words: string): HTMLLIElement {
  const item = document.createElement('li');
  sign.setAttribute('aria-hidden', 'true');
  item.append(sign, words);
  return item;
}

function swatch(background: string): HTMLElement {
  const sign = document.createElement('i');
  sign.className = 'line-sign';
  sign.style.background = background;
  return sign;
}

function dot(): HTMLElement {
  const sign = document.createElement('i');
  sign.className = 'vehicle-sign';
  return sign;
}

function mark(id: string): HTMLElement {
  const sign = document.createElement('img');
  sign.src = markUrl(id);
  sign.alt = '';
  sign.width = 20;
  sign.height = 20;
  return sign;
}
