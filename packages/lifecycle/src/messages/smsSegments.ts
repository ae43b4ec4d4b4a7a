import type { SmsCounting } from '../channels/index.js';
import { gsm7Length } from './gsm7.js';

/** The length of a text message. */
export interface SmsLength {
  /** In UTF-16 code units; of a text in GSM's alphabet in its letters, of which some take two. */
  readonly characters: number;
  /** Parts in which it travels and is paid for. None for an empty text. */
  readonly segments: number;
  /** What a single message and each part of a longer one can hold depends on it. */
  readonly alphabet: 'gsm_7' | 'ucs_2';
}

/** Longest single message, and the length of each part of a longer one, which also carries how to put it together. */
const CAPACITY = {
  ucs_2: { single: 70, part: 67 },
  gsm_7: { single: 160, part: 153 },
} as const;

/**
 * How long a text message is and in how many segments it travels: one up to 70 characters, and of a longer one 67 a
 * segment. With `gsm_7`, a text of which every letter is in GSM's 7-bit alphabet has 160 and 153 instead. A character that
 * takes two places is never torn apart.
 *
 * @param counting - how the gateway counts; default `characters`, as Chinese gateways do, whatever the letters
 *
 * @example
 * ```ts
 * import { smsSegments } from '@aftercare/lifecycle/messages';
 *
 * smsSegments('好'.repeat(70)); // => { characters: 70, segments: 1, alphabet: 'ucs_2' }
 * smsSegments('好'.repeat(71)).segments; // => 2
 * smsSegments('x'.repeat(160)).segments; // => 3
 * smsSegments('x'.repeat(160), 'gsm_7'); // => { characters: 160, segments: 1, alphabet: 'gsm_7' }
 * ```
 */
export function smsSegments(text: string, counting: SmsCounting = 'characters'): SmsLength {
  const characters = [...text];
  const gsm7 = counting === 'gsm_7' ? characters.map(gsm7Length) : [undefined];
  // An empty text is all in the alphabet, and has no letter that says otherwise.
  const inGsm7 = gsm7.every((length) => length !== undefined);
  const alphabet = inGsm7 ? 'gsm_7' : 'ucs_2';
  const lengths = inGsm7
    ? gsm7.filter((length) => length !== undefined)
    : characters.map(({ length }) => length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const { single, part } = CAPACITY[alphabet];
  const segments = total <= single ? Math.min(total, 1) : parts(lengths, part);
  return { characters: total, segments, alphabet };
}

function parts(lengths: readonly number[], capacity: number): number {
  let count = 1;
  let filled = 0;
  for (const length of lengths) {
    if (filled + length > capacity) {
      count++;
      filled = 0;
    }
    filled += length;
  }
  return count;
}
