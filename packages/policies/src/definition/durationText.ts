import type { Locale } from '@aftercare/core';
import { type Texts, textIn } from '../texts/index.js';
import type { DeadlineDefinition, PolicyDefinition } from './definition.js';
import type { Duration } from './duration.js';

const counted = (unit: string) => (count: number) => `${count} ${unit}${count === 1 ? '' : 's'}`;

const WORDS: Readonly<
  Record<Locale, Readonly<Record<'minutes' | 'hours' | 'days' | 'workdays', (count: number) => string>>>
> = {
  en: {
    minutes: counted('minute'),
    hours: counted('hour'),
    days: counted('day'),
    workdays: counted('working day'),
  },
  'zh-CN': {
    minutes: (count) => `${count} 分钟`,
    hours: (count) => `${count} 小时`,
    days: (count) => `${count} 天`,
    workdays: (count) => `${count} 个工作日`,
  },
};

/** A duration in words. */
export function durationText(duration: Duration, locale: Locale): string {
  const words = WORDS[locale];
  if ('minutes' in duration) return words.minutes(duration.minutes);
  if ('hours' in duration) return words.hours(duration.hours);
  return 'days' in duration ? words.days(duration.days) : words.workdays(duration.workdays);
}

/** Why there is a deadline, with its duration in the place of `{after}`: another figure needs no other sentence. */
export function deadlineTexts(
  { name, after }: Pick<DeadlineDefinition, 'name' | 'after'>,
  { texts }: Pick<PolicyDefinition, 'texts'>,
): Texts {
  const because = texts.deadlines?.[name] ?? {};
  const locales = ['en', 'zh-CN'] as const;
  const filled = locales
    .filter((locale) => because[locale] !== undefined)
    .map((locale) => [
      locale,
      textIn(because, locale, '').replaceAll('{after}', durationText(after, locale)),
    ]);
  return Object.fromEntries(filled);
}
