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

/**
 * The values, and then the same with ever fewer of the optional ones: without the one declared last, without the last two,
 * and so on until none is left.
 */
export function withFewerOptional(
  values: ShownValues,
  { parameters }: LoadedTemplate,
): readonly [ShownValues, ...ShownValues[]] {
  const optional = Object.keys(parameters).filter(
    (name) => parameters[name]?.optional === true && values[name] !== ABSENT,
  );
  const fewer: ShownValues[] = [];
  let left = values;
  for (const name of optional.reverse()) {
    left = { ...left, [name]: ABSENT };
    fewer.push(left);
  }
  return [values, ...fewer];
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
