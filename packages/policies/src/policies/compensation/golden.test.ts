import { describe, expect, test } from 'vitest';
import { compensationPolicy } from '../../../test/compensationPolicy.js';
import golden from '../../../test/golden/compensation.json' with { type: 'json' };
import type { CaseEvent } from '../../case/index.js';
import { replay } from '../../evolve/index.js';

// Logs that were written once and are never changed: every later version must come to the same cases with them.
describe.each(golden.map(({ name, events, state }) => [name, events, state] as const))(
  '%s',
  (_, events, state) => {
    test('replays to the case that it was', () => {
      expect(replay(compensationPolicy(), events as unknown as readonly CaseEvent[])).toEqual(state);
    });
  },
);
