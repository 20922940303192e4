import { count } from './texts';

const EVERY_MS = 30_000;
const SHOWN = 3;

interface Alert {
  id: string;
  header: string;
  text: string;
}

/** Shows the disruptions of now on the first page, as long as nothing was asked. */
export function startAlerts(): void {
  const box = document.querySelector<HTMLElement>('.disruptions');
  if (box) {
    void refresh(box);
    setInterval(() => void refresh(box), EVERY_MS);
  }
}

async function refresh(box: HTMLElement): Promise<void> {
  if (document.hidden || box.contains(document.activeElement)) {
    return;
  }
  try {
    const answer = await fetch('/api/v1/alerts', {
      headers: { 'Accept-Language': document.documentElement.lang },
    });
    if (answer.ok) {
      show(box, ((await answer.json()) as { alerts: Alert[] }).alerts);
    }
  } catch {
    // the next attempt comes by itself
  }
}

function show(box: HTMLElement, alerts: Alert[]): void {
  const opened = new Set(
    [...box.querySelectorAll<HTMLElement>('details[open]')].map((one) => one.dataset.id),
  );
  const items = alerts.map((alert) => item(alert, opened.has(alert.id)));
  const list = box.querySelector('ul');
  list?.replaceChildren(...items.slice(0, SHOWN));
  if (items.length > SHOWN) {
    list?.append(more(items.slice(SHOWN)));
  }
  box.hidden = alerts.length === 0;
}

function item(alert: Alert, open: boolean): HTMLElement {
  const item = document.createElement('li');
  const details = document.createElement('details');
  details.dataset.id = alert.id;
  details.open = open;
  const summary = document.createElement('summary');
  summary.textContent = alert.header;
  const body = document.createElement('p');
  body.textContent = alert.text;
  details.append(summary, body);
  item.append(details);
  return item;
}

function more(items: HTMLElement[]): HTMLElement {
  const last = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button plain small';
  button.textContent = count('alerts.more', items.length);
  button.addEventListener('click', () => {
    last.replaceWith(...items);
    items[0]?.querySelector('summary')?.focus();
  });
  last.append(button);
  return last;
}
