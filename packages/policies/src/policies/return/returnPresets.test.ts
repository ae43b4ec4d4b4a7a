import { epochMillisOf, unwrap } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { returnPolicy } from '../../../test/returnPolicy.js';
import type { PolicyDefinition } from '../../definition/index.js';
import { applyPreset } from '../../preset/index.js';
import { describePolicy, toMermaid } from '../../show/index.js';
import { startScenario } from '../../testing/index.js';
import { verifyPolicy } from '../../verify/index.js';
import {
  type ReturnShape,
  returnChinaPreset,
  returnDefinition,
  returnEuPreset,
  returnKind,
} from './index.js';

const definitions: Readonly<Record<string, PolicyDefinition>> = {
  generic: returnDefinition,
  china: unwrap(applyPreset(returnDefinition, returnChinaPreset)),
  eu: unwrap(applyPreset(returnDefinition, returnEuPreset)),
};

describe.each(Object.entries(definitions))('returns, %s', (_, definition) => {
  test('verifies without a finding', { timeout: 300_000 }, () => {
    expect(verifyPolicy(returnPolicy(definition), { cases: 300 })).toEqual([]);
  });

  test('is drawn and described in both languages', () => {
    const policy = returnPolicy(definition);
    for (const locale of ['en', 'zh-CN'] as const) {
      expect(toMermaid(policy, locale)).toContain('stateDiagram');
      expect(describePolicy(policy, locale)).not.toContain('undefined');
    }
  });
});

test('a calendar that is not there is told when the policy is loaded', () => {
  const { settings } = returnDefinition;
  const load = () => returnPolicy({ ...returnDefinition, settings: { ...settings, calendar: 'shops' } });
  expect(load).toThrow('settings.calendar: There is no calendar "shops". Did you mean "shop"?');
});

const { facts } = returnKind.behaviour.samples;
const customer = { id: 'customer-1', role: 'customer' };
const agent = { id: 'li', role: 'agent' };
const system = { id: 'warehouse', role: 'system' };

const delivered = facts.lines.map((line) => ({
  ...line,
  shipping: 'delivered' as const,
  deliveredAt: '2026-03-01T10:00:00+08:00',
}));
const withdrawal = {
  remedy: 'return_refund',
  reason: 'no_reason',
  lines: [{ lineId: 'cups', pieces: 1 }],
  evidence: [],
} as const;

/** The withdrawal, agreed to, with the goods on their way back. */
function sendBack(play: ReturnType<typeof startScenario<ReturnShape>>) {
  play.given(customer, 'request_return', withdrawal);
  play.given(agent, 'approve', { lines: withdrawal.lines });
  play.settle(system, 'arrange_return', 'effect_succeeded');
  play.given(customer, 'send_parcel', {
    parcelId: 'p-1',
    carrier: 'sf',
    trackingNumber: 'p-1',
    lines: withdrawal.lines,
  });
}

// Delivered on Sunday, 1 March 2026, 10:00 in Shanghai.
test.each([
  ['generic', 'no_reason', '2026-03-15T23:59:59+08:00', '2026-03-16T00:00:00+08:00'],
  ['china', 'no_reason', '2026-03-08T23:59:59+08:00', '2026-03-09T00:00:00+08:00'],
  // 15 March is a Sunday: the window ends with Monday.
  ['eu', 'no_reason', '2026-03-16T23:59:59+08:00', '2026-03-17T00:00:00+08:00'],
  // Two years end with 1 March 2028, 731 days later, for there is a 29 February in them.
  ['eu', 'defective', '2028-03-01T23:59:59+08:00', '2028-03-02T00:00:00+08:00'],
  // What happens on the way is the shop's risk until the customer has the goods.
  ['eu', 'damaged_in_transit', '2028-03-01T23:59:59+08:00', '2028-03-02T00:00:00+08:00'],
] as const)('in time by %s, %s: the last second, and not the next', (preset, reason, last, next) => {
  const at = (now: string) =>
    startScenario(returnPolicy(definitions[preset]), { now, facts: { ...facts, lines: delivered } }).when(
      customer,
      'request_return',
      { ...withdrawal, reason, evidence: ['photo'] },
    ).ok;
  expect(at(last)).toBe(true);
  expect(at(next)).toBe(false);
});

test.each([
  ['china', 'opened_digital', false, false],
  ['china', 'by_nature', false, true],
  ['china', 'by_nature', true, false],
  // Digital content is excluded by a consent given beforehand, and nothing else by a confirmation.
  ['eu', 'opened_digital', false, true],
  ['eu', 'opened_digital', true, false],
  ['eu', 'by_nature', true, true],
] as const)(
  'by %s, goods that are %s (confirmed: %s) can go back without a reason: %s',
  (preset, excludedAs, exclusionConfirmed, expected) => {
    const lines = delivered.map((line) => ({ ...line, excludedAs, exclusionConfirmed }));
    const play = startScenario(returnPolicy(definitions[preset]), {
      now: '2026-03-02T10:00:00+08:00',
      facts: { ...facts, lines },
    });
    expect(play.when(customer, 'request_return', withdrawal).ok).toBe(expected);
  },
);

test.each([
  ['generic', '2026-03-17T00:00:00+08:00'],
  ['china', '2026-03-14T00:00:00+08:00'],
  ['eu', '2026-03-14T00:00:00+08:00'],
] as const)('by %s, goods sent on 6 March are to be dealt with before %s', (preset, dueAt) => {
  const play = startScenario(returnPolicy(definitions[preset]), {
    now: '2026-03-06T10:00:00+08:00',
    facts: { ...facts, lines: delivered },
  });
  sendBack(play);
  const due = play.current.deadlines.find(({ name }) => name === 'shop_confirmation')?.dueAt;
  expect(epochMillisOf(due ?? '')).toBe(epochMillisOf(dueAt));
});

test('in the EU proof of sending is enough: what was sent and has not come is refunded', () => {
  const play = startScenario(returnPolicy(definitions.eu), {
    now: '2026-03-06T10:00:00+08:00',
    facts: { ...facts, lines: delivered },
  });
  sendBack(play);
  play.given(agent, 'confirm_receipt', {});
  const settled = play.given(agent, 'settle', { missing: 'refund' });
  expect(settled.effects.map(({ type }) => type)).toContain('refund_payment');
});

test('where whole orders count, the window does not begin before the last line is delivered', () => {
  const play = startScenario(returnPolicy(definitions.eu), { now: '2026-06-01T10:00:00+08:00', facts });
  expect(play.when(customer, 'request_return', withdrawal).ok).toBe(true);
});

test.each([
  ['2026-03-16T23:59:59+08:00', true],
  ['2026-03-17T00:00:00+08:00', false],
])(
  'where whole orders count, what was refunded before it left is not waited for: at %s %s',
  (now, expected) => {
    const lines = delivered.map((line) =>
      line.lineId === 'book' ? { ...line, shipping: 'not_shipped' as const, deliveredAt: null } : line,
    );
    const order = { ...facts, lines };
    const policy = returnPolicy(definitions.eu);
    const stopped = startScenario(policy, { now: '2026-03-02T10:00:00+08:00', facts: order });
    const book = [{ lineId: 'book', pieces: 1 }];
    stopped.given(customer, 'request_return', { ...withdrawal, remedy: 'refund_only', lines: book });
    stopped.given(agent, 'approve', { lines: book });
    stopped.settle(system, 'cancel_dispatch', 'effect_succeeded');
    stopped.given(agent, 'settle', { missing: 'keep' });
    const later = startScenario(policy, { now, facts: order, usage: stopped.usage, caseId: 'case-2' });
    expect(later.when(customer, 'request_return', withdrawal).ok).toBe(expected);
  },
);

test('where whole orders count, a replacement gives no more time for other goods', () => {
  const now = '2026-03-03T10:00:00+08:00';
  const play = startScenario(returnPolicy(definitions.eu), { now, facts: { ...facts, lines: delivered } });
  const cup = [{ lineId: 'cups', pieces: 1 }];
  const missing = { remedy: 'resend', reason: 'missing_pieces', evidence: ['photo'], lines: cup } as const;
  play.given(customer, 'request_return', { ...missing, evidence: ['photo'], lines: cup });
  // The window has ended with 16 March.
  play.now = '2026-03-20T10:00:00+08:00';
  play.given(agent, 'approve', { lines: cup });
  play.given(agent, 'settle', { missing: 'keep' });
  play.settle(system, 'ship_goods', 'effect_succeeded');
  const ofLine = (lineId: string) =>
    play.when(customer, 'claim', { ...withdrawal, lines: [{ lineId, pieces: 1 }] }).ok;
  expect([ofLine('cups'), ofLine('lamp')]).toEqual([true, false]);
});

test('freight of the shop’s own fault that the customer would bear is found', () => {
  const { freight } = returnDefinition.settings;
  const shop = { outbound: 'shop', back: 'customer' } as const;
  const unfair = {
    ...returnDefinition,
    settings: { ...returnDefinition.settings, freight: { ...freight, value: { ...freight.value, shop } } },
  };
  const findings = verifyPolicy(returnPolicy(unfair), { cases: 0 });
  expect(findings.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['kind_finding', 'settings.freight.value.shop'],
  ]);
});
