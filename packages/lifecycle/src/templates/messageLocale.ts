import type { Locale } from '@aftercare/core';

/**
 * The language in which somebody is written to: Chinese for every Chinese language tag, whatever its script or region,
 * English for all others.
 *
 * @param languageTag - a BCP 47 language tag, as browsers and customers' accounts have it
 *
 * @example
 * ```ts
 * import { messageLocale } from '@aftercare/lifecycle';
 *
 * ['zh-Hant-TW', 'zh', 'en-GB', 'fr'].map(messageLocale); // => ['zh-CN', 'zh-CN', 'en', 'en']
 * ```
 */
export function messageLocale(languageTag: string): Locale {
  return /^zh(?![a-z])/i.test(languageTag) ? 'zh-CN' : 'en';
}
