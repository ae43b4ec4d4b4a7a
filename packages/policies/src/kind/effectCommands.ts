import { identifierSchema } from '@aftercare/core';
import type { FactsOf } from '@aftercare/rules';
import * as z from 'zod';

/**
 * The commands by which a host reports how an effect turned out, and by which a failed one is tried again. Every case
 * takes them, in final states too.
 */
export const effectCommandSchemas = {
  effect_succeeded: z.strictObject({
    key: identifierSchema.meta({ description: 'The key of the effect.' }),
    result: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .exactOptional()
      .meta({ description: 'What the case should keep of it, such as the number of a payment.' }),
  }),
  effect_failed: z.strictObject({
    key: identifierSchema.meta({ description: 'The key of the effect.' }),
    reason: z.string().min(1).max(500).meta({ description: 'Why, for people.' }),
  }),
  retry_effect: z.strictObject({
    key: identifierSchema.meta({ description: 'The key of an effect that failed.' }),
  }),
};

/** The name of a command about an effect. */
export type EffectCommandName = keyof typeof effectCommandSchemas;

/** A command about an effect. */
export type EffectCommand = {
  [Name in EffectCommandName]: {
    readonly type: Name;
    readonly params: FactsOf<{ readonly schema: (typeof effectCommandSchemas)[Name] }>;
  };
}[EffectCommandName];

/** Whether a command is about an effect. */
export function isEffectCommand(type: string): type is EffectCommandName {
  return type === 'effect_succeeded' || type === 'effect_failed' || type === 'retry_effect';
}
