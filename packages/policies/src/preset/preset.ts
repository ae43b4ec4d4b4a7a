import { closest, codeSchema, daySchema, type IssuePath, parseWith, resultOf } from '@aftercare/core';
import * as z from 'zod';
import {
  basisSchema,
  type DefinitionTexts,
  definitionSchema,
  definitionTextsSchema,
  durationSchema,
  effectUseSchema,
  elapsedDurationSchema,
  type PolicyDefinition,
} from '../definition/index.js';
import { issueAt, type PolicyIssue, type PolicyResult, policyIssues } from '../issues/index.js';
import { textsSchema } from '../texts/index.js';

/** Schema of {@link PolicyPreset}. */
export const policyPresetSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  format: z.literal(1),
  preset: codeSchema,
  policy: codeSchema.meta({ description: 'The name of the policy that it is for.' }),
  title: textsSchema,
  asOf: daySchema.meta({ description: 'The day on which its figures were last checked as a whole.' }),
  settings: z.record(z.string(), z.unknown()).exactOptional().meta({
    description:
      'Settings that take the place of those of the definition, key by key; lists and figures as a whole.',
  }),
  deadlines: z
    .record(
      codeSchema,
      z.strictObject({
        after: durationSchema.exactOptional(),
        reminders: z
          .array(z.strictObject({ before: elapsedDurationSchema, effects: z.array(effectUseSchema).min(1) }))
          .exactOptional(),
        basis: basisSchema.exactOptional(),
      }),
    )
    .exactOptional()
    .meta({ description: 'By name: what of a deadline is different.' }),
  evidence: z.record(codeSchema, z.array(codeSchema)).exactOptional().meta({ description: 'By reason.' }),
  approvalsValidFor: durationSchema.exactOptional(),
  texts: definitionTextsSchema
    .extend({ title: textsSchema.exactOptional() })
    .exactOptional()
    .meta({ description: 'Texts that take the place of those of the definition, by name.' }),
});

/**
 * What is different in one market: settings, deadlines and evidence, each figure dated and sourced. A preset is a start and
 * no legal advice; a shop overrides any of it.
 */
export interface PolicyPreset extends Readonly<z.infer<typeof policyPresetSchema>> {}

/**
 * A definition with a preset applied. The result is a definition as any other, to be loaded or changed further.
 *
 * @param base - the definition, as JSON: a shipped one or one's own
 * @param document - the preset, as JSON
 * @returns the definition, or the issues of the preset: among them a policy or a deadline that it does not fit; those of a
 * `base` that is no definition have paths that begin with `definition`
 *
 * @example
 * ```ts
 * import { unwrap } from '@aftercare/core';
 * import { applyPreset, compensationChinaPreset, compensationDefinition } from '@aftercare/policies';
 *
 * const definition = unwrap(applyPreset(compensationDefinition, compensationChinaPreset));
 * definition.deadlines?.find(({ name }) => name === 'objection')?.after; // => { days: 15, calendar: 'shop' }
 * ```
 */
export function applyPreset(base: unknown, document: unknown): PolicyResult<PolicyDefinition> {
  const parsedBase = parseWith(policyIssues, definitionSchema, base);
  if (!parsedBase.ok) {
    const [first, ...more] = parsedBase.issues;
    return { ok: false, issues: [inDefinition(first), ...more.map(inDefinition)] };
  }
  // Guards and settings are still unknown; `loadPolicy` makes them what the type says.
  const definition = parsedBase.value as PolicyDefinition;
  const parsed = parseWith(policyIssues, policyPresetSchema, document);
  if (!parsed.ok) return parsed;
  const preset: PolicyPreset = parsed.value;
  const issues: PolicyIssue[] = [];
  if (preset.policy !== definition.name) {
    const details = { received: preset.policy, expected: definition.name };
    issues.push(policyIssues.create('other_policy', ['policy'], details));
  }
  const deadlines = definition.deadlines ?? [];
  const names = deadlines.map(({ name }) => name);
  for (const [part, path] of [
    [preset.deadlines, ['deadlines']],
    [preset.texts?.deadlines, ['texts', 'deadlines']],
  ] as const) {
    const unknown = Object.keys(part ?? {}).filter((name) => !names.includes(name));
    issues.push(...unknown.map((name) => unknownDeadline(name, names, [...path, name])));
  }
  const changed: PolicyDefinition = {
    ...definition,
    settings: merge(definition.settings, preset.settings ?? {}),
    ...(definition.deadlines === undefined
      ? {}
      : { deadlines: deadlines.map((deadline) => ({ ...deadline, ...preset.deadlines?.[deadline.name] })) }),
    ...(preset.evidence === undefined ? {} : { evidence: { ...definition.evidence, ...preset.evidence } }),
    ...(preset.approvalsValidFor === undefined ? {} : { approvalsValidFor: preset.approvalsValidFor }),
    texts: mergeTexts(definition.texts, preset.texts ?? {}),
  };
  return resultOf(changed, issues);
}

function inDefinition(issue: PolicyIssue): PolicyIssue {
  return issueAt(['definition'], issue);
}

function unknownDeadline(name: string, known: readonly string[], path: IssuePath): PolicyIssue {
  const suggestion = closest(name, known);
  const details = { what: 'deadline' as const, name };
  return policyIssues.create(
    'unknown_name',
    path,
    suggestion === undefined ? details : { ...details, suggestion },
  );
}

/** Plain objects are merged key by key; everything else, and a dated figure, is taken as a whole. */
function merge(base: unknown, change: unknown): unknown {
  if (!isRecord(base) || !isRecord(change) || isFigure(change)) return change;
  const merged = Object.entries(change).map(([key, value]) => [
    key,
    Object.hasOwn(base, key) ? merge(base[key], value) : value,
  ]);
  return { ...base, ...Object.fromEntries(merged) };
}

/** A text is taken as a whole: a sentence that is changed in one language must not keep an old one in the other. */
function mergeTexts(
  { title, description, opening, ...byName }: DefinitionTexts,
  change: Partial<DefinitionTexts>,
): DefinitionTexts {
  const parts = Object.entries(byName).map(([part, texts]) => {
    const changed = change[part as keyof typeof byName];
    return [part, { ...texts, ...changed }] as const;
  });
  return {
    title,
    ...(description === undefined ? {} : { description }),
    ...(opening === undefined ? {} : { opening }),
    ...change,
    ...Object.fromEntries(parts),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFigure(value: object): boolean {
  return 'value' in value && 'asOf' in value;
}
