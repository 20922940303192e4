import { describe, expect, it, vi } from 'vitest';
import { courseFeatures, pointsOf, stopFeatures, tileRoutes } from '../src/drawing';
import { broken } from '../src/follow';
import { parsePoint, pointValue } from '../src/place';
import { decodePolyline } from '../src/polyline';
import { queryOf, readable } from '../src/question';
import { withView } from '../src/answer';
import { reachQuery } from '../src/reach';
import { fill } from '../src/texts';
import { weighed } from '../src/trade';

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
