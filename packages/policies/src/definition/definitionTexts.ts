import { codeSchema } from '@aftercare/core';
import * as z from 'zod';
import { textsSchema } from '../texts/index.js';

const textsByName = z.record(z.string(), textsSchema).exactOptional();

const deadlineTextsSchema = textsSchema.refine(
  (texts) => !Object.values(texts).some((text) => /\{(?!after\})/.test(text)),
  'Only {after} stands for something here.',
);

/** Schema of {@link DefinitionTexts}. */
export const definitionTextsSchema = z.strictObject({
  title: textsSchema,
  description: textsSchema.exactOptional(),
  states: textsByName.meta({ description: 'What a state is called.' }),
  guards: textsByName.meta({ description: 'What is said when a guard does not hold.' }),
  opening: textsSchema.exactOptional().meta({ description: 'Why a case is opened.' }),
  transitions: textsByName.meta({ description: 'Why a step is taken.' }),
  deadlines: z
    .record(z.string(), deadlineTextsSchema)
    .exactOptional()
    .meta({ description: 'Why there is a deadline; its duration stands in the place of {after}.' }),
  invariants: textsByName.meta({ description: 'What an invariant is for.' }),
  counters: textsByName.meta({ description: 'What a counter is called.' }),
  titles: z
    .record(codeSchema, textsSchema)
    .exactOptional()
    .meta({ description: 'What commands, events, effects, guards, reasons and evidence are called.' }),
});

/** All that a definition says to people, by the names of what it is said about. It decides nothing. */
export interface DefinitionTexts extends Readonly<z.infer<typeof definitionTextsSchema>> {}
