import { type Day, dateOfDayNumber, dayNumberOf, fail, type Locale, ok } from '@aftercare/core';
import type { ChannelDefinition } from '../channels/index.js';
import { type LifecycleResult, lifecycleIssues } from '../issues/index.js';
import { messageLocale } from '../templates/index.js';
import { compose } from './compose.js';
import type { ShownValues, TextWriter } from './icuText.js';
import type { LoadedTemplate } from './loadTemplates.js';
import { type MessageInput, messageInputIssues } from './messageInput.js';
import { shownValues, withFewerOptional } from './shownValues.js';
import { type SmsLength, smsSegments } from './smsSegments.js';

/** A message that is ready to be sent. */
export interface RenderedMessage {
  /** The whole message, with signature and opt-out text. */
  readonly text: string;
  /** Its title, if the template has one. */
  readonly subject?: string;
  readonly locale: Locale;
  /** Index of the wording among those of the template. */
  readonly wording: number;
  /** On channels of text messages: how long it is. */
  readonly sms?: SmsLength;
  /**
   * Optional parameters that had a value and were left out, since the text message takes fewer segments without them, in
   * the order of the template.
   */
  readonly leftOut: readonly string[];
}

/**
 * Completes a template for one reader and channel.
 *
 * A text message that takes more than one segment gives up optional values one at a time, the one declared last first, until
 * it takes the fewest segments that this can bring about: a very long name is not worth a second message, and a greeting by
 * name is kept where it is enough to leave out what was declared after it. Wordings that rotate take turns by calendar month
 * (months since year 0, modulo their number), so that the same day gives the same wording everywhere.
 *
 * Money and days are written by the language data of the machine, as `formatMoney` explains.
 *
 * @returns the message, or every issue found, never a text with a hole: `missing` for a value that is not there and not
 * optional, `unknown_key` for one that the template does not declare, `invalid_type`, `invalid_format` and the like for one
 * that is not of its type, `invalid_day`, `unknown_currency`, `message_too_long` for what the channel does not carry.
 *
 * @example
 * ```ts
 * import { unwrap } from '@aftercare/core';
 * import { defaultChannels } from '@aftercare/lifecycle';
 * import { loadTemplates, renderMessage } from '@aftercare/lifecycle/messages';
 *
 * const templates = unwrap(
 *   loadTemplates({
 *     format: 1,
 *     templates: [
 *       {
 *         code: 'coupon',
 *         parameters: { couponDays: { type: 'integer' } },
 *         wordings: [
 *           {
 *             en: { text: 'Your coupon is valid for {couponDays, plural, one {# day} other {# days}}.' },
 *             'zh-CN': { text: '您的优惠券{couponDays}天内可用。' },
 *           },
 *         ],
 *       },
 *     ],
 *   }),
 * );
 * const template = templates.get('coupon');
 * const channel = defaultChannels.find(({ code }) => code === 'sms');
 * if (template === undefined || channel === undefined) throw new Error('not found');
 *
 * const shopName = { en: 'Corner Shop', 'zh-CN': '街角小店' };
 * const input = { locale: 'zh-CN', channel, purpose: 'marketing', day: '2026-03-01', shopName } as const;
 *
 * const message = unwrap(renderMessage(template, { ...input, params: { couponDays: 7 } }));
 * message.text; // => '【街角小店】您的优惠券7天内可用。拒收请回复R'
 * message.sms; // => { characters: 23, segments: 1, alphabet: 'ucs_2' }
 *
 * const refused = renderMessage(template, { ...input, params: {} });
 * refused.ok ? '' : refused.issues[0].message; // => 'params.couponDays: This is missing; expected a number.'
 * ```
 */
export function renderMessage(
  template: LoadedTemplate,
  input: MessageInput,
): LifecycleResult<RenderedMessage> {
  const locale = messageLocale(input.locale);
  const [firstIssue, ...moreIssues] = messageInputIssues(template, input, locale);
  if (firstIssue !== undefined) return fail(firstIssue, ...moreIssues);
  const { channel, day } = input;
  const wording = turnOf(template, day);
  const texts = template.wordings[wording]?.[locale];
  if (texts === undefined) throw new TypeError(`The template "${template.code}" has no wording ${wording}.`);

  const given = shownValues(template, input, locale);
  const whole = compose(channel.sms === undefined ? texts.text : (texts.sms ?? texts.text), input, locale);
  const { values, text, sms } = fitted(whole, withFewerOptional(given, template), channel);
  const maximum = channel.maxCharacters;
  if (maximum !== undefined && text.length > maximum) {
    const details = { channel: channel.code, characters: text.length, maximum };
    return fail(lifecycleIssues.create('message_too_long', ['channel'], details));
  }
  return ok({
    text,
    ...(texts.subject === undefined ? {} : { subject: texts.subject(values) }),
    locale,
    wording,
    ...(sms === undefined ? {} : { sms }),
    leftOut: Object.keys(given).filter((name) => given[name] !== values[name]),
  });
}

/** Which wording has its turn on a day. */
function turnOf({ rotate, wordings }: LoadedTemplate, day: Day): number {
  if (rotate === undefined) return 0;
  const { year, month } = dateOfDayNumber(dayNumberOf(day) ?? 0);
  return (year * 12 + month - 1) % wordings.length;
}

/** A message before it is known whether it fits. */
interface Draft {
  readonly values: ShownValues;
  readonly text: string;
  readonly sms?: SmsLength;
}

/** The first of the drafts that takes the fewest text messages; on other channels simply the first. */
function fitted(
  whole: TextWriter,
  [given, ...fewer]: ReturnType<typeof withFewerOptional>,
  { sms }: ChannelDefinition,
): Draft {
  const text = whole(given);
  if (sms === undefined) return { values: given, text };
  let best = { values: given, text, sms: smsSegments(text, sms.counting) };
  for (const values of fewer) {
    if (best.sms.segments <= 1) break;
    const shorter = whole(values);
    const length = smsSegments(shorter, sms.counting);
    if (length.segments < best.sms.segments) best = { values, text: shorter, sms: length };
  }
  return best;
}
