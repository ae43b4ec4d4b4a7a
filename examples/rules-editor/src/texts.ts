import type { Locale } from '@aftercare/core';

/** What the program itself says; issues and findings bring their own sentences in both languages. */
interface Texts {
  readonly notJson: (code: string) => string;
  readonly withShipped: string;
  readonly toMend: (count: number) => string;
  readonly nothingToMend: string;
  readonly noPreview: string;
  readonly comparedWithShipped: string;
  readonly same: string;
  readonly added: string;
  readonly changed: string;
  readonly reworded: string;
  readonly reordered: string;
  readonly preview: (today: string, customers: number) => string;
  readonly columns: readonly [rule: string, fires: string, reached: string, before: string];
  readonly forExample: string;
  readonly newlyReached: string;
  readonly noMoreReached: string;
  readonly suchAs: (ids: readonly string[]) => string;
}

export const texts: Readonly<Record<Locale, Texts>> = {
  en: {
    notJson: (code) => `This is not JSON: ${code}.`,
    withShipped: 'together with the shipped rules',
    toMend: (count) => `${count} ${count === 1 ? 'thing' : 'things'} to mend.`,
    nothingToMend: 'Nothing to mend.',
    noPreview: 'Until then the rules cannot be loaded, and there is no preview.',
    comparedWithShipped: 'Compared with the shipped rules',
    same: 'They decide alike.',
    added: 'new',
    changed: 'decides otherwise',
    reworded: 'other words',
    reordered: 'another place',
    preview: (today, customers) => `On ${today}, of ${customers} customers`,
    columns: ['rule', 'fires', 'reached', 'before'],
    forExample: 'For example',
    newlyReached: 'reached now and not before',
    noMoreReached: 'reached before and not now',
    suchAs: (ids) => `, such as ${ids.join(', ')}`,
  },
  'zh-CN': {
    notJson: (code) => `不是有效的 JSON：${code}。`,
    withShipped: '与内置规则合并后',
    toMend: (count) => `共 ${count} 处需要修改。`,
    nothingToMend: '没有需要修改之处。',
    noPreview: '修改之前规则无法加载，因此没有预览。',
    comparedWithShipped: '与内置规则相比',
    same: '判断结果相同。',
    added: '新增',
    changed: '判断有变',
    reworded: '文字有变',
    reordered: '顺序有变',
    preview: (today, customers) => `${today}，共 ${customers} 位客户`,
    columns: ['规则', '触发', '触达', '原触达'],
    forExample: '例如',
    newlyReached: '新触达的客户',
    noMoreReached: '不再触达的客户',
    suchAs: (ids) => `，如 ${ids.join('、')}`,
  },
};
