import { codeSchema, customIssue, showValue } from '@aftercare/core';
import * as z from 'zod';

const fixedSchema = z.record(z.string(), z.unknown());

/** Schema of {@link EffectUse}. */
export const effectUseSchema = z
  .preprocess(refuseOtherForms, z.union([codeSchema, z.record(codeSchema, fixedSchema)]))
  .meta({
    description:
      'An effect of the kind, or a set of them; where parameters are fixed, an object with the name as its one key. Fixed parameters stand above those that the kind computes.',
  });

/**
 * An effect in a definition: the name of an effect of the kind, or of a set of them. Where the definition fixes parameters,
 * it is an object whose one key is the name, with the parameters, at least one, as its value. They stand above those that
 * the kind computes, and count for each member of a set. Each use has only one form; another is an issue `effect_form`,
 * which says what to write instead.
 *
 * @example
 * ```ts
 * import { returnDefinition } from '@aftercare/policies';
 *
 * const effectsOf = (step: string) => returnDefinition.transitions.find(({ name }) => name === step)?.effects;
 * effectsOf('settle'); // => ['request_payment', 'payout']
 * effectsOf('approve'); // => ['logistics', { notify_customer: { template: 'return_approved' } }]
 * ```
 */
export type EffectUse = Readonly<z.infer<typeof effectUseSchema>>;

/** The name of an effect, or of a set, in a definition, and the parameters that are fixed there. */
export function readEffect(
  use: EffectUse,
): readonly [name: string, fixed: Readonly<Record<string, unknown>>] {
  if (typeof use === 'string') return [use, {}];
  const [only] = Object.entries(use);
  if (only === undefined) throw new RangeError('An effect in a definition has no name.');
  return only;
}

/** What else an effect may have been written as, by habit or by mistake; zod would only tell that it fits no form. */
function refuseOtherForms(value: unknown, context: z.RefinementCtx): unknown {
  const uses = usesMeant(value);
  if (uses === undefined) return value;
  const details = uses.length === 0 ? {} : { instead: uses.map(writtenOut).join(', ') };
  context.issues.push({ code: 'custom', input: value, params: customIssue('effect_form', details) });
  return value;
}

/** Name and parameters of each effect that another form means; nothing where the form is right, or not recognised. */
function usesMeant(value: unknown): (readonly [name: string, fixed: object])[] | undefined {
  if (!isRecord(value)) return undefined;
  const { effect, params = {}, ...rest } = value;
  if (typeof effect === 'string' && isRecord(params) && Object.keys(rest).length === 0)
    return [[effect, params]];
  const uses = Object.entries(value).flatMap(([name, fixed]) =>
    isRecord(fixed) ? [[name, fixed] as const] : [],
  );
  if (uses.length < Object.keys(value).length) return undefined;
  const [first, ...more] = uses;
  const isRight = first !== undefined && more.length === 0 && Object.keys(first[1]).length > 0;
  return isRight ? undefined : uses;
}

function writtenOut([name, fixed]: readonly [string, object]): string {
  const params = Object.entries(fixed).map(([key, value]) => `${JSON.stringify(key)}: ${showValue(value)}`);
  const written = JSON.stringify(name);
  return params.length === 0 ? written : `{ ${written}: { ${params.join(', ')} } }`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
