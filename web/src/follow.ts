import { count, text } from './texts';

/** What the server says of a followed alternative. */
interface Told {
  departure: string;
  arrival: string;
  transfers?: number;
  legs: ToldLeg[];
  reliability?: { chance: number | null } | null;
}

interface ToldLeg {
  departure: string;
  mode: string;
  route?: { name: string; longName: string };
}

interface Updated {
  alternative: Told;
  notices: { text: string }[];
}

interface Broken {
  reason: string;
  state: string | null;
  at: { name: string } | null;
  alternatives: Told[];
}

let running: EventSource | undefined;
let followed: HTMLElement | undefined;

/** Follows the trip of a card, or ends following it; one trip at a time. */
export function toggleFollow(card: HTMLDetailsElement, button: HTMLElement): void {
  const again = followed === button;
  stop();
  const place = card.querySelector<HTMLElement>('.following');
  if (again || !place || !card.dataset.id) {
    return;
  }
  followed = button;
  button.setAttribute('aria-pressed', 'true');
  show(place, [text('follow.begun')], false);
  const lang = document.documentElement.lang;
  running = new EventSource(`/api/v1/plan/${card.dataset.id}/events?lang=${lang}`);
  running.addEventListener('updated', (event) => {
    show(place, updated(JSON.parse(event.data as string) as Updated));
  });
  running.addEventListener('broken', (event) => {
    show(place, broken(JSON.parse(event.data as string) as Broken), true);
  });
  running.addEventListener('error', () => {
    if (running?.readyState === EventSource.CLOSED) {
      show(place, [text('follow.lost')], true);
    }
  });
}

function stop(): void {
  running?.close();
  running = undefined;
  followed?.setAttribute('aria-pressed', 'false');
  const place = followed?.closest('details')?.querySelector<HTMLElement>('.following');
  if (place) {
    place.hidden = true;
  }
  followed = undefined;
}

function show(place: HTMLElement, lines: string[], alarming = false): void {
  place.hidden = false;
  place.classList.toggle('alarming', alarming);
  place.replaceChildren(
    ...lines.map((line) => {
      const sentence = document.createElement('p');
      sentence.textContent = line;
      return sentence;
    }),
  );
}

/** The times, how likely they hold, and what the traveller should know. */
export function updated(told: Updated): string[] {
  const trip = told.alternative;
  const chance = trip.reliability?.chance ?? null;
  const times = text('follow.updated', clock(trip.departure), clock(trip.arrival));
  const certain = chance === null || trip.transfers === 0;
  return [
    certain ? times : `${times} ${count('follow.chance', hundredths(chance))}`,
    ...told.notices.map((notice) => notice.text),
  ];
}

/** What was observed so far never makes it certain. */
function hundredths(chance: number): number {
  return Math.min(99, Math.max(1, Math.round(chance * 100)));
}

/** The reason, and every way on from where the traveller is. */
export function broken(told: Broken): string[] {
  const lines = [told.reason];
  const state = told.state ?? '';
  if (told.at && ['waiting', 'walking', 'aboard'].includes(state)) {
    lines.push(text(`follow.${state}`, told.at.name));
  }
  for (const way of told.alternatives) {
    const rides = way.legs.filter((leg) => leg.route);
    const first = rides[0];
    lines.push(
      first
        ? text(
            'follow.way',
            rides.map((leg) => leg.route?.name || leg.route?.longName || '').join(' → '),
            clock(first.departure),
            clock(way.arrival),
          )
        : text('follow.way.walk', clock(way.arrival)),
    );
  }
  if (told.alternatives.length === 0) {
    lines.push(text('follow.nothing'));
  }
  return lines;
}

/** The time of day of an ISO instant, as it is written there: city time. */
function clock(iso: string): string {
  return iso.slice(11, 16);
}
