import { unwrap } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type ChannelDefinition, defaultChannels } from '../channels/index.js';
import type { MessageTemplate } from '../templates/index.js';
import { loadTemplates } from './loadTemplates.js';
import type { MessageInput } from './messageInput.js';
import { renderMessage } from './renderMessage.js';

function channel(code: string): ChannelDefinition {
  const found = defaultChannels.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no channel ${code}`);
  return found;
}

function template(change: Partial<MessageTemplate>) {
  const note: MessageTemplate = {
    code: 'note',
    parameters: {},
    wordings: [{ en: { text: 'Hello.' }, 'zh-CN': { text: '您好。' } }],
    ...change,
  };
  const loaded = unwrap(loadTemplates({ format: 1, templates: [note] })).get('note');
  if (loaded === undefined) throw new Error('not loaded');
  return loaded;
}

const input: MessageInput = {
  params: {},
  locale: 'en',
  channel: channel('sms'),
  purpose: 'service',
  day: '2026-03-15',
  shopName: { en: 'Corner Shop', 'zh-CN': '街角小店' },
  currency: 'CNY',
};
const textOf = (given: ReturnType<typeof template>, change: Partial<MessageInput>) =>
  unwrap(renderMessage(given, { ...input, ...change })).text;
const issuesOf = (given: ReturnType<typeof template>, change: object) => {
  const result = renderMessage(given, { ...input, ...change });
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')]);
};

describe('a message', () => {
  const plain = template({});

  test.each<[string, Partial<MessageInput>, string]>([
    ['sms', {}, 'Corner Shop: Hello.'],
    ['sms', { purpose: 'marketing' }, 'Corner Shop: Hello. Reply STOP to opt out'],
    ['sms', { locale: 'zh-CN', purpose: 'marketing' }, '【街角小店】您好。拒收请回复R'],
    ['app_push', {}, 'Hello.'],
    ['app_push', { purpose: 'marketing' }, 'Hello. Notifications can be turned off in Settings.'],
    ['email', {}, 'Hello.\n\nCorner Shop'],
    [
      'email',
      { locale: 'zh-CN', purpose: 'marketing' },
      '您好。\n\n街角小店\n\n如不希望再收到优惠邮件，请回复本邮件“退订”。',
    ],
    ['service_desk', { purpose: 'marketing' }, 'Hello.'],
  ])('by %s with %j is signed and can be stopped as the channel says', (code, change, text) => {
    expect(textOf(plain, { ...change, channel: channel(code) })).toBe(text);
  });

  test.each([
    ['zh-CN', '您好。'],
    ['zh', '您好。'],
    ['zh-Hant-HK', '您好。'],
    ['ZH_cn', '您好。'],
    ['en-GB', 'Hello.'],
    ['de', 'Hello.'],
    ['zhx', 'Hello.'],
    ['', 'Hello.'],
  ])('to a reader of "%s" is "%s"', (locale, text) => {
    expect(textOf(plain, { locale, channel: channel('app_push') })).toBe(text);
  });

  test('keeps a name of the shop as it stands, whatever its signs', () => {
    const shopName = { en: "A $& B's", 'zh-CN': '店' };
    expect(textOf(plain, { shopName })).toBe("A $& B's: Hello.");
  });

  test('without the name of the shop is made where the signature does not show it, and else refused', () => {
    const { shopName: _, ...nameless } = input;
    expect(renderMessage(plain, { ...nameless, channel: channel('app_push') }).ok).toBe(true);
    const refused = renderMessage(plain, nameless);
    expect(refused.ok ? '' : refused.issues[0].message).toBe(
      'shopName: This is missing; expected an object.',
    );
  });

  test('has a title if its template has one, and the short form for text messages only', () => {
    const titled = template({
      parameters: { n: { type: 'integer' } },
      wordings: [
        {
          en: { text: 'Order {n} is on its way.', subject: 'Order {n}', sms: 'Order {n}: sent.' },
          'zh-CN': { text: '订单{n}已发出。' },
        },
      ],
    });
    const params = { n: 7 };
    expect(unwrap(renderMessage(titled, { ...input, params }))).toEqual({
      text: 'Corner Shop: Order 7: sent.',
      subject: 'Order 7',
      locale: 'en',
      wording: 0,
      sms: { characters: 27, segments: 1, alphabet: 'gsm_7' },
      leftOut: [],
    });
    expect(textOf(titled, { params, channel: channel('app_push') })).toBe('Order 7 is on its way.');
    expect(unwrap(renderMessage(titled, { ...input, params, locale: 'zh' })).subject).toBe(undefined);
  });
});

describe('values', () => {
  const statement = template({
    parameters: {
      count: { type: 'integer' },
      spent: { type: 'money' },
      until: { type: 'day' },
      page: { type: 'link' },
      name: { type: 'text', optional: true },
    },
    wordings: [
      {
        en: {
          text: 'Dear {name, select, absent {customer} other {{name}}}: {count, plural, one {# order} other {# orders}}, {spent}, until {until}, {page}',
        },
        'zh-CN': {
          text: '{name, select, absent {您} other {{name}}}：{count}次，{spent}，{until}前，{page}',
        },
      },
    ],
  });
  const params = { count: 1234, spent: 123_450, until: '2026-12-31', page: 'https://shop.example/a' };
  const on = { channel: channel('app_push') };

  test('are written as each language does', () => {
    expect(textOf(statement, { ...on, params })).toBe(
      'Dear customer: 1,234 orders, CN¥1,234.50, until December 31, https://shop.example/a',
    );
    expect(textOf(statement, { ...on, params: { ...params, name: '李伟' }, locale: 'zh-CN' })).toBe(
      '李伟：1234次，¥1,234.50，12月31日前，https://shop.example/a',
    );
    expect(textOf(statement, { ...on, params: { ...params, count: 1 } })).toContain('1 order,');
  });

  test('count money in the minor unit of its currency', () => {
    expect(textOf(statement, { ...on, params, currency: 'JPY' })).toContain('¥123,450,');
  });

  test('show the year of a day of another year', () => {
    const next = { ...params, until: '2027-01-01' };
    expect(textOf(statement, { ...on, params: next })).toContain('until January 1, 2027,');
    expect(textOf(statement, { ...on, params: next, locale: 'zh-CN' })).toContain('2027年1月1日前');
  });

  test('are not read as ICU: braces and quotes of a name stay', () => {
    expect(textOf(statement, { ...on, params: { ...params, name: "{x} 'O' #" } })).toContain(
      "Dear {x} 'O' #:",
    );
  });

  test.each<[string, object, string, string]>([
    ['a missing one', { count: undefined }, 'missing', 'params.count'],
    ['half a piece', { count: 1.5 }, 'not_multiple_of', 'params.count'],
    ['a number as a text', { count: '1' }, 'invalid_type', 'params.count'],
    ['money with decimals', { spent: 12.5 }, 'not_multiple_of', 'params.spent'],
    ['a day that does not exist', { until: '2026-02-30' }, 'invalid_day', 'params.until'],
    ['a blank name', { name: '  ' }, 'invalid_format', 'params.name'],
    ['an empty name', { name: '' }, 'invalid_format', 'params.name'],
    ['a link to nowhere', { page: 'javascript:alert(1)' }, 'invalid_format', 'params.page'],
    ['one that the template does not declare', { cuont: 1 }, 'unknown_key', 'params'],
  ])('%s is an issue, never a hole', (_, change, code, path) => {
    const given = Object.fromEntries(
      Object.entries({ ...params, ...change }).filter(([, value]) => value !== undefined),
    );
    expect(issuesOf(statement, { ...on, params: given })).toEqual([[code, path]]);
  });

  test('of money need a currency that exists', () => {
    expect(issuesOf(statement, { ...on, params, currency: 'XXX' })).toEqual([
      ['unknown_currency', 'currency'],
    ]);
    const { currency: _, ...without } = { ...input, ...on, params };
    const refused = renderMessage(statement, without);
    expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual(['missing']);
  });

  test('cannot be inherited from where every object comes from', () => {
    const odd = template({
      parameters: JSON.parse('{ "constructor": { "type": "text" } }'),
      wordings: [{ en: { text: '{constructor}' }, 'zh-CN': { text: '{constructor}' } }],
    });
    expect(issuesOf(odd, { params: {} })).toEqual([['invalid_type', 'params.constructor']]);
  });
});

describe('wordings that rotate', () => {
  const wordings: MessageTemplate['wordings'] = [
    { en: { text: 'One.' }, 'zh-CN': { text: '一。' } },
    { en: { text: 'Two.' }, 'zh-CN': { text: '二。' } },
    { en: { text: 'Three.' }, 'zh-CN': { text: '三。' } },
  ];
  const rotating = template({ rotate: 'monthly', wordings });
  const on = (day: string) => unwrap(renderMessage(rotating, { ...input, day })).wording;

  test('stay for a month and then give way to the next, over the end of a year too', () => {
    expect(['2026-01-01', '2026-01-31', '2026-02-01', '2026-03-01', '2026-04-01'].map(on)).toEqual([
      0, 0, 1, 2, 0,
    ]);
    expect(['2025-11-30', '2025-12-31', '2026-01-01'].map(on)).toEqual([1, 2, 0]);
  });

  test('need a day that exists', () => {
    expect(issuesOf(rotating, { day: '2026-02-29' })).toEqual([['invalid_day', 'day']]);
  });
});

describe('a message that does not fit', () => {
  const greeting = template({
    parameters: { name: { type: 'text', optional: true }, order: { type: 'text' } },
    wordings: [
      {
        en: { text: 'Hello{name, select, absent {} other { {name}}}, {order} is sent.' },
        'zh-CN': { text: '{name, select, absent {} other {{name}}}您好，{order}已发出。' },
      },
    ],
  });
  const chinese = { locale: 'zh-CN' };

  // 【街角小店】 and 您好，1已发出。 make 14; so 56 letters of a name fill the 70.
  test.each([
    [55, 69, []],
    [56, 70, []],
    [57, 14, ['name']],
  ])('leaves a name of %i letters out rather than be two', (letters, characters, leftOut) => {
    const params = { name: '名'.repeat(letters), order: '1' };
    const message = unwrap(renderMessage(greeting, { ...input, ...chinese, params }));
    expect(message.sms).toEqual({ characters, segments: 1, alphabet: 'ucs_2' });
    expect(message.leftOut).toEqual(leftOut);
  });

  test('keeps the name if it is as many text messages without it', () => {
    const params = { name: '李伟', order: '单'.repeat(100) };
    const message = unwrap(renderMessage(greeting, { ...input, ...chinese, params }));
    expect([message.sms?.segments, message.leftOut]).toEqual([2, []]);
  });

  describe('with several optional values', () => {
    const greetingByTier = template({
      parameters: {
        name: { type: 'text', optional: true },
        tier: { type: 'text', optional: true },
        note: { type: 'text', optional: true },
        order: { type: 'text' },
      },
      wordings: [
        {
          en: {
            text: '{tier, select, absent {} other {{tier} }}{name, select, absent {} other {{name}}}{note, select, absent {} other {{note}}}{order}',
          },
          'zh-CN': {
            text: '{tier, select, absent {} other {{tier}}}{name, select, absent {} other {{name}}}{note, select, absent {太长不便写} other {{note}}}：{order}',
          },
        },
      ],
    });
    const sent = (name: number, tier: number, note: number, order: number) =>
      unwrap(
        renderMessage(greetingByTier, {
          ...input,
          ...chinese,
          params: {
            name: '名'.repeat(name),
            tier: '级'.repeat(tier),
            note: '注'.repeat(note),
            order: '单'.repeat(order),
          },
        }),
      );

    // 【街角小店】 and ： make 7, what stands for a note 5: one message holds 63 letters of values, or 58 without a note.
    test.each([
      ['all fit', [10, 10, 10, 33], 1, []],
      ['the last is enough to leave out', [10, 10, 11, 33], 1, ['note']],
      ['the last two have to go', [10, 10, 10, 40], 1, ['tier', 'note']],
      ['all have to go', [10, 10, 10, 50], 1, ['name', 'tier', 'note']],
      // Two messages hold 134: 127 letters of values. Of 120 in the order alone no single message can be made.
      ['no fewer messages come of it', [1, 1, 5, 120], 2, []],
      // 140, without the note 135, without the tier 134.
      ['two messages are the fewest', [3, 1, 10, 119], 2, ['tier', 'note']],
    ] as const)(
      'leaves out from the end, and no more than it needs to: %s',
      (_, letters, segments, leftOut) => {
        const [name, tier, note, order] = letters;
        const message = sent(name, tier, note, order);
        expect([message.sms?.segments, message.leftOut]).toEqual([segments, leftOut]);
      },
    );
  });

  test('is refused, not cut, where it is longer than the channel carries', () => {
    const params = { order: 'x'.repeat(226) };
    // "Hello, " and " is sent." are 16 more than the order, and the channel carries 240.
    expect(issuesOf(greeting, { channel: channel('app_push'), params: { order: 'x'.repeat(224) } })).toEqual(
      [],
    );
    expect(issuesOf(greeting, { channel: channel('app_push'), params: { order: 'x'.repeat(225) } })).toEqual([
      ['message_too_long', 'channel'],
    ]);
    expect(issuesOf(greeting, { channel: channel('email'), params })).toEqual([]);
  });

  test('has plain spaces in text messages, since others cost the larger alphabet', () => {
    const priced = template({
      parameters: { price: { type: 'money' } },
      wordings: [{ en: { text: 'Now {price}.' }, 'zh-CN': { text: '现价{price}。' } }],
    });
    const inFrancs = { params: { price: 1250 }, currency: 'CHF' };
    expect(textOf(priced, inFrancs)).toBe('Corner Shop: Now CHF 12.50.');
    expect(unwrap(renderMessage(priced, { ...input, ...inFrancs })).sms?.alphabet).toBe('gsm_7');
  });
});
