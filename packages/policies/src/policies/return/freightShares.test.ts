import { describe, expect, test } from 'vitest';
import { type FreightRule, freightShares } from './freightShares.js';

const RULES = {
  shopsFault: { outbound: 'shop', back: 'shop' },
  noReasonChina: { outbound: 'as_paid', back: 'customer' },
  noReasonEu: { outbound: 'shop', back: 'customer' },
  unclear: { outbound: 'shared', back: 'shared' },
  bothTrips: { outbound: 'customer', back: 'customer' },
  onlyOut: { outbound: 'customer', back: 'shop' },
  onlyBack: { outbound: 'as_paid', back: 'customer' },
} as const satisfies Record<string, FreightRule>;

const WHOLE = { of: 1, whole: 1 };

describe('freight by fault', () => {
  // Way out and way back: cost in cents and who paid; then what is given back of each, and what is taken off.
  test.each([
    ['shopsFault', 'customer', 800, 'customer', 1200, 800, 1200, 0],
    ['shopsFault', 'shop', 800, 'customer', 1200, 0, 1200, 0],
    ['shopsFault', 'customer', 800, 'shop', 1200, 800, 0, 0],
    ['noReasonChina', 'customer', 800, 'customer', 1200, 0, 0, 0],
    ['noReasonChina', 'shop', 800, 'customer', 1200, 0, 0, 0],
    ['noReasonChina', 'shop', 800, 'shop', 1200, 0, 0, 1200],
    ['noReasonEu', 'customer', 800, 'customer', 1200, 800, 0, 0],
    ['noReasonEu', 'shop', 800, 'shop', 1200, 0, 0, 1200],
    ['unclear', 'customer', 801, 'customer', 1201, 401, 601, 0],
    ['unclear', 'shop', 801, 'shop', 1201, 0, 0, 1000],
    ['unclear', 'customer', 800, 'shop', 1200, 400, 0, 600],
    ['bothTrips', 'shop', 800, 'customer', 1200, 0, 0, 800],
    ['bothTrips', 'shop', 800, 'shop', 1200, 0, 0, 2000],
    ['onlyOut', 'shop', 800, 'customer', 1200, 0, 1200, 800],
    ['onlyBack', 'shop', 800, 'customer', 1200, 0, 0, 0],
  ] as const)('%s: out paid by the %s (%i), back by the %s (%i)', (...row) => {
    const [rule, outBy, out, backBy, back, outboundMinor, backMinor, deductedMinor] = row;
    const shares = freightShares({
      rule: RULES[rule],
      outbound: { costMinor: out, paidBy: outBy },
      back: [{ costMinor: back, paidBy: backBy }],
      part: WHOLE,
    });
    expect(shares).toEqual({ outboundMinor, backMinor, deductedMinor });
  });

  test('of an express delivery the shop bears what its standard one would have cost', () => {
    const outbound = { costMinor: 2500, paidBy: 'customer', standardMinor: 800 } as const;
    const shares = freightShares({ rule: RULES.noReasonEu, outbound, back: [], part: WHOLE });
    expect(shares).toEqual({ outboundMinor: 800, backMinor: 0, deductedMinor: 0 });
  });

  test.each([
    [0, 0],
    [1, 333],
    [2, 666],
    [3, 1000],
  ])('the way out goes back by the part of the goods: %i of 3', (of, outboundMinor) => {
    const outbound = { costMinor: 1000, paidBy: 'customer' } as const;
    const shares = freightShares({ rule: RULES.shopsFault, outbound, back: [], part: { of, whole: 3 } });
    expect(shares.outboundMinor).toBe(outboundMinor);
  });

  test.each([
    [0, 333],
    [1, 333],
    [2, 334],
  ])('the last part brings the rest of it: 1 of 3 after %i', (before, outboundMinor) => {
    const outbound = { costMinor: 1000, paidBy: 'customer' } as const;
    const part = { of: 1, whole: 3, before };
    const shares = freightShares({ rule: RULES.shopsFault, outbound, back: [], part });
    expect(shares.outboundMinor).toBe(outboundMinor);
  });

  test('of goods that were free the whole is nothing, and nothing goes back', () => {
    const outbound = { costMinor: 1000, paidBy: 'customer' } as const;
    const shares = freightShares({
      rule: RULES.shopsFault,
      outbound,
      back: [],
      part: { of: 0, whole: 0 },
    });
    expect(shares.outboundMinor).toBe(0);
  });
});
