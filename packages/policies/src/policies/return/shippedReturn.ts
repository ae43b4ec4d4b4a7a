import returnJson from '../../../definitions/return.json' with { type: 'json' };
import type { PolicyDefinition } from '../../definition/index.js';
import type { SettingsOf } from '../../kind/index.js';
import type { ReturnShape } from './returnShape.js';

/** The shipped definition of returns and exchanges. Also as the file `@aftercare/policies/definitions/return.json`. */
// JSON modules have widened types ("string" for every state and operator); `loadPolicy` checks what the type only claims.
export const returnDefinition = returnJson as unknown as PolicyDefinition<SettingsOf<ReturnShape>>;
