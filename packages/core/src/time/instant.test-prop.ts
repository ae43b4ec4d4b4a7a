import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epochMillisOf, instantOf } from './instant.js';

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** The definition in plain words: the form by a regular expression, the rest by the Date of the language. */
function plainEpochMillisOf(instant: string): number | undefined {
  const match = FORM.exec(instant);
  if (match === null) return undefined;
  const [year = 0, month = 0, dayOfMonth = 0, hour = 0, minute = 0] = match.slice(1, 6).map(Number);
  const [second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = match.slice(6);
  const limits = [
    [hour, 24],
    [minute, 60],
    [Number(second), 60],
    [Number(offsetHour), 24],
    [Number(offsetMinute), 60],
  ];
  if (limits.some(([value = 0, limit = 0]) => value >= limit)) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  if (year === 0 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth) return undefined;
  date.setUTCHours(hour, minute, Number(second), Number(fraction.padEnd(3, '0').slice(0, 3)));
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000;
  return date.getTime() + (sign === '-' ? offset : -offset);
}

const padded = (max: number, digits = 2) =>
  fc.integer({ min: 0, max }).map((number) => String(number).padStart(digits, '0'));

/** Texts of the form, most of which exist. */
const nearlyInstant = fc
  .record({
    day: fc.tuple(padded(9999, 4), padded(13), padded(32)).map((parts) => parts.join('-')),
    time: fc.tuple(padded(24), padded(60)).map((parts) => parts.join(':')),
    seconds: fc.option(padded(60), { nil: undefined }),
    fraction: fc.option(fc.stringMatching(/^[0-9]{0,10}$/), { nil: undefined }),
    offset: fc.oneof(
      fc.constantFrom('Z', '', 'z'),
      fc.tuple(fc.constantFrom('+', '-'), padded(24), padded(60)).map(([sign, h, m]) => `${sign}${h}:${m}`),
    ),
  })
  .map(({ day, time, seconds, fraction, offset }) => {
    const tail = seconds === undefined ? '' : `:${seconds}${fraction === undefined ? '' : `.${fraction}`}`;
    return `${day}T${time}${tail}${offset}`;
  });

/** The same with a character replaced, put in or taken out. */
const brokenInstant = fc
  .tuple(
    nearlyInstant,
    fc.nat(35),
    fc.constantFrom(0, 1),
    fc.constantFrom('', '0', '9', ':', '-', '+', 'Z', '.', 'T', ' ', '٣', '/', ';'),
  )
  .map(([text, at, removed, put]) => text.slice(0, at) + put + text.slice(at + removed));

test('exactly the texts of the plain definition are instants, with the same milliseconds', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyInstant, brokenInstant, fc.string()), (text) => {
      expect(epochMillisOf(text)).toBe(plainEpochMillisOf(text));
    }),
    { numRuns: 20_000 },
  );
});

test('the instant of any moment reads back as that moment, and as the Date of the language reads it', () => {
  const min = Date.parse('0001-01-01T00:00:00Z');
  const max = Date.parse('9999-12-31T23:59:59.999Z');
  fc.assert(
    fc.property(fc.integer({ min, max }), (millis) => {
      expect(epochMillisOf(instantOf(millis))).toBe(millis);
      expect(Date.parse(instantOf(millis))).toBe(millis);
    }),
    { numRuns: 1000 },
  );
});
