import type { Place } from './place';

/** Fields of the form that stand in the address as they are, when they hold something. */
const PLAIN = [
  'vehicle',
  'walkSpeed',
  'maxWalk',
  'maxStress',
  'stay',
  'wheelchair',
  'avoidStairs',
  'luggage',
  'bikeOnBoard',
  'persons',
  'rider',
  'media',
];

/**
 * The address query of a form: short, stable, with the parameter names of `GET /api/v1/plan`, so
 * that a link is worth keeping. Defaults are left out.
 */
export function queryOf(
  form: FormData,
  [from, ...between]: Place[],
  allModes: number,
): URLSearchParams {
  const to = between.pop();
  if (!from || !to) {
    throw new Error('a question has two ends');
  }

  const query = new URLSearchParams();
  put(query, 'from', from.value);
  put(query, 'to', to.value);
  putName(query, 'fromName', from);
  putName(query, 'toName', to);
  for (const via of between) {
    query.append('via', via.value);
  }
  const when = form.get('when');
  if (when !== 'now') {
    put(query, 'at', String(form.get('at') ?? ''));
    if (when === 'arrive') {
      query.set('arriveBy', 'true');
    }
  }
  const modes = form.getAll('modes').map(String);
  if (modes.length > 0 && modes.length < allModes) {
    query.set('modes', modes.join(','));
  }
  for (const name of PLAIN) {
    put(query, name, String(form.get(name) ?? ''));
  }
  put(query, 'holds', form.getAll('holds').join(','));
  const permits = String(form.get('permits') ?? '').split(',');
  put(query, 'permits', permits.map((permit) => permit.trim()).filter(Boolean).join(','));
  return query;
}

/** A query as it is shown in the address bar: commas and colons stay readable. */
export function readable(query: URLSearchParams): string {
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

function put(query: URLSearchParams, name: string, value: string): void {
  if (value !== '') {
    query.set(name, value);
  }
}

function putName(query: URLSearchParams, name: string, place: Place): void {
  if (place.name !== place.value) {
    put(query, name, place.name);
  }
}
