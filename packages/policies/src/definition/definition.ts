import { codeSchema } from '@aftercare/core';
import type { CombinedConditionDocument, RuleExample } from '@aftercare/rules';
import * as z from 'zod';
import { definitionTextsSchema } from './definitionTexts.js';
import { durationSchema, elapsedDurationSchema } from './duration.js';
import { effectUseSchema } from './effectUse.js';
import { basisSchema } from './figure.js';

const listOfCodes = z.array(codeSchema).min(1);

const openingSchema = z.strictObject({
  on: codeSchema.meta({ description: 'The command.' }),
  by: listOfCodes.meta({ description: 'Roles, each with those above it, and parties.' }),
  when: listOfCodes.exactOptional().meta({
    description: 'Guards, or sets of them, all of which must hold. Default: none.',
  }),
  needsEvidence: z.literal(true).exactOptional(),
  calculate: listOfCodes
    .exactOptional()
    .meta({ description: 'Calculators of the kind, or sets of them, in order.' }),
  event: codeSchema,
  effects: z.array(effectUseSchema).exactOptional(),
});

const grantName = codeSchema.exactOptional();

const transitionSchema = z.strictObject({
  name: codeSchema,
  from: listOfCodes.meta({ description: 'States, or sets of them.' }),
  ...openingSchema.shape,
  of: listOfCodes.exactOptional().meta({
    description: 'For commands about effects: the effects, or sets of them.',
  }),
  to: codeSchema.exactOptional().meta({ description: 'The state after it. Default: as before.' }),
  asks: grantName.meta({
    description: 'A grant of the kind that is put before somebody with more authority.',
  }),
  grants: grantName.meta({ description: 'A grant that needs the own authority of whoever acts.' }),
  approves: grantName.meta({
    description: 'A grant that somebody else asked for; it needs the authority of whoever acts.',
  }),
  requires: grantName.meta({
    description: 'A grant that must be in force, for exactly what the case now holds.',
  }),
  commits: grantName.meta({ description: 'A grant whose money has been paid.' }),
  releases: grantName.meta({ description: 'A grant that is given up.' }),
});

const stateSchema = z.strictObject({
  final: z.literal(true).exactOptional(),
  waitsFor: codeSchema
    .exactOptional()
    .meta({ description: 'Whom the case waits for: staff, customer, carrier, system, platform.' }),
});

const deadlineSchema = z.strictObject({
  name: codeSchema,
  while: listOfCodes.meta({
    description:
      'States, or sets of them. It starts when the case enters them from outside, and ends when it leaves them.',
  }),
  after: durationSchema,
  from: codeSchema
    .exactOptional()
    .meta({ description: 'An anchor of the kind. Default: entering the states.' }),
  command: codeSchema.meta({ description: 'What the clock does when it comes due.' }),
  params: z.record(z.string(), z.unknown()).exactOptional(),
  reminders: z
    .array(z.strictObject({ before: elapsedDurationSchema, effects: z.array(effectUseSchema).min(1) }))
    .exactOptional(),
  basis: basisSchema.exactOptional().meta({
    description: 'Where the duration comes from, for people. Default: as the definition says.',
  }),
});

const invariantSchema = z.strictObject({
  name: codeSchema,
  per: z.enum(['case', 'line']),
  sum: z.array(z.string()).min(1).meta({ description: 'Counters.' }),
  is: z.enum(['equal_to', 'at_most']),
  sumOf: z.array(z.string()).min(1).meta({ description: 'Counters.' }),
});

/**
 * Schema of {@link PolicyDefinition} without what its kind checks: guards and settings. Its keys are in the order in which
 * definitions are read.
 */
export const definitionSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  format: z.literal(1),
  name: codeSchema,
  kind: codeSchema,
  basis: basisSchema
    .exactOptional()
    .meta({ description: 'What durations rest on that have no basis of their own, for people.' }),
  initial: codeSchema,
  states: z.record(codeSchema, stateSchema),
  sets: z.record(codeSchema, listOfCodes).exactOptional().meta({
    description:
      'Names for several states, guards, calculators or effects: where one is named, a set stands for all of its members.',
  }),
  opening: openingSchema,
  transitions: z.array(transitionSchema).min(1),
  deadlines: z.array(deadlineSchema).exactOptional(),
  approvalsValidFor: durationSchema.exactOptional().meta({ description: 'Default: without end.' }),
  invariants: z.array(invariantSchema).exactOptional(),
  guards: z
    .record(codeSchema, z.unknown())
    .exactOptional()
    .meta({ description: 'Conditions of transitions, by name.' }),
  settings: z.unknown(),
  evidence: z
    .record(codeSchema, z.array(codeSchema))
    .exactOptional()
    .meta({ description: 'By reason: what must be shown. A reason that is not listed needs nothing.' }),
  examples: z
    .record(
      codeSchema,
      z.array(z.strictObject({ facts: z.record(z.string(), z.unknown()), fires: z.boolean() })),
    )
    .exactOptional()
    .meta({ description: 'By guard: facts, and whether it holds with them.' }),
  texts: definitionTextsSchema,
});

/** How a case of a policy is opened. */
export interface Opening extends Readonly<z.infer<typeof openingSchema>> {}
/** One way from a state to another. Those of one state and command are tried in their order. */
export interface Transition extends Readonly<z.infer<typeof transitionSchema>> {}
/** A state of a policy. */
export interface StateDefinition extends Readonly<z.infer<typeof stateSchema>> {}
/** How long a case may stay in some states, and what happens then. */
export interface DeadlineDefinition extends Readonly<z.infer<typeof deadlineSchema>> {}
/** What counters must satisfy after every event. */
export interface Invariant extends Readonly<z.infer<typeof invariantSchema>> {}

/**
 * A policy as JSON: what staff may read and change. Its parts may come in any order; the shipped definitions have them in
 * the order of a reader. First the machine, up to the invariants: where a case can be, who takes it where, and by when. Then
 * what its words mean, which one looks up: guards, settings, evidence. Then examples, which test the guards, and last the
 * texts, which decide nothing.
 */
export interface PolicyDefinition<Settings = unknown>
  extends Readonly<Omit<z.infer<typeof definitionSchema>, 'guards' | 'settings' | 'examples'>> {
  /** Conditions of transitions, by name. */
  readonly guards?: Readonly<Record<string, CombinedConditionDocument>>;
  readonly settings: Settings;
  readonly examples?: Readonly<Record<string, readonly RuleExample[]>>;
}
