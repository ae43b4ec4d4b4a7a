import type { Locale } from '@aftercare/core';
import type { Party } from '../case/index.js';

/** The fixed words of a handbook page in one language. */
export interface HandbookWords {
  readonly list: string;
  readonly final: string;
  readonly waitsFor: (who: string) => string;
  readonly parties: Readonly<Record<Party, string>>;
  /** Whom a case can wait for, beside roles and parties. */
  readonly waiting: Readonly<Record<'staff' | 'carrier' | 'supplier' | 'warehouse', string>>;
  readonly actionColumns: readonly string[];
  readonly wayColumns: readonly string[];
  readonly withEvidence: string;
  readonly withinAuthority: string;
  readonly notOwnRequest: string;
  readonly approved: string;
  readonly evidence: string;
  readonly evidenceColumns: readonly string[];
  readonly deadlines: string;
  readonly deadlineColumns: readonly string[];
  readonly limits: string;
  readonly limitColumns: readonly string[];
  readonly scopes: Readonly<Record<'grant' | 'order' | 'customer' | 'actor' | 'shop', string>>;
  readonly periods: Readonly<Record<'day' | 'month' | 'year', string>>;
  readonly count: (count: number) => string;
  readonly percent: (percent: number) => string;
}

/** The fixed words of handbook pages. */
export const HANDBOOK_WORDS: Readonly<Record<Locale, HandbookWords>> = {
  en: {
    list: ', ',
    final: 'The case ends here.',
    waitsFor: (who) => `Waiting for: ${who}.`,
    parties: { customer: 'customer', platform: 'platform', system: 'system', clock: 'automatic, when due' },
    waiting: { staff: 'staff', carrier: 'carrier', supplier: 'supplier', warehouse: 'warehouse' },
    actionColumns: ['Action', 'By', 'Conditions', 'Then', 'Why'],
    wayColumns: ['From', 'Action', 'By', 'Conditions', 'To'],
    withEvidence: 'evidence given',
    withinAuthority: 'within own authority',
    notOwnRequest: 'not one’s own request',
    approved: 'approved as it stands',
    evidence: 'Evidence',
    evidenceColumns: ['Reason', 'Needed'],
    deadlines: 'Deadlines',
    deadlineColumns: ['While', 'After', 'Then', 'Why'],
    limits: 'Who may grant how much',
    limitColumns: ['Role', 'Per', 'Period', 'At most', 'Only'],
    scopes: { grant: 'grant', order: 'order', customer: 'customer', actor: 'member of staff', shop: 'shop' },
    periods: { day: 'day', month: 'month', year: 'year' },
    count: (count) => `${count} grant${count === 1 ? '' : 's'}`,
    percent: (percent) => `${percent} % of the order`,
  },
  'zh-CN': {
    list: '、',
    final: '案件到此结束。',
    waitsFor: (who) => `等待：${who}。`,
    parties: { customer: '客户', platform: '平台', system: '系统', clock: '到期自动' },
    waiting: { staff: '客服', carrier: '快递公司', supplier: '供应商', warehouse: '仓库' },
    actionColumns: ['操作', '由谁', '条件', '之后', '原因'],
    wayColumns: ['原状态', '操作', '由谁', '条件', '之后'],
    withEvidence: '凭证齐全',
    withinAuthority: '在本人权限内',
    notOwnRequest: '非本人申请',
    approved: '已按现有内容获批',
    evidence: '凭证',
    evidenceColumns: ['原因', '所需凭证'],
    deadlines: '时限',
    deadlineColumns: ['所处状态', '时长', '到期后', '原因'],
    limits: '权限',
    limitColumns: ['角色', '范围', '周期', '上限', '仅限期间'],
    scopes: { grant: '单次', order: '单个订单', customer: '单个客户', actor: '单个员工', shop: '全店' },
    periods: { day: '每天', month: '每月', year: '每年' },
    count: (count) => `${count} 次`,
    percent: (percent) => `订单金额的 ${percent}%`,
  },
};
