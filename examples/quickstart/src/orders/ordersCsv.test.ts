import { createShopCalendar } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { UnreadableFile } from './orderSource.js';
import { readOrdersCsv } from './ordersCsv.js';

const options = { calendar: createShopCalendar({ timeZone: 'Asia/Shanghai' }), currency: 'CNY' };
const read = (...lines: string[]) => readOrdersCsv('my.csv', `${lines.join('\n')}\n`, options);
const header = 'order_id,customer_id,placed_at,total';

describe('a line of a CSV file', () => {
  test('is an order, paid when it was placed, at the first moment of its day in the shop', () => {
    expect(read(header, '1,ann,2017-12-30,12.50').orders).toEqual([
      {
        line: 2,
        order: {
          id: '1',
          customerId: 'ann',
          total: { minor: 1250, currency: 'CNY' },
          placedAt: '2017-12-29T16:00:00.000Z',
          paidAt: '2017-12-29T16:00:00.000Z',
        },
      },
    ]);
  });

  test('may say more, and an empty cell says nothing', () => {
    const columns =
      'order_id,customer_id,placed_at,total,currency,paid_at,signed_at,refunded,refunded_at,flags,payment_method';
    const { orders, rejected } = read(
      columns,
      '1,ann,2017-12-01T10:00:00+08:00,900,JPY,,2017-12-05,400,2017-12-09,gift;distributor,cash_on_delivery',
    );
    expect(rejected).toEqual([]);
    expect(orders[0]?.order).toEqual({
      id: '1',
      customerId: 'ann',
      total: { minor: 900, currency: 'JPY' },
      placedAt: '2017-12-01T10:00:00+08:00',
      paymentMethod: 'cash_on_delivery',
      signedAt: '2017-12-04T16:00:00.000Z',
      refunds: [
        { id: 'refund', amount: { minor: 400, currency: 'JPY' }, refundedAt: '2017-12-08T16:00:00.000Z' },
      ],
      flags: ['gift', 'distributor'],
    });
  });

  test.each([
    ['a day that does not exist', '1,ann,2017-02-29,1.00', /^placed_at: .*"2017-02-29"/],
    ['a day the other way round', '1,ann,30/12/2017,1.00', /^placed_at: .*"30\/12\/2017"/],
    ['a negative amount', '1,ann,2017-12-30,-1.00', /^total: .*zero or more.*"-1\.00"/],
    ['an amount that is no number', '1,ann,2017-12-30,one', /^total: .*"one"/],
    ['a fraction of a cent', '1,ann,2017-12-30,1.005', /^total: .*"1.005"/],
    ['no amount', '1,ann,2017-12-30,', /^total: /],
    ['no customer', '1,,2017-12-30,1.00', /^customer_id: /],
    ['a cell too many', '1,ann,2017-12-30,1.00,2.00', /line 2/],
  ])('with %s is left out and told with its number and column', (_, line, sentence) => {
    const { orders, rejected, lineCount } = read(header, line, '2,bob,2017-12-30,2.00');
    expect(orders.map(({ order }) => order.id)).toEqual(['2']);
    expect(rejected).toEqual([{ line: 2, problem: expect.stringMatching(sentence) }]);
    expect(lineCount).toBe(2);
  });

  test('can have several problems, and all are told', () => {
    const { rejected } = read(`${header},paid_at,flags`, '1,ann,2017-12-30,1.00,2017-12-29,gfit');
    expect(rejected.map(({ problem }) => problem.split(':')[0])).toEqual(['flags']);
    const later = read(`${header},paid_at`, '1,ann,2017-12-30,1.00,2017-12-29');
    expect(later.rejected[0]?.problem).toMatch(/^paid_at: paidAt .* comes before placedAt/);
  });

  test('a refund needs its date, and cannot be more than the total', () => {
    const columns = `${header},refunded,refunded_at`;
    expect(read(columns, '1,ann,2017-12-01,5.00,2.00,').rejected[0]?.problem).toMatch(/^refunded_at: /);
    expect(read(columns, '1,ann,2017-12-01,5.00,5.01,2017-12-02').rejected[0]?.problem).toMatch(
      /^refunded: .*501/,
    );
  });

  test('keeps its number after quoted cells with line breaks and empty lines', () => {
    const { rejected } = read(header, '"1","ann\nlee",2017-12-30,1.00', '', '2,bob,2017-13-01,1.00');
    expect(rejected).toEqual([{ line: 5, problem: expect.stringMatching(/^placed_at/) }]);
  });
});

describe('the customers of a CSV file', () => {
  test('are told once each, known by their id alone where there are no columns about them', () => {
    const { customers } = read(
      header,
      '1,ann,2017-12-30,1.00',
      '2,bob,2017-12-30,1.00',
      '3,ann,2017-12-31,1.00',
    );
    expect(customers).toEqual([{ id: 'ann' }, { id: 'bob' }]);
  });

  test('are told on any of their lines, and of each column the last cell that is not empty counts', () => {
    const { customers, rejected } = read(
      `${header},customer_name,birthday,region,time_zone,marketing_consent`,
      '1,ann,2017-12-28,1.00,Ann,1990-05-17,North,,no',
      '2,ann,2017-12-29,1.00,Ann Lee,,,Europe/Berlin,yes',
      '3,ann,2017-12-30,1.00,,,South,,',
    );
    expect(rejected).toEqual([]);
    expect(customers).toEqual([
      {
        id: 'ann',
        name: 'Ann Lee',
        birthday: { calendar: 'solar', year: 1990, month: 5, day: 17 },
        region: 'South',
        timeZone: 'Europe/Berlin',
        consents: ['app_push', 'sms', 'email', 'wechat'].map((channel) => ({
          channel,
          purpose: 'marketing',
          granted: true,
        })),
      },
    ]);
  });

  test('are not taken from a line that is left out, and what is wrong with them leaves it out', () => {
    const { customers, orders, rejected } = read(
      `${header},customer_name,birthday`,
      '1,ann,2017-12-28,1.00,Ann,05-17',
      '2,ann,2017-02-30,1.00,Anna,05-18',
      '3,bob,2017-12-28,1.00,Bob,02-30',
    );
    expect(orders.map(({ order }) => order.id)).toEqual(['1']);
    expect(customers).toEqual([
      { id: 'ann', name: 'Ann', birthday: { calendar: 'solar', month: 5, day: 17 } },
    ]);
    expect(rejected).toEqual([
      { line: 3, problem: expect.stringMatching(/^placed_at: /) },
      { line: 4, problem: expect.stringMatching(/^birthday: /) },
    ]);
  });

  test('have their problems told with those of the order, and none of them twice', () => {
    const { rejected } = read(
      `${header},marketing_consent`,
      '1,,2017-12-28,-1.00,perhaps',
      '2,,2017-12-28,1.00,',
    );
    expect(rejected.map(({ line, problem }) => [line, problem.split(':')[0]])).toEqual([
      [2, 'customer_id'],
      [2, 'total'],
      [2, 'marketing_consent'],
      [3, 'customer_id'],
    ]);
  });
});

describe('the columns of a CSV file', () => {
  const problemOf = (columns: string) => {
    try {
      read(columns, '1,2,3,4');
    } catch (error) {
      if (error instanceof UnreadableFile) return error.message.split('\n')[0];
    }
    return undefined;
  };

  test('may come in any order, with a byte order mark and spaces around their names', () => {
    const text = '\uFEFFtotal, placed_at ,customer_id,order_id\n1.00,2017-12-30,ann,1\n';
    expect(readOrdersCsv('my.csv', text, options).orders).toHaveLength(1);
  });

  test.each([
    ['order_id,placed_at,total', 'line 1: the column "customer_id" is missing.'],
    [`${header},signd_at`, 'line 1: the column "signd_at" is not known; did you mean "signed_at"?'],
    [`${header},birthdya`, 'line 1: the column "birthdya" is not known; did you mean "birthday"?'],
    [`${header},total`, 'line 1: the column "total" is there twice.'],
  ])('%s are refused', (columns, sentence) => {
    expect(problemOf(columns)).toContain(sentence.slice(0, -1));
  });

  test('an empty file is refused', () => {
    expect(() => readOrdersCsv('my.csv', '', options)).toThrow(UnreadableFile);
  });

  test('that must be there and that may be there are told with what is wrong', () => {
    expect(() => read('order_id,total', '1,2')).toThrow(
      /must be there: order_id, customer_id, placed_at, total\.\n.*may be there: .*flags, customer_name, birthday, region, time_zone, marketing_consent\./,
    );
  });

  test('tell whether consents are recorded', () => {
    expect(read(header).consentsRecorded).toBe(false);
    expect(read(`${header},marketing_consent`).consentsRecorded).toBe(true);
  });

  test('tell whether deliveries are recorded', () => {
    expect(read(header).deliveriesRecorded).toBe(false);
    expect(read(`${header},signed_at`).deliveriesRecorded).toBe(true);
  });
});
