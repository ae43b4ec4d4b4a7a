import { AftercareError } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { agent, facts, request, start } from '../../test/returnPlays.js';
import { returnPolicy } from '../../test/returnPolicy.js';
import { toyPolicy } from '../../test/toyPolicy.js';
import { replay } from '../evolve/index.js';
import { migrateCase } from '../migrate/index.js';
import { decide } from './decide.js';
import { openCase } from './openCase.js';
import { tick } from './tick.js';

const policy = returnPolicy();
const now = '2026-03-03T10:00:00+08:00';
const context = { now, actor: agent, usage: {}, facts, ids: ['case-1'] };
const opening = { id: 'c1', type: 'request_return', params: request };
const opened = start();
opened.given(agent, 'request_return', request);
const [cups, pot] = facts.lines;

/** The places that an error names, with a sentence each. */
function messages(of: () => unknown): readonly string[] {
  try {
    of();
  } catch (error) {
    if (error instanceof AftercareError) return error.issues.map(({ message }) => message);
    throw error;
  }
  return [];
}

/** As a program without types gives it. */
const asGiven = (changes: object) => ({ ...context, ...changes }) as never;
const approve = { id: 'c2', type: 'approve', params: { lines: request.lines } };

describe.each<[string, object, string]>([
  ['no facts', { facts: undefined }, 'facts: Expected an object and received undefined.'],
  ['a list that is missing', { facts: { ...facts, gifts: undefined } }, 'facts.gifts: '],
  ['an amount as text', { facts: { ...facts, refundedMinor: '10000' } }, 'facts.refundedMinor: '],
  ['an amount that is missing', { facts: { ...facts, refundedMinor: undefined } }, 'facts.refundedMinor: '],
  ['an amount below zero', { facts: { ...facts, refundedMinor: -1 } }, 'facts.refundedMinor: '],
  [
    'a currency that is none',
    { facts: { ...facts, paid: { minor: 1, currency: 'RMB' } } },
    'facts.paid.curr',
  ],
  ['an empty id', { facts: { ...facts, orderId: '' } }, 'facts.orderId: '],
  [
    'a date that is no text',
    { facts: { ...facts, lines: [{ ...cups, deliveredAt: new Date(0) }, pot] } },
    'facts.lines[0].deliveredAt: ',
  ],
  [
    'goods delivered at no known time',
    { facts: { ...facts, lines: [cups, { ...pot, deliveredAt: null }] } },
    'facts.lines[1].deliveredAt: Expected a text and received null.',
  ],
  [
    'a misspelt exclusion',
    { facts: { ...facts, lines: [{ ...cups, excludedAs: 'perishables' }, pot] } },
    'facts.lines[0].excludedAs: ',
  ],
  ['budgets in a map', { usage: new Map() }, 'usage: '],
  ['no budgets', { usage: null }, 'usage: Expected an object and received null.'],
  ['a budget as text', { usage: { k: { amount: '2900', version: 1 } } }, 'usage.k.amount: '],
  ['a budget without its version', { usage: { k: { amount: 2900 } } }, 'usage.k.version: '],
  ['a budget that is an amount', { usage: { k: 2900 } }, 'usage.k: Expected an object and received 2900.'],
  ['ids as text', { ids: 'case-1' }, 'ids: Expected an array and received "case-1".'],
  ['an empty id of a case', { ids: [''] }, 'ids[0]: '],
  ['nobody', { actor: null }, 'actor: '],
  ['somebody without an id', { actor: { role: 'agent' } }, 'actor.id: '],
  ['somebody whose id is a number', { actor: { id: 7, role: 'agent' } }, 'actor.id: '],
  ['somebody without a role', { actor: { id: 'li' } }, 'actor.role: '],
])('%s', (_, changes, message) => {
  test.each([
    ['opens no case', () => openCase(policy, opening as never, asGiven(changes))],
    ['decides nothing', () => decide(policy, opened.current, approve as never, asGiven(changes))],
    [
      'moves no case',
      () => migrateCase({ ...policy, version: 'x' }, opened.current, asGiven(changes), { id: 'm' }),
    ],
  ])('%s', (_, decided) => {
    expect(messages(decided)).toEqual([expect.stringContaining(message)]);
  });

  test('lets no time pass', () => {
    const isOfActor = 'actor' in changes;
    const ticked = () => tick(policy, opened.current, asGiven(changes));
    // The clock acts for itself.
    expect(messages(ticked)).toEqual(isOfActor ? [] : [expect.stringContaining(message)]);
  });
});

test('what was wrong once is checked again when it is given again', () => {
  const wrong = asGiven({ facts: { ...facts, gifts: undefined } });
  for (let times = 0; times < 2; times++) {
    expect(messages(() => openCase(policy, opening as never, wrong))).toHaveLength(1);
  }
});

test('facts of one kind are none of another, though they are the same object', () => {
  expect(openCase(policy, opening as never, context as never).ok).toBe(true);
  expect(messages(() => openCase(toyPolicy(), opening as never, context as never))).toEqual([
    expect.stringContaining('facts.daysSinceDelivery: This is missing'),
  ]);
});

describe('a case', () => {
  const toy = toyPolicy();

  test.each([
    [
      'of another policy',
      opened.current,
      'case.policy: The case is of the policy "return"; it was given the policy',
    ],
    ['that is none', null, 'case: Expected an object and received null.'],
    ['as text', JSON.stringify(opened.current), 'case: Expected an object and received'],
    [
      'whose version is text',
      { ...opened.current, policy: toy.name, version: '1' },
      'case.version: Expected',
    ],
  ])('%s is not decided', (_, current, message) => {
    const context = { now, actor: agent, usage: {}, facts: { daysSinceDelivery: 1 } };
    for (const of of [
      () => decide(toy, current as never, approve as never, context),
      () => tick(toy, current as never, context),
      () => migrateCase({ ...toy, version: 'x' }, current as never, context, { id: 'm' }),
    ]) {
      expect(messages(of)).toEqual([expect.stringContaining(message)]);
    }
  });

  test('is not made of events of another kind', () => {
    expect(messages(() => replay(toy, opened.events))).toEqual(['type: There is no event "requested".']);
  });
});

describe('a command', () => {
  test('that is none', () => {
    expect(messages(() => openCase(policy, null as never, context as never))).toEqual([
      'command: Expected an object and received null.',
    ]);
    expect(messages(() => decide(policy, opened.current, [] as never, context))).toEqual([
      expect.stringContaining('command: Expected an object'),
    ]);
  });

  test.each([
    [{ ...approve, params: undefined }, 'params: This is missing; expected an object.'],
    [{ ...approve, expectedVersion: '1' }, 'expectedVersion: Expected an integer and received "1".'],
  ])('is refused where a part of it is not as it should be: %#', (command, message) => {
    const decision = decide(policy, opened.current, command as never, context);
    expect(decision.ok ? '' : decision.refusal.message).toBe(`The command is not valid. ${message}`);
  });
});
