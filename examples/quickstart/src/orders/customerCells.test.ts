import { describe, expect, test } from 'vitest';
import { customerOf } from './customerCells.js';

const read = (cells: Record<string, string>) =>
  customerOf({ line: 2, cells: { customer_id: 'ann', ...cells } });

describe('the cells of a customer', () => {
  test('may all be empty', () => {
    expect(
      read({ customer_name: '', birthday: '', region: '', time_zone: '', marketing_consent: '' }),
    ).toEqual({
      id: 'ann',
    });
  });

  test('tell who it is', () => {
    const customer = read({ customer_name: 'Ann Lee', region: 'North', time_zone: 'Asia/Shanghai' });
    expect(customer).toEqual({ id: 'ann', name: 'Ann Lee', region: 'North', timeZone: 'Asia/Shanghai' });
  });

  test.each([
    ['1990-05-17', { calendar: 'solar', year: 1990, month: 5, day: 17 }],
    ['02-29', { calendar: 'solar', month: 2, day: 29 }],
    ['lunar 08-15', { calendar: 'lunar', month: 8, day: 15 }],
    ['lunar 1988-12-30', { calendar: 'lunar', year: 1988, month: 12, day: 30 }],
  ])('tell the birthday %s', (birthday, expected) => {
    expect(read({ birthday })).toEqual({ id: 'ann', birthday: expected });
  });

  test.each([
    ['yes', true],
    ['no', false],
  ])('tell for all channels to customers with "%s" whether marketing was agreed to', (answer, granted) => {
    const customer = read({ marketing_consent: answer });
    const consents = Array.isArray(customer) ? [] : (customer.consents ?? []);
    expect(consents.map(({ channel }) => channel)).toEqual(['app_push', 'sms', 'email', 'wechat']);
    expect(consents.every((each) => each.purpose === 'marketing' && each.granted === granted)).toBe(true);
  });

  test.each([
    [{ birthday: '17.05.1990' }, /^birthday: .*"17\.05\.1990"/],
    [{ birthday: '02-30' }, /^birthday: /],
    [{ birthday: '13-01' }, /^birthday: /],
    [{ time_zone: 'Asia/Shangai' }, /^time_zone: .*Asia\/Shangai/],
    [{ marketing_consent: 'maybe' }, /^marketing_consent: .*"maybe"/],
    [{ customer_id: '' }, /^customer_id: /],
  ])('%o are told with their column', (cells, sentence) => {
    expect(read(cells)).toEqual([expect.stringMatching(sentence)]);
  });
});
