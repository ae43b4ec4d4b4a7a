import type { Locale } from '@aftercare/core';
import type { TextWriter } from './icuText.js';
import { type MessageInput, SHOP_NAME } from './messageInput.js';

/** No-break spaces, which language data put into amounts and which GSM's 7-bit alphabet lacks. */
const NO_BREAK_SPACES = /[\u00a0\u202f]/g;

/** Writes a whole message: the text between the channel's signature and its opt-out text. */
export function compose(
  text: TextWriter,
  { channel, purpose, shopName }: MessageInput,
  locale: Locale,
): TextWriter {
  const { signature, optOut, reaches, sms } = channel;
  // By split and join, since a replacement text may contain "$&" and the like.
  const signed = signature?.[locale].split(SHOP_NAME).join(shopName?.[locale] ?? '') ?? '';
  const before = signature?.place === 'before' ? signed : '';
  const after = signature?.place === 'after' ? signed : '';
  const stop = purpose === 'marketing' && reaches === 'customer' ? (optOut?.[locale] ?? '') : '';
  return (values) => {
    const whole = before + text(values) + after + stop;
    return sms === undefined ? whole : whole.replace(NO_BREAK_SPACES, ' ');
  };
}
