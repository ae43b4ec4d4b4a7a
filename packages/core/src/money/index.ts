export { isCurrency } from './currency.js';
export type { Money } from './money.js';
export { currencySchema, moneySchema, nonNegativeMoneySchema, positiveMoneySchema } from './moneySchema.js';
