import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialTransition, setup, transition } from 'xstate';
import { compensationPolicy } from '../../../test/compensationPolicy.js';
import { anyRunOf, policyRuns } from '../../../test/playCases.js';
import { differsFromXState } from '../../../test/xstateWalk.js';

const policy = compensationPolicy();

test('whatever commands come, no more is paid than was granted, and every case can end', () => {
  const run = anyRunOf(policy, ({ current, usage }) => {
    const { promisedMinor = 0, paidOutMinor = 0 } = current.counters.case;
    expect(paidOutMinor).toBeLessThanOrEqual(promisedMinor);
    expect(usage['paid|CNY|order-1']?.amount ?? 0).toBeLessThanOrEqual(20_000);
    const granted = current.approvals.filter(({ status }) => status === 'held' || status === 'committed');
    expect(granted.length).toBeLessThanOrEqual(1);
    if (paidOutMinor > 0) expect(granted[0]?.amount.minor).toBeGreaterThanOrEqual(paidOutMinor);
    if (current.state === 'closed' && current.data.outcome === 'paid')
      expect(paidOutMinor).toBe(promisedMinor);
  });
  fc.assert(run, { numRuns: policyRuns() });
}, 600_000);

test('random walks on the bare chart agree with XState', () => {
  const walk = differsFromXState(policy, { setup, initialTransition, transition });
  fc.assert(
    fc.property(
      fc.array(fc.record({ pick: fc.nat(1000), who: fc.nat(1000) }), { maxLength: 30 }),
      (steps) => {
        expect(walk(steps)).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
