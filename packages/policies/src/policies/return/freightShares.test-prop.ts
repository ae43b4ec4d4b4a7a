import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { freightShares } from './freightShares.js';

const bearer = fc.constantFrom('shop', 'customer', 'shared', 'as_paid');
const cost = fc.nat(100_000);
const payer = fc.constantFrom('shop', 'customer');

test('what both bear is what the trips cost, and neither bears more than that', () => {
  fc.assert(
    fc.property(bearer, bearer, cost, cost, payer, payer, (outbound, back, out, home, outBy, backBy) => {
      const { outboundMinor, backMinor, deductedMinor } = freightShares({
        rule: { outbound, back },
        outbound: { costMinor: out, paidBy: outBy },
        back: [{ costMinor: home, paidBy: backBy }],
        part: { of: 1, whole: 1 },
      });
      const paidByCustomer = (outBy === 'customer' ? out : 0) + (backBy === 'customer' ? home : 0);
      const borneByCustomer = paidByCustomer - outboundMinor - backMinor + deductedMinor;
      expect(borneByCustomer).toBeGreaterThanOrEqual(0);
      expect(borneByCustomer).toBeLessThanOrEqual(out + home);
      if (outbound === 'shop' && back === 'shop') expect(borneByCustomer).toBe(0);
      if (outbound === 'customer' && back === 'customer') expect(borneByCustomer).toBe(out + home);
      if (outbound === 'shared' && back === 'shared') {
        expect(borneByCustomer).toBe(Math.floor(out / 2) + Math.floor(home / 2));
      }
    }),
  );
});

test('the parts of an order bear the way out to the cent, in whichever steps they go back', () => {
  fc.assert(
    fc.property(
      bearer,
      cost,
      payer,
      fc.array(fc.nat(1_000_000), { minLength: 1 }),
      (outbound, out, by, parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const balanceOf = (part: { of: number; whole: number; before?: number }) => {
          const rule = { outbound, back: 'as_paid' } as const;
          const shares = freightShares({ rule, outbound: { costMinor: out, paidBy: by }, back: [], part });
          return shares.outboundMinor - shares.deductedMinor;
        };
        let before = 0;
        let sum = 0;
        for (const of of parts) {
          sum += balanceOf({ of, whole, before });
          before += of;
        }
        expect(sum).toBe(balanceOf({ of: whole, whole }));
      },
    ),
  );
});
