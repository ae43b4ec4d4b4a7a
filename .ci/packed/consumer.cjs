// A program of a user whose project is CommonJS; it prints what it found.
const { AftercareError, parseMoney } = require('@aftercare/core');
const { canonicalJson } = require('@aftercare/core/foundation');

const found = { money: parseMoney({ minor: 1250, currency: 'CNY' }), sameError: false };
try {
  canonicalJson(Number.NaN);
} catch (error) {
  found.sameError = error instanceof AftercareError;
}
console.log(JSON.stringify(found));
