import { describe, expect, test } from 'vitest';
import { changeOfNumber, changeOfValue, factAndValue } from './factText.js';
import type { NamedFact, NearestNumber } from './refusal.js';

const en = { locale: 'en', currency: 'CNY' } as const;
const zh = { locale: 'zh-CN', currency: 'CNY' } as const;

const days: NamedFact = {
  fact: 'daysSinceDelivery',
  title: { en: 'days since delivery', 'zh-CN': '签收后天数' },
  unit: 'days',
};
const value: NamedFact = {
  fact: 'orderMinor',
  title: { en: 'value of the goods', 'zh-CN': '商品金额' },
  unit: 'minor_units',
};
const remedy: NamedFact = {
  fact: 'remedy',
  title: { en: 'remedy', 'zh-CN': '处理方式' },
  values: {
    exchange: { en: 'exchange', 'zh-CN': '换货' },
    resend: { en: 'resend', 'zh-CN': '补发' },
    return_refund: { en: 'return and refund', 'zh-CN': '退货退款' },
  },
};
const accepted: NamedFact = { fact: 'isAccepted', title: { en: 'accepted', 'zh-CN': '客户已接受' } };

describe('a fact with its value', () => {
  test.each([
    [days, 31, 'days since delivery: 31', '签收后天数：31'],
    [days, null, 'days since delivery: none', '签收后天数：无'],
    [value, 9800, 'value of the goods: CNY 98.00', '商品金额：CNY 98.00'],
    [remedy, 'exchange', 'remedy: exchange', '处理方式：换货'],
    [remedy, ['exchange', 'resend'], 'remedy: exchange, resend', '处理方式：换货、补发'],
    [accepted, false, 'accepted: no', '客户已接受：否'],
    [{ fact: 'region', title: {} }, 'Ningbo', 'region: "Ningbo"', 'region："Ningbo"'],
  ])('%o of %o', (fact, actual, english, chinese) => {
    expect(factAndValue(fact, actual, en)).toBe(english);
    expect(factAndValue(fact, actual, zh)).toBe(chinese);
  });

  test('is a plain number where the currency is not known', () => {
    expect(factAndValue(value, 9800, { locale: 'en', currency: null })).toBe('value of the goods: 9800');
  });
});

describe('where a number would have to be', () => {
  const sides: readonly [NearestNumber['side'], string, string][] = [
    ['at_most', 'days since delivery 30 or less', '签收后天数不超过 30'],
    ['at_least', 'days since delivery 30 or more', '签收后天数不低于 30'],
    ['exactly', 'days since delivery exactly 30', '签收后天数为 30'],
    ['less_than', 'days since delivery below 30', '签收后天数低于 30'],
    ['more_than', 'days since delivery above 30', '签收后天数超过 30'],
  ];
  test.each(sides)('%s', (side, english, chinese) => {
    const change = { ...days, kind: 'fact', from: 31, to: 30, side } as const;
    expect(changeOfNumber(change, en)).toBe(english);
    expect(changeOfNumber(change, zh)).toBe(chinese);
  });

  test('none at all', () => {
    const none = { ...days, kind: 'fact', from: 2, to: 0, side: 'exactly' } as const;
    expect(changeOfNumber(none, en)).toBe('no days since delivery');
    expect(changeOfNumber({ ...none, ...value }, en)).toBe('value of the goods exactly CNY 0.00');
  });

  test('without the rounding of decimals', () => {
    const change = {
      fact: 'rate',
      title: {},
      kind: 'fact',
      from: 0.3,
      to: 0.3 - 0.1,
      side: 'at_most',
    } as const;
    expect(changeOfNumber(change, en)).toBe('rate 0.2 or less');
  });
});

test('what a fact of few values would have to be', () => {
  const change = { ...remedy, kind: 'value', from: 'resend' } as const;
  const oneOf = { ...change, oneOf: ['return_refund', 'exchange'] };
  expect(changeOfValue(oneOf, en)).toBe('remedy: return and refund or exchange');
  expect(changeOfValue(oneOf, zh)).toBe('处理方式：退货退款或换货');
  const noneOf = { ...change, noneOf: ['resend'] };
  expect(changeOfValue(noneOf, en)).toBe('remedy other than resend');
  expect(changeOfValue(noneOf, zh)).toBe('处理方式不是补发');
  const yes = { ...accepted, kind: 'value', from: false, oneOf: [true] } as const;
  expect(changeOfValue(yes, en)).toBe('accepted: yes');
});
