import invoice from '../../../definitions/invoice.json' with { type: 'json' };
import china from '../../../definitions/presets/invoice-china.json' with { type: 'json' };
import eu from '../../../definitions/presets/invoice-eu.json' with { type: 'json' };
import type { PolicyDefinition } from '../../definition/index.js';
import type { SettingsOf } from '../../kind/index.js';
import type { PolicyPreset } from '../../preset/index.js';
import type { InvoiceShape } from './invoiceShape.js';

/**
 * The invoice policy, with neutral figures. Also as the file `@aftercare/policies/definitions/invoice.json`.
 *
 * @example
 * ```ts
 * import { invoiceDefinition } from '@aftercare/policies';
 *
 * // Nothing but an amount is asked of a request; what is wrong with it is put right afterwards.
 * invoiceDefinition.opening.when; // => ['something_left']
 * invoiceDefinition.deadlines?.[0]?.after; // => { days: 10, calendar: 'shop' }
 * ```
 */
// JSON modules have widened types ("string" for every code); `loadPolicy` checks what the type only claims.
export const invoiceDefinition = invoice as unknown as PolicyDefinition<SettingsOf<InvoiceShape>>;

/**
 * What is different for a shop on a Chinese marketplace. Dated figures to start from, no legal advice.
 *
 * @example
 * ```ts
 * import { unwrap } from '@aftercare/core';
 * import { applyPreset, invoiceChinaPreset, invoiceDefinition } from '@aftercare/policies';
 *
 * const { settings } = unwrap(applyPreset(invoiceDefinition, invoiceChinaPreset));
 * (settings as typeof invoiceDefinition.settings).voidable.value; // => { digital: 'never', paper: 'same_month' }
 * ```
 */
export const invoiceChinaPreset = china as PolicyPreset;

/**
 * What is different for a shop in the European Union. Dated figures to start from, no legal advice.
 *
 * @example
 * ```ts
 * import { unwrap } from '@aftercare/core';
 * import { applyPreset, invoiceDefinition, invoiceEuPreset } from '@aftercare/policies';
 *
 * const { settings } = unwrap(applyPreset(invoiceDefinition, invoiceEuPreset));
 * (settings as typeof invoiceDefinition.settings).platformCoupons.value; // => 'invoiced'
 * ```
 */
export const invoiceEuPreset = eu as PolicyPreset;
