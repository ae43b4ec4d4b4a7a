import type { Locale } from '@aftercare/core';
import type { Party } from '@aftercare/policies';

/** The fixed words of a policy's page in one language. */
export interface PageWords {
  readonly otherLanguage: (file: string) => string;
  readonly origin: (file: string) => string;
  readonly reference: (file: string) => string;
  readonly diagram: string;
  readonly aboutDiagram: string;
  readonly undrawn: string;
  readonly roles: string;
  readonly aboutRoles: string;
  readonly aboutGranting: string;
  readonly handbook: string;
  readonly state: string;
  readonly newCase: string;
  readonly list: string;
  readonly andAbove: (role: string) => string;
  readonly parties: Readonly<Record<Party, string>>;
  readonly retry: (effect: string) => string;
}

/** The fixed words of pages of policies. */
export const PAGE_WORDS: Readonly<Record<Locale, PageWords>> = {
  en: {
    otherLanguage: (file) => `[中文](${file}.zh-CN.md)`,
    origin: (file) =>
      [
        `Written from \`@aftercare/policies/definitions/${file}.json\`, in its generic form, and the shipped limits in`,
        '`definitions/authority-cny.json`; `npx vitest run docs/tables --update` brings this page up to date. Amounts and times are',
        'examples to replace by the shop’s own.',
      ].join('\n'),
    reference: (file) =>
      `Programmers find the names of the actions in code in [facts, commands and effects](../policy-reference/${file}.md).`,
    diagram: 'The way of a case',
    aboutDiagram: [
      'A box is yellow where the case waits for the staff, blue for the customer, grey for the system and violet for others; a',
      'dark box is an end. “↑” is what leads back, against the arrow. “…” is what leads there from other states too: these, and',
      'the long ways back, are [in the table below it](#not-drawn). What leaves a case in its state is in the',
      '[handbook](#staff-handbook).',
    ].join('\n'),
    undrawn: 'Not drawn',
    roles: 'Who may do what',
    aboutRoles: [
      'Whoever stands above a role may do what the role may. That an effect has succeeded or failed is reported by the system,',
      'and is not in this table. The handbook has the conditions.',
    ].join('\n'),
    aboutGranting:
      '**Bold** is what grants something: it needs authority for the amount ([limits](#who-may-grant-how-much)).',
    handbook: 'Staff handbook',
    state: 'State',
    newCase: '*new case*',
    list: ', ',
    andAbove: (role) => `${role} and above`,
    parties: { customer: 'customer', platform: 'platform', system: 'system', clock: 'automatic, when due' },
    retry: (effect) => `retry ${effect}`,
  },
  'zh-CN': {
    otherLanguage: (file) => `[English](${file}.md)`,
    origin: (file) =>
      [
        `本页由通用版 \`@aftercare/policies/definitions/${file}.json\` 与随附的权限表 \`definitions/authority-cny.json\` 生成，`,
        '运行 `npx vitest run docs/tables --update` 即可更新。其中金额与时限均为示例，请替换为本店的规定。',
      ].join('\n'),
    reference: (file) =>
      `各项操作在代码中的名称见[面向程序员的参考页](../policy-reference/${file}.md)（英文，附中文名称）。`,
    diagram: '流程图',
    aboutDiagram: [
      '黄色表示等待客服，蓝色表示等待客户，灰色表示等待系统，紫色表示等待其他方；深色为终止状态。“↑”表示沿箭头反向返回；',
      '“…”表示在其他状态下也可由该操作到达，这些路径与跨度较大的返回路径见[图下的表格](#未画出的路径)。',
      '不改变状态的操作见[客服手册](#客服手册)。',
    ].join('\n'),
    undrawn: '未画出的路径',
    roles: '各角色可执行的操作',
    aboutRoles:
      '上级可执行下级的全部操作。执行结果（成功或失败）由系统回报，不列入本表。各项操作的条件见下方手册。',
    aboutGranting: '**粗体**为授予类操作，金额须在权限以内（见[权限](#权限)）。',
    handbook: '客服手册',
    state: '状态',
    newCase: '*新案件*',
    list: '、',
    andAbove: (role) => `${role}及以上`,
    parties: { customer: '客户', platform: '平台', system: '系统', clock: '到期自动' },
    retry: (effect) => `重试${effect}`,
  },
};
