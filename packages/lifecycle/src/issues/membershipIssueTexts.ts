import type { IssueTexts, Locale } from '@aftercare/core';

/** Details of the issues of membership programmes, tiers and points, by code. */
// A type and not an interface: catalogues need the index signature that only type aliases get implicitly.
export type MembershipIssueDetails = {
  /** The first tier is everybody's, and this one asks for something. */
  first_tier_threshold: { readonly tier: string };
  /** A code that is no tier of the programme. */
  unknown_tier: { readonly tier: string; readonly suggestion?: string };
  /** Refunds leave a tier as it is, so their days decide; an order log keeps only their sum. */
  refund_days_unknown: object;
  /** A tier asks for no more than a lower one does. */
  thresholds_not_rising: {
    readonly tier: string;
    readonly lower: string;
    readonly measure: 'amountMinor' | 'purchases';
  };
  /** Nobody can earn a tier: it asks for nothing that is counted, or who earns it earns a higher one too. */
  tier_out_of_reach: { readonly tier: string; readonly higher: string | null };
  /** A tier has more strong privileges beyond those of the tier below than customers can notice. */
  too_many_privileges: { readonly tier: string; readonly privileges: readonly string[] };
  /** A tier gives less of something than the tier below. */
  fewer_benefits: { readonly tier: string; readonly lower: string; readonly benefit: string };
  /** What is counted over a lifetime never gets less, so that a validity has no effect. */
  validity_without_effect: object;
  /** What a customer did early in the validity has left the window when it ends. */
  window_shorter_than_validity: { readonly windowMonths: number; readonly validityMonths: number };
  /** An entry of a points ledger names a lot that is not in it. */
  unknown_lot: { readonly entry: string; readonly lot: string };
  /** Two different entries of a points ledger have one id. */
  entry_id_reused: { readonly entry: string };
};

/** The sentences for {@link MembershipIssueDetails}. */
export const membershipIssueTexts: Readonly<Record<Locale, IssueTexts<MembershipIssueDetails>>> = {
  en: {
    first_tier_threshold: ({ tier }) =>
      `The first tier, ${tier}, is everybody's: leave out what it takes to reach it.`,
    unknown_tier: ({ tier, suggestion }) =>
      `The programme has no tier "${tier}".${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`,
    refund_days_unknown: () =>
      'The programme leaves a tier as it is after a refund, so the days of refunds decide, and an order log keeps only their sum. Use membershipBasis and assessTier, or let refunds override.',
    thresholds_not_rising: ({ tier, lower, measure }) =>
      `The tier ${tier} asks for no more ${measure === 'purchases' ? 'purchases' : 'money'} than ${lower} does.`,
    tier_out_of_reach: ({ tier, higher }) =>
      higher === null
        ? `The tier ${tier} can only be granted by hand: it says neither an amount nor a number of purchases.`
        : `Nobody is ever in the tier ${tier}: who earns it earns ${higher} too.`,
    too_many_privileges: ({ tier, privileges }) =>
      `The tier ${tier} adds ${privileges.length} strong privileges (${privileges.join(', ')}). Two or three are enough to be noticed.`,
    fewer_benefits: ({ tier, lower, benefit }) =>
      `The tier ${tier} gives less ${benefit} than ${lower} does.`,
    validity_without_effect: () =>
      'What counts over a lifetime never gets less, so no tier ever lapses: validity and grace period have no effect.',
    window_shorter_than_validity: ({ windowMonths, validityMonths }) =>
      `A tier is valid for ${validityMonths} months and only the last ${windowMonths} are counted when it ends: what was bought earlier does not help to keep it.`,
    unknown_lot: ({ entry, lot }) =>
      `The entry "${entry}" takes from the lot "${lot}", which is not in the ledger.`,
    entry_id_reused: ({ entry }) => `Two different entries of the ledger have the id "${entry}".`,
  },
  'zh-CN': {
    first_tier_threshold: ({ tier }) => `首个等级 ${tier} 属于所有客户：请去掉达成条件。`,
    unknown_tier: ({ tier, suggestion }) =>
      `会员方案中没有等级“${tier}”${suggestion === undefined ? '。' : `，是否应为“${suggestion}”？`}`,
    refund_days_unknown: () =>
      '该方案规定退款不影响已获等级，因此取决于退款日期，而订单日志只保存退款总额。请使用 membershipBasis 与 assessTier，或允许退款影响等级。',
    thresholds_not_rising: ({ tier, lower, measure }) =>
      `等级 ${tier} 要求的${measure === 'purchases' ? '购买次数' : '消费金额'}不高于 ${lower}。`,
    tier_out_of_reach: ({ tier, higher }) =>
      higher === null
        ? `等级 ${tier} 只能人工授予：既未规定金额，也未规定购买次数。`
        : `不会有客户停留在等级 ${tier}：达到它的客户同时达到 ${higher}。`,
    too_many_privileges: ({ tier, privileges }) =>
      `等级 ${tier} 新增了 ${privileges.length} 项重点权益（${privileges.join('、')}），两三项就足以让客户感受到差别。`,
    fewer_benefits: ({ tier, lower, benefit }) => `等级 ${tier} 的 ${benefit} 权益少于 ${lower}。`,
    validity_without_effect: () => '累计统计不设期限，数值不会减少，等级不会到期：有效期和宽限期不起作用。',
    window_shorter_than_validity: ({ windowMonths, validityMonths }) =>
      `等级有效期为 ${validityMonths} 个月，到期时只统计最近 ${windowMonths} 个月：更早的消费无助于保级。`,
    unknown_lot: ({ entry, lot }) => `流水“${entry}”引用了账本中不存在的积分批次“${lot}”。`,
    entry_id_reused: ({ entry }) => `账本中有两条不同的流水使用同一标识“${entry}”。`,
  },
};
