// A program of a user whose project is ESM; it prints what it found.
import { AftercareError, parseMoney } from '@aftercare/core';
import { canonicalJson } from '@aftercare/core/foundation';

const found = { money: parseMoney({ minor: 1250, currency: 'CNY' }), sameError: false };
try {
  canonicalJson(Number.NaN);
} catch (error) {
  found.sameError = error instanceof AftercareError;
}
console.log(JSON.stringify(found));
