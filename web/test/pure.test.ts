import { describe, expect, it, vi } from 'vitest';
import { courseFeatures, pointsOf, stopFeatures, tileRoutes } from '../src/drawing';
import { broken, updated } from '../src/follow';
import { parsePoint, pointValue } from '../src/place';
import { decodePolyline } from '../src/polyline';
import { queryOf, readable } from '../src/question';
import { withView } from '../src/answer';
import { reachQuery } from '../src/reach';
import { Glide } from '../src/glide';
import { minutesUntil } from '../src/nextdepartures';
import { lineKinds } from '../src/legend';
import { modeColour, PAINTED } from '../src/palette';
import { fill } from '../src/texts';
import { weighed } from '../src/trade';
import { flow } from '../src/traffic';

describe('a polyline', () => {
  it('is decoded as in the example of the format', () => {
    expect(decodePolyline('_p~iF~ps|U_ulLnnqC_mqNvxq`@')).toEqual([
      [-120.2, 38.5],
      [-120.95, 40.7],
      [-126.453, 43.252],
    ]);
  });

  it('may be empty', () => {
    expect(decodePolyline('')).toEqual([]);
  });
});

describe('a point', () => {
  it('is read from what people type', () => {
    expect(parsePoint(' 45.07 , 7.68')).toEqual({ lat: 45.07, lon: 7.68 });
    expect(parsePoint('Via Roma 12, 3')).toBeUndefined();
    expect(parsePoint('95,7')).toBeUndefined();
  });

  it('is written to about a metre', () => {
    expect(pointValue({ lat: 45.0703456, lon: 7.6 })).toBe('45.07035,7.60000');
  });
});

describe('the address of a question', () => {
  const here = { value: '45.07000,7.68000', name: 'Casa' };
  const there = { value: 'gtt:100', name: 'gtt:100' };

  it('leaves out what is usual', () => {
    const form = new FormData();
    form.set('when', 'now');
    form.set('at', '2026-09-15T08:15');
    form.set('vehicle', '');
    expect(readable(queryOf(form, [here, there], 0))).toBe(
      'from=45.07000,7.68000&to=gtt:100&fromName=Casa',
    );
  });

  it('keeps the places to pass in their order', () => {
    const form = new FormData();
    form.set('when', 'now');
    const first = { value: '45.06000,7.67000', name: 'x' };
    const second = { value: 'gtt:7', name: 'y' };
    expect(readable(queryOf(form, [here, first, second, there], 0))).toBe(
      'from=45.07000,7.68000&to=gtt:100&fromName=Casa&via=45.06000,7.67000&via=gtt:7',
    );
  });

  it('holds who travels with what', () => {
    const form = new FormData();
    form.set('when', 'now');
    form.set('persons', '3');
    form.append('holds', 'gtt:month');
    form.append('holds', 'sfm:day');
    form.set('permits', ' ztl , ');
    form.set('bikeOnBoard', 'true');
    expect(readable(queryOf(form, [here, there], 0))).toBe(
      'from=45.07000,7.68000&to=gtt:100&fromName=Casa&bikeOnBoard=true&persons=3' +
        '&holds=gtt:month,sfm:day&permits=ztl',
    );
  });

  it('holds the time, the modes and the needs', () => {
    const form = new FormData();
    form.set('when', 'arrive');
    form.set('at', '2026-09-15T08:15');
    form.append('modes', 'walk');
    form.append('modes', 'bus');
    form.set('wheelchair', 'true');
    expect(readable(queryOf(form, [here, there], 3))).toBe(
      'from=45.07000,7.68000&to=gtt:100&fromName=Casa&at=2026-09-15T08:15&arriveBy=true' +
        '&modes=walk,bus&wheelchair=true',
    );
  });
});

describe('what matters', () => {
  it('sums what is lost in each cost', () => {
    expect(weighed('0.5 1 0 0.25', [2, 0, 4, 4])).toBe(2);
    expect(weighed('0.5 1 0 0.25', [0, 0, 0, 0])).toBe(0);
  });
});

describe('a new question', () => {
  it('is looked at as the last answer was', () => {
    expect(withView('/?from=a&sort=fare', '?from=b&plane=time,fare&weightTime=2')).toBe(
      '/?from=a&plane=time,fare&weightTime=2',
    );
  });
});

describe('how far one gets', () => {
  const at = { lat: 45.07, lon: 7.68 };

  it('is asked with what of the form holds for it', () => {
    const form = new URLSearchParams('from=x&to=y&at=2026-09-15T08:15&persons=3&wheelchair=true');
    expect(readable(reachQuery(at, 'transit', form))).toBe(
      'from=45.07000,7.68000&minutes=15,30,45&at=2026-09-15T08:15&wheelchair=true',
    );
    expect(reachQuery(at, 'bike', form).get('modes')).toBe('bike');
    expect(reachQuery(at, 'taxi', form).get('modes')).toBe('taxi');
    expect(reachQuery(at, 'bikeshare', form).get('modes')).toBe('walk,transit,bikeshare');
  });
});

describe('a text with places', () => {
  it('is filled', () => {
    expect(fill('{0} of {1}, {2}', ['a', 2])).toBe('a of 2, {2}');
  });
});

describe('the drawing of a small map', () => {
  const drawing = {
    lines: [
      { route: 'gtt:1', colour: '#cc0000', polyline: '_p~iF~ps|U_ulLnnqC' },
      { route: 'gtt:2', colour: '#00cc00', polyline: '' },
    ],
    stops: [{ id: 'gtt:9', name: 'Alfa', lat: 45.1, lon: 7.6 }],
  };

  it('draws a course where the page knows it, and leaves the others to the tiles', () => {
    expect(courseFeatures(drawing)).toHaveLength(1);
    expect(courseFeatures(drawing)[0]?.properties?.colour).toBe('#cc0000');
    expect(tileRoutes(drawing)).toEqual(['gtt:2']);
  });

  it('marks the stops by their names', () => {
    expect(stopFeatures(drawing)[0]).toMatchObject({
      properties: { id: 'gtt:9', name: 'Alfa' },
      geometry: { coordinates: [7.6, 45.1] },
    });
  });

  it('keeps everything in sight', () => {
    expect(pointsOf(drawing)).toEqual([
      [-120.2, 38.5],
      [-120.95, 40.7],
      [7.6, 45.1],
    ]);
  });
});

describe('the flow of a street', () => {
  it('is shown where it is slow or closed, and nowhere else', () => {
    expect(flow({ kind: 'closure', ratio: null })).toBe('closed');
    expect(flow({ kind: 'speed', ratio: 0.3 })).toBe('slower');
    expect(flow({ kind: 'speed', ratio: 0.6 })).toBe('slow');
    expect(flow({ kind: 'speed', ratio: 0.9 })).toBeUndefined();
    expect(flow({ kind: 'accident', ratio: null })).toBeUndefined();
  });
});

describe('vehicles on the map', () => {
  const at = (id: string, lat: number, lon: number) => ({ id, lat, lon });
  const places = (glide: Glide<{ id: string; lat: number; lon: number }>, millis: number) =>
    glide.at(millis).map(({ thing, lat, lon }) => [thing.id, lat, lon]);

  it('glide evenly to where they are told to be, and stay there', () => {
    const glide = new Glide(10_000);
    glide.show([at('a', 45, 7)], 0);
    expect(places(glide, 5_000)).toEqual([['a', 45, 7]]);
    glide.show([at('a', 45.004, 7.008)], 10_000);
    expect(places(glide, 10_000)).toEqual([['a', 45, 7]]);
    expect(glide.at(15_000)[0]?.lat).toBeCloseTo(45.002, 9);
    expect(glide.at(15_000)[0]?.lon).toBeCloseTo(7.004, 9);
    expect(places(glide, 60_000)).toEqual([['a', 45.004, 7.008]]);
    expect([glide.isMoving(15_000), glide.isMoving(20_001)]).toEqual([true, false]);
  });

  it('go on from where they are drawn when news come early', () => {
    const glide = new Glide(10_000);
    glide.show([at('a', 45, 7)], 0);
    glide.show([at('a', 45.004, 7)], 0);
    glide.show([at('a', 45.002, 7)], 5_000);
    expect(glide.at(5_000)[0]?.lat).toBeCloseTo(45.002, 9);
    expect(glide.at(9_000)[0]?.lat).toBeCloseTo(45.002, 9);
  });

  it('are put where they are when that is far, and vanish when they are not told', () => {
    const glide = new Glide(10_000);
    glide.show([at('a', 45, 7), at('b', 45, 7)], 0);
    glide.show([at('a', 45.1, 7)], 1_000);
    expect(places(glide, 1_000)).toEqual([['a', 45.1, 7]]);
  });

  it('leave in whole minutes', () => {
    expect(minutesUntil('2026-09-15T08:20:59+02:00', '2026-09-15T06:15:00Z')).toBe(5);
  });
});

describe('a followed trip that holds', () => {
  it('tells its times and what the traveller should know', () => {
    vi.stubGlobal('document', { getElementById: () => null }); // a page without texts
    const alternative = {
      departure: '2026-09-15T08:10:00+02:00',
      arrival: '2026-09-15T08:14:00+02:00',
      legs: [],
    };
    expect(updated({ alternative, notices: [] })).toEqual(['follow.updated']);
    expect(updated({ alternative, notices: [{ text: 'a lift is out' }] })).toEqual([
      'follow.updated',
      'a lift is out',
    ]);
  });
});

describe('a followed trip that breaks', () => {
  it('tells the reason, where one is and every way on', () => {
    vi.stubGlobal('document', { getElementById: () => null }); // a page without texts
    const way = { departure: '2026-09-15T08:12:00+02:00', arrival: '2026-09-15T08:40:00+02:00' };
    const leg = { departure: '2026-09-15T08:15:00+02:00', mode: 'bus' };
    const told = broken({
      reason: 'cancelled',
      state: 'waiting',
      at: { name: 'Porta Nuova' },
      alternatives: [
        { ...way, legs: [{ ...leg, route: { name: '4', longName: '' } }] },
        { ...way, legs: [] },
      ],
    });
    expect(told).toEqual(['cancelled', 'follow.waiting', 'follow.way', 'follow.way.walk']);
    const nothing = broken({ reason: 'gone', state: null, at: null, alternatives: [] });
    expect(nothing).toEqual(['gone', 'follow.nothing']);
  });
});

describe('the colours of lines', () => {
  it('are those of the mode where the feed tells none', () => {
    expect(modeColour('trolleybus', false)).toBe(modeColour('bus', false));
    expect(modeColour('hovercraft', true)).toBe(modeColour('bus', true));
    for (const dark of [false, true]) {
      expect(new Set(PAINTED.map((mode) => modeColour(mode, dark))).size).toBe(PAINTED.length);
    }
  });

  it('are explained as they are in sight', () => {
    expect(lineKinds([])).toEqual([]);
    expect(lineKinds([{ mode: 'coach' }, { mode: 'metro' }, { mode: 'bus' }])).toEqual(['metro', 'bus']);
    expect(lineKinds([{ mode: 'tram', colour: '#ff0000' }, { mode: 'rail' }])).toEqual(['rail', 'own']);
  });
});
