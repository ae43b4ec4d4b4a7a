import { unwrap } from '@aftercare/core';
import { joinDocuments, type RuleSetDocument } from '@aftercare/rules';
import birthday from '../../care-rules/birthday.json' with { type: 'json' };
import established from '../../care-rules/established.json' with { type: 'json' };
import festival from '../../care-rules/festival.json' with { type: 'json' };
import goodsInUse from '../../care-rules/goods-in-use.json' with { type: 'json' };
import membership from '../../care-rules/membership.json' with { type: 'json' };
import newCustomer from '../../care-rules/new-customer.json' with { type: 'json' };
import prospects from '../../care-rules/prospects.json' with { type: 'json' };
import winningBack from '../../care-rules/winning-back.json' with { type: 'json' };
import world from '../../care-rules/world.json' with { type: 'json' };

// JSON modules have widened types ("string" for every operator); `loadCareRules` checks what the types below only claim.

/**
 * Prospects: a reminder of an order that is not paid, from the day after it was placed (of old customers' orders as well),
 * and one invitation to whoever is interested and has not bought. Also as the file
 * `@aftercare/lifecycle/care-rules/prospects.json`.
 */
export const prospectRules = prospects as RuleSetDocument;

/**
 * Care of new customers in three windows after the first purchase: thanks in the first five days, related goods until day
 * 30, the first-month gift until day 45. Also as the file `@aftercare/lifecycle/care-rules/new-customer.json`.
 *
 * The last two wait for the parcel. Whoever waits for one on day 5 or later hears only the apology of `worldRules`.
 */
export const newCustomerRules = newCustomer as RuleSetDocument;

/**
 * Established customers: thanks in words of their own after the second, the third and each later purchase, a note for the
 * staff that serve them, new arrivals, and now and then a small surprise for those who buy often. Also as the file
 * `@aftercare/lifecycle/care-rules/established.json`.
 */
export const establishedRules = established as RuleSetDocument;

/**
 * Winning back: an offer to slipping customers, a stronger one to the best of them; a kind word and then an offer to lapsing
 * ones; dormant ones by the first that fits of quality, product, price and region, and word of a big activity to the
 * rest. Also as the file `@aftercare/lifecycle/care-rules/winning-back.json`.
 *
 * `dormant_by_price` draws its line at an average order of 30,000 minor units, which is a figure to replace by the shop's own.
 */
export const winningBackRules = winningBack as RuleSetDocument;

/**
 * Birthdays: wishes and a coupon from three days before, and a reminder from the ninth to the eleventh day after it was
 * sent if nothing was bought since; the coupon is good for 14 days. Also as the file
 * `@aftercare/lifecycle/care-rules/birthday.json`.
 */
export const birthdayRules = birthday as RuleSetDocument;

/**
 * Membership: a tier reached, the next one close, a tier about to end, member day, and for ranks from 3 upwards early
 * notice of the big sale and the trial of a product. Also as the file `@aftercare/lifecycle/care-rules/membership.json`.
 *
 * Close is one purchase, or less than 20,000 minor units, which is a figure to replace by the shop's own.
 */
export const membershipRules = membership as RuleSetDocument;

/**
 * Festivals, by the codes of `defaultFestivals`: wishes on the eve, good until the end of the festival, and word of the two
 * big sales from three days before. New Year, the Spring Festival and Mid-Autumn reach everybody who bought within the last
 * 90 days, the smaller festivals established customers only: ten messages a year to everybody would be noise. Also as the
 * file `@aftercare/lifecycle/care-rules/festival.json`.
 */
export const festivalRules = festival as RuleSetDocument;

/**
 * Goods in use: tips once they have arrived, a question about satisfaction after a week, a reminder before they run out,
 * and a note before they are past their best. Also as the file `@aftercare/lifecycle/care-rules/goods-in-use.json`.
 */
export const goodsInUseRules = goodsInUse as RuleSetDocument;

/**
 * Events of the world: care in bad weather, heat and disaster, which sells nothing, and an apology for a parcel that has
 * been under way for a week. Also as the file `@aftercare/lifecycle/care-rules/world.json`.
 */
export const worldRules = world as RuleSetDocument;

/**
 * All care rules that are shipped, joined into one document.
 *
 * Their `value`s are on one scale from 0 to 100, on which only the order has a meaning, since of several messages on one day
 * and channel the one of the highest value is chosen, and the others get their turn on a later day of their windows:
 *
 * - 85 to 100: what must be known in time, from a tier that ends to a disaster;
 * - 70 to 90: what is meant for the best customers, or comes once a year;
 * - 55 to 65: what decides about the next purchase;
 * - 30 to 50: what sells or gladdens a little;
 * - 10 to 25: wishes and news;
 * - 0: thanks, tips and care that a day later do as well.
 *
 * @example
 * ```ts
 * import { unwrap } from '@aftercare/core';
 * import { defaultCareRules, loadCareRules } from '@aftercare/lifecycle';
 *
 * unwrap(loadCareRules(defaultCareRules)).careRules.length; // => 47
 * ```
 */
// Marked as pure, so that bundles of hosts with rules of their own leave all of it out.
export const defaultCareRules: RuleSetDocument = /* @__PURE__ */ unwrap(
  /* @__PURE__ */ joinDocuments([
    prospectRules,
    newCustomerRules,
    establishedRules,
    winningBackRules,
    birthdayRules,
    membershipRules,
    festivalRules,
    goodsInUseRules,
    worldRules,
  ]),
);
