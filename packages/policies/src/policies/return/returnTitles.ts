import type * as z from 'zod';
import type { ValueTitles } from '../valueTitles.js';
import type { Fault, Remedy, returnReasonSchema } from './returnSchemas.js';

/** What people call what customers can get. */
export const remedyTitles: ValueTitles<Remedy> = {
  return_refund: { en: 'return and refund', 'zh-CN': '退货退款' },
  exchange: { en: 'exchange', 'zh-CN': '换货' },
  refund_only: { en: 'refund only', 'zh-CN': '仅退款' },
  resend: { en: 'resend', 'zh-CN': '补发' },
  partial_refund: { en: 'partial refund', 'zh-CN': '部分退款' },
};

/** What people call the reasons of returns. */
export const returnReasonTitles: ValueTitles<z.infer<typeof returnReasonSchema>> = {
  no_reason: { en: 'no reason', 'zh-CN': '无理由' },
  placed_by_mistake: { en: 'placed by mistake', 'zh-CN': '拍错' },
  defective: { en: 'defective', 'zh-CN': '质量问题' },
  damaged_in_transit: { en: 'damaged in transit', 'zh-CN': '运输破损' },
  missing_pieces: { en: 'missing pieces', 'zh-CN': '少件' },
  wrong_goods: { en: 'wrong goods', 'zh-CN': '发错货' },
  not_as_described: { en: 'not as described', 'zh-CN': '描述不符' },
  late_delivery: { en: 'late delivery', 'zh-CN': '配送延误' },
  not_received: { en: 'not received', 'zh-CN': '未收到货' },
  goodwill: { en: 'goodwill', 'zh-CN': '善意关怀' },
};

/** What people call those whose fault it is. */
export const faultTitles: ValueTitles<Fault> = {
  none: { en: 'nobody', 'zh-CN': '无' },
  shop: { en: 'shop', 'zh-CN': '店铺' },
  carrier: { en: 'carrier', 'zh-CN': '承运商' },
  customer: { en: 'customer', 'zh-CN': '客户' },
  unclear: { en: 'unclear', 'zh-CN': '不明' },
};

/** What people call what is put before a superior. */
export const pendingTitles: ValueTitles<'nothing' | 'offer' | 'approval' | 'settlement'> = {
  nothing: { en: 'nothing', 'zh-CN': '无' },
  offer: { en: 'offer', 'zh-CN': '方案' },
  approval: { en: 'approval', 'zh-CN': '批准' },
  settlement: { en: 'settlement', 'zh-CN': '结算' },
};
