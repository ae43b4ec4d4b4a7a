import { codeSchema, textOfFormat } from '@aftercare/core';
import * as z from 'zod';

/**
 * Schema of {@link ParameterType}: `text` as it stands; an `integer`; `money` in integer minor units, of the currency that
 * the renderer is told; a `day`; the code of a `coupon`; a `link`, http or https. Whatever brings a coupon or a link is
 * marketing.
 */
export const parameterTypeSchema = z.enum(['text', 'integer', 'money', 'day', 'coupon', 'link']);

/** What the value of a template's parameter is, which decides how a text shows it. */
export type ParameterType = z.infer<typeof parameterTypeSchema>;

/** Schema of {@link MessageParameter}. */
export const messageParameterSchema = z.strictObject({
  type: parameterTypeSchema,
  optional: z
    .boolean()
    .exactOptional()
    .meta({ description: 'Whether a message can be written without it. Default: false.' }),
});

/** A parameter that a template declares. */
export interface MessageParameter extends Readonly<z.infer<typeof messageParameterSchema>> {}

/** Schema of the name of a parameter: letters and digits, such as `customerName`, which is how ICU MessageFormat has it. */
export const parameterNameSchema = textOfFormat('camelCase', /^[a-z][A-Za-z0-9]*$/)
  .max(64)
  .meta({ description: 'The name of a parameter in camelCase.' });

const messageText = z.string().min(1).max(2000);

/** Schema of {@link MessageTexts}. */
export const messageTextsSchema = z.strictObject({
  text: messageText.meta({ description: 'The message, in ICU MessageFormat.' }),
  subject: messageText.exactOptional().meta({
    description: 'Its title, for channels that show one, in ICU MessageFormat. Absent: no title.',
  }),
  sms: messageText.exactOptional().meta({
    description: 'A short form for text messages, in ICU MessageFormat. Absent: the text itself.',
  }),
});

/** One wording in one language. */
export interface MessageTexts extends Readonly<z.infer<typeof messageTextsSchema>> {}

/** Schema of {@link MessageWording}. */
export const messageWordingSchema = z.strictObject({ en: messageTextsSchema, 'zh-CN': messageTextsSchema });

/** One wording in both languages. */
export interface MessageWording extends Readonly<z.infer<typeof messageWordingSchema>> {}

/** Schema of {@link MessageTemplate}. */
export const messageTemplateSchema = z.strictObject({
  code: codeSchema.meta({ description: 'The name by which care rules ask for it.' }),
  parameters: z.record(parameterNameSchema, messageParameterSchema).meta({
    description: 'By name: what the texts are completed with.',
  }),
  rotate: z.literal('monthly').exactOptional().meta({
    description:
      'When another wording takes its turn: with each calendar month. Needed if there are several.',
  }),
  wordings: z.tuple([messageWordingSchema], messageWordingSchema),
});

/** A message as data: what it is completed with, and its texts in English and Chinese in one or several wordings. */
export interface MessageTemplate extends Readonly<z.infer<typeof messageTemplateSchema>> {}
