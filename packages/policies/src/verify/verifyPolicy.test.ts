import { AftercareError, unwrap } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import {
  toyAuthority,
  toyCalendars,
  toyDefinition,
  toyKind,
  toyMatrix,
  toyPolicy,
} from '../../test/toyPolicy.js';
import type { AuthorityLimit } from '../authority/index.js';
import type { PolicyDefinition, Transition } from '../definition/index.js';
import { loadPolicy } from '../policy/index.js';
import { verifyPolicy } from './verifyPolicy.js';

type Definition = typeof toyDefinition;

function codesOf(definition: PolicyDefinition, cases = 0): string[] {
  return [...new Set(verifyPolicy(toyPolicy(definition), { cases }).map(({ code }) => code))];
}

/** The toy definition with one transition changed. */
function withTransition(name: string, change: Partial<Transition>): Definition {
  const transitions = toyDefinition.transitions.map((one) =>
    one.name === name ? { ...one, ...change } : one,
  );
  return { ...toyDefinition, transitions };
}

/** The toy definition with a transition that lacks one of its parts. */
function withoutPart(name: string, part: 'when' | 'approves' | 'grants' | 'requires'): Definition {
  const transitions = toyDefinition.transitions.map((one): Transition => {
    const { [part]: _, ...rest } = one;
    return one.name === name ? rest : one;
  });
  return { ...toyDefinition, transitions };
}

function withoutTransitions(...names: readonly string[]): Definition {
  return {
    ...toyDefinition,
    transitions: toyDefinition.transitions.filter(({ name }) => !names.includes(name)),
  };
}

test('nothing is found in a sound policy', () => {
  expect(verifyPolicy(toyPolicy())).toEqual([]);
});

test.each([
  [{ cases: 'x' }, ['cases'], 'invalid_type'],
  [{ cases: Number.NaN }, ['cases'], 'invalid_type'],
  [{ cases: 1.5 }, ['cases'], 'not_multiple_of'],
  [{ cases: -1 }, ['cases'], 'out_of_range'],
  [{ case: 1 }, [], 'unknown_key'],
])('options that are none are told and not taken for others: %j', (options, path, code) => {
  const verify = () => verifyPolicy(toyPolicy(), options as object);
  expect(verify).toThrow(AftercareError);
  expect(verify).toThrow(expect.objectContaining({ code, path }));
});

describe('each seeded fault is found', () => {
  test('a state that nothing leads to', () => {
    const states = {
      ...toyDefinition.states,
      lost: { final: true as const },
    };
    const titles = { ...toyDefinition.texts.states, lost: { en: 'Lost', 'zh-CN': '失联' } };
    expect(codesOf({ ...toyDefinition, states, texts: { ...toyDefinition.texts, states: titles } })).toEqual([
      'unreachable_state',
    ]);
  });

  test('a state that nothing leads out of', () => {
    expect(codesOf(withoutTransitions('retry'))).toEqual(['dead_end']);
  });

  test('states from which no end can be reached', () => {
    const turning = withTransition('lapse', { to: 'open' });
    const round = {
      ...turning,
      transitions: turning.transitions.filter(({ name }) => name !== 'pay_last_part'),
    };
    expect(codesOf(round)).toContain('no_way_to_end');
  });

  test('a state that waits for nobody', () => {
    const states = { ...toyDefinition.states, payment_failed: {} };
    expect(codesOf({ ...toyDefinition, states })).toEqual(['waits_for_nobody']);
  });

  test('a command that nobody can give', () => {
    const { deadlines: _, ...rest } = withoutTransitions('lapse');
    expect(codesOf(rest)).toContain('command_of_nobody');
  });

  test('an effect whose failure leads nowhere', () => {
    expect(codesOf(withoutTransitions('fail', 'retry'))).toContain('effect_unhandled');
  });

  test('guards that contradict each other', () => {
    const guards = {
      ...toyDefinition.guards,
      in_time: { all: [{ fact: 'daysSinceDelivery', operator: 'lessThanInclusive', value: 30 }] },
      too_late: { not: { condition: 'in_time' } },
    };
    const said = {
      ...toyDefinition.texts.guards,
      too_late: { en: 'It is in time.', 'zh-CN': '尚在期限内。' },
    };
    const texts = { ...toyDefinition.texts, guards: said };
    const definition = { ...withTransition('accept', { when: ['in_time', 'too_late'] }), guards, texts };
    expect(codesOf(definition)).toEqual(['transition_never']);
  });

  test('a transition that an earlier one hides', () => {
    expect(codesOf(withoutPart('pay_last_part', 'when'))).toEqual(['transition_hidden']);
  });

  test('money that nobody may grant', () => {
    const limits = toyMatrix.limits.filter(({ per }) => per !== 'grant');
    const policy = toyPolicy(toyDefinition, toyAuthority({ ...toyMatrix, limits }));
    expect(verifyPolicy(policy, { cases: 0 }).map(({ code }) => code)).toEqual(['nobody_can_grant']);
  });

  test('a higher role that may grant less', () => {
    const limits = toyMatrix.limits.map((limit) =>
      limit.role === 'lead' ? { ...limit, most: { minor: 1999, currency: 'CNY' } } : limit,
    );
    const policy = toyPolicy(toyDefinition, toyAuthority({ ...toyMatrix, limits }));
    expect(verifyPolicy(policy, { cases: 0 }).map(({ code }) => code)).toEqual(['limit_falls']);
  });

  test('a higher role whose limits are in another currency', () => {
    const limits = toyMatrix.limits.map((limit) =>
      limit.role === 'lead' ? { ...limit, most: { minor: 5000, currency: 'EUR' } } : limit,
    );
    const policy = toyPolicy(toyDefinition, toyAuthority({ ...toyMatrix, limits }));
    const told = (role: string, below: string, currency: string, other: string) =>
      `grants.price_cut: For "price_cut" the limits of the role "${role}" are in ${currency} and those of "${below}" in ${other}: a limit is for orders in its own currency.`;
    expect(verifyPolicy(policy, { cases: 0 }).map(({ message }) => message)).toEqual([
      told('lead', 'agent', 'EUR', 'CNY'),
      told('manager', 'lead', 'CNY', 'EUR'),
    ]);
  });

  test('a text that is missing in one language', () => {
    const texts = { ...toyDefinition.texts, title: { en: 'Price cut' } };
    const findings = verifyPolicy(toyPolicy({ ...toyDefinition, texts }), { cases: 0 });
    expect(findings).toMatchObject([
      { code: 'text_missing', path: ['texts', 'title'], details: { locale: 'zh-CN' } },
    ]);
  });

  test.each(['states', 'guards', 'transitions', 'deadlines', 'invariants'] as const)(
    'a text that is missing altogether, of %s',
    (part) => {
      const [name = '', ...others] = Object.keys(toyDefinition.texts[part] ?? {});
      const left = Object.fromEntries(
        others.map((other) => [other, toyDefinition.texts[part]?.[other] ?? {}]),
      );
      const texts = { ...toyDefinition.texts, [part]: left };
      const findings = verifyPolicy(toyPolicy({ ...toyDefinition, texts }), { cases: 0 });
      expect(findings.map(({ code, path }) => [code, path])).toEqual([
        ['text_missing', ['texts', part, name]],
        ['text_missing', ['texts', part, name]],
      ]);
    },
  );

  test('a deadline that would grant money', () => {
    expect(codesOf(withTransition('approve', { by: ['lead', 'clock'] }))).toEqual(['deadline_grants']);
  });

  test('a deadline at which the clock can do nothing', () => {
    expect(codesOf(withTransition('lapse', { from: ['open', 'offered'] }))).toEqual([
      'deadline_without_transition',
    ]);
  });

  test('an offer within authority that nobody grants', () => {
    expect(codesOf(withoutPart('offer', 'grants'))).toEqual(['transition_hidden']);
  });

  describe('money that goes out without a grant', () => {
    const messagesOf = (definition: PolicyDefinition) =>
      verifyPolicy(toyPolicy(definition), { cases: 0 }).map(({ message }) => message);

    test('by a step', () => {
      expect(messagesOf(withoutPart('accept', 'requires'))).toEqual([
        'transitions[4]: "accept" has "refund_payment" done, and neither grants, approves nor requires "price_cut".',
      ]);
    });

    test('by the opening', () => {
      const opening = { ...toyDefinition.opening, effects: ['notify_customer', 'refund_payment'] };
      expect(messagesOf({ ...toyDefinition, opening })).toContain(
        'opening: "opening" has "refund_payment" done, and neither grants, approves nor requires "price_cut".',
      );
    });

    test('by a reminder', () => {
      const deadlines = (toyDefinition.deadlines ?? []).map((one) =>
        one.name === 'answer'
          ? { ...one, reminders: [{ before: { hours: 24 }, effects: ['refund_payment'] }] }
          : one,
      );
      expect(messagesOf({ ...toyDefinition, deadlines })).toEqual([
        'deadlines[0].reminders[0]: "answer" has "refund_payment" done, and neither grants, approves nor requires "price_cut".',
      ]);
    });

    test('on the outcome of an effect that nobody granted either, and not on that of one that somebody did', () => {
      const spending = (change: Partial<Transition>) =>
        codesOf(withTransition('fail', { ...change, effects: ['refund_payment'] }));
      expect(spending({})).not.toContain('spends_ungranted');
      expect(spending({ of: ['refund_payment', 'request_approval'] })).toContain('spends_ungranted');
    });
  });

  test('a text under a mistyped name, and not one that is left over', () => {
    const { accept, ...others } = toyDefinition.texts.transitions ?? {};
    const named = { en: 'photo', 'zh-CN': '照片' };
    const texts = {
      ...toyDefinition.texts,
      transitions: { ...others, acept: accept ?? {}, something_else: named },
      titles: { refund_paymnt: named, photo: named },
    };
    const findings = verifyPolicy(toyPolicy({ ...toyDefinition, texts }), { cases: 0 });
    expect(findings.filter(({ code }) => code === 'text_mistyped').map(({ message }) => message)).toEqual([
      'texts.transitions.acept: This is the text of "acept", which there is not. Did you mean "accept"?',
      'texts.titles.refund_paymnt: This is the text of "refund_paymnt", which there is not. Did you mean "refund_payment"?',
    ]);
  });

  test('a mistyped action of a limit, and not one of another policy', () => {
    const [, ...others] = toyMatrix.limits;
    const most = { minor: 3000, currency: 'CNY' };
    const ofOrder: AuthorityLimit = { role: 'agent', per: 'order', actions: ['price_cutt'], most };
    const findingsIn = (...limits: readonly AuthorityLimit[]) =>
      verifyPolicy(toyPolicy(toyDefinition, toyAuthority({ ...toyMatrix, limits: [...limits] })), {
        cases: 0,
      }).map(({ message }) => message);
    const told =
      'actions[0]: Nothing that this policy grants is called "price_cutt". Did you mean "price_cut"?';
    expect(findingsIn(...toyMatrix.limits, ofOrder)).toEqual([`authority.limits[5].${told}`]);
    const mistyped: AuthorityLimit = { ...ofOrder, per: 'grant' };
    expect(findingsIn(mistyped, ...others)).toEqual([`authority.limits[0].${told}`]);
    expect(findingsIn(...toyMatrix.limits, mistyped, ofOrder)).toEqual([]);
    expect(findingsIn(...toyMatrix.limits, { ...ofOrder, actions: ['gift'] })).toEqual([]);
  });

  test('an example of a guard that comes out otherwise, or lacks a fact', () => {
    const facts = { daysSinceDelivery: 30, windowDays: 30 };
    const in_time = [
      { facts, fires: false },
      { facts: { daysSinceDelivery: 31 }, fires: false },
    ];
    const findings = verifyPolicy(toyPolicy({ ...toyDefinition, examples: { in_time } }), { cases: 0 });
    expect(findings.map(({ message }) => message)).toEqual([
      'examples.in_time[0]: The guard "in_time" holds, and its example says that it does not.',
      'examples.in_time[1].facts.windowDays: The guard "in_time" reads the fact "windowDays", which its example leaves out.',
    ]);
  });

  test('an approval that does not look at who asked', () => {
    const { transitions, ...rest } = withoutPart('approve', 'approves');
    const granting = transitions.map((one) =>
      one.name === 'approve' ? { ...one, grants: 'price_cut' } : one,
    );
    expect(codesOf({ ...rest, transitions: granting })).toEqual(['approval_not_separate']);
  });

  test('a case that can never end', () => {
    // The graph has a way out of `paying`; no case ever takes it.
    const guards = {
      ...toyDefinition.guards,
      last_part: { all: [{ fact: 'askedMinor', operator: 'greaterThan', value: 1_000_000 }] },
    };
    const findings = verifyPolicy(toyPolicy({ ...toyDefinition, guards }));
    expect(findings.map(({ code }) => code)).toContain('stuck_case');
  });

  test('a state in which none of its deadlines begins', () => {
    const deadlines = toyDefinition.deadlines?.map((one) =>
      one.name === 'answer' ? { ...one, from: 'delivered' } : one,
    );
    const behaviour = { ...toyKind.behaviour, anchors: { delivered: () => null } };
    const options = { authority: toyAuthority(), calendars: toyCalendars };
    const policy = unwrap(loadPolicy({ ...toyKind, behaviour }, { ...toyDefinition, deadlines }, options));
    expect(verifyPolicy(policy).map(({ message }) => message)).toEqual([
      'states.offered: The state "offered" has deadlines, and none of them begins in this case: complain → propose.',
    ]);
  });

  test('a finding is a sentence in both languages', () => {
    const [finding] = verifyPolicy(toyPolicy(withoutTransitions('retry')), { cases: 0 });
    expect(finding?.message).toBe(
      'states.payment_failed: Nothing leads out of the state "payment_failed", and it is not final.',
    );
  });
});
