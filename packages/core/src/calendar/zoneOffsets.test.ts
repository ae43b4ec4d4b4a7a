import { describe, expect, test } from 'vitest';
import { AftercareError } from '../foundation/index.js';
import { type OffsetSpan, zoneOffsets } from './zoneOffsets.js';

const MINUTE = 60_000;

/** The clock changes of a zone in `[from, to)`, as instants and the minutes from UTC that begin there. */
function changes(timeZone: string, from: string, to: string): [instant: string, minutes: number][] {
  const offsets = zoneOffsets(timeZone);
  const found: [string, number][] = [];
  let span = offsets.spanAt(Date.parse(from));
  while (span.to < Date.parse(to)) {
    const next = offsets.spanAt(span.to);
    if (next.offset !== span.offset) found.push([new Date(next.from).toISOString(), next.offset / MINUTE]);
    span = next;
  }
  return found;
}

describe('the clocks of', () => {
  test('Shanghai ran by the sun until 1901 and have not changed since 1991', () => {
    expect(changes('Asia/Shanghai', '1900-01-01', '1910-01-01')).toEqual([['1900-12-31T15:54:17.000Z', 480]]);
    expect(zoneOffsets('Asia/Shanghai').spanAt(Date.parse('1900-06-01')).offset).toBe(
      ((8 * 60 + 5) * 60 + 43) * 1000,
    );
    expect(changes('Asia/Shanghai', '1991-01-01', '2100-01-01')).toEqual([
      ['1991-04-13T18:00:00.000Z', 540],
      ['1991-09-14T17:00:00.000Z', 480],
    ]);
  });

  test('New York change at two in the morning, in March and November', () => {
    expect(changes('America/New_York', '2026-01-01', '2027-01-01')).toEqual([
      ['2026-03-08T07:00:00.000Z', -240],
      ['2026-11-01T06:00:00.000Z', -300],
    ]);
  });

  test('Morocco go back for the weeks of Ramadan', () => {
    expect(changes('Africa/Casablanca', '2024-01-01', '2025-01-01')).toEqual([
      ['2024-03-10T02:00:00.000Z', 0],
      ['2024-04-14T02:00:00.000Z', 60],
    ]);
  });

  test('Recife were put forward for one week in October 2000', () => {
    expect(changes('America/Recife', '2000-10-01', '2001-01-01')).toEqual([
      ['2000-10-08T03:00:00.000Z', -120],
      ['2000-10-15T02:00:00.000Z', -180],
    ]);
  });

  test('Samoa jumped over a day', () => {
    expect(changes('Pacific/Apia', '2011-12-01', '2012-01-01')).toEqual([['2011-12-30T10:00:00.000Z', 840]]);
  });

  test('Lord Howe Island change by half an hour', () => {
    expect(changes('Australia/Lord_Howe', '2026-01-01', '2027-01-01')).toEqual([
      ['2026-04-04T15:00:00.000Z', 630],
      ['2026-10-03T15:30:00.000Z', 660],
    ]);
  });

  test('Berlin, Sydney and Cairo change on the last day of a block of the table too', () => {
    expect(changes('Europe/Berlin', '1995-01-01', '1995-06-01')).toEqual([['1995-03-26T01:00:00.000Z', 120]]);
    expect(changes('Australia/Sydney', '1993-07-01', '1994-01-01')).toEqual([
      ['1993-10-30T16:00:00.000Z', 660],
    ]);
    expect(changes('Africa/Cairo', '2005-07-01', '2006-01-01')).toEqual([['2005-09-29T21:00:00.000Z', 120]]);
  });

  test('UTC never change', () => {
    expect(changes('UTC', '1800-01-01', '2300-01-01')).toEqual([]);
    expect(zoneOffsets('UTC').spanAt(0).offset).toBe(0);
  });
});

test.each(['America/New_York', 'Africa/Casablanca', 'Asia/Gaza', 'UTC'])(
  'the spans of %s follow each other without gap or overlap, in whatever order they are asked for',
  (timeZone) => {
    const offsets = zoneOffsets(timeZone);
    const [first, end] = [Date.parse('2030-01-01'), Date.parse('2032-01-01')];
    const backwards: OffsetSpan[] = [];
    for (let span = offsets.spanAt(end); span.to > first; span = offsets.spanAt(span.from - 1)) {
      backwards.push(span);
    }
    const forwards: OffsetSpan[] = [];
    for (let span = offsets.spanAt(first); span.from <= end; span = offsets.spanAt(span.to)) {
      forwards.push(span);
    }
    expect(forwards).toEqual(backwards.toReversed());
    for (const { from, to } of forwards) expect(from).toBeLessThan(to);
    forwards.forEach(({ from }, index) => {
      if (index > 0) expect(forwards[index - 1]?.to).toBe(from);
    });
  },
);

test('time is covered from a day before the year 0001 to a day after the year 9999', () => {
  const offsets = zoneOffsets('Asia/Shanghai');
  const first = Date.parse('0000-12-31T00:00:00Z');
  const end = Date.parse('+010000-01-02T00:00:00Z');
  expect(offsets.spanAt(first).from).toBe(first);
  expect(offsets.spanAt(end - 1).to).toBe(end);
  for (const millis of [first - 1, end, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(() => offsets.spanAt(millis)).toThrow(AftercareError);
    expect(() => offsets.spanAt(millis)).toThrow(expect.objectContaining({ code: 'invalid_instant' }));
  }
});
