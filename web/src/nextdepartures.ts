import { text } from './texts';

const MANY = 4;

/** What does not run, or does not stop here. */
const MISSING = ['canceled', 'skipped'];

interface Departure {
  route: { name: string; colour: string | null; textColour: string | null };
  headsign: string;
  departure: string;
  scheduledDeparture: string;
  live: string;
}

/** The next departures of a stop, filled in when they are known; nothing where there are none. */
export function nextDepartures(stop: string): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'next-departures';
  list.setAttribute('role', 'list');
  list.setAttribute('aria-label', text('map.next'));
  list.hidden = true;
  void fill(list, stop);
  return list;
}

async function fill(list: HTMLElement, stop: string): Promise<void> {
  try {
    const answer = await fetch(`/api/v1/departures?stop=${encodeURIComponent(stop)}&limit=12`);
    if (!answer.ok) {
      return;
    }
    const board = (await answer.json()) as { at: string; departures: Departure[] };
    const next = board.departures.filter((one) => !MISSING.includes(one.live)).slice(0, MANY);
    list.append(...next.map((one) => row(one, board.at)));
    list.hidden = next.length === 0;
  } catch {
    // the link to the board of the stop stands beside it
  }
}

function row(departure: Departure, now: string): HTMLElement {
  const item = document.createElement('li');
  const badge = document.createElement('b');
  badge.className = 'line-badge';
  badge.textContent = departure.route.name;
  if (departure.route.colour) {
    badge.style.background = departure.route.colour;
    badge.style.color = departure.route.textColour ?? '#fff';
  }
  const to = document.createElement('span');
  to.textContent = departure.headsign;
  const due = document.createElement('span');
  const minutes = minutesUntil(departure.departure, now);
  due.textContent = minutes < 1 ? text('map.now') : text('map.minutes', minutes);
  due.className = departure.live === 'scheduled' ? '' : 'live';
  item.append(badge, to, due);
  return item;
}

/** Whole minutes from one moment to another, rounded down. */
export function minutesUntil(moment: string, now: string): number {
  return Math.floor((Date.parse(moment) - Date.parse(now)) / 60_000);
}
