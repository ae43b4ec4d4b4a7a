import { describe, expect, test } from 'vitest';
import { statedLaws } from '../report/checks.js';
import { checkMessages, type MessageLaws, type SentMessage } from './checkMessages.js';

const laws: MessageLaws = {
  ...statedLaws,
  shopTimeZone: 'America/New_York',
  timeZoneOf: (customerId) => (customerId === 'in_shanghai' ? 'Asia/Shanghai' : undefined),
};

let number = 0;
const message = (at: string, other: Partial<SentMessage> = {}): SentMessage => ({
  actionId: `a_rule/occasion_${++number}/c-1`,
  rule: 'a_rule',
  customerId: 'c-1',
  channel: 'email',
  purpose: 'marketing',
  at,
  ...other,
});
const kinds = (...messages: SentMessage[]) => checkMessages(messages, laws).map(({ kind }) => kind);

describe('caps', () => {
  test.each([
    ['a millisecond short of three days', '2016-03-04T14:59:59.999Z', ['cap']],
    ['exactly three days', '2016-03-04T15:00:00Z', []],
  ])('a second marketing message after %s', (_, at, found) => {
    expect(kinds(message('2016-03-01T15:00:00Z'), message(at))).toEqual(found);
  });

  test.each([
    ['29 days after the first', '2016-03-30T15:00:00Z', ['cap']],
    ['30 days after the first', '2016-03-31T15:00:00Z', []],
  ])('a fifth marketing message %s', (_, at, found) => {
    const four = ['01', '08', '15', '22'].map((day) => message(`2016-03-${day}T15:00:00Z`));
    expect(kinds(...four, message(at))).toEqual(found);
  });

  test('hold whatever the order of the list, and do not count service messages', () => {
    expect(kinds(message('2016-03-02T15:00:00Z'), message('2016-03-01T15:00:00Z'))).toEqual(['cap']);
    const service = message('2016-03-02T15:00:00Z', { purpose: 'service' });
    expect(kinds(message('2016-03-01T15:00:00Z'), service)).toEqual([]);
  });
});

describe('quiet hours', () => {
  // New York is five hours behind UTC in winter, Shanghai eight ahead.
  test.each<[string, string, Partial<SentMessage>, string[]]>([
    ['marketing at 08:59', '2016-01-15T13:59:59Z', {}, ['quiet_hours']],
    ['marketing at 09:00', '2016-01-15T14:00:00Z', {}, []],
    ['marketing at 20:59', '2016-01-16T01:59:59Z', {}, []],
    ['marketing at 21:00', '2016-01-16T02:00:00Z', {}, ['quiet_hours']],
    ['service at 21:59', '2016-01-16T02:59:00Z', { purpose: 'service' }, []],
    ['service at 22:00', '2016-01-16T03:00:00Z', { purpose: 'service' }, ['quiet_hours']],
    ['service at 08:00', '2016-01-15T13:00:00Z', { purpose: 'service' }, []],
    [
      'noon in the shop, 01:00 in Shanghai',
      '2016-01-15T17:00:00Z',
      { customerId: 'in_shanghai' },
      ['quiet_hours'],
    ],
    ['midnight in the shop, 13:00 in Shanghai', '2016-01-15T05:00:00Z', { customerId: 'in_shanghai' }, []],
  ])('%s', (_, at, other, found) => {
    expect(kinds(message(at, other))).toEqual(found);
  });

  test('end an hour earlier by UTC once clocks have gone forward', () => {
    expect(kinds(message('2016-07-15T13:00:00Z'))).toEqual([]);
  });
});

test('a channel carries no more than its limit of the day and of the month', () => {
  const wechat = { channel: 'wechat', purpose: 'service' } as const;
  expect(kinds(message('2016-03-01T15:00:00Z', wechat), message('2016-03-01T16:00:00Z', wechat))).toEqual([
    'channel_limit',
  ]);
  const days = ['01', '05', '10', '15', '20'].map((day) => message(`2016-03-${day}T15:00:00Z`, wechat));
  expect(kinds(...days)).toEqual(['channel_limit']);
  expect(kinds(...days.slice(0, 4), message('2016-04-01T15:00:00Z', wechat))).toEqual([]);
});

test('an id that is there twice is found', () => {
  const one = message('2016-03-01T15:00:00Z', { purpose: 'service' });
  expect(kinds(one, { ...one, at: '2016-03-09T15:00:00Z' })).toEqual(['duplicate']);
});

test('a message to somebody in the control group is found', () => {
  const everybody = { ...laws, controlGroup: { salt: 'simulation', buckets: 10_000 } };
  const nobody = { ...laws, controlGroup: { salt: 'simulation', buckets: 0 } };
  const list = [message('2016-03-01T15:00:00Z')];
  expect(checkMessages(list, everybody).map(({ kind }) => kind)).toEqual(['control_group']);
  expect(checkMessages(list, nobody)).toEqual([]);
});
