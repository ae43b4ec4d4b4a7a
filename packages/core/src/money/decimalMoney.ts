import { fail, ok, showValue } from '../foundation/index.js';
import { type CoreResult, coreIssues } from '../issues/index.js';
import { isCurrency, minorUnitDigits } from './currency.js';
import type { Money } from './money.js';
import { requireMinor } from './requireMoney.js';

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads an amount as files and databases hold it, `12.50` or `-3`, exactly and without rounding. A point divides the
 * decimals; there may be fewer of them than the currency has, and never more, not even zeros: `1.000` is one yuan to
 * some and a thousand to others.
 *
 * Issues: `invalid_type` if it is no text; `invalid_format` for any other form, among them `1,250.00`, `.5`, `+1`, `1e3`
 * and white space; `too_many_decimals`; `unsafe_amount` beyond 2^53 - 1 minor units; `unknown_currency` at the path
 * `['currency']`.
 *
 * @example
 * ```ts
 * import { parseDecimalMoney } from '@aftercare/core';
 *
 * parseDecimalMoney('12.5', 'CNY'); // => { ok: true, value: { minor: 1250, currency: 'CNY' } }
 *
 * const result = parseDecimalMoney('12.505', 'CNY');
 * result.ok ? '' : result.issues[0].code; // => 'too_many_decimals'
 * ```
 */
export function parseDecimalMoney(text: unknown, currency: string): CoreResult<Money> {
  const received = showValue(text);
  if (!isCurrency(currency)) {
    return fail(coreIssues.create('unknown_currency', ['currency'], { currency: showValue(currency) }));
  }
  if (typeof text !== 'string') {
    return fail(coreIssues.create('invalid_type', [], { expected: ['text'], received }));
  }
  const match = DECIMAL.exec(text);
  if (match === null) return fail(coreIssues.create('invalid_format', [], { received, format: 'decimal' }));
  const [, sign = '', whole = '', decimals = ''] = match;
  const digits = minorUnitDigits(currency);
  if (decimals.length > digits) {
    return fail(coreIssues.create('too_many_decimals', [], { received, currency, digits }));
  }
  // Exact: a text of more digits than a double holds is at least 2^53 when read as one, so it is unsafe.
  const distance = Number(whole + decimals.padEnd(digits, '0'));
  if (!Number.isSafeInteger(distance)) return fail(coreIssues.create('unsafe_amount', [], { received }));
  return ok({ minor: sign === '-' ? 0 - distance : distance, currency });
}

/**
 * The inverse of {@link parseDecimalMoney}: an amount as decimal text with all decimals of its currency, for files and
 * interfaces. People read `formatMoney`.
 *
 * @throws {@link AftercareError} `unsafe_amount`, `unknown_currency`.
 *
 * @example
 * ```ts
 * import { formatDecimalMoney, money } from '@aftercare/core';
 *
 * formatDecimalMoney(money(1250, 'CNY')); // => '12.50'
 * formatDecimalMoney(money(-5, 'CNY')); // => '-0.05'
 * formatDecimalMoney(money(1250, 'JPY')); // => '1250'
 * ```
 */
export function formatDecimalMoney(money: Money): `${number}` {
  const digits = minorUnitDigits(money.currency);
  const minor = requireMinor(money.minor, ['money', 'minor']);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const decimals = text.slice(text.length - digits);
  // Digits with a point between them, as TypeScript cannot see.
  return `${minor < 0 ? '-' : ''}${whole}${digits === 0 ? '' : `.${decimals}`}` as `${number}`;
}
