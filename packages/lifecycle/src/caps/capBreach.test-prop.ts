import { createShopCalendar } from '@aftercare/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breachedCap, type CountedMessage } from './capBreach.js';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const start = Date.parse('2026-03-01T00:00:00+08:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Messages on whole quarters of a day, so that bounds are met often. */
const arbitraryMessage: fc.Arbitrary<CountedMessage> = fc
  .record({
    quarters: fc.integer({ min: 0, max: 80 }),
    channel: fc.constantFrom('sms', 'wechat'),
    purpose: fc.constantFrom('service', 'marketing'),
    actionId: fc.uuid(),
  })
  .map(({ quarters, ...rest }) => {
    const at = start + quarters * 6 * HOUR;
    return { ...rest, at, day: calendar.dayAt(at) };
  });

const arbitraryCap = fc
  .record({
    purpose: fc.constantFrom('service', 'marketing'),
    channel: fc.constantFrom('sms', 'wechat', undefined),
    most: fc.integer({ min: 0, max: 4 }),
    withinDays: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ channel, ...rest }) => ({ ...rest, ...(channel !== undefined && { channel }) }));

describe('a cap', () => {
  test('is broken just when some window of its length would hold the message and too many with it', () => {
    fc.assert(
      fc.property(
        arbitraryMessage,
        fc.array(arbitraryMessage, { maxLength: 12 }),
        arbitraryCap,
        (message, others, cap) => {
          const concerns = (each: CountedMessage) =>
            each.purpose === cap.purpose && (cap.channel ?? each.channel) === each.channel;
          const counted = [...others.filter(concerns), message];
          const length = cap.withinDays * DAY;
          // Every window that could matter begins on a quarter of a day, or a millisecond before one.
          let isBroken = false;
          for (let begin = message.at - length; begin <= message.at; begin += 6 * HOUR) {
            for (const from of [begin, begin - 1, begin + 1]) {
              const holds = ({ at }: CountedMessage) => at >= from && at < from + length;
              if (holds(message) && counted.filter(holds).length > cap.most) isBroken = true;
            }
          }
          const breach = breachedCap(message, others, { usual: [cap], widened: [] }, undefined);
          expect(breach !== undefined).toBe(concerns(message) && isBroken);
          if (breach === undefined || cap.most === 0) return;
          expect(breach.filledBy.length).toBeGreaterThanOrEqual(cap.most);
          for (const each of breach.filledBy) expect(counted).toContain(each);
          const times = [message, ...breach.filledBy].map(({ at }) => at);
          expect(Math.max(...times) - Math.min(...times)).toBeLessThan(length);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('never lets more into a window than it says, in whatever order messages are let in', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryMessage, { maxLength: 30 }),
        fc.array(arbitraryCap, { maxLength: 3 }),
        (asked, caps) => {
          const taken: CountedMessage[] = [];
          for (const message of asked) {
            if (breachedCap(message, taken, { usual: caps, widened: [] }, undefined) === undefined)
              taken.push(message);
          }
          for (const { purpose, channel, most, withinDays } of caps) {
            const counted = taken.filter(
              (each) => each.purpose === purpose && (channel ?? each.channel) === each.channel,
            );
            for (const { at: begin } of counted) {
              const inside = counted.filter(({ at }) => at >= begin && at < begin + withinDays * DAY);
              expect(inside.length).toBeLessThanOrEqual(most);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('says the same in whatever order the other messages are given', () => {
    fc.assert(
      fc.property(
        arbitraryMessage,
        fc.array(arbitraryMessage, { maxLength: 12 }),
        arbitraryCap,
        (message, others, cap) => {
          const policy = { usual: [cap], widened: [] };
          const channel = {
            code: message.channel,
            reaches: 'customer',
            maxPerDay: 1,
            maxPerMonth: 3,
          } as const;
          expect(breachedCap(message, [...others].reverse(), policy, channel)).toEqual(
            breachedCap(message, others, policy, channel),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
