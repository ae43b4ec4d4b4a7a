import { describe, expectTypeOf, test } from 'vitest';
import type { CompensationShape, ReturnShape } from '../policies/index.js';
import type { Policy } from '../policy/index.js';
import {
  type AnyCase,
  type AnyCommand,
  type AnyDecision,
  type AnyPolicy,
  anyPolicy,
  decide,
  tick,
} from './index.js';

declare const each: { compensation: Policy<CompensationShape>; return: Policy<ReturnShape> };
declare const any: { case: AnyCase; command: AnyCommand };
const context = { now: '2026-03-02T02:00:00.000Z', actor: { id: 'li', role: 'agent' }, usage: {}, facts: {} };

describe('a host of several policies needs no cast', () => {
  test('to keep them in one record', () => {
    const policies = () => [anyPolicy(each.compensation), anyPolicy(each.return)];
    expectTypeOf(policies).returns.toEqualTypeOf<AnyPolicy[]>();
  });

  test('and decisions over any take and give cases of any', () => {
    const decided = () => decide(anyPolicy(each.return), any.case, any.command, context);
    expectTypeOf(decided).returns.toEqualTypeOf<AnyDecision>();
    const ticked = () => tick(anyPolicy(each.return), any.case, context);
    expectTypeOf<NonNullable<ReturnType<typeof ticked>>['next']>().toEqualTypeOf<AnyCase>();
  });
});
