import { unwrap } from '@aftercare/core';
import { checkExamples } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import {
  agent,
  awaiting,
  code,
  come,
  customer,
  guards,
  lead,
  line,
  request,
  requested,
  shelved,
  start,
  system,
  yuan,
} from '../../../test/returnPlays.js';
import { returnPolicy } from '../../../test/returnPolicy.js';
import { paidKey } from '../../authority/index.js';
import type { Decision } from '../../decide/index.js';
import { guardFactsOf, guardRules } from '../../policy/index.js';
import { returnDefinition, returnKind } from './index.js';

describe('a request', () => {
  // Delivered on 1 March; 14 days end with 15 March.
  test.each([
    ['2026-03-15T23:59:59+08:00', 'ok'],
    ['2026-03-16T00:00:00+08:00', 'guard_failed'],
    ['2026-03-16T00:00:01+08:00', 'guard_failed'],
  ])('without a reason at %s: %s', (now, expected) => {
    expect(code(start({}, {}, now).when(customer, 'request_return', request))).toBe(expected);
  });

  test('names every guard that fails', () => {
    const lines = [line('cups', 3, 9_000, { excludedAs: 'made_to_measure' }), line('pot', 1, 6_000)];
    const play = start({ lines }, {}, '2026-03-20T10:00:00+08:00');
    const much = { ...request, lines: [{ lineId: 'cups', pieces: 4 }] };
    const decision = play.when(customer, 'request_return', much);
    expect(guards(decision)).toEqual(['in_time', 'not_excluded', 'pieces_fit']);
  });

  test.each([
    ['made_to_measure', false, 'guard_failed'],
    ['by_nature', true, 'guard_failed'],
    ['by_nature', false, 'ok'],
  ] as const)('for goods excluded as %s (confirmed: %s): %s', (excludedAs, exclusionConfirmed, expected) => {
    const lines = [line('cups', 3, 9_000, { excludedAs, exclusionConfirmed }), line('pot', 1, 6_000)];
    expect(code(start({ lines }).when(customer, 'request_return', request))).toBe(expected);
  });

  test.each([
    ['no_reason', agent, ['not_excluded']],
    ['placed_by_mistake', agent, ['not_excluded']],
    ['goodwill', agent, []],
    ['goodwill', customer, ['may_ask_for_it']],
  ] as const)('for perishable goods, as %s by %o, fails %o', (reason, by, expected) => {
    const lines = [line('cups', 3, 9_000, { excludedAs: 'perishable' }), line('pot', 1, 6_000)];
    expect(guards(start({ lines }).when(by, 'request_return', { ...request, reason }))).toEqual(expected);
  });

  test('for faulty goods is not stopped by an exclusion', () => {
    const lines = [line('cups', 3, 9_000, { excludedAs: 'made_to_measure' }), line('pot', 1, 6_000)];
    const faulty = { ...request, reason: 'defective' } as const;
    expect(code(start({ lines }).when(customer, 'request_return', faulty))).toBe('ok');
  });

  test('names each line once, like every command about pieces', () => {
    const twice = [1, 2].map((pieces) => ({ lineId: 'cups', pieces }));
    const issues = (decision: Decision<unknown>) =>
      decision.ok || decision.refusal.code !== 'invalid_command'
        ? []
        : decision.refusal.details.issues.map(({ code: why, path }) => [why, ...path]);
    const refused = [['check_failed', 'lines']];
    const parcel = { parcelId: 'p', carrier: 'sf', trackingNumber: 'p', lines: twice };
    expect(issues(start().when(customer, 'request_return', { ...request, lines: twice }))).toEqual(refused);
    expect(issues(requested().when(agent, 'approve', { lines: twice }))).toEqual(refused);
    const play = awaiting();
    expect(issues(play.when(customer, 'keep_goods', { lines: twice }))).toEqual(refused);
    expect(issues(play.when(customer, 'send_parcel', parcel))).toEqual(refused);
    expect(issues(play.when(agent, 'receive_parcel', { parcelId: 'p', lines: twice }))).toEqual(refused);
  });

  test('out of goodwill comes from staff alone', () => {
    const play = start({}, {}, '2026-09-01T10:00:00+08:00');
    const goodwill = { ...request, reason: 'goodwill' } as const;
    expect(guards(play.when(customer, 'request_return', goodwill))).toEqual(['may_ask_for_it']);
    expect(code(play.when(agent, 'request_return', goodwill))).toBe('ok');
  });

  test('for an order that does not add up waits until somebody has looked', () => {
    const play = start({ paid: yuan(15_799) });
    expect(guards(play.when(customer, 'request_return', request))).toEqual(['order_adds_up']);
  });

  test('for faulty goods is granted only with a photo', () => {
    const play = requested({ reason: 'defective' });
    const approval = { lines: [{ lineId: 'cups', pieces: 3 }] };
    expect(code(play.when(agent, 'approve', approval))).toBe('evidence_missing');
    play.given(agent, 'ask_evidence', { evidence: ['photo'] });
    play.given(customer, 'add_evidence', { evidence: ['photo'] });
    expect(code(play.when(agent, 'approve', approval))).toBe('ok');
  });

  test('cannot be refused because a gift is missing', () => {
    const play = requested();
    const params = { ground: 'gift_missing', note: 'The spoon is not there.' } as unknown as {
      ground: 'abuse';
      note: string;
    };
    expect(code(play.when(agent, 'reject', params))).toBe('invalid_command');
  });
});

describe('authority', () => {
  const dear = { lines: [line('cups', 3, 60_000)], paid: yuan(60_800) };
  // The agent may grant 200.00.
  test.each([
    [19_999, 'ok'],
    [20_000, 'ok'],
    [20_001, 'needs'],
  ])('an agent grants goods for %i cents: %s', (priceMinor, expected) => {
    const order = { lines: [line('cups', 3, priceMinor)], paid: yuan(priceMinor + 800) };
    const play = requested({}, order);
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    expect(play.current.state).toBe(expected === 'ok' ? 'approved' : 'requested');
  });

  test('above it the superior agrees to exactly what was asked, and settling that needs nobody again', () => {
    const play = requested({}, dear);
    const asked = play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    expect(asked.effects).toMatchObject([
      { type: 'request_approval', params: { role: 'lead', amount: yuan(60_000) } },
    ]);
    expect(code(play.when({ ...lead, id: agent.id }, 'agree', {}))).toBe('own_request');
    play.given(lead, 'agree', {});
    play.settle(system, 'arrange_return', 'effect_succeeded');
    come(play, 'p1', 3);
    shelved(play, 3);
    const settled = play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.state).toBe('settling');
    expect(settled.reservations).toEqual([]);
  });

  test('what differs from it is put up again', () => {
    const play = requested({}, dear);
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    play.given(lead, 'agree', {});
    come(play, 'p1', 2);
    shelved(play, 2);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.state).toBe('inspecting');
    // Another piece makes it something else again: there is nothing to agree to any more.
    come(play, 'p2', 1);
    expect(guards(play.when(lead, 'agree', {}))).toContain('settlement_pending');
    shelved(play, 1);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.state).toBe('settling');
  });

  test('what compensation has given of the order is not given twice', () => {
    const usage = { [paidKey('order-1', 'CNY')]: { amount: 7_000, version: 1 } };
    const play = requested({}, {}, usage);
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    // 158.00 were paid and 70.00 have gone back: 88.00 are left.
    expect(play.current.data.plan).toMatchObject({ goodsMinor: 9_000, refundMinor: 8_800, unpaidMinor: 200 });
  });
});

test('every guard’s examples hold', () => {
  const rules = unwrap(guardRules(returnDefinition, guardFactsOf(returnKind.shape)));
  expect(checkExamples(rules)).toEqual([]);
});

test('the definition survives a round trip through JSON', () => {
  expect(returnPolicy(JSON.parse(JSON.stringify(returnDefinition))).version).toBe(returnPolicy().version);
});
