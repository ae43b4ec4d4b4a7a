import { type AnyIssue, createShopCalendar, parseWith } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  agent,
  toyAuthority,
  toyCalendars,
  toyDefinition,
  toyKind,
  toyMatrix,
  toyPolicy,
} from '../../test/toyPolicy.js';
import { authorityMatrixSchema, loadAuthority } from '../authority/index.js';
import { definitionSchema } from '../definition/index.js';
import type { KindShape } from '../kind/index.js';
import {
  compensationDefinition,
  compensationKind,
  freeShippingKind,
  giftKind,
  invoiceKind,
  returnKind,
} from '../policies/index.js';
import { loadPolicy } from '../policy/index.js';
import { applyPreset, policyPresetSchema } from '../preset/index.js';
import { startScenario } from '../testing/index.js';
import { formatPolicyIssue, type LoadPolicyIssue, policyIssues } from './index.js';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });

const [limit] = toyMatrix.limits;
const delegation = { of: 'l1', role: 'lead', to: 'a1', from: '2026-01-01', until: '2026-13-01T00:00:00Z' };
const figure = { value: 7, asOf: '2026-13-01', source: 'a default of ours' };
const basis = { asOf: '2026-13-01', source: 'a default of ours' };
const preset = { format: 1, preset: 'own', policy: 'price_cut', title: { en: 'Own' }, asOf: '2026-13-01' };

const { settings } = compensationDefinition;
const options = { authority: toyAuthority(), calendars: toyCalendars };

describe('a wrong currency, day or instant is an issue with its place, in both languages', () => {
  test.each([
    [
      'of a limit',
      () =>
        loadAuthority(
          { ...toyMatrix, limits: [{ ...limit, most: { minor: 1, currency: 'RMB' } }] },
          { calendar },
        ),
      [['unknown_currency', ['limits', 0, 'most', 'currency']]],
    ],
    [
      'of a delegation',
      () => loadAuthority({ ...toyMatrix, delegations: [delegation] }, { calendar }),
      [
        ['invalid_instant', ['delegations', 0, 'from']],
        ['invalid_instant', ['delegations', 0, 'until']],
      ],
    ],
    [
      'of a figure of the settings',
      () =>
        loadPolicy(
          compensationKind,
          { ...compensationDefinition, settings: { ...settings, claimDays: figure } },
          options,
        ),
      [['invalid_day', ['settings', 'claimDays', 'asOf']]],
    ],
    [
      'of a basis',
      () => loadPolicy(toyKind, { ...toyDefinition, basis }, options),
      [['invalid_day', ['basis', 'asOf']]],
    ],
    ['of a preset', () => applyPreset(toyDefinition, preset), [['invalid_day', ['asOf']]]],
  ] as const)('%s', (_, load, expected) => {
    const result = load();
    const issues: readonly LoadPolicyIssue[] = result.ok ? [] : result.issues;
    expect(issues.map(({ code, path }) => [code, path])).toEqual(expected);
    for (const issue of issues) {
      expect(issue.message.endsWith(formatPolicyIssue(issue, 'en'))).toBe(true);
      expect(formatPolicyIssue(issue, 'zh-CN')).toMatch(/\p{Script=Han}/u);
    }
  });
});

test('a wrong currency of a command is told in its refusal, when a case is opened and later', () => {
  const scenario = startScenario(toyPolicy(), {
    now: '2026-03-02T02:00:00Z',
    facts: { daysSinceDelivery: 1 },
  });
  const complaint = { orderId: 'o1', customerId: 'c1', reason: 'delay' as const, photos: [] };
  const yuan = { minor: 10000, currency: 'CNY' };
  const unknown = { minor: 1500, currency: 'RMB' };
  const refusedOpening = scenario.when(agent, 'complain', { ...complaint, paid: unknown });
  scenario.given(agent, 'complain', { ...complaint, paid: yuan });
  const refusedOffer = scenario.when(agent, 'propose', { amount: unknown });
  for (const [decision, path] of [
    [refusedOpening, ['paid', 'currency']],
    [refusedOffer, ['amount', 'currency']],
  ] as const) {
    expect(decision).toMatchObject({
      ok: false,
      refusal: { code: 'invalid_command', details: { issues: [{ code: 'unknown_currency', path }] } },
    });
  }
});

const PROBES = [
  undefined,
  null,
  true,
  NaN,
  -1,
  0,
  1.5,
  1e300,
  '',
  ' x',
  'RMB',
  '2026-13-01',
  '25:00',
  {},
  [],
  { a: 1 },
];

/** A schema and every schema within it. */
function within(schema: z.core.$ZodType, found = new Set<z.core.$ZodType>()): Set<z.core.$ZodType> {
  if (found.has(schema)) return found;
  found.add(schema);
  // A check is a schema too, and not one for values of all types.
  const { checks: _, ...definition } = schema._zod.def;
  const parts: unknown[] = Object.values(definition);
  for (const part of parts) {
    const members = typeof part === 'object' && part !== null ? [part, ...Object.values(part)] : [];
    for (const member of members) if (member instanceof z.core.$ZodType) within(member, found);
  }
  return found;
}

function schemasOf(shape: KindShape): z.ZodType[] {
  const effects = Object.values(shape.effects).map(({ params }) => params);
  const { settings, data, facts, caseFacts, commands, events } = shape;
  return [settings, data, facts, caseFacts, ...Object.values(commands), ...Object.values(events), ...effects];
}

describe('whatever a schema finds is one of the issues', () => {
  const kinds = [compensationKind, freeShippingKind, giftKind, invoiceKind, returnKind];
  const documents = { authorityMatrixSchema, definitionSchema, policyPresetSchema };
  test.each([
    ...Object.entries(documents).map(([name, schema]) => [name, [schema]] as const),
    ...kinds.map(({ shape }) => [shape.name, schemasOf(shape)] as const),
  ])('of %s', (_, roots) => {
    const schemas = new Set(roots.flatMap((root) => [...within(root)]));
    const issues = [...schemas].flatMap((schema) =>
      PROBES.flatMap((probe): readonly AnyIssue[] => {
        const result = parseWith(policyIssues, schema as z.ZodType, probe);
        return result.ok ? [] : result.issues;
      }),
    );
    expect(issues.length).toBeGreaterThan(100);
  });
});
