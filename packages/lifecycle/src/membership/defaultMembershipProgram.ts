import type { MembershipProgram } from './membershipProgram.js';

/**
 * Four tiers over twelve rolling months, valid for twelve months and thirty days of grace, lost one step at a time.
 * Completed orders count: delivered, and seven days without a return. Amounts are in fen; another shop changes `currency`
 * and `reach` together.
 */
export const defaultMembershipProgram: MembershipProgram = {
  currency: 'CNY',
  tiers: [
    { code: 'tier_1', titles: { en: 'Regular', 'zh-CN': '普通会员' }, benefits: {} },
    {
      code: 'tier_2',
      titles: { en: 'Plus', 'zh-CN': '高级会员' },
      reach: { amountMinor: 1_000_00, purchases: 3 },
      benefits: {
        pointsPercent: 120,
        memberDayCoupon: { amountMinor: 10_00, fromMinor: 100_00 },
        birthdayCoupon: { amountMinor: 20_00, fromMinor: 100_00 },
      },
    },
    {
      code: 'tier_3',
      titles: { en: 'VIP', 'zh-CN': 'VIP 会员' },
      reach: { amountMinor: 3_000_00, purchases: 8 },
      benefits: {
        discountPercent: 5,
        pointsPercent: 150,
        memberDayCoupon: { amountMinor: 10_00, fromMinor: 100_00 },
        birthdayCoupon: { amountMinor: 50_00, fromMinor: 100_00 },
        freeShippingFromMinor: 99_00,
        earlyNoticeDays: 1,
      },
    },
    {
      code: 'tier_4',
      titles: { en: 'Premier VIP', 'zh-CN': '至尊 VIP 会员' },
      reach: { amountMinor: 10_000_00, purchases: 20 },
      benefits: {
        discountPercent: 5,
        pointsPercent: 200,
        memberDayCoupon: { amountMinor: 10_00, fromMinor: 100_00 },
        birthdayCoupon: { amountMinor: 50_00, fromMinor: 100_00 },
        freeShippingFromMinor: 0,
        priorityService: true,
        earlyNoticeDays: 2,
        trialsAYear: 4,
      },
    },
  ],
  window: { kind: 'rolling_months', months: 12 },
  counting: {
    orders: 'completed',
    daysAfterDelivery: 7,
    exclude: ['fake_order', 'distributor', 'employee', 'sample', 'test'],
  },
  downgrade: { policy: 'one_step', validity: { months: 12 }, graceDays: 30 },
  memberDays: [8, 18, 28],
};
