import china from '../../../definitions/presets/return-china.json' with { type: 'json' };
import eu from '../../../definitions/presets/return-eu.json' with { type: 'json' };
import returnJson from '../../../definitions/return.json' with { type: 'json' };
import type { PolicyDefinition } from '../../definition/index.js';
import type { SettingsOf } from '../../kind/index.js';
import type { PolicyPreset } from '../../preset/index.js';
import type { ReturnShape } from './returnShape.js';

/**
 * The policy of returns and exchanges, with neutral figures. Also as the file
 * `@aftercare/policies/definitions/return.json`.
 *
 * @example
 * ```ts
 * import { returnDefinition } from '@aftercare/policies';
 *
 * returnDefinition.texts.states?.awaiting_parcel?.['zh-CN']; // => '待客户寄回'
 * returnDefinition.settings.reasons.no_reason.window.value; // => { days: 14 }
 * ```
 */
// JSON modules have widened types ("string" for every state and operator); `loadPolicy` checks what the type only claims.
export const returnDefinition = returnJson as unknown as PolicyDefinition<SettingsOf<ReturnShape>>;

/**
 * What is different for a shop on a Chinese marketplace. Dated figures to start from, no legal advice.
 *
 * @example
 * ```ts
 * import { applyPreset, returnChinaPreset, returnDefinition } from '@aftercare/policies';
 *
 * applyPreset(returnDefinition, returnChinaPreset).ok; // => true
 * ```
 */
export const returnChinaPreset = china as PolicyPreset;

/**
 * What is different for a shop in the European Union. Dated figures to start from, no legal advice.
 *
 * @example
 * ```ts
 * import { applyPreset, returnDefinition, returnEuPreset } from '@aftercare/policies';
 *
 * applyPreset(returnDefinition, returnEuPreset).ok; // => true
 * ```
 */
export const returnEuPreset = eu as PolicyPreset;
