import type { EpochMillis } from '@aftercare/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arbitraryBusyRules,
  arbitraryCaps,
  arbitraryLife,
  arbitraryPurchases,
} from '../../test/arbitraryCare.js';
import { openPolicy, plannerOf } from '../../test/careRules.js';
import { shanghai } from '../../test/customers.js';
import { inputOn, type SimulatedLife } from '../../test/simulatedLife.js';
import { defaultChannels } from '../channels/index.js';
import type { CareAction } from './careAction.js';
import { type CareHistoryEntry, careHistoryEntry } from './careHistory.js';
import type { Planner } from './planner.js';

const DAY = 86_400_000;
const YEAR = 366;

/** A customer who buys up to sixty times in a year. */
const arbitraryBusyLife: fc.Arbitrary<SimulatedLife> = fc
  .tuple(arbitraryLife, arbitraryPurchases(-10, YEAR, 60))
  .map(([{ customer, ...life }, purchases]) => {
    const { timeZone } = customer;
    // Nothing but the limits keeps anybody from writing.
    return {
      ...life,
      purchases,
      openCases: [],
      worldEvents: [],
      customer: { id: 'c-1', ...(timeZone && { timeZone }) },
    };
  });

/** The hour of each day, in turn, at which the host plans. */
const arbitraryHours = fc.array(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 10 });

/** All messages to the customer of one year: what was planned and not withdrawn. A third of it is never told as sent. */
function messagesOfAYear(life: SimulatedLife, planner: Planner, hours: readonly number[]): CareAction[] {
  const actions: CareAction[] = [];
  const history: CareHistoryEntry[] = [];
  const withdrawn = new Set<string>();
  for (let day = 0; day < YEAR; day++) {
    const input = inputOn(life, day, history);
    const now = new Date(Date.parse(input.now) + (hours[day % hours.length] ?? 0) * 3_600_000).toISOString();
    const plan = planner.plan({ ...input, now });
    for (const { actionId } of plan.withdrawals) withdrawn.add(actionId);
    for (const action of plan.actions) {
      actions.push(action);
      history.push(careHistoryEntry(action, 'planned', now));
      if (actions.length % 3 > 0) history.push(careHistoryEntry(action, 'sent', action.dueAt));
    }
  }
  return actions.filter(({ id, channel }) => channel !== 'service_desk' && !withdrawn.has(id));
}

describe('over a year with a customer who buys often', () => {
  test('no cap is exceeded in any stretch of time, nor any limit of a channel', () => {
    let messageCount = 0;
    fc.assert(
      fc.property(
        arbitraryBusyLife,
        arbitraryBusyRules,
        arbitraryCaps,
        arbitraryHours,
        (life, rules, caps, hours) => {
          const messages = messagesOfAYear(life, plannerOf(rules, { policy: { caps } }), hours);
          messageCount += messages.length;
          const dayOf = ({ dueAt }: CareAction) => shanghai.dayAt(dueAt);
          const [period] = caps.widened;
          const isWidened = (message: CareAction) =>
            period !== undefined && dayOf(message) >= period.from && dayOf(message) < period.to;
          for (const [capsThen, inForce] of [
            [caps.usual, messages.filter((each) => !isWidened(each))],
            [period?.caps ?? [], messages.filter(isWidened)],
          ] as const) {
            for (const { purpose, channel, most, withinDays } of capsThen) {
              const times = inForce
                .filter((each) => each.purpose === purpose && (channel ?? each.channel) === each.channel)
                .map(({ dueAt }) => Date.parse(dueAt));
              expect(largestStretch(times, withinDays * DAY)).toBeLessThanOrEqual(most);
            }
          }
          for (const { code, maxPerDay = Infinity, maxPerMonth = Infinity } of defaultChannels) {
            const days = messages.filter(({ channel }) => channel === code).map(dayOf);
            expect(mostOf(days)).toBeLessThanOrEqual(maxPerDay);
            expect(mostOf(days.map((day) => day.slice(0, 7)))).toBeLessThanOrEqual(maxPerMonth);
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(messageCount).toBeGreaterThan(100);
  });

  test("nobody is written to in the quiet hours of the customer's own clock", () => {
    const arbitraryQuiet = fc
      .uniqueArray(fc.constantFrom('00:00', '02:30', '07:15', '09:00', '18:00', '21:00', '23:59'), {
        minLength: 2,
        maxLength: 2,
      })
      .map(([from = '', to = '']) => ({ from, to }));
    fc.assert(
      fc.property(
        arbitraryBusyLife,
        arbitraryBusyRules,
        arbitraryQuiet,
        arbitraryQuiet,
        arbitraryHours,
        (life, rules, marketing, service, hours) => {
          const quietHours = { marketing, service };
          const planner = plannerOf(rules, { policy: openPolicy({ quietHours }) });
          for (const { dueAt, purpose } of messagesOfAYear(life, planner, hours)) {
            const { from, to } = quietHours[purpose];
            const time = clockOf(Date.parse(dueAt), life.customer.timeZone ?? 'Asia/Shanghai');
            const isQuiet = from < to ? time >= from && time < to : time >= from || time < to;
            expect(isQuiet, `${time} in quiet hours from ${from} to ${to}`).toBe(false);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** The most instants in any window of a length, by its definition: every window begins at one of them. */
function largestStretch(times: readonly EpochMillis[], length: number): number {
  return Math.max(
    0,
    ...times.map((begin) => times.filter((time) => time >= begin && time < begin + length).length),
  );
}

function mostOf(names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => names.filter((other) => other === name).length));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The time on the wall, such as 09:00, by the platform itself. */
function clockOf(instant: EpochMillis, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(timeZone, format);
  return format.format(instant);
}
