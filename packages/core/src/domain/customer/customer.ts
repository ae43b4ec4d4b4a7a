import * as z from 'zod';
import { parseWith, textOfFormat } from '../../foundation/index.js';
import { type CoreResult, coreIssues } from '../../issues/index.js';
import { instantSchema, timeZoneSchema } from '../../time/index.js';
import { birthdaySchema } from '../birthday/birthday.js';
import { codeSchema, identifierSchema } from '../identifier/identifier.js';

/**
 * Why a message is sent: `service` belongs to an order or a right of the customer; `marketing` wants to sell, whatever it
 * is called.
 */
export const purposeSchema = z.enum(['service', 'marketing']);

/** Why a message is sent. */
export type Purpose = z.infer<typeof purposeSchema>;

/** Schema of {@link Consent}. */
export const consentSchema = z.strictObject({
  channel: codeSchema.meta({ description: 'The channel: sms, email, wechat, app_push, or one of the shop.' }),
  purpose: purposeSchema,
  granted: z.boolean().meta({ description: 'True: the customer agreed. False: the customer objected.' }),
  at: instantSchema.exactOptional().meta({ description: 'When the customer said so.' }),
});

/** What a customer said about being written to on one channel for one purpose. The last entry for a pair counts. */
export interface Consent extends z.infer<typeof consentSchema> {}

/** Schema of {@link Customer}. */
export const customerSchema = z.strictObject({
  id: identifierSchema,
  name: z.string().min(1).max(200).exactOptional(),
  birthday: birthdaySchema.exactOptional(),
  birthdayChangedAt: instantSchema
    .exactOptional()
    .meta({ description: 'When a birthday told before was last changed to another one; absent: never.' }),
  minor: z
    .boolean()
    .exactOptional()
    .meta({ description: 'Whether the customer is under the age at which a guardian has to agree.' }),
  guardianConsent: z
    .boolean()
    .exactOptional()
    .meta({ description: "Whether a minor's guardian agreed to the use of the data. Absent: no." }),
  consents: z
    .array(consentSchema)
    .exactOptional()
    .meta({ description: 'Absent: the customer said nothing.' }),
  reachableOn: z
    .array(codeSchema)
    .exactOptional()
    .meta({ description: 'The channels for which the shop has an address. Absent: all of them.' }),
  objectsToProfiling: z
    .boolean()
    .exactOptional()
    .meta({ description: 'True: no selection by behaviour, only what reaches all alike.' }),
  tags: z.array(codeSchema).exactOptional(),
  locale: textOfFormat('language_tag', /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .exactOptional()
    .meta({ description: 'A BCP 47 language tag, such as zh-CN.' }),
  timeZone: timeZoneSchema.exactOptional().meta({ description: "The customer's zone; absent: the shop's." }),
  region: z
    .string()
    .min(1)
    .max(100)
    .exactOptional()
    .meta({ description: 'Region of delivery, as the shop names it.' }),
  registeredAt: instantSchema.exactOptional(),
});

/** A person or company that buys, or may buy, from the shop. */
export interface Customer extends z.infer<typeof customerSchema> {}

/**
 * Checks an unknown value as a {@link Customer}.
 *
 * @example
 * ```ts
 * import { parseCustomer } from '@aftercare/core';
 *
 * const result = parseCustomer({ id: 'c-1', timeZone: 'Asia/Shangai' });
 * result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path]); // => [['unknown_time_zone', ['timeZone']]]
 * ```
 */
export function parseCustomer(input: unknown): CoreResult<Customer> {
  return parseWith(coreIssues, customerSchema, input);
}
