import type { Locale } from '@aftercare/core';
import * as z from 'zod';

/** Schema of {@link Texts}. */
export const textsSchema = z.strictObject({
  en: z.string().min(1).exactOptional(),
  'zh-CN': z.string().min(1).exactOptional(),
});

/**
 * A text of a definition in the languages of this library. A language that is left out is reported by `verifyPolicy` and
 * shown in the other one.
 */
export interface Texts extends Readonly<z.infer<typeof textsSchema>> {}

/** The text in a language; where it is missing, the one in the other language, and else the fallback. */
export function textIn(texts: Texts | undefined, locale: Locale, fallback: string): string {
  if (texts === undefined) return fallback;
  return texts[locale] ?? texts.en ?? texts['zh-CN'] ?? fallback;
}
