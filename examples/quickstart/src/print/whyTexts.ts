import type { Locale } from '@aftercare/core';
import type { Stage } from '@aftercare/lifecycle';

/** What stands above an explanation, in one language. */
export interface WhyTexts {
  readonly title: (customer: string, asOf: string) => string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly purchases: (count: number, spent: string, lastDay: string | null) => string;
  readonly tier: (title: string) => string;
}

/** What stands above explanations. The names of stages are those of the trade. */
export const WHY_TEXTS: Readonly<Record<Locale, WhyTexts>> = {
  en: {
    title: (customer, asOf) => `${customer} on ${asOf}`,
    stages: {
      prospect: 'prospect',
      new: 'new customer',
      established: 'established customer',
      slipping: 'slipping customer',
      lapsing: 'lapsing customer',
      dormant: 'dormant customer',
    },
    purchases: (count, spent, lastDay) =>
      lastDay === null
        ? 'nothing bought yet'
        : `${count} ${count === 1 ? 'purchase' : 'purchases'} for ${spent}, the last on ${lastDay}`,
    tier: (title) => `tier ${title}`,
  },
  'zh-CN': {
    title: (customer, asOf) => `${customer}，${asOf}`,
    stages: {
      prospect: '潜客',
      new: '新客',
      established: '老顾客',
      slipping: '高挽留预流失顾客',
      lapsing: '低挽留预流失顾客',
      dormant: '沉睡流失客户',
    },
    purchases: (count, spent, lastDay) =>
      lastDay === null ? '尚未购买' : `共购买 ${count} 次，累计 ${spent}，最近一次为 ${lastDay}`,
    tier: (title) => `会员等级：${title}`,
  },
};
