import { createShopCalendar, type Locale, unwrap } from '@aftercare/core';
import {
  authorityCny,
  compensationDefinition,
  compensationKind,
  freeShippingDefinition,
  freeShippingKind,
  giftDefinition,
  giftKind,
  invoiceDefinition,
  invoiceKind,
  type Kind,
  type KindShape,
  loadAuthority,
  loadPolicy,
  type PolicyDefinition,
  returnDefinition,
  returnKind,
} from '@aftercare/policies';
import { expect, test } from 'vitest';
import { policyPage } from './policyPage.js';
import { roleTable } from './roleTable.js';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const authority = unwrap(loadAuthority(authorityCny, { calendar }));

function load<Shape extends KindShape>(kind: Kind<Shape>, definition: unknown) {
  return unwrap(loadPolicy(kind, definition, { authority, calendars: { shop: calendar } }));
}

/** A writer of the pages of one policy in each language. */
function pagesOf<Shape extends KindShape>(file: string, kind: Kind<Shape>, definition: unknown) {
  return { file, write: (locale: Locale) => policyPage({ policy: load(kind, definition), locale, file }) };
}

const pages = [
  pagesOf('compensation', compensationKind, compensationDefinition),
  pagesOf('gift', giftKind, giftDefinition),
  pagesOf('free-shipping', freeShippingKind, freeShippingDefinition),
  pagesOf('invoice', invoiceKind, invoiceDefinition),
  pagesOf('return', returnKind, returnDefinition),
];

test.each(pages)('the pages of the policy $file tell what the policy is', async ({ file, write }) => {
  await expect(write('en')).toMatchFileSnapshot(`../policies/${file}.md`);
  await expect(write('zh-CN')).toMatchFileSnapshot(`../policies/${file}.zh-CN.md`);
});

test('a role has what begins with it, in bold where it needs authority, and outcomes are nobody’s choice', () => {
  const transition = { name: 'a_way', event: 'happened' };
  const definition: PolicyDefinition = {
    ...compensationDefinition,
    opening: { on: 'ask', by: ['customer'], event: 'asked' },
    states: { open: {}, done: { final: true } },
    transitions: [
      { ...transition, from: ['open'], on: 'give', by: ['agent'], grants: 'compensation' },
      { ...transition, from: ['open'], on: 'give', by: ['agent'], asks: 'compensation' },
      { ...transition, from: ['open'], on: 'let_go', by: ['lead', 'customer'] },
      { ...transition, from: ['open'], on: 'retry_effect', of: ['pay'], by: ['agent'] },
      { ...transition, from: ['open'], on: 'effect_succeeded', of: ['pay'], by: ['system'], to: 'done' },
    ],
    texts: {
      title: {},
      states: { open: { en: 'Open', 'zh-CN': '受理' }, done: { en: 'Done' } },
      titles: { ask: { en: 'ask', 'zh-CN': '提出' }, pay: { en: 'payment', 'zh-CN': '支付' } },
    },
  };
  expect(roleTable({ definition, authority }, 'en').split('\n')).toEqual([
    '| State | customer | agent and above | team lead and above |',
    '| --- | --- | --- | --- |',
    '| *new case* | ask |  |  |',
    '| Open | let go | **give**, retry payment | let go |',
  ]);
  expect(roleTable({ definition, authority }, 'zh-CN').split('\n').slice(2)).toEqual([
    '| *新案件* | 提出 |  |  |',
    '| 受理 | let go | **give**、重试支付 | let go |',
  ]);
});
