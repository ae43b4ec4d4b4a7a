import { type Day, dayNumberOf, formatMoney, type Locale, MILLISECONDS_A_DAY, money } from '@aftercare/core';
import type { ParameterType } from '../templates/index.js';
import { ABSENT } from './checkText.js';
import type { ShownValues } from './icuText.js';
import type { LoadedTemplate } from './loadTemplates.js';
import type { MessageInput } from './messageInput.js';

/** The values of a message as its texts show them; integers stay numbers, which plural forms need. */
export function shownValues(
  { parameters }: LoadedTemplate,
  input: MessageInput,
  locale: Locale,
): ShownValues {
  const { params } = input;
  return Object.fromEntries(
    Object.entries(parameters).map(([name, { type }]) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      return [name, value === undefined ? ABSENT : shownValue(type, value, input, locale)];
    }),
  );
}

/** The same values, as if no optional one had been given. */
export function withoutOptional(values: ShownValues, { parameters }: LoadedTemplate): ShownValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      parameters[name]?.optional === true ? ABSENT : value,
    ]),
  );
}

function shownValue(
  type: ParameterType,
  value: string | number,
  { day, currency }: MessageInput,
  locale: Locale,
): string | number {
  if (type === 'money' && typeof value === 'number' && currency !== undefined) {
    return formatMoney(money(value, currency), locale);
  }
  return type === 'day' && typeof value === 'string' ? shownDay(value, day, locale) : value;
}

/** A day with its year if that is not the reader's own. */
function shownDay(shown: Day, readOn: Day, locale: Locale): string {
  const isOfThisYear = shown.slice(0, 4) === readOn.slice(0, 4);
  const format = new Intl.DateTimeFormat(locale, {
    ...(isOfThisYear ? {} : { year: 'numeric' }),
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return format.format((dayNumberOf(shown) ?? 0) * MILLISECONDS_A_DAY);
}
