import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialTransition, setup, transition } from 'xstate';
import { toyPolicy } from '../../test/toyPolicy.js';
import { differsFromXState } from '../../test/xstateWalk.js';

test('random walks on the bare chart agree with XState', () => {
  const walk = differsFromXState(toyPolicy(), { setup, initialTransition, transition });
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
