import { createShopCalendar, unwrap } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { assessAuthority } from './assessAuthority.js';
import type { GrantRequest } from './grantRequest.js';
import { loadAuthority } from './loadAuthority.js';
import type { AuthorityMatrix } from './matrix.js';
import { authorityCny, authorityEur } from './shippedAuthority.js';
import type { Usage } from './usage.js';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });

interface Split {
  readonly matrix: AuthorityMatrix;
  readonly currency: string;
  readonly action: string;
  readonly role: string;
}

/** What somebody grants by themselves who asks for a little over and over again. */
function grantedInParts(
  { matrix, currency, action, role }: Split,
  part: number,
  of: (number: number) => Pick<GrantRequest, 'orderId' | 'customerId'>,
): number {
  const authority = unwrap(loadAuthority(matrix, { calendar }));
  const usage: Record<string, Usage[string]> = {};
  const enough = 20_000_000;
  let granted = 0;
  for (let number = 0; granted < enough; number += 1) {
    const { covered, reservations } = assessAuthority(
      {
        policy: action,
        action,
        amount: { minor: part, currency },
        ...of(number),
        paid: { minor: 100_000_000, currency },
        actor: { id: 'li', role },
        now: '2026-03-02T02:00:00.000Z',
      },
      authority,
      usage,
    );
    if (!covered) return granted;
    for (const { key, amount, usageVersion } of reservations) {
      usage[key] = { amount: (usage[key]?.amount ?? 0) + amount, version: (usageVersion ?? 0) + 1 };
    }
    granted += part;
  }
  return granted;
}

const oneOrder = () => ({ orderId: 'order-1', customerId: 'customer-1' });
const anotherEachTime = (number: number) => ({
  orderId: `order-${number}`,
  customerId: `customer-${number}`,
});

describe.each([
  ['yuan', authorityCny, 'CNY', 1],
  // What is 1.00 in yuan is 0.20 in euros throughout.
  ['euros', authorityEur, 'EUR', 0.2],
] as const)('in %s nobody below a manager gets round a limit in small parts', (_, matrix, currency, rate) => {
  test.each([
    ['compensation', 'agent', 3_000, 30_000],
    ['compensation', 'lead', 15_000, 150_000],
    ['compensation', 'supervisor', 45_000, 500_000],
    ['gift', 'agent', 3_000, 30_000],
    ['gift', 'lead', 15_000, 150_000],
    ['gift', 'supervisor', 45_000, 500_000],
    ['free_shipping', 'agent', 3_000, 30_000],
    ['free_shipping', 'lead', 15_000, 150_000],
    ['free_shipping', 'supervisor', 45_000, 500_000],
    ['refund', 'agent', 30_000, 300_000],
    ['refund', 'lead', 150_000, 1_500_000],
    ['refund', 'supervisor', 450_000, 5_000_000],
  ])('%s by a %s: %i over the cases of one order, %i a day over orders', (action, role, perOrder, perDay) => {
    const split = { matrix, currency, action, role };
    expect(grantedInParts(split, 500 * rate, oneOrder)).toBe(perOrder * rate);
    expect(grantedInParts(split, 500 * rate, anotherEachTime)).toBe(perDay * rate);
  });
});
