import { unwrap } from '@aftercare/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultChannels } from '../channels/index.js';
import { shippedTemplates } from '../templates/index.js';
import { loadTemplates, renderMessage, smsSegments } from './index.js';

const templates = [...unwrap(loadTemplates(shippedTemplates)).values()];
const shopName = { en: 'Corner Shop', 'zh-CN': '街角小店' };
const params = {
  discountPercent: 20,
  couponDays: 30,
  purchaseCount: 5,
  daysUntilTierEnds: 14,
  daysUntilBestBefore: 14,
  totalSpentMinor: 123_450,
  missingToNextTierMinor: 123_450,
  nextTierTitle: 'VIP',
  festivalTitle: 'X',
};
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
  .filter((text) => /^\S(.*\S)?$/s.test(text));
const locale = fc.constantFrom('en', 'zh-CN');

test('whatever the name, a shipped text is a single text message', () => {
  const forCustomers = templates.filter(({ code }) => code !== 'welcome_back_note');
  const sms = defaultChannels.filter(({ code }) => code === 'sms');
  fc.assert(
    fc.property(
      fc.constantFrom(...forCustomers),
      fc.constantFrom(...sms),
      name,
      locale,
      (template, channel, customerName, tag) => {
        const known = { ...params, customerName, tierTitle: 'VIP' };
        const declared = Object.entries(known).filter(([key]) => Object.hasOwn(template.parameters, key));
        const input = {
          locale: tag,
          channel,
          purpose: 'marketing',
          day: '2026-03-01',
          shopName,
          currency: 'CNY',
        } as const;
        const message = unwrap(renderMessage(template, { ...input, params: Object.fromEntries(declared) }));
        expect(message.sms?.segments).toBe(1);
        // A space that keeps words together would double the price of a text message.
        const sent = customerName.replace(/[\u00a0\u202f]/g, ' ');
        if (message.leftOut.length === 0) expect(message.text).toContain(sent);
      },
    ),
  );
});

test('a text message gives up optional values from the end, and as few as bring it to the fewest segments', () => {
  const optional = { type: 'text', optional: true } as const;
  const names = ['first', 'second', 'third'] as const;
  // The absence of the third is longer than a short value of it.
  const texts = {
    text: '{first, select, absent {} other {{first}}}{second, select, absent {-} other {{second}}}{third, select, absent {not given} other {{third}}}{body}',
  };
  const loaded = unwrap(
    loadTemplates({
      format: 1,
      templates: [
        {
          code: 'note',
          parameters: { first: optional, second: optional, body: { type: 'text' }, third: optional },
          wordings: [{ en: texts, 'zh-CN': texts }],
        },
      ],
    }),
  ).get('note');
  const channel = { code: 'wire', reaches: 'customer', sms: { counting: 'characters' } } as const;
  const value = fc.integer({ min: 1, max: 90 }).map((length) => 'x'.repeat(length));
  const given = fc.record({ first: value, second: value, third: value }, { requiredKeys: [] });
  const body = fc.integer({ min: 1, max: 150 }).map((length) => 'y'.repeat(length));
  fc.assert(
    fc.property(given, body, (values, bodyText) => {
      if (loaded === undefined) throw new Error('not loaded');
      const params = { ...values, body: bodyText };
      const input = { params, locale: 'en', channel, purpose: 'service', day: '2026-03-01' } as const;
      const message = unwrap(renderMessage(loaded, input));
      const there = names.filter((key) => values[key] !== undefined);
      const segmentsWith = (kept: number) => {
        const shown = (key: (typeof names)[number], absence: string) =>
          there.indexOf(key) >= 0 && there.indexOf(key) < kept ? (values[key] ?? '') : absence;
        const text = shown('first', '') + shown('second', '-') + shown('third', 'not given') + bodyText;
        return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
      };
      const kept = there.length - message.leftOut.length;
      const byKept = [...there.keys(), there.length].map(segmentsWith);
      expect(message.leftOut).toEqual(there.slice(kept));
      expect(message.sms?.segments).toBe(Math.min(...byKept));
      expect(byKept.lastIndexOf(Math.min(...byKept))).toBe(kept);
    }),
    { numRuns: 500 },
  );
});

test('a text takes at least the segments that its length asks for, and at most one more for each that tears nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      const { characters, segments } = smsSegments(text);
      expect(characters).toBe(text.length);
      const least = characters <= 70 ? Math.min(characters, 1) : Math.ceil(characters / 67);
      expect(segments).toBeGreaterThanOrEqual(least);
      // A pair of code units can leave one place of 67 empty.
      if (characters > 70) expect(segments).toBeLessThanOrEqual(Math.ceil(characters / 66));
    }),
  );
});

/** Texts of ICU, right and wrong: literals, placeholders, choices and plurals within each other, and torn ones. */
const { icuText } = fc.letrec<{ icuText: string; part: string }>((tie) => ({
  icuText: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      'so ',
      "it's ",
      '{spare}',
      '{needed}',
      '{needed, number}',
      '#',
      '{spare',
      '}',
      '<b>',
      "'{'",
    ),
    fc
      .tuple(
        fc.constantFrom('spare', 'needed', 'other'),
        fc.constantFrom('absent', 'x', '=1'),
        tie('icuText'),
        tie('icuText'),
      )
      .map(([name, key, one, two]) => `{${name}, select, ${key} {${one}} other {${two}}}`),
    fc
      .tuple(fc.constantFrom('spare', 'needed'), tie('icuText'), tie('icuText'))
      .map(([name, one, two]) => `{${name}, plural, =1 {${one}} other {${two}}}`),
  ),
}));

test('a text either has an issue or is written without a hole, with its optional values and without', () => {
  let written = 0;
  fc.assert(
    fc.property(icuText, (text) => {
      const both = { text: `{needed}{spare, select, absent {} other {{spare}}}${text}` };
      const parameters = { needed: { type: 'integer' }, spare: { type: 'text', optional: true } };
      const template = { code: 'note', parameters, wordings: [{ en: both, 'zh-CN': both }] };
      const loaded = loadTemplates({ format: 1, templates: [template] });
      const note = loaded.ok ? loaded.value.get('note') : undefined;
      if (note === undefined) return;
      written++;
      for (const values of [{ needed: 1 }, { needed: 2, spare: 'given' }]) {
        const channel = { code: 'wall', reaches: 'staff' } as const;
        const input = {
          params: values,
          locale: 'en',
          channel,
          purpose: 'service',
          day: '2026-03-01',
        } as const;
        // No literal above says so: only a value that is not there would.
        expect(unwrap(renderMessage(note, input)).text).not.toMatch(/absent|undefined/);
      }
    }),
    { numRuns: 500 },
  );
  expect(written).toBeGreaterThan(20);
});
