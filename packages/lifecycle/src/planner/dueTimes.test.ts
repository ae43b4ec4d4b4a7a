import { describe, expect, test } from 'vitest';
import { openPolicy, plannerOf, type RuleSketch } from '../../test/careRules.js';
import { boughtOnce } from '../../test/customers.js';

const offer: RuleSketch = { name: 'rule', purpose: 'marketing', validForDays: 1 };

/** When the message of a rule is due that is decided at an instant, or why there is none. */
function dueFrom(at: string, rule: RuleSketch = offer, timeZone?: string): string | undefined {
  const customer = { id: 'c-1', ...(timeZone && { timeZone }) };
  const plan = plannerOf([rule]).plan({ customer, facts: boughtOnce(10), history: [], now: at });
  const outcome = plan.receipts[0]?.outcome;
  return plan.actions[0]?.dueAt ?? (outcome?.kind === 'suppressed' ? outcome.reason : undefined);
}

describe('a message', () => {
  test('is due at once by day, and after the quiet hours by night', () => {
    expect(dueFrom('2026-03-31T10:00:00+08:00')).toBe('2026-03-31T02:00:00.000Z');
    expect(dueFrom('2026-03-31T05:00:00+08:00')).toBe('2026-03-31T01:00:00.000Z');
    expect(dueFrom('2026-03-31T21:00:00+08:00', { ...offer, validForDays: 2 })).toBe(
      '2026-04-01T01:00:00.000Z',
    );
    expect(dueFrom('2026-03-31T21:00:00+08:00', { ...offer, purpose: 'service' })).toBe(
      '2026-03-31T13:00:00.000Z',
    );
  });

  test.each([
    // Ten in the morning in Shanghai is four in Berlin, and the evening before in New York.
    ['Europe/Berlin', '2026-03-31T07:00:00.000Z'],
    ['America/New_York', '2026-03-31T13:00:00.000Z'],
    ['Asia/Tokyo', '2026-03-31T02:00:00.000Z'],
  ])('waits for the morning of the customer in %s', (timeZone, expected) => {
    expect(dueFrom('2026-03-31T10:00:00+08:00', offer, timeZone)).toBe(expected);
  });

  test.each([
    ['America/New_York', '2026-03-08T02:00:00-05:00', '2026-03-08T09:00:00-04:00'],
    ['America/New_York', '2026-11-01T00:30:00-04:00', '2026-11-01T09:00:00-05:00'],
    ['Europe/Berlin', '2026-03-29T00:30:00+01:00', '2026-03-29T09:00:00+02:00'],
    ['Europe/Berlin', '2026-10-25T02:30:00+02:00', '2026-10-25T09:00:00+01:00'],
  ])('in %s is not misled by clocks that change at night (decided at %s)', (timeZone, at, expected) => {
    expect(dueFrom(at, { ...offer, validForDays: 2 }, timeZone)).toBe(new Date(expected).toISOString());
  });

  test('is suppressed when its day in the shop is over before the night of the customer', () => {
    // Nine in the morning in New York is nine or ten in the evening in Shanghai, midnight comes three hours later.
    expect(dueFrom('2026-07-01T18:00:00+08:00', offer, 'America/New_York')).toBe('2026-07-01T13:00:00.000Z');
    expect(dueFrom('2026-07-01T18:00:00+08:00', offer, 'America/Los_Angeles')).toBe('expired');
    expect(dueFrom('2026-07-01T18:00:00+08:00', { ...offer, validForDays: 2 }, 'America/Los_Angeles')).toBe(
      '2026-07-01T16:00:00.000Z',
    );
  });

  test.each([
    ['23:59', '2026-03-31T15:59:00.000Z'],
    ['00:00', 'expired'],
    ['00:01', 'expired'],
  ])('is of no use any more at the instant at which it expires: quiet hours until %s', (to, expected) => {
    const policy = openPolicy({ quietHours: { marketing: { from: '21:00', to } } });
    const plan = plannerOf([offer], { policy }).plan({
      customer: { id: 'c-1' },
      facts: boughtOnce(10),
      history: [],
      now: '2026-03-31T21:30:00+08:00',
    });
    const outcome = plan.receipts[0]?.outcome;
    // Until 23:59 is a day later when it begins at 21:00: the night is just as long as it says.
    expect(plan.actions[0]?.dueAt ?? (outcome?.kind === 'suppressed' && outcome.reason)).toBe(expected);
  });

  test.each([
    [1, '2026-03-31T16:00:00.000Z'],
    [2, '2026-04-01T16:00:00.000Z'],
    [366, '2027-03-31T16:00:00.000Z'],
  ])(
    'that is valid for %i days expires at the end of the last of them in the shop',
    (validForDays, expected) => {
      const customer = { id: 'c-1', timeZone: 'America/New_York' };
      const input = { customer, facts: boughtOnce(10), history: [], now: '2026-03-31T23:59:59+08:00' };
      const planner = plannerOf([{ ...offer, validForDays, purpose: 'service' }]);
      expect(planner.plan(input).actions[0]?.expiresAt).toBe(expected);
    },
  );
});
