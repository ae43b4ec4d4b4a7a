import type * as z from 'zod';
import type { ValueTitles } from '../valueTitles.js';
import type { groundSchema, whenBargainingSchema } from './benefitSchemas.js';

/** What people call the grounds of benefits. */
export const groundTitles: ValueTitles<z.infer<typeof groundSchema>> = {
  promotion: { en: 'promotion', 'zh-CN': '促销活动' },
  membership: { en: 'membership', 'zh-CN': '会员权益' },
  concession: { en: 'concession', 'zh-CN': '议价让步' },
  goodwill: { en: 'goodwill', 'zh-CN': '善意关怀' },
};

/** What people call what is given to customers who bargain. */
export const whenBargainingTitles: ValueTitles<z.infer<typeof whenBargainingSchema>> = {
  benefit_only: { en: 'the benefit in place of a lower price', 'zh-CN': '以权益代替降价' },
  beside_price: { en: 'the benefit beside a lower price', 'zh-CN': '降价之外另给权益' },
  none: { en: 'nothing', 'zh-CN': '不让步' },
};

/** What people call how an attempt stands. */
export const attemptTitles: ValueTitles<'none' | 'pending' | 'succeeded' | 'failed'> = {
  none: { en: 'none', 'zh-CN': '无' },
  pending: { en: 'under way', 'zh-CN': '进行中' },
  succeeded: { en: 'succeeded', 'zh-CN': '成功' },
  failed: { en: 'failed', 'zh-CN': '失败' },
};
