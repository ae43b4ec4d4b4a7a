import type { MembershipProgram, TierAssessment, TierAssessments } from '@aftercare/lifecycle';
import { defaultMembershipProgram } from '@aftercare/lifecycle';
import { expectTypeOf, test } from 'vitest';

test('an assessment is plain JSON in which null stands for what there is not', () => {
  expectTypeOf<TierAssessment['by']>().toEqualTypeOf<'base' | 'amount' | 'purchases' | 'granted'>();
  expectTypeOf<TierAssessment['change']>().toEqualTypeOf<'risen' | 'fallen' | null>();
  expectTypeOf<TierAssessment['since']>().toEqualTypeOf<string | null>();
  expectTypeOf<NonNullable<TierAssessment['next']>['missingMinor']>().toEqualTypeOf<number | null>();
});

test('every customer has a tier', () => {
  expectTypeOf<TierAssessments['of']>().returns.toEqualTypeOf<TierAssessment>();
});

test('a tier that is never lost has no validity', () => {
  type Never = Extract<MembershipProgram['downgrade'], { policy: 'never' }>;
  expectTypeOf<Never>().not.toHaveProperty('validity');
  expectTypeOf(defaultMembershipProgram).toEqualTypeOf<MembershipProgram>();
});
