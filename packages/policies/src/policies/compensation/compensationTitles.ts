import type * as z from 'zod';
import type { ValueTitles } from '../valueTitles.js';
import type { compensationReasonSchema } from './compensationSchemas.js';

/** What people call the reasons of compensation. */
export const compensationReasonTitles: ValueTitles<z.infer<typeof compensationReasonSchema>> = {
  damaged: { en: 'damaged', 'zh-CN': '破损' },
  missing: { en: 'missing', 'zh-CN': '少件' },
  wrong_item: { en: 'wrong item', 'zh-CN': '发错货' },
  quality: { en: 'quality', 'zh-CN': '质量问题' },
  not_as_described: { en: 'not as described', 'zh-CN': '描述不符' },
  late_dispatch: { en: 'late dispatch', 'zh-CN': '延迟发货' },
  late_delivery: { en: 'late delivery', 'zh-CN': '配送延误' },
  out_of_stock: { en: 'out of stock', 'zh-CN': '缺货' },
  bad_service: { en: 'bad service', 'zh-CN': '服务态度' },
  shop_promise: { en: 'promise of the shop', 'zh-CN': '店铺承诺未兑现' },
  fraud: { en: 'fraud', 'zh-CN': '欺诈' },
  unsafe_food: { en: 'unsafe food', 'zh-CN': '食品安全' },
};

/** What people call how payments stand. */
export const paymentTitles: ValueTitles<'done' | 'pending' | 'failed'> = {
  done: { en: 'done', 'zh-CN': '已完成' },
  pending: { en: 'pending', 'zh-CN': '进行中' },
  failed: { en: 'failed', 'zh-CN': '失败' },
};
