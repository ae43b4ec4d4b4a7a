import type { RefusalCode, RefusalDetails } from '../refusal/index.js';

/** Why a command cannot be carried out: what a refusal is made of. */
export type Lack = {
  readonly [Code in RefusalCode]: {
    readonly ok: false;
    readonly code: Code;
    readonly details: RefusalDetails[Code];
  };
}[RefusalCode];

/** Makes a {@link Lack}. */
export function lacking<Code extends RefusalCode>(code: Code, details: RefusalDetails[Code]): Lack {
  // Code and details belong together, as the parameters' types say; in an object literal the compiler loses sight of it.
  return { ok: false, code, details } as Lack;
}
