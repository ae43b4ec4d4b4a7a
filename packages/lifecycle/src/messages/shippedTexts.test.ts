import { readdirSync, readFileSync } from 'node:fs';
import { type Locale, type Purpose, unwrap } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type ChannelDefinition, defaultChannels } from '../channels/index.js';
import { type MessageParams, parseTemplates, shippedTemplates } from '../templates/index.js';
import { type LoadedTemplate, loadTemplates, type RenderedMessage, renderMessage } from './index.js';

const templates = unwrap(loadTemplates(shippedTemplates));
const locales: readonly Locale[] = ['en', 'zh-CN'];

/** Names of the lengths that people have; longer ones are left out of text messages, which has its own test. */
const customerNames = {
  en: [undefined, 'Bo', 'Maria-Fernanda'],
  'zh-CN': [undefined, '李伟', '阿卜杜拉·买买提'],
};
const tierTitles = {
  en: [undefined, 'Plus', 'Premier VIP'],
  'zh-CN': [undefined, '高级会员', '至尊 VIP 会员'],
};
const festivalTitles = { en: ['Qixi Festival', 'Double Ninth Festival'], 'zh-CN': ['春节', '元宵节'] };

/** The longest names of a shop with which every text message is still a single one. */
const shopName = { en: 'The Green Hill Tea House', 'zh-CN': '青山茶叶旗舰店' };

/** The least and the greatest value of each parameter that a rule would give; undefined where it may be absent. */
const extremes: Readonly<Record<string, readonly (number | undefined)[]>> = {
  discountPercent: [1, 99],
  couponDays: [1, 366],
  purchaseCount: [1, 9999],
  daysUntilTierEnds: [0, 1, 366],
  daysUntilBestBefore: [0, 1, 366],
  totalSpentMinor: [1, 99_999_999],
  missingToNextTierMinor: [1, 99_999_999],
  missingToNextTierPurchases: [undefined, 1, 99],
};

function valuesOf(name: string, locale: Locale): readonly (string | number | undefined)[] {
  switch (name) {
    case 'customerName':
      return customerNames[locale];
    case 'tierTitle':
    case 'nextTierTitle':
      return tierTitles[locale];
    case 'festivalTitle':
      return festivalTitles[locale];
    default:
      return extremes[name] ?? [];
  }
}

/** Every combination of values for a template; the optional ones absent, too. */
function variantsOf({ parameters }: LoadedTemplate, locale: Locale): readonly MessageParams[] {
  let variants: readonly MessageParams[] = [{}];
  for (const [name, { optional = false }] of Object.entries(parameters)) {
    const values = valuesOf(name, locale).filter((value) => optional || value !== undefined);
    variants = variants.flatMap((variant) =>
      values.map((value) => (value === undefined ? variant : { ...variant, [name]: value })),
    );
  }
  return variants;
}

interface Rendered extends RenderedMessage {
  readonly code: string;
  readonly params: MessageParams;
  readonly channel: ChannelDefinition;
  readonly purpose: Purpose;
}

/** What the shipped rules send by a template. */
interface Use {
  readonly purpose: Purpose;
  readonly channels: Set<string>;
}

interface RuleFile {
  readonly rules: readonly {
    readonly event: {
      readonly params: {
        readonly template: string;
        readonly purpose: Purpose;
        readonly channels: readonly string[];
      };
    };
  }[];
}

/** The uses of each template, from the files of the shipped rules. */
function templateUses(): ReadonlyMap<string, Use> {
  const folder = new URL('../../care-rules/', import.meta.url);
  const uses = new Map<string, Use>();
  for (const file of readdirSync(folder)) {
    const document: RuleFile = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    for (const { event } of document.rules) {
      const { template, purpose, channels } = event.params;
      const use = uses.get(template) ?? { purpose, channels: new Set() };
      if (use.purpose !== purpose) throw new Error(`Rules use ${template} for both purposes.`);
      for (const channel of channels) use.channels.add(channel);
      uses.set(template, use);
    }
  }
  return uses;
}

const uses = templateUses();

function rendered(): readonly Rendered[] {
  const all: Rendered[] = [];
  for (const [code, use] of uses) {
    const template = templates.get(code);
    if (template === undefined) throw new Error(`The template ${code} of a rule is not shipped.`);
    const { purpose } = use;
    const forStaff = use.channels.has('service_desk');
    // By all channels that reach the same readers, not only those of the shipped rules: a shop will change these.
    const channels = defaultChannels.filter(({ reaches }) => (reaches === 'staff') === forStaff);
    for (const locale of locales) {
      for (const params of variantsOf(template, locale)) {
        for (const channel of channels) {
          for (const month of template.wordings.keys()) {
            const day = `2026-${String(month + 1).padStart(2, '0')}-15`;
            const input = { params, locale, channel, purpose, day, shopName, currency: 'CNY' };
            const message = unwrap(renderMessage(template, input));
            all.push({ ...message, code, params, channel, purpose });
          }
        }
      }
    }
  }
  return all;
}

const messages = rendered();
const inLocale = (locale: Locale) => messages.filter((message) => message.locale === locale);
/** What a message says itself, without the shop's own words around it. */
const ownWords = ({ text, subject = '', channel, locale }: Rendered) =>
  `${subject}\n${text.replace(channel.optOut?.[locale] ?? '', '')}`;

/** Superlatives, promises, invented haste, and "I". */
const forbidden: Readonly<Record<Locale, RegExp>> = {
  en: /\b(certain(ly)?|sure(ly)?|guarantee\w*|absolute(ly)?|definite(ly)?|promise\w*|always|never|forever|perfect\w*|best(?!-before)|most|greatest|finest|cheapest|lowest|unbeatable|unique|exclusive\w*|number one|no\. ?1|first|hurry|urgent|immediately|last chance|act now|only today|must|I|I'm|me|my|mine)\b/i,
  'zh-CN':
    /肯定|保证|绝对|最|第一|一定|必定|必须|必将|永远|永久|完美|唯一|独家|极致|极品|顶级|首选|万能|百分之百|100%|抓紧|赶快|赶紧|立即|马上|仅限|限时|错过|秒杀|我(?!们)|俺/,
};

describe('the shipped templates', () => {
  test('are those that the shipped rules name', () => {
    expect([...templates.keys()].sort()).toEqual([...uses.keys()].sort());
    expect(templates.size).toBe(37);
  });

  test('survive a trip through JSON', () => {
    expect(JSON.parse(JSON.stringify(shippedTemplates))).toEqual(shippedTemplates);
  });

  test('are those of the files, each of which loads by itself', () => {
    const folder = new URL('../../templates/', import.meta.url);
    const documents: unknown[] = readdirSync(folder).map((file) =>
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    );
    const fromFiles = documents.flatMap((document) => unwrap(parseTemplates(document)).templates);
    expect(fromFiles.map(({ code }) => code).sort()).toEqual([...templates.keys()].sort());
    for (const document of documents) expect(loadTemplates(document).ok).toBe(true);
  });

  test('say something of their own in each language, with a title', () => {
    for (const { wordings } of shippedTemplates.templates) {
      for (const wording of wordings) {
        expect(wording['zh-CN'].text).toMatch(/\p{Script=Han}/u);
        expect(wording.en.text).not.toMatch(/\p{Script=Han}/u);
        expect(wording['zh-CN'].subject).toMatch(/\p{Script=Han}/u);
        expect(wording.en.subject).toMatch(/^[A-Z]/);
      }
    }
  });

  test('reword the payment reminder each month', () => {
    const reminder = shippedTemplates.templates.find(({ code }) => code === 'payment_reminder');
    const texts = reminder?.wordings.flatMap((wording) => [wording.en.text, wording['zh-CN'].text]);
    expect(reminder?.rotate).toBe('monthly');
    expect(new Set(texts).size).toBe(8);
  });
});

describe('every message made from the shipped templates', () => {
  test('is many: all wordings, values and channels in both languages', () => {
    expect(inLocale('en').length).toBeGreaterThan(1000);
    expect(inLocale('zh-CN').length).toBe(inLocale('en').length);
  });

  test.each(locales)('in %s has no superlative, no promise, no haste and no "I"', (locale) => {
    const found = inLocale(locale).map((message) => forbidden[locale].exec(ownWords(message))?.[0]);
    expect(found.filter((word) => word !== undefined)).toEqual([]);
  });

  test('is a single text message with all its values', () => {
    const long = messages.filter(
      ({ sms, leftOut }) => sms !== undefined && (sms.segments !== 1 || leftOut.length > 0),
    );
    expect(long.map(({ text }) => text)).toEqual([]);
    expect(messages.some(({ sms }) => sms?.segments === 1)).toBe(true);
  });

  test('has no hole, no trace of its template and no doubled mark', () => {
    for (const message of messages) {
      expect(message.text).not.toMatch(/[{}#]|undefined|null|NaN|\b(absent|select|plural)\b/);
      expect(message.text).not.toMatch(/[!！]{2}|\.{2}|…|。。|，，|、、|,,|！.*！|!.*!/);
      expect(message.text).not.toMatch(/ {2}| [,.?!]|，。|^[,，。 ]|\b(a|an|of|for|by) [,.]/);
    }
  });

  test('calls the customer by name where the name is known, and a member by the title where there is room', () => {
    for (const { text, params, channel } of messages) {
      if (params.customerName !== undefined) expect(text).toContain(params.customerName);
      if (params.tierTitle !== undefined && channel.sms === undefined)
        expect(text).toContain(params.tierTitle);
    }
  });

  test('greets without a name, too', () => {
    const nameless = messages.filter(
      ({ params, channel }) => params.customerName === undefined && channel.reaches === 'customer',
    );
    for (const { text, locale } of nameless) expect(text).toMatch(locale === 'en' ? /Hello[, ]/ : /您好，/);
  });

  test('says how to stop it if it sells, and does not if it serves', () => {
    for (const { text, channel, locale, purpose } of messages) {
      const optOut = channel.optOut?.[locale];
      if (optOut !== undefined) expect(text.endsWith(optOut)).toBe(purpose === 'marketing');
    }
  });

  test('welcomes back who bought before', () => {
    const established = [
      'second_purchase',
      'third_purchase',
      'loyal_purchase',
      'welcome_back_note',
      'new_arrivals',
    ];
    for (const { code, text, locale } of messages) {
      if (established.includes(code)) expect(text).toMatch(locale === 'en' ? /welcome back/ : /欢迎回来/);
    }
  });
});
