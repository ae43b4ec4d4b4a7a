import { AftercareError, contentHash, unwrap } from '@aftercare/core';
import { checkExamples } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import {
  toyAuthority,
  toyCalendars,
  toyDefinition,
  toyKind,
  toyMatrix,
  toyPolicy,
} from '../../test/toyPolicy.js';
import { loadAuthority } from '../authority/index.js';
import { formatPolicyIssue } from '../issues/index.js';
import { guardRules } from './compileGuards.js';
import { guardFactsOf } from './guardFacts.js';
import { type LoadPolicyOptions, loadPolicy } from './loadPolicy.js';

const options = { authority: toyAuthority(), calendars: toyCalendars };

function issuesOf(definition: unknown): (readonly [string, string])[] {
  const result = loadPolicy(toyKind, definition, options);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')]);
}

const [offer, ...others] = toyDefinition.transitions;
const withOffer = (change: object) => ({
  ...toyDefinition,
  transitions: [{ ...offer, ...change }, ...others],
});

const withTexts = (change: object) => ({ ...toyDefinition, texts: { ...toyDefinition.texts, ...change } });

test('a definition survives a trip through JSON, and means the same', () => {
  const again = JSON.parse(JSON.stringify(toyDefinition));
  expect(again).toEqual(toyDefinition);
  expect(toyPolicy(again).version).toBe(toyPolicy().version);
});

test('the guards of the definition come out as their examples say', () => {
  const rules = unwrap(guardRules(toyDefinition, guardFactsOf(toyKind.shape)));
  expect(checkExamples(rules)).toEqual([]);
});

describe('a name that stands for nothing is told with its place', () => {
  test.each([
    ['transitions.0.from.0', { from: ['opne'] }],
    ['transitions.0.to', { to: 'ofered' }],
    ['transitions.0.on', { on: 'propse' }],
    ['transitions.0.by.0', { by: ['agnet'] }],
    ['transitions.0.when.0', { when: ['in_tme'] }],
    ['transitions.0.event', { event: 'propsed' }],
    ['transitions.0.calculate.0', { calculate: ['paid_prt'] }],
    ['transitions.0.effects.0', { effects: ['notify_custmer'] }],
    ['transitions.0.effects.0.request_approval.role', { effects: [{ request_approval: { role: 'owner' } }] }],
    ['transitions.0.grants', { grants: 'price_ct' }],
  ])('%s', (path, change) => {
    expect(issuesOf(withOffer(change))).toEqual([['unknown_name', path]]);
  });

  test('and the nearest one is suggested', () => {
    const result = loadPolicy(toyKind, withOffer({ to: 'ofered' }), {
      authority: toyAuthority(),
      calendars: toyCalendars,
    });
    expect(result.ok ? '' : result.issues[0].message).toBe(
      'transitions[0].to: There is no state "ofered". Did you mean "offered"?',
    );
  });
});

describe('what does not fit together is refused', () => {
  test.each([
    ['unknown_key', 'transitions.0', withOffer({ does: 'x' })],
    [
      'duplicate_name',
      'transitions.0.name',
      { ...toyDefinition, transitions: [...toyDefinition.transitions, offer] },
    ],
    ['effect_of_command', 'transitions.0.of', withOffer({ of: ['refund_payment'] })],
    ['leaves_final_state', 'transitions.0.from.0', withOffer({ from: ['paid'] })],
    ['value_missing', 'transitions.0.event', withOffer({ event: 'part_paid' })],
    [
      'check_failed',
      'transitions.0.effects.0.notify_customer.template',
      withOffer({ effects: [{ notify_customer: { template: 1 } }] }),
    ],
    [
      'unknown_key',
      'transitions.0.effects.0.notify_customer',
      withOffer({ effects: [{ notify_customer: { x: 1 } }] }),
    ],
    ['other_kind', 'kind', { ...toyDefinition, kind: 'gift' }],
    ['out_of_range', 'settings.windowDays', { ...toyDefinition, settings: { windowDays: 0 } }],
    [
      'unknown_fact',
      'guards.late.all.0.fact',
      {
        ...toyDefinition,
        guards: {
          ...toyDefinition.guards,
          late: { all: [{ fact: 'dayssinceDelivery', operator: 'equal', value: 1 }] },
        },
      },
    ],
  ])('%s', (code, path, definition) => {
    expect(issuesOf(definition)).toContainEqual([
      code,
      path.replace(/transitions\.0\.name/, `transitions.${toyDefinition.transitions.length}.name`),
    ]);
  });

  test('a deadline on a calendar that is not there, with parameters that do not fit', () => {
    const [answer, ...rest] = toyDefinition.deadlines ?? [];
    const deadline = { ...answer, after: { days: 7, calendar: 'bank' }, command: 'propose' };
    expect(issuesOf({ ...toyDefinition, deadlines: [deadline, ...rest] })).toEqual([
      ['unknown_name', 'deadlines.0.after.calendar'],
      ['deadline_params', 'deadlines.0.params'],
    ]);
  });

  const withAnswer = (change: object) => {
    const [answer, ...rest] = toyDefinition.deadlines ?? [];
    return { ...toyDefinition, deadlines: [{ ...answer, reminders: [], ...change }, ...rest] };
  };

  test.each([
    ['minutes', 5_260_320],
    ['hours', 87_672],
    ['days', 3653],
    ['workdays', 3653],
  ])('a duration of more than ten years, in %s', (unit, most) => {
    const calendar = unit.endsWith('days') ? { calendar: 'shop' } : {};
    expect(issuesOf(withAnswer({ after: { [unit]: most, ...calendar } }))).toEqual([]);
    expect(issuesOf(withAnswer({ after: { [unit]: most + 1, ...calendar } }))).toEqual([
      ['out_of_range', `deadlines.0.after.${unit}`],
    ]);
  });

  test('of a reminder, and of how long approvals hold', () => {
    const reminders = [{ before: { hours: 1e12 }, effects: ['request_approval'] }];
    expect(issuesOf(withAnswer({ reminders }))).toEqual([
      ['out_of_range', 'deadlines.0.reminders.0.before.hours'],
    ]);
    expect(issuesOf({ ...toyDefinition, approvalsValidFor: { hours: 1e12 } })).toEqual([
      ['out_of_range', 'approvalsValidFor.hours'],
    ]);
  });

  test.each([
    [{ hours: 24 }, { hours: 24 }, true],
    [{ hours: 24 }, { minutes: 24 * 60 + 1 }, false],
    // Seven days and the rest of a first one that is 25 hours long.
    [{ days: 7, calendar: 'shop' }, { hours: 193 }, true],
    [{ days: 7, calendar: 'shop' }, { hours: 194 }, false],
    // Over the holidays of a Spring Festival, two working days are more than a week.
    [{ workdays: 2, calendar: 'shop' }, { hours: 240 }, true],
    [{ workdays: 2, calendar: 'shop' }, { hours: 2400 }, false],
    [{ days: 0, calendar: 'shop', rollOver: true }, { hours: 240 }, true],
  ])('a deadline of %j with a reminder %j before its end is one that can be: %s', (after, before, canBe) => {
    const reminders = [{ before, effects: ['request_approval'] }];
    expect(issuesOf(withAnswer({ after, reminders }))).toEqual(
      canBe ? [] : [['reminder_too_early', 'deadlines.0.reminders.0.before']],
    );
  });

  test.each([
    ['duplicate_name', 'sets.open', { open: ['offered'] }],
    ['duplicate_name', 'sets.in_time', { in_time: ['last_part'] }],
    ['unknown_name', 'sets.early.1', { early: ['open', 'ofered'] }],
    ['unknown_name', 'sets.early.1', { early: ['open', 'in_time'] }],
    ['unknown_name', 'sets.early.0', { early: ['nothing'] }],
    ['out_of_range', 'sets.early', { early: [] }],
  ])('%s at %s', (code, path, sets) => {
    expect(issuesOf({ ...toyDefinition, sets })).toEqual([[code, path]]);
  });

  test('a set in a place for something else', () => {
    const sets = { early: ['open', 'awaiting_approval'] };
    expect(issuesOf({ ...withOffer({ when: ['early'] }), sets })).toEqual([
      ['unknown_name', 'transitions.0.when.0'],
    ]);
    expect(issuesOf({ ...withOffer({ calculate: ['early'] }), sets })).toEqual([
      ['unknown_name', 'transitions.0.calculate.0'],
    ]);
    expect(issuesOf({ ...withOffer({ to: 'early' }), sets })).toEqual([['unknown_name', 'transitions.0.to']]);
  });

  test('an effect that would be carried out twice, alone or beside a set that holds it', () => {
    const sets = { letters: ['notify_customer'] };
    const offer = { notify_customer: { template: 'offer' } };
    const twice = [offer, { letters: offer.notify_customer }];
    expect(issuesOf({ ...withOffer({ effects: twice }), sets })).toEqual([
      ['duplicate_name', 'transitions.0.effects.1.letters'],
    ]);
    const another = { notify_customer: { template: 'another' } };
    expect(issuesOf(withOffer({ effects: [offer, another] }))).toEqual([]);
  });

  test('an effect as definitions had it before, with what to write instead', () => {
    const old = [
      { effect: 'notify_customer', params: { template: 'offer' } },
      { effect: 'request_approval' },
    ];
    const [answer, ...rest] = toyDefinition.deadlines ?? [];
    const deadlines = [{ ...answer, reminders: [{ before: { hours: 24 }, effects: old }] }, ...rest];
    const definition = { ...withOffer({ effects: old }), deadlines };
    const result = loadPolicy(toyKind, definition, { authority: toyAuthority(), calendars: toyCalendars });
    const instead = ['{ "notify_customer": { "template": "offer" } }', '"request_approval"'];
    expect(result.ok ? [] : result.issues.map(({ details }) => details)).toEqual(
      [...instead, ...instead].map((one) => ({ instead: one })),
    );
  });

  test('what an event keeps may be given by a set of calculators', () => {
    const transitions = toyDefinition.transitions.map((one) =>
      one.event === 'part_paid' ? { ...one, calculate: ['part'] } : one,
    );
    expect(issuesOf({ ...toyDefinition, transitions, sets: { part: ['paid_part'] } })).toEqual([]);
  });

  test('a set with a state that a step cannot leave', () => {
    const sets = { any: ['open', 'paid'] };
    expect(issuesOf({ ...withOffer({ from: ['any'] }), sets })).toEqual([
      ['leaves_final_state', 'transitions.0.from.0'],
    ]);
  });

  test('a guard that is not there is told once, and where it is named', () => {
    const sets = { fair: ['in_time', 'last_part'] };
    expect(issuesOf({ ...withOffer({ when: ['fair', 'in_tme'] }), sets })).toEqual([
      ['unknown_name', 'transitions.0.when.1'],
    ]);
  });

  test('examples of a guard that is not there', () => {
    const examples = { in_tme: [{ facts: {}, fires: true }] };
    expect(issuesOf({ ...toyDefinition, examples })).toEqual([['unknown_name', 'examples.in_tme']]);
  });

  test('evidence for a reason that the kind does not know', () => {
    const evidence = { damagd: ['photo'] };
    const result = loadPolicy(toyKind, { ...toyDefinition, evidence }, options);
    expect(result.ok ? '' : result.issues[0].message).toBe(
      'evidence.damagd: There is no reason "damagd". Did you mean "damage"?',
    );
  });

  test('facts of examples that do not exist, or can never be so', () => {
    const examples = { in_time: [{ facts: { daysSincedelivery: 1, windowDays: 'x' }, fires: true }] };
    expect(issuesOf({ ...toyDefinition, examples })).toEqual([
      ['unknown_fact', 'examples.in_time.0.facts.daysSincedelivery'],
      ['invalid_type', 'examples.in_time.0.facts.windowDays'],
    ]);
  });

  test('a placeholder that stands for nothing', () => {
    expect(issuesOf(withTexts({ deadlines: { answer: { en: 'It stands for {days}.' } } }))).toEqual([
      ['check_failed', 'texts.deadlines.answer'],
    ]);
  });

  test('an invariant over a counter that is not there', () => {
    const [first] = toyDefinition.invariants ?? [];
    expect(issuesOf({ ...toyDefinition, invariants: [{ ...first, sum: ['paidBakMinor'] }] })).toEqual([
      ['unknown_name', 'invariants.0.sum.0'],
    ]);
    expect(
      issuesOf({ ...toyDefinition, invariants: [{ ...first, per: 'line' }] }).map(([code]) => code),
    ).toEqual(['counter_scope', 'counter_scope']);
  });
});

test('an issue is a sentence in both languages, whatever part of the definition it is of', () => {
  const guards = { late: { all: [{ fact: 'dayssinceDelivery', operator: 'equal', value: 1 }] } };
  const broken = { ...withOffer({ to: 'ofered' }), guards, settings: { windowDays: 0 } };
  const result = loadPolicy(toyKind, broken, { authority: toyAuthority(), calendars: toyCalendars });
  const issues = result.ok ? [] : result.issues;
  expect(new Set(issues.map(({ code }) => code))).toEqual(
    new Set(['unknown_name', 'out_of_range', 'unknown_fact']),
  );
  for (const issue of issues) {
    expect(issue.message.endsWith(formatPolicyIssue(issue, 'en'))).toBe(true);
    expect(formatPolicyIssue(issue, 'zh-CN')).toMatch(/[\u4e00-\u9fff]/);
  }
});

test.each([
  [
    { ...options, authority: loadAuthority(toyMatrix, { calendar: toyCalendars.shop }) },
    'authority',
    'loadAuthority',
  ],
  [{ authority: options.authority }, 'calendars', 'createShopCalendar'],
  [{ ...options, calendars: { shop: 'Asia/Shanghai' } }, 'calendars.shop', 'createShopCalendar'],
  [{}, 'options', 'authority'],
  [undefined, 'options', 'authority'],
])('what a policy is bound to must have been made: %#', (wrong, path, maker) => {
  // As JavaScript may call it.
  const load = () => loadPolicy(toyKind, toyDefinition, wrong as unknown as LoadPolicyOptions);
  expect(load).toThrow(AftercareError);
  expect(load).toThrow(expect.objectContaining({ code: 'not_made', path: path.split('.') }));
  expect(load).toThrow(maker);
});

test('a kind must have been defined', () => {
  const load = () => loadPolicy(undefined as unknown as typeof toyKind, toyDefinition, options);
  expect(load).toThrow(expect.objectContaining({ code: 'not_made', path: ['kind'] }));
});

test('periods of limits need a calendar, not the name of a time zone', () => {
  const calendar = 'Asia/Shanghai' as unknown as typeof toyCalendars.shop;
  expect(() => loadAuthority(toyMatrix, { calendar })).toThrow(
    'calendar: Expected what createShopCalendar({ timeZone: … }) gives and received "Asia/Shanghai".',
  );
});

describe('the version of a policy', () => {
  const version = toyPolicy().version;

  test('is a hash of what decides', () => {
    expect(version).toMatch(/^[0-9a-f]{64}$/);
    expect(version).not.toBe(contentHash({}));
  });

  test.each([
    ['a title', withTexts({ title: { en: 'Discount', 'zh-CN': '减价' } })],
    ['a reason', withTexts({ transitions: { offer: { en: 'Quick.', 'zh-CN': '快。' } } })],
    ['titles of commands', withTexts({ titles: { propose: { en: 'Propose', 'zh-CN': '提出' } } })],
  ])('stays when %s changes', (_, definition) => {
    expect(toyPolicy(definition).version).toBe(version);
  });

  test.each([
    ['who may do it', withOffer({ by: ['lead'] })],
    ['a setting', { ...toyDefinition, settings: { windowDays: 31 } }],
    ['an effect', withOffer({ effects: [] })],
    ['how long approvals hold', { ...toyDefinition, approvalsValidFor: { hours: 49 } }],
  ])('changes with %s', (_, definition) => {
    expect(toyPolicy(definition).version).not.toBe(version);
  });
});
