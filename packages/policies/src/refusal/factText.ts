import { type Locale, showValue } from '@aftercare/core';
import { textIn } from '../texts/index.js';
import type { NamedFact, NearestNumber, NearestValue } from './refusal.js';
import { showMoney } from './refusalTexts.js';

/** For whom facts are written out, and in which currency amounts among them are. */
export interface Shown {
  readonly locale: Locale;
  readonly currency: string | null;
}

interface FactWords {
  readonly values: Readonly<Record<'true' | 'false' | 'null', string>>;
  readonly list: string;
  readonly or: string;
  readonly is: (fact: string, value: string) => string;
  readonly isNot: (fact: string, value: string) => string;
  readonly none: (fact: string) => string;
  readonly sides: Readonly<Record<NearestNumber['side'], (fact: string, value: string) => string>>;
}

const WORDS: Readonly<Record<Locale, FactWords>> = {
  en: {
    values: { true: 'yes', false: 'no', null: 'none' },
    list: ', ',
    or: ' or ',
    is: (fact, value) => `${fact}: ${value}`,
    isNot: (fact, value) => `${fact} other than ${value}`,
    none: (fact) => `no ${fact}`,
    sides: {
      at_most: (fact, value) => `${fact} ${value} or less`,
      at_least: (fact, value) => `${fact} ${value} or more`,
      exactly: (fact, value) => `${fact} exactly ${value}`,
      less_than: (fact, value) => `${fact} below ${value}`,
      more_than: (fact, value) => `${fact} above ${value}`,
    },
  },
  'zh-CN': {
    values: { true: '是', false: '否', null: '无' },
    list: '、',
    or: '或',
    is: (fact, value) => `${fact}：${value}`,
    isNot: (fact, value) => `${fact}不是${value}`,
    none: (fact) => `${fact}为 0`,
    sides: {
      at_most: (fact, value) => `${fact}不超过 ${value}`,
      at_least: (fact, value) => `${fact}不低于 ${value}`,
      exactly: (fact, value) => `${fact}为 ${value}`,
      less_than: (fact, value) => `${fact}低于 ${value}`,
      more_than: (fact, value) => `${fact}超过 ${value}`,
    },
  },
};

/** A fact with its value: `days since delivery: 31`. */
export function factAndValue(fact: NamedFact, value: unknown, shown: Shown): string {
  return WORDS[shown.locale].is(titleOfFact(fact, shown), showFact(value, fact, shown));
}

/** Where a number would have to be: `days since delivery 30 or less`. */
export function changeOfNumber(change: NearestNumber, shown: Shown): string {
  const { to, side, unit } = change;
  const words = WORDS[shown.locale];
  const title = titleOfFact(change, shown);
  if (side === 'exactly' && to === 0 && unit !== 'minor_units') return words.none(title);
  return words.sides[side](title, showFact(to, change, shown));
}

/** What a fact that is no number would have to be: `remedy: return and refund or exchange`. */
export function changeOfValue(change: NearestValue, shown: Shown): string {
  const words = WORDS[shown.locale];
  const values = (change.oneOf ?? change.noneOf ?? []).map((value) => showFact(value, change, shown));
  const list = values.length < 2 ? values : [values.slice(0, -1).join(words.list), ...values.slice(-1)];
  const word = change.oneOf === undefined ? words.isNot : words.is;
  return word(titleOfFact(change, shown), list.join(words.or));
}

function titleOfFact({ fact, title }: NamedFact, { locale }: Shown): string {
  return textIn(title, locale, fact);
}

function showFact(value: unknown, fact: NamedFact, shown: Shown): string {
  const { locale, currency } = shown;
  if (Array.isArray(value)) return value.map((one) => showFact(one, fact, shown)).join(WORDS[locale].list);
  const title = fact.values?.[String(value)];
  if (title !== undefined) return textIn(title, locale, showValue(value));
  if (value === null || typeof value === 'boolean') return WORDS[locale].values[`${value}`];
  if (typeof value !== 'number') return showValue(value);
  const isMoney = fact.unit === 'minor_units' && currency !== null;
  // A shifted decimal carries its rounding: 0.3 less 0.1 is 0.19999999999999998.
  return isMoney ? showMoney({ minor: value, currency }) : String(Number(value.toPrecision(12)));
}
