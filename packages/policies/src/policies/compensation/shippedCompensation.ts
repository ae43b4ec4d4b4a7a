import compensation from '../../../definitions/compensation.json' with { type: 'json' };
import china from '../../../definitions/presets/compensation-china.json' with { type: 'json' };
import eu from '../../../definitions/presets/compensation-eu.json' with { type: 'json' };
import type { PolicyDefinition } from '../../definition/index.js';
import type { SettingsOf } from '../../kind/index.js';
import type { PolicyPreset } from '../../preset/index.js';
import type { CompensationShape } from './compensationShape.js';

/**
 * The compensation policy, with neutral figures. Also as the file `@aftercare/policies/definitions/compensation.json`.
 */
// JSON modules have widened types ("string" for every code); `loadPolicy` checks what the type only claims.
export const compensationDefinition = compensation as unknown as PolicyDefinition<
  SettingsOf<CompensationShape>
>;

/** What is different for a shop on a Chinese marketplace. Dated figures to start from, no legal advice. */
export const compensationChinaPreset = china as PolicyPreset;

/** What is different for a shop in the European Union. Dated figures to start from, no legal advice. */
export const compensationEuPreset = eu as PolicyPreset;
