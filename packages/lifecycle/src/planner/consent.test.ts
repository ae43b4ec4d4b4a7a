import type { Consent, Customer } from '@aftercare/core';
import * as china from '@aftercare/core/china';
import { describe, expect, test } from 'vitest';
import { openPolicy, type PlannerSketch, plannerOf, type RuleSketch } from '../../test/careRules.js';
import { boughtOnce, now } from '../../test/customers.js';

const marketing: RuleSketch = { name: 'rule', purpose: 'marketing', channels: ['app_push', 'sms', 'email'] };
const service: RuleSketch = { ...marketing, purpose: 'service' };
const optIn = { policy: { marketingConsent: 'opt_in' } } as const;

/** The channel that the rule takes for the customer, or why there is none. */
function wayTo(customer: Partial<Customer>, rule: RuleSketch, sketch: PlannerSketch = {}, at = now): unknown {
  const input = { customer: { id: 'c-1', ...customer }, facts: boughtOnce(10), history: [], now: at };
  const { actions, receipts } = plannerOf([rule], sketch).plan(input);
  const [action] = actions;
  if (action !== undefined) return action.channel;
  const outcome = receipts[0]?.outcome;
  return outcome?.kind === 'suppressed' && 'channels' in outcome ? outcome.channels : outcome;
}
const said = (channel: string, purpose: Consent['purpose'], granted: boolean): Consent => ({
  channel,
  purpose,
  granted,
});
const silence = { app_push: 'not_granted', sms: 'not_granted', email: 'not_granted' };

describe('consent', () => {
  test('to marketing is needed for each channel where customers opt in', () => {
    expect(wayTo({}, marketing, optIn)).toEqual(silence);
    expect(wayTo({ consents: [said('sms', 'marketing', true)] }, marketing, optIn)).toBe('sms');
    expect(wayTo({ consents: [said('wechat', 'marketing', true)] }, marketing, optIn)).toEqual(silence);
  });

  test('to marketing is not needed where customers opt out, but heeded', () => {
    expect(wayTo({}, marketing)).toBe('app_push');
    expect(wayTo({ consents: [said('app_push', 'marketing', false)] }, marketing)).toBe('sms');
  });

  test('to service is needed nowhere, but an objection is heeded', () => {
    expect(wayTo({}, service, optIn)).toBe('app_push');
    expect(wayTo({ consents: [said('app_push', 'service', false)] }, service, optIn)).toBe('sms');
  });

  test('is told for each purpose apart', () => {
    const consents = [said('app_push', 'service', true), said('app_push', 'marketing', false)];
    expect(wayTo({ consents }, service, optIn)).toBe('app_push');
    expect(wayTo({ consents }, marketing, optIn)).toEqual({ ...silence, app_push: 'objected' });
  });

  test('is what was said last', () => {
    const consents = [said('sms', 'marketing', true), said('sms', 'marketing', false)];
    expect(wayTo({ consents }, marketing, optIn)).toEqual({ ...silence, sms: 'objected' });
    expect(wayTo({ consents: consents.toReversed() }, marketing, optIn)).toBe('sms');
  });

  test('refused on every channel is no consent to service either', () => {
    const consents = ['app_push', 'sms', 'email'].map((channel) => said(channel, 'service', false));
    expect(wayTo({ consents }, service)).toEqual({
      app_push: 'objected',
      sms: 'objected',
      email: 'objected',
    });
  });
});

describe('the channel', () => {
  test('is the first of the rule, in its order of preference', () => {
    expect(wayTo({}, { ...service, channels: ['email', 'sms'] })).toBe('email');
  });

  test('is one that the shop has an address for', () => {
    expect(wayTo({ reachableOn: ['email', 'sms'] }, service)).toBe('sms');
    expect(wayTo({ reachableOn: [] }, service)).toEqual(['app_push', 'sms', 'email']);
  });

  test('is one that may be used and has an address', () => {
    const consents = [said('sms', 'marketing', false)];
    expect(wayTo({ consents, reachableOn: ['sms', 'email'] }, marketing)).toBe('email');
    // What is missing is an address: of those that may be used, neither has one.
    expect(wayTo({ consents, reachableOn: ['sms'] }, marketing)).toEqual(['app_push', 'email']);
  });
});

describe('a minor', () => {
  // 16 years old on 31 March 2026.
  const birthday = { calendar: 'solar', month: 3, day: 31, year: 2010 } as const;
  const missing = { app_push: 'guardian_missing', sms: 'guardian_missing', email: 'guardian_missing' };

  test.each([
    ['2026-03-30T15:59:59.999Z', missing],
    ['2026-03-30T16:00:00Z', 'app_push'],
    ['2026-04-01T01:00:00Z', 'app_push'],
  ])('hears nothing until the sixteenth birthday begins in the shop (at %s)', (at, expected) => {
    expect(wayTo({ birthday }, { ...service, validForDays: 3 }, {}, at)).toEqual(expected);
  });

  test('hears nothing of marketing either, whatever was agreed to but by a guardian', () => {
    const young = { birthday: { ...birthday, year: 2011 }, consents: [said('sms', 'marketing', true)] };
    expect(wayTo(young, marketing, optIn)).toEqual(missing);
    expect(wayTo({ ...young, guardianConsent: true }, marketing, optIn)).toBe('sms');
    expect(wayTo({ ...young, guardianConsent: false }, marketing, optIn)).toEqual(missing);
  });

  test('is whom the shop knows to be one, and not whom it knows not to be', () => {
    expect(wayTo({ minor: true }, service)).toEqual(missing);
    expect(wayTo({ minor: true, guardianConsent: true }, service)).toBe('app_push');
    expect(wayTo({ minor: false, birthday: { ...birthday, year: 2020 } }, service)).toBe('app_push');
  });

  test('cannot be told without the year of birth', () => {
    expect(wayTo({ birthday: { calendar: 'solar', month: 3, day: 31 } }, service)).toBe('app_push');
  });

  test('is nobody where the policy knows of no such age', () => {
    expect(wayTo({ minor: true }, service, { policy: { guardianAge: 0 } })).toBe('app_push');
    expect(wayTo({ birthday }, service, { policy: { guardianAge: 18 } })).toEqual(missing);
    expect(wayTo({ birthday }, service, { policy: { guardianAge: 14 } })).toBe('app_push');
  });

  test('by a lunar birthday is one until that day of the lunar year', () => {
    // The first day of the second lunar month of 2026 is 19 March.
    const lunarBirthday = { calendar: 'lunar', month: 2, day: 1, year: 2010 } as const;
    const rule = { ...service, validForDays: 3 };
    const onDay = (at: string, sketch: PlannerSketch) => wayTo({ birthday: lunarBirthday }, rule, sketch, at);
    expect(onDay('2026-03-18T04:00:00Z', { lunar: china })).toEqual(missing);
    expect(onDay('2026-03-19T04:00:00Z', { lunar: china })).toBe('app_push');
    // Nobody knows the day: with the end of the year at the latest.
    expect(onDay('2026-12-31T04:00:00Z', {})).toEqual(missing);
    expect(onDay('2027-01-01T04:00:00Z', {})).toBe('app_push');
  });
});

describe("a note to the shop's own staff", () => {
  const note: RuleSketch = { ...service, channels: ['service_desk', 'sms'] };

  test('needs no consent, no address and no guardian', () => {
    const consents = [said('service_desk', 'service', false)];
    expect(wayTo({ consents, reachableOn: [], minor: true }, note)).toBe('service_desk');
  });

  test('waits for nobody to wake up, and is no message to the customer', () => {
    const night = '2026-03-30T18:00:00.000Z';
    const planner = plannerOf(
      [note, { ...note, name: 'second', value: 1 }, { ...service, name: 'third', value: 2 }],
      {
        policy: openPolicy({
          caps: { usual: [{ purpose: 'service', most: 0, withinDays: 1 }], widened: [] },
        }),
      },
    );
    const plan = planner.plan({ customer: { id: 'c-1' }, facts: boughtOnce(10), history: [], now: night });
    expect(plan.actions.map(({ rule, dueAt }) => [rule, dueAt])).toEqual([
      ['rule', night],
      ['second', night],
    ]);
  });

  test('is the way out where nothing else may be used', () => {
    expect(wayTo({ minor: true }, { ...service, channels: ['sms', 'service_desk'] })).toBe('service_desk');
  });
});
