import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialTransition, setup, transition } from 'xstate';
import { anyRunOf, policyRuns, type Run } from '../../../test/playCases.js';
import { returnPolicy } from '../../../test/returnPolicy.js';
import { differsFromXState } from '../../../test/xstateWalk.js';
import { paidKey } from '../../authority/index.js';

const policy = returnPolicy();
const numRuns = policyRuns();

/** Pieces of a line by counter, summed independently of the definition's invariants. */
function conserves({ current }: Run): void {
  for (const counts of Object.values(current.counters.lines)) {
    const count = (name: string) => counts[name] ?? 0;
    for (const [name, value] of Object.entries(counts)) expect(`${name} ${value < 0}`).toBe(`${name} false`);
    expect(count('undecided') + count('approved') + count('refused')).toBe(count('requested'));
    const settled = count('refunded') + count('replaced') + count('kept');
    expect(settled + count('unsettled')).toBe(count('approved'));
    expect(count('received') + count('missing') + count('underWay')).toBe(count('sentBack'));
    const placed = count('restocked') + count('writtenOff') + count('sentOn');
    expect(placed + count('toInspect')).toBe(count('received'));
    expect(count('refunded')).toBeLessThanOrEqual(count('bought') + count('replaced'));
    expect(count('unreturned')).toBeLessThanOrEqual(count('refunded') + count('replaced'));
    // What is here is settled once it has been looked at, or has been settled before.
    expect(count('toInspect')).toBeLessThanOrEqual(count('unsettled') + count('unreturned'));
  }
}

/** Money that went out by effects that succeeded, against what was paid and what the case says. */
function paysOnce({ current, usage }: Run): void {
  const paid = current.effects
    .filter(({ type, status }) => type === 'refund_payment' && status === 'succeeded')
    .map(({ params }) => (params.amount as { minor: number }).minor)
    .reduce((sum, minor) => sum + minor, 0);
  const imposed = current.commands
    .filter(({ type }) => type === 'impose_refund')
    .map(({ params }) => (params as { refundMinor: number }).refundMinor)
    .reduce((sum, minor) => sum + minor, 0);
  expect(current.counters.case.returnedMinor ?? 0).toBe(paid + imposed);
  const ordered = current.commands.some(({ by }) => by.role === 'platform');
  const differences = (current.data as { differencePaidMinor: number }).differencePaidMinor;
  // A marketplace may force more than was paid; the shop never gives back more by itself.
  if (!ordered) {
    expect(paid).toBeLessThanOrEqual(16_800 + 1_000 + differences);
    expect(usage[paidKey('order-1', 'CNY')]?.amount ?? 0).toBeLessThanOrEqual(16_800 + differences);
  }
}

test('pieces and money are conserved in any run of a return', () => {
  const check = (run: Run) => {
    conserves(run);
    paysOnce(run);
  };
  fc.assert(anyRunOf(policy, check, 30), { numRuns });
}, 600_000);

test('random walks on the bare chart agree with XState', () => {
  const walk = differsFromXState(policy, { setup, initialTransition, transition });
  const steps = fc.array(fc.record({ pick: fc.nat(1000), who: fc.nat(1000) }), { maxLength: 30 });
  fc.assert(
    fc.property(steps, (all) => {
      expect(walk(all)).toEqual([]);
    }),
    { numRuns: Math.min(numRuns, 300) },
  );
}, 600_000);
