import { unwrap } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { returnPolicy } from '../../../test/returnPolicy.js';
import type { PolicyDefinition } from '../../definition/index.js';
import { applyPreset } from '../../preset/index.js';
import { describePolicy, toMermaid } from '../../show/index.js';
import { startScenario } from '../../testing/index.js';
import { verifyPolicy } from '../../verify/index.js';
import { returnChinaPreset, returnDefinition, returnEuPreset, returnKind } from './index.js';

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

const { facts } = returnKind.behaviour.samples;
const customer = { id: 'customer-1', role: 'customer' };

// Delivered on Sunday, 1 March 2026, 10:00 in Shanghai.
test.each([
  ['generic', '2026-03-15T23:59:59+08:00', '2026-03-16T00:00:00+08:00'],
  ['china', '2026-03-08T23:59:59+08:00', '2026-03-09T00:00:00+08:00'],
  // 15 March is a Sunday: the window ends with Monday.
  ['eu', '2026-03-16T23:59:59+08:00', '2026-03-17T00:00:00+08:00'],
] as const)('without a reason in time by %s: the last second, and the next', (preset, last, next) => {
  const params = {
    remedy: 'return_refund',
    reason: 'no_reason',
    lines: [{ lineId: 'cups', pieces: 1 }],
    evidence: [],
  } as const;
  const lines = facts.lines.map((line) => ({
    ...line,
    shipping: 'delivered' as const,
    deliveredAt: '2026-03-01T10:00:00+08:00',
  }));
  const at = (now: string) =>
    startScenario(returnPolicy(definitions[preset]), { now, facts: { ...facts, lines } }).when(
      customer,
      'request_return',
      params,
    ).ok;
  expect(at(last)).toBe(true);
  expect(at(next)).toBe(false);
});

test('where whole orders count, the window does not begin before the last line is delivered', () => {
  const params = {
    remedy: 'return_refund',
    reason: 'no_reason',
    lines: [{ lineId: 'cups', pieces: 1 }],
    evidence: [],
  } as const;
  const play = startScenario(returnPolicy(definitions.eu), { now: '2026-06-01T10:00:00+08:00', facts });
  expect(play.when(customer, 'request_return', params).ok).toBe(true);
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
