import freeShipping from '../../../definitions/free-shipping.json' with { type: 'json' };
import gift from '../../../definitions/gift.json' with { type: 'json' };
import freeShippingChina from '../../../definitions/presets/free-shipping-china.json' with { type: 'json' };
import freeShippingEu from '../../../definitions/presets/free-shipping-eu.json' with { type: 'json' };
import giftChina from '../../../definitions/presets/gift-china.json' with { type: 'json' };
import giftEu from '../../../definitions/presets/gift-eu.json' with { type: 'json' };
import type { PolicyDefinition } from '../../definition/index.js';
import type { SettingsOf } from '../../kind/index.js';
import type { PolicyPreset } from '../../preset/index.js';
import type { FreeShippingShape } from './freeShippingShape.js';
import type { GiftShape } from './giftShape.js';

/**
 * The policy of gifts, with neutral figures: thresholds, budget and margin floor are examples of ours, and a shop sets its
 * own. Also as the file `@aftercare/policies/definitions/gift.json`.
 *
 * @example
 * ```ts
 * import { giftDefinition } from '@aftercare/policies';
 *
 * giftDefinition.settings.grounds.promotion?.fromOrder.value; // => { CNY: 9900, EUR: 5000, USD: 5000 }
 * giftDefinition.settings.whenBargaining; // => 'benefit_only'
 * ```
 */
// JSON modules have widened types ("string" for every code); `loadPolicy` checks what the type only claims.
export const giftDefinition = gift as unknown as PolicyDefinition<SettingsOf<GiftShape>>;

/**
 * The policy of free shipping, with neutral figures. Also as the file
 * `@aftercare/policies/definitions/free-shipping.json`.
 *
 * @example
 * ```ts
 * import { freeShippingDefinition } from '@aftercare/policies';
 *
 * freeShippingDefinition.settings.remoteSurchargeBy.value; // => 'customer'
 * ```
 */
export const freeShippingDefinition = freeShipping as unknown as PolicyDefinition<
  SettingsOf<FreeShippingShape>
>;

/**
 * What is different about gifts on a Chinese marketplace: they go back with the goods, or are deducted at the value stated
 * beforehand. Dated figures to start from, no legal advice.
 *
 * @example
 * ```ts
 * import { unwrap } from '@aftercare/core';
 * import { applyPreset, giftChinaPreset, giftDefinition } from '@aftercare/policies';
 *
 * const definition = unwrap(applyPreset(giftDefinition, giftChinaPreset));
 * definition.deadlines?.find(({ name }) => name === 'keeping')?.after; // => { days: 30, calendar: 'shop' }
 * ```
 */
export const giftChinaPreset = giftChina as PolicyPreset;

/**
 * What is different about gifts in the European Union: more time for returns. Dated figures to start from, no legal advice.
 *
 * @example
 * ```ts
 * import { unwrap } from '@aftercare/core';
 * import { applyPreset, giftDefinition, giftEuPreset } from '@aftercare/policies';
 *
 * const definition = unwrap(applyPreset(giftDefinition, giftEuPreset));
 * definition.deadlines?.find(({ name }) => name === 'keeping')?.after; // => { days: 45, calendar: 'shop' }
 * ```
 */
export const giftEuPreset = giftEu as PolicyPreset;

/**
 * What is different about free shipping on a Chinese marketplace: freight can be deducted when a return leaves too little
 * of the order. Dated figures to start from, no legal advice.
 *
 * @example
 * ```ts
 * import { freeShippingChinaPreset } from '@aftercare/policies';
 *
 * freeShippingChinaPreset.policy; // => 'free_shipping'
 * ```
 */
export const freeShippingChinaPreset = freeShippingChina as PolicyPreset;

/**
 * What is different about free shipping in the European Union: who withdraws never pays for the way out. Dated figures to
 * start from, no legal advice.
 *
 * @example
 * ```ts
 * import { unwrap } from '@aftercare/core';
 * import { applyPreset, freeShippingDefinition, freeShippingEuPreset } from '@aftercare/policies';
 *
 * const definition = unwrap(applyPreset(freeShippingDefinition, freeShippingEuPreset));
 * (definition.settings as typeof freeShippingDefinition.settings).claimBackWhen.value; // => ['returned_by_agreement']
 * ```
 */
export const freeShippingEuPreset = freeShippingEu as PolicyPreset;
