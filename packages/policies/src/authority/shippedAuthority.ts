import cny from '../../definitions/authority-cny.json' with { type: 'json' };
import eur from '../../definitions/authority-eur.json' with { type: 'json' };
import type { AuthorityMatrix } from './matrix.js';

/**
 * An authority matrix to start from, in yuan: agent, team lead, supervisor, manager, owner. Its amounts are examples of
 * ours; a shop sets its own. Also as the file `@aftercare/policies/definitions/authority-cny.json`.
 */
// JSON modules have widened types ("string" for every code); `loadAuthority` checks what the type only claims.
export const authorityCny = cny as AuthorityMatrix;

/**
 * The same in euros. Also as the file `@aftercare/policies/definitions/authority-eur.json`.
 */
export const authorityEur = eur as AuthorityMatrix;
