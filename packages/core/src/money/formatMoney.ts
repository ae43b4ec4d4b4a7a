import { AftercareError, showValue } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import { minorUnitDigits } from './currency.js';
import { formatDecimalMoney } from './decimalMoney.js';
import type { Money } from './money.js';

/**
 * An amount as people of a locale read it, exact, with all decimals that its currency has.
 *
 * The text comes from the language data of the machine (`Intl`), which change from version to version and contain
 * no-break spaces: show it, and do not compare, parse or store it; for that there is `formatDecimalMoney`. It is the one
 * function here whose result may differ between machines.
 *
 * @param locale - a BCP 47 language tag, such as `zh-CN`; one that the machine has no data for is shown as its default
 * @throws {@link AftercareError} `invalid_format` if the locale is no language tag; `unsafe_amount`, `unknown_currency`.
 *
 * @example
 * ```ts
 * import { formatMoney, money } from '@aftercare/core';
 *
 * formatMoney(money(123450, 'CNY'), 'zh-CN'); // => '¥1,234.50'
 * formatMoney(money(-1250, 'JPY'), 'en-US'); // => '-¥1,250'
 * ```
 */
export function formatMoney(money: Money, locale: string): string {
  const digits = minorUnitDigits(money.currency);
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = numberFormat(locale, { style: 'currency', currency: money.currency, ...decimals });
  // As text: the largest amounts would lose their cents as a double.
  return format.format(formatDecimalMoney(money));
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, options);
  } catch (cause) {
    const details = { received: showValue(locale), format: 'language_tag' };
    throw new AftercareError([coreIssues.create('invalid_format', ['locale'], details)], { cause });
  }
}
