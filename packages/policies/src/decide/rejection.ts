import type { JsonRecord } from '@aftercare/rules';
import type { Case } from '../case/index.js';
import type { CommandGroup, Policy } from '../policy/index.js';
import type { Who } from '../refusal/index.js';
import type { Accepted, Refused, Repeated } from './decision.js';
import type { Lack } from './lack.js';
import { type Failed, refuse, refuseAll, textsFor } from './refuse.js';

/** A command that does not pass, before it is put into words: it came to no transition, or to none that would have it. */
export type Rejection =
  | { readonly ok: false; readonly lack: Lack; readonly whoCould: readonly Who[] }
  | {
      readonly ok: false;
      readonly lack?: undefined;
      readonly group: CommandGroup;
      readonly failed: readonly Failed[];
      readonly facts: JsonRecord;
    };

/** What comes of a command, a refusal not yet in words. */
export type Judgement = Accepted | Repeated | Rejection;

/** The rejection of a command that did not come to any transition. */
export function rejected(lack: Lack, whoCould: readonly Who[] = []): Rejection {
  return { ok: false, lack, whoCould };
}

/** The refusal that tells a rejection to people. */
export function inWords(rejection: Rejection, command: string, { data }: Case, policy: Policy): Refused {
  const { currency } = policy.kind.behaviour.subject(data).paid;
  if (rejection.lack !== undefined) {
    const { lack, whoCould } = rejection;
    return refuse(command, lack, currency, { whoCould, texts: textsFor(lack, policy) });
  }
  const { group, failed, facts } = rejection;
  return refuseAll(policy, command, group, failed, facts, currency);
}
