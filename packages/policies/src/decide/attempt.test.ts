import { unwrap } from '@aftercare/core';
import { expect, test } from 'vitest';
import { agent, toyAuthority, toyCalendars, toyDefinition, toyKind } from '../../test/toyPolicy.js';
import { defineKind } from '../kind/index.js';
import { loadPolicy } from '../policy/index.js';
import { startScenario } from '../testing/index.js';

const { behaviour, shape } = toyKind;

/** The toy with a grant and an effect that go by what a calculator gives, and not by the data of the case. */
const calculatingKind = defineKind(shape, {
  ...behaviour,
  calculators: {
    ...behaviour.calculators,
    flat_amount: { gives: ['amount'], of: () => ({ amount: { minor: 700, currency: 'CNY' } }) },
  },
  grants: {
    price_cut: {
      ...behaviour.grants.price_cut,
      amount: ({ values }) => values.amount ?? { minor: 0, currency: 'CNY' },
    },
  },
  effects: {
    ...behaviour.effects,
    notify_customer: ({ values }) => [{ template: `offer_${values.amount?.minor}` }],
  },
});

test('calculators run for an event that keeps nothing, since grants and effects may read what they give', () => {
  const definition = {
    ...toyDefinition,
    transitions: toyDefinition.transitions.map((transition) =>
      transition.name === 'offer'
        ? {
            ...transition,
            event: 'approved',
            calculate: ['flat_amount'],
            effects: ['notify_customer'],
          }
        : transition,
    ),
  };
  const options = { authority: toyAuthority(), calendars: toyCalendars };
  const policy = unwrap(loadPolicy(calculatingKind, definition, options));
  const scenario = startScenario(policy, {
    now: '2026-03-02T10:00:00+08:00',
    facts: { daysSinceDelivery: 3 },
  });
  scenario.given(agent, 'complain', {
    orderId: 'o1',
    customerId: 'c1',
    paid: { minor: 10000, currency: 'CNY' },
    reason: 'delay',
    photos: [],
  });
  const { events, effects } = scenario.given(agent, 'propose', { amount: { minor: 1, currency: 'CNY' } });
  expect(events).toMatchObject([{ payload: {}, approvals: [{ amount: { minor: 700, currency: 'CNY' } }] }]);
  expect(effects).toMatchObject([{ type: 'notify_customer', params: { template: 'offer_700' } }]);
});
