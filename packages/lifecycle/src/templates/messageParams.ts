import { daySchema, textOfFormat } from '@aftercare/core';
import * as z from 'zod';
import type { ParameterType } from './messageTemplate.js';
import type { TemplateSignature } from './messageTemplates.js';

/** A text of which something is to be seen: a blank would be a hole in the message. */
const visibleText = textOfFormat('text_without_outer_space', /^\S(?:[\s\S]*\S)?$/).max(500);

/** What a value of each type looks like. */
const VALUES: Readonly<Record<ParameterType, z.ZodType<string | number>>> = {
  text: visibleText,
  integer: z.int(),
  money: z.int(),
  day: daySchema,
  coupon: visibleText,
  link: textOfFormat('https_link', /^https?:\/\/\S+$/).max(500),
};

/** The values that a message is completed with, by the name of the parameter. Money is in integer minor units. */
export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * The zod schema of the values that a template takes: every parameter that it declares and no other, absent only where it
 * is optional.
 *
 * @example
 * ```ts
 * import { messageParamsSchema } from '@aftercare/lifecycle';
 *
 * const schema = messageParamsSchema({
 *   code: 'coupon',
 *   parameters: { customerName: { type: 'text', optional: true }, couponDays: { type: 'integer' } },
 * });
 * schema.safeParse({ couponDays: 7 }).success; // => true
 * schema.safeParse({ customerName: 'Li Wei' }).success; // => false
 * ```
 */
export function messageParamsSchema({ parameters }: TemplateSignature): z.ZodType<MessageParams> {
  const shape = Object.entries(parameters).map(([name, { type, optional = false }]) => {
    const value = VALUES[type];
    return [name, optional ? z.exactOptional(value) : value] as const;
  });
  return z.strictObject(Object.fromEntries(shape));
}
