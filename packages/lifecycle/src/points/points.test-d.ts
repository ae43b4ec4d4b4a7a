import type {
  earnPoints,
  PointsDecision,
  PointsEntry,
  PointsEntryOf,
  PointsRefusal,
  redeemPoints,
} from '@aftercare/lifecycle';
import { expectTypeOf, test } from 'vitest';

test('a decision is an entry of its kind, or a reason', () => {
  expectTypeOf<ReturnType<typeof earnPoints>>().toEqualTypeOf<PointsDecision<PointsEntryOf<'earned'>>>();
  expectTypeOf<ReturnType<typeof redeemPoints>>().toExtend<PointsDecision>();
});

test('the reasons of refusals are a closed union', () => {
  expectTypeOf<PointsRefusal['reason']>().toEqualTypeOf<
    | 'already_recorded'
    | 'already_earned'
    | 'earns_nothing'
    | 'unknown_order'
    | 'not_pending'
    | 'not_enough_points'
    | 'nothing_to_claw_back'
  >();
});

test('entries are told apart by their kind', () => {
  expectTypeOf<PointsEntry['kind']>().toEqualTypeOf<
    'earned' | 'confirmed' | 'redeemed' | 'clawed_back' | 'credited' | 'debited'
  >();
  expectTypeOf<PointsEntryOf<'confirmed'>>().toHaveProperty('lot');
  expectTypeOf<PointsEntryOf<'redeemed'>>().not.toHaveProperty('owed');
});
