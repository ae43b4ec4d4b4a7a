import { codeSchema, textOfFormat } from '@aftercare/core';
import * as z from 'zod';
import { customLifecycleIssue } from '../issues/index.js';

// A misspelt {shopname} would be sent to customers as it stands.
const signatureText = textOfFormat('signature_text', /^(?:[^{}]|\{shopName\})+$/).max(200);
const optOutText = textOfFormat('text_without_braces', /^[^{}]+$/).max(200);

/**
 * Schema of {@link SmsCounting}: `characters` for 70 a message and 67 a segment of a longer one, whatever the letters, as
 * Chinese gateways count; `gsm_7` for 160 and 153 where every letter is in the 7-bit alphabet of GSM, and 70 and 67 elsewhere.
 */
export const smsCountingSchema = z.enum(['characters', 'gsm_7']);

/** How a gateway counts the letters of a text message. */
export type SmsCounting = z.infer<typeof smsCountingSchema>;

/** Schema of {@link ChannelDefinition}. */
export const channelSchema = z
  .strictObject({
    code: codeSchema,
    reaches: z.enum(['customer', 'staff']).meta({
      description: "Who reads it: the customer, or the shop's own staff, of whom nobody asks consent.",
    }),
    maxPerDay: z.int().min(0).exactOptional().meta({
      description: 'Messages of the channel to one reader on one shop day at most. Absent: no limit.',
    }),
    maxPerMonth: z.int().min(0).exactOptional().meta({
      description:
        'Messages of the channel to one reader in one calendar month of the shop at most. Absent: no limit.',
    }),
    maxCharacters: z.int().min(1).exactOptional().meta({
      description: 'Longest message in characters (UTF-16 code units), signature and opt-out text included.',
    }),
    sms: z.strictObject({ counting: smsCountingSchema }).exactOptional().meta({
      description:
        'For channels of text messages: the short form of a text is sent, and its segments are counted.',
    }),
    signature: z
      .strictObject({ place: z.enum(['before', 'after']), en: signatureText, 'zh-CN': signatureText })
      .exactOptional()
      .meta({
        description:
          'Who writes, put before or after the text with its spaces as they are. {shopName} in it is the name of the shop.',
      }),
    optOut: z.strictObject({ en: optOutText, 'zh-CN': optOutText }).exactOptional().meta({
      description:
        'How to stop marketing: put at the end of every marketing message to customers, spaces as they are.',
    }),
  })
  .check((context) => {
    const { code, reaches, optOut } = context.value;
    if (reaches === 'staff' || optOut !== undefined) return;
    context.issues.push({
      code: 'custom',
      input: context.value,
      path: ['optOut'],
      params: customLifecycleIssue('opt_out_missing', { channel: code }),
    });
  });

/** A way to reach somebody, as data. */
export interface ChannelDefinition extends Readonly<z.infer<typeof channelSchema>> {}
