import { tzOffset, tzScan } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumberOf, dayOfNumber, MILLISECONDS_A_DAY } from '../time/index.js';
import { createShopCalendar, type ShopCalendar } from './shopCalendar.js';

const HOUR = 3_600_000;
const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
const anyZone = fc.constantFrom(...zones);
const anyMillis = fc.integer({ min: Date.parse('1900-01-01T00:00Z'), max: Date.parse('2199-12-31T00:00Z') });
const anyDay = fc.integer({ min: -25_567, max: 84_006 }).map(dayOfNumber);

const calendars = new Map<string, ShopCalendar>();

function calendarOf(timeZone: string): ShopCalendar {
  const calendar = calendars.get(timeZone) ?? createShopCalendar({ timeZone });
  calendars.set(timeZone, calendar);
  return calendar;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What `Intl` writes as the date and time on the wall, `2026-02-28 09:30:00`: it never sees an offset. */
function wallClock(timeZone: string, millis: number): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format.format(millis);
}

describe('the day of an instant is the one that Intl writes', () => {
  test('in every zone there is', () => {
    for (const timeZone of zones) {
      const calendar = createShopCalendar({ timeZone });
      fc.assert(
        fc.property(anyMillis, (millis) => {
          expect(calendar.dayAt(millis)).toBe(wallClock(timeZone, millis).slice(0, 10));
        }),
        { numRuns: 15 },
      );
    }
  });

  test('around midnights', () => {
    const aroundMidnight = fc.integer({ min: -2 * HOUR, max: 2 * HOUR });
    fc.assert(
      fc.property(anyZone, anyDay, aroundMidnight, (timeZone, day, shift) => {
        const calendar = calendarOf(timeZone);
        const millis = calendar.startOfDay(day) + shift;
        expect(calendar.dayAt(millis)).toBe(wallClock(timeZone, millis).slice(0, 10));
      }),
      { numRuns: 2000 },
    );
  });

  test('in the hours around clock changes, to the second', () => {
    // tzScan finds the changes that whole months show, and asks for offsets of whole hours and minutes: enough here.
    const interval = { start: new Date('1975-01-01T00:00Z'), end: new Date('2037-01-01T00:00Z') };
    const withChanges = ['America/St_Johns', 'America/Havana', 'Africa/Cairo', 'Asia/Gaza', 'Pacific/Apia'];
    const anyChange = fc.constantFrom(
      ...[...withChanges, 'America/Sao_Paulo', 'Asia/Beirut', 'Australia/Lord_Howe'].flatMap((timeZone) =>
        tzScan(timeZone, interval).map(({ date }) => ({ timeZone, millis: date.getTime() })),
      ),
    );
    const aroundChange = fc.oneof(
      fc.integer({ min: -26 * HOUR, max: 26 * HOUR }),
      fc.integer({ min: -7300, max: 7300 }).map((seconds) => seconds * 1000),
    );
    fc.assert(
      fc.property(anyChange, aroundChange, (change, shift) => {
        const millis = change.millis + shift;
        const calendar = calendarOf(change.timeZone);
        expect(calendar.dayAt(millis)).toBe(wallClock(change.timeZone, millis).slice(0, 10));
        // The same by the offset that date-fns gives, in minutes.
        const wallMillis = millis + tzOffset(change.timeZone, new Date(millis)) * 60_000;
        expect(calendar.dayNumberAt(millis)).toBe(Math.floor(wallMillis / MILLISECONDS_A_DAY));
      }),
      { numRuns: 3000 },
    );
  });

  test('in whatever order instants come', () => {
    fc.assert(
      fc.property(anyZone, fc.array(anyMillis, { maxLength: 20 }), (timeZone, instants) => {
        const calendar = createShopCalendar({ timeZone });
        const there = instants.map((millis) => calendar.dayNumberAt(millis));
        const back = instants.toReversed().map((millis) => calendar.dayNumberAt(millis));
        expect(back.toReversed()).toEqual(there);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the start of a day', () => {
  test('falls on that day, and the moment before it on an earlier one', () => {
    fc.assert(
      fc.property(anyZone, anyDay, (timeZone, day) => {
        const calendar = calendarOf(timeZone);
        const start = calendar.startOfDay(day);
        // A day that the zone left out begins where the next one does.
        const isLeftOut = calendar.endOfDay(day) === start;
        expect(wallClock(timeZone, start).slice(0, 10)).toBe(isLeftOut ? calendar.addDays(day, 1) : day);
        expect(wallClock(timeZone, start - 1).slice(0, 10) < day).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('is the end of the day before', () => {
    fc.assert(
      fc.property(anyZone, anyDay, (timeZone, day) => {
        const calendar = calendarOf(timeZone);
        expect(calendar.endOfDay(calendar.addDays(day, -1))).toBe(calendar.startOfDay(day));
      }),
      { numRuns: 300 },
    );
  });
});

test('days between and adding days are each other’s inverse, and add up', () => {
  const calendar = calendarOf('America/New_York');
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
      expect(calendar.addDays(a, calendar.daysBetween(a, b))).toBe(b);
      expect(calendar.daysBetween(a, b) + calendar.daysBetween(b, c)).toBe(calendar.daysBetween(a, c));
      expect(calendar.daysBetween(a, b)).toBe((dayNumberOf(b) ?? 0) - (dayNumberOf(a) ?? 0));
    }),
  );
});

test('the next instant in a daily window is inside it, not in the past, and the first such', () => {
  const anyTime = fc
    .integer({ min: 0, max: 1439 })
    .map((minutes) => wallClock('UTC', minutes * 60_000).slice(11, 16));
  const anyWindow = fc.record({ from: anyTime, to: anyTime }).filter(({ from, to }) => from !== to);
  fc.assert(
    fc.property(
      anyZone,
      anyMillis,
      anyWindow,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (timeZone, millis, window, share) => {
        const { from, to } = window;
        const isInside = (instant: number) => {
          const time = wallClock(timeZone, instant).slice(11);
          return from < to
            ? time >= `${from}:00` && time < `${to}:00`
            : time >= `${from}:00` || time < `${to}:00`;
        };
        const next = calendarOf(timeZone).nextInDailyWindow(millis, window);
        expect(next).toBeGreaterThanOrEqual(millis);
        expect(isInside(next)).toBe(true);
        if (next === millis) return;
        expect(isInside(millis)).toBe(false);
        expect(isInside(next - 1)).toBe(false);
        expect(isInside(millis + Math.floor((next - 1 - millis) * share))).toBe(false);
      },
    ),
    { numRuns: 3000 },
  );
});
