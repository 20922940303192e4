import type { Suggestion } from './combobox';
import { pointValue } from './place';
import { text } from './texts';

/** A place as `GET /api/v1/stops?q=` gives it. */
interface FoundPlace {
  id?: string;
  name: string;
  lat: number;
  lon: number;
  kind?: string;
  municipality?: string;
  modes?: string[];
}

/** Suggestions for what was typed, best first. */
export async function lookUp(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  const query = new URLSearchParams({ q: typed, limit: '8' });
  const answer = await fetch(`/api/v1/stops?${query}`, {
    signal,
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) {
    throw new Error(`search answered ${answer.status}`);
  }
  const found = (await answer.json()) as { stops: FoundPlace[] };
  return found.stops.map(suggestionOf);
}

/** How the server calls a point of the map; the point itself when it does not answer. */
export async function nameOf(point: string): Promise<string> {
  try {
    const answer = await fetch(`/fragments/name?point=${point}`);
    return answer.ok ? await answer.text() : point;
  } catch {
    return point;
  }
}

function suggestionOf(place: FoundPlace): Suggestion {
  const mode = place.modes?.[0];
  const kind = place.kind ?? 'stop';
  const boards = kind === 'stop' || kind === 'station';
  return {
    value: place.id && boards ? place.id : pointValue(place),
    name: place.name,
    detail: [text(`kind.${kind}`), place.municipality].filter(Boolean).join(' · '),
    icon: mode ?? (kind === 'street' ? 'street' : boards ? 'stop' : 'pin'),
  };
}
