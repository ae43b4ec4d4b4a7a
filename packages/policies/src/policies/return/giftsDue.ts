import { goodsDue } from './goodsDue.js';
import { keptOf } from './goodsValue.js';
import type { GiftDeduction } from './returnSchemas.js';
import type { SettlementInput } from './settlementInput.js';

/**
 * What a settlement changes in what is taken off for gifts: those that are no longer the customer's and have not come back
 * are deducted, and what was deducted is given back for those that have come since, or are the customer's again.
 *
 * @param mostMinor - what is left of the refund to take something off
 */
export function giftDeductions(input: SettlementInput, mostMinor: number): GiftDeduction[] {
  const { lines, gifts, giftsReturned, giftsDeducted } = input;
  if (giftsReturned === null) return [];
  const before = goodsDue(lines, [], keptOf(input, 0), 'recalculated');
  const after = goodsDue(lines, [], keptOf(input, 1), 'recalculated');
  const changes: GiftDeduction[] = [];
  let leftMinor = mostMinor;
  for (const { giftId, valueMinor, fromMinor } of gifts) {
    const noted = giftsDeducted.filter((one) => one.giftId === giftId);
    // An order that was below the amount before was dealt with without the gift: by a marketplace, which takes nothing off.
    if (noted.length === 0 && before < fromMinor) continue;
    const isDue = after < fromMinor && !giftsReturned.includes(giftId);
    const deductedMinor = noted.reduce((sum, { minor }) => sum + minor, 0);
    const minor = Math.min((isDue ? valueMinor : 0) - deductedMinor, leftMinor);
    leftMinor -= Math.max(0, minor);
    // That nothing could be taken off is noted too: it is taken off what goes back next.
    if (minor !== 0 || (isDue && noted.length === 0)) changes.push({ giftId, minor });
  }
  return changes;
}
