import { describe, expect, test } from 'vitest';
import { freeShippingPolicy, giftPolicy } from '../../test/benefitPolicies.js';
import { compensationPolicy } from '../../test/compensationPolicy.js';
import { invoicePolicy } from '../../test/invoicePolicy.js';
import { returnPolicy } from '../../test/returnPolicy.js';
import { toyPolicy } from '../../test/toyPolicy.js';
import type { StateDefinition, Transition } from '../definition/index.js';
import { describeUndrawnWays } from './describeUndrawnWays.js';
import { toMermaid } from './toMermaid.js';

const policy = toyPolicy();

/** The toy policy with other states and transitions. */
function machine(
  states: Readonly<Record<string, StateDefinition>>,
  transitions: readonly (Pick<Transition, 'from' | 'on'> & Partial<Transition>)[],
) {
  const [initial = ''] = Object.keys(states);
  const titles = Object.fromEntries(Object.keys(states).map((name) => [name, { en: `The ${name}` }]));
  return {
    authority: policy.authority,
    definition: {
      ...policy.definition,
      initial,
      states,
      texts: { title: {}, states: titles },
      transitions: transitions.map((one, index) => ({
        name: `way_${index}`,
        by: ['customer'],
        event: 'happened',
        ...one,
      })),
    },
  };
}

const order = machine(
  {
    open: { waitsFor: 'staff' },
    offered: { waitsFor: 'customer' },
    paying: { waitsFor: 'system' },
    failed: { waitsFor: 'staff' },
    checked: { waitsFor: 'carrier' },
    paid: { final: true },
    gone: { final: true },
  },
  [
    { from: ['open'], on: 'offer', to: 'offered' },
    { from: ['open'], on: 'insist', to: 'offered' },
    { from: ['open'], on: 'remark' },
    { from: ['offered'], on: 'take_back', to: 'open' },
    { from: ['offered'], on: 'accept', to: 'paying' },
    {
      from: ['paying', 'failed'],
      on: 'effect_succeeded',
      of: ['refund', 'coupon'],
      by: ['system'],
      to: 'paid',
    },
    { from: ['paying'], on: 'effect_failed', of: ['refund', 'coupon'], to: 'failed' },
    { from: ['failed'], on: 'retry_effect', of: ['refund'], to: 'paying' },
    { from: ['failed'], on: 'check', to: 'checked' },
    { from: ['open', 'offered', 'failed', 'checked'], on: 'withdraw', to: 'gone', when: ['last_part'] },
  ],
);

const arrowLines = (diagram: string) => diagram.split('\n').filter((line) => line.includes(' --> '));

describe('the outline of a policy', () => {
  test('has what leads ahead once, with what leads back along it, and marks what other states have as well', () => {
    expect(arrowLines(toMermaid(order, 'en')).toSorted()).toEqual([
      '  [*] --> open : complain',
      '  checked --> gone : withdraw…',
      '  failed --> checked : check',
      '  offered --> paying : accept',
      '  open --> offered : offer<br>insist<br>↑ take back',
      '  paying --> failed : failed<br>↑ retry refund',
      '  paying --> paid : succeeded…',
    ]);
  });

  test('leaves the rest to a table', () => {
    expect(describeUndrawnWays(order, 'en').split('\n')).toEqual([
      '| From | Action | By | Conditions | To |',
      '| --- | --- | --- | --- | --- |',
      '| The failed | refund succeeded, coupon succeeded | system |  | The paid |',
      '| The open, The offered, The failed | withdraw | customer | last part | The gone |',
    ]);
  });

  test('leads into a state that only later ones lead to, and out of one from which nothing else is drawn', () => {
    const detour = machine({ open: {}, aside: {}, later: {}, done: { final: true } }, [
      { from: ['open'], on: 'go', to: 'later' },
      { from: ['later'], on: 'step_aside', to: 'aside' },
      { from: ['aside', 'later'], on: 'finish', to: 'done' },
    ]);
    expect(arrowLines(toMermaid(detour, 'en')).toSorted()).toEqual([
      '  [*] --> open : complain',
      '  aside --> done : finish',
      '  later --> aside : step aside',
      '  later --> done : finish',
      '  open --> later : go',
    ]);
    expect(describeUndrawnWays(detour, 'en')).toBe('');
  });

  test('tells by colours whom states wait for, and which are final', () => {
    const lines = toMermaid(order, 'en').split('\n');
    expect(lines.filter((line) => line.startsWith('  class '))).toEqual([
      '  class open,failed staff',
      '  class offered customer',
      '  class paying system',
      '  class checked others',
      '  class paid,gone ended',
    ]);
  });
});

test('all arrows are one between any two states, and leave nothing to mark', () => {
  expect(arrowLines(toMermaid(order, 'en', { arrows: 'all' })).toSorted()).toEqual([
    '  [*] --> open : complain',
    '  checked --> gone : withdraw',
    '  failed --> checked : check',
    '  failed --> gone : withdraw',
    '  failed --> paid : succeeded',
    '  offered --> gone : withdraw',
    '  offered --> paying : accept',
    '  open --> gone : withdraw',
    '  open --> offered : offer<br>insist<br>↑ take back',
    '  paying --> failed : failed<br>↑ retry refund',
    '  paying --> paid : succeeded',
  ]);
});

test('a diagram is in the language asked for, down to the outcomes of effects', () => {
  const lines = toMermaid(policy, 'zh-CN').split('\n');
  expect(lines).toContain('  state "待审批" as awaiting_approval');
  expect(lines).toContain('  paying --> paid : 成功');
});

test('titles cannot be taken for marks of Mermaid', () => {
  const { definition } = machine({ open: {}, done: { final: true } }, []);
  const texts = { title: {}, states: { open: { en: 'A "state": one; #2' } } };
  expect(toMermaid({ definition: { ...definition, texts } }, 'en')).toContain(
    `  state "A 'state'  one   2" as open`,
  );
});

describe.each([
  ['compensation', compensationPolicy()],
  ['gift', giftPolicy()],
  ['free shipping', freeShippingPolicy()],
  ['invoice', invoicePolicy()],
  ['return', returnPolicy()],
])('of the shipped policy %s', (_, { definition, authority }) => {
  const { states, transitions, initial, texts } = definition;
  const lines = arrowLines(toMermaid({ definition }, 'en'));
  const drawn = (from: string, to: string) => lines.some((line) => line.startsWith(`  ${from} --> ${to} : `));
  const drawnBack = (from: string, to: string) =>
    lines.some((line) => line.startsWith(`  ${to} --> ${from} : `) && line.includes('↑'));
  const ways = transitions.flatMap(({ from, to }) =>
    from.flatMap((source) => (to === undefined || to === source ? [] : [{ from: source, to }])),
  );

  test('the outline and the table together have every way, and none twice', () => {
    const rows = describeUndrawnWays({ definition, authority }, 'en').split('\n').slice(2);
    const listed = rows.flatMap((row) => {
      const [, from = '', , , , to = ''] = row.split(' | ').flatMap((cell) => cell.split(/^\| | \|$/));
      return from.split(', ').map((source) => `${source} > ${to}`);
    });
    const titleOf = (state: string) => texts.states?.[state]?.en;
    const undrawn = ways.filter(({ from, to }) => !drawn(from, to) && !drawnBack(from, to));
    expect(undrawn.length).toBeGreaterThan(0);
    expect(listed.toSorted()).toEqual(
      undrawn.map(({ from, to }) => `${titleOf(from)} > ${titleOf(to)}`).toSorted(),
    );
  });

  test('a case gets into every state of the outline, and out of it unless it is final', () => {
    const names = Object.keys(states);
    for (const state of names) {
      if (state !== initial) expect(names.some((from) => drawn(from, state))).toBe(true);
      const hasExit = names.some((to) => drawn(state, to) || drawnBack(state, to));
      expect(hasExit).toBe(states[state]?.final !== true);
    }
  });
});
