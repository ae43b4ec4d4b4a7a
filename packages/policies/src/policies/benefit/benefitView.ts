import type * as z from 'zod';
import type { KindShape, ReadonlyOutput, View } from '../../kind/index.js';
import type { benefitCaseFacts, benefitHostFacts } from './benefitFacts.js';
import type { benefitCommands, benefitData, benefitSettings } from './benefitSchemas.js';

type Fields<Shape extends z.ZodRawShape> = ReadonlyOutput<z.ZodObject<Shape>>;

/** What cases of both kinds know. */
export type BenefitData = Fields<typeof benefitData>;
/** What definitions of both kinds set. */
export type BenefitSettings = Fields<typeof benefitSettings>;
/** What guards of both kinds may ask. */
export type BenefitCaseFacts = Fields<typeof benefitCaseFacts>;

/** A command of both kinds, or one that this family knows nothing about. */
type BenefitCommand =
  | {
      readonly [Name in keyof typeof benefitCommands]: {
        readonly type: Name;
        readonly params: ReadonlyOutput<(typeof benefitCommands)[Name]>;
      };
    }[keyof typeof benefitCommands]
  | {
      readonly type:
        | 'request'
        | 'give_back'
        | 'deduct'
        | 'effect_succeeded'
        | 'effect_failed'
        | 'retry_effect';
      readonly params: object;
    };

/** What code of both kinds sees: the part that the views of both share. */
export interface BenefitView
  extends Pick<View<KindShape>, 'state' | 'usage' | 'effects' | 'effect' | 'approver' | 'role'> {
  readonly data: BenefitData;
  readonly settings: BenefitSettings;
  readonly facts: Fields<typeof benefitHostFacts>;
  readonly command: BenefitCommand;
}
