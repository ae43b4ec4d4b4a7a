import invoice from '../../../definitions/invoice.json' with { type: 'json' };
import china from '../../../definitions/presets/invoice-china.json' with { type: 'json' };
import eu from '../../../definitions/presets/invoice-eu.json' with { type: 'json' };
import type { PolicyDefinition } from '../../definition/index.js';
import type { SettingsOf } from '../../kind/index.js';
import type { PolicyPreset } from '../../preset/index.js';
import type { InvoiceShape } from './invoiceShape.js';

/** The invoice policy, with neutral figures. Also as the file `@aftercare/policies/definitions/invoice.json`. */
// JSON modules have widened types ("string" for every code); `loadPolicy` checks what the type only claims.
export const invoiceDefinition = invoice as unknown as PolicyDefinition<SettingsOf<InvoiceShape>>;

/** What is different for a shop on a Chinese marketplace. Dated figures to start from, no legal advice. */
export const invoiceChinaPreset = china as PolicyPreset;

/** What is different for a shop in the European Union. Dated figures to start from, no legal advice. */
export const invoiceEuPreset = eu as PolicyPreset;
