import { unwrap } from '@aftercare/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialTransition, setup, transition } from 'xstate';
import { freeShippingPolicy, giftPolicy } from '../../../test/benefitPolicies.js';
import { anyRunOf, policyRuns, type Run } from '../../../test/playCases.js';
import { differsFromXState } from '../../../test/xstateWalk.js';
import { applyPreset } from '../../preset/index.js';
import {
  freeShippingChinaPreset,
  freeShippingDefinition,
  freeShippingEuPreset,
  giftChinaPreset,
  giftDefinition,
  giftEuPreset,
} from './index.js';

/** Of every property and preset; CI sets more. */
// Three presets for each of the two policies.
const numRuns = policyRuns(3);
const timeout = 600_000;

/** What any case of the family keeps to. */
function checkBenefit({ current, usage }: Run, campaign: string, benefit: string): void {
  const granted = current.approvals.filter(({ status }) => status !== 'released');
  expect(granted.length).toBeLessThanOrEqual(1);
  const cost = granted.reduce((sum, { amount }) => sum + amount.minor, 0);
  expect(usage[`campaign|CNY|${campaign}`]?.amount ?? 0).toBe(cost);
  expect(usage[`benefit|${benefit}|order-1`]?.amount ?? 0).toBe(granted.length);
  const hasIt = ['granted', 'applying', 'applied', 'fulfilled', 'closed'].includes(current.state);
  if (hasIt) expect(granted).toHaveLength(1);
  if (current.state === 'closed') expect(granted[0]?.status).toBe('committed');
}

/** How often something is done to an order in a case; a second attempt of one effect counts once. */
function times({ current }: Run, type: string): number {
  return current.effects.filter((effect) => effect.type === type).length;
}

describe.each([
  ['neutral', giftDefinition],
  ['China', unwrap(applyPreset(giftDefinition, giftChinaPreset))],
  ['EU', unwrap(applyPreset(giftDefinition, giftEuPreset))],
])('gifts, %s', (_, definition) => {
  test(
    'whatever commands come, each piece is sent once and taken back once at most',
    () => {
      const run = anyRunOf(
        giftPolicy(definition),
        (one) => {
          checkBenefit(one, 'standing_gifts', 'gift');
          const { piecesSent = 0, piecesBack = 0, piecesDeducted = 0 } = one.current.counters.case;
          const { quantity } = one.current.data as { quantity: number };
          expect(times(one, 'add_gift')).toBeLessThanOrEqual(1);
          expect([0, quantity]).toContain(piecesSent);
          expect(piecesBack + piecesDeducted).toBeLessThanOrEqual(piecesSent);
          if (one.current.state === 'clawed_back') expect(piecesBack + piecesDeducted).toBe(piecesSent);
        },
        12,
        14,
      );
      fc.assert(run, { numRuns });
    },
    timeout,
  );
});

describe.each([
  ['neutral', freeShippingDefinition],
  ['China', unwrap(applyPreset(freeShippingDefinition, freeShippingChinaPreset))],
  ['EU', unwrap(applyPreset(freeShippingDefinition, freeShippingEuPreset))],
])('free shipping, %s', (_, definition) => {
  test(
    'whatever commands come, freight is waived once and deducted once at most',
    () => {
      const run = anyRunOf(
        freeShippingPolicy(definition),
        (one) => {
          checkBenefit(one, 'standing_free_shipping', 'free_shipping');
          const { waivedMinor = 0, deductedMinor = 0 } = one.current.counters.case;
          expect(times(one, 'waive_freight')).toBeLessThanOrEqual(1);
          expect([0, 1_800]).toContain(waivedMinor);
          expect(deductedMinor).toBe(one.current.state === 'clawed_back' ? waivedMinor : 0);
          expect(one.usage['paid|CNY|order-1']?.amount ?? 0).toBeLessThanOrEqual(21_800);
        },
        12,
        14,
      );
      fc.assert(run, { numRuns });
    },
    timeout,
  );
});

const steps = fc.array(fc.record({ pick: fc.nat(1000), who: fc.nat(1000) }), { maxLength: 30 });

describe('random walks on the bare charts agree with XState', () => {
  test('gift', () => {
    const walk = differsFromXState(giftPolicy(), { setup, initialTransition, transition });
    fc.assert(
      fc.property(steps, (some) => {
        expect(walk(some)).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('free shipping', () => {
    const walk = differsFromXState(freeShippingPolicy(), { setup, initialTransition, transition });
    fc.assert(
      fc.property(steps, (some) => {
        expect(walk(some)).toEqual([]);
      }),
      { numRuns },
    );
  });
});
