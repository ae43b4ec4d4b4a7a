import { describe, expect, test } from 'vitest';
import { type Customer, parseCustomer } from '../index.js';

const full = {
  id: 'c-1',
  name: 'Li Na',
  birthday: { calendar: 'lunar', month: 4, day: 30, leapMonth: true, year: 1990 },
  consents: [
    { channel: 'sms', purpose: 'marketing', granted: false, at: '2026-03-01T10:00:00+08:00' },
    { channel: 'wechat', purpose: 'service', granted: true },
  ],
  objectsToProfiling: false,
  tags: ['dry_skin', 'vip'],
  locale: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  region: '浙江',
  registeredAt: '2024-01-02T00:00:00Z',
} satisfies Customer;

function faults(input: unknown): [string, string][] {
  const result = parseCustomer(input);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')]);
}

describe('a customer', () => {
  test.each<[string, Customer]>([
    ['of whom only the identifier is known', { id: 'c-1' }],
    ['of whom everything is known', full],
    ['without tags and consents', { id: 'c-1', tags: [], consents: [] }],
  ])('%s is read as it is, also from JSON', (_, customer) => {
    expect(parseCustomer(customer)).toEqual({ ok: true, value: customer });
    expect(parseCustomer(JSON.parse(JSON.stringify(customer)))).toEqual({ ok: true, value: customer });
  });

  test.each<[string, object, [string, string][]]>([
    ['an empty name', { name: '' }, [['out_of_range', 'name']]],
    ['a name of 201 characters', { name: 'n'.repeat(201) }, [['out_of_range', 'name']]],
    ['an empty region', { region: '' }, [['out_of_range', 'region']]],
    [
      'a birthday that never comes',
      { birthday: { calendar: 'solar', month: 2, day: 30 } },
      [['out_of_range', 'birthday.day']],
    ],
    ['a birthday as text', { birthday: '1990-02-28' }, [['invalid_type', 'birthday']]],
    ['a tag that is no code', { tags: ['vip', 'Dry skin'] }, [['invalid_format', 'tags.1']]],
    ['an empty tag', { tags: [''] }, [['invalid_format', 'tags.0']]],
    ['a locale with an underscore', { locale: 'zh_CN' }, [['invalid_format', 'locale']]],
    ['a time zone that does not exist', { timeZone: 'Asia/Shangai' }, [['unknown_time_zone', 'timeZone']]],
    ['an offset for a time zone', { timeZone: '+08:00' }, [['unknown_time_zone', 'timeZone']]],
    [
      'a consent to an unknown purpose',
      { consents: [{ channel: 'sms', purpose: 'sales', granted: true }] },
      [['not_one_of', 'consents.0.purpose']],
    ],
    [
      'a consent that is neither given nor refused',
      { consents: [{ channel: 'sms', purpose: 'service' }] },
      [['missing', 'consents.0.granted']],
    ],
    ['a sex, which nothing here asks for', { gender: 'f' }, [['unknown_key', '']]],
  ])('is refused with %s', (_, change, expected) => {
    expect(faults({ id: 'c-1', ...change })).toEqual(expected);
  });

  test('is refused with the key that was meant', () => {
    const result = parseCustomer({ id: 'c-1', timezone: 'Asia/Shanghai' });
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      'The key "timezone" is not known here. Did you mean "timeZone"?',
    ]);
  });
});
