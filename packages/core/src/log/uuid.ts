/** What a letter stands for as a lower-case hexadecimal digit, by its code; -1 for no such digit. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(code)),
);
const DASH = '-'.charCodeAt(0);

/** How many words of 4 bytes a UUID takes: 16 bytes instead of the 36 letters. */
export const UUID_WORDS = 4;

/**
 * Writes a UUID as its 128 bits. False, with `words` in whatever state, for a text that is not of the form
 * `0b5f3c1e-9a4d-4c6b-8e2f-7d1a0c9b8e6f`: lower case, or it would not come back letter by letter.
 */
export function writeUuid(text: string, words: Int32Array): boolean {
  if (text.length !== 36) return false;
  if (text.charCodeAt(8) !== DASH || text.charCodeAt(13) !== DASH) return false;
  if (text.charCodeAt(18) !== DASH || text.charCodeAt(23) !== DASH) return false;
  const first = digits(text, 0, 8);
  const second = digits(text, 9, 13) * 0x1_0000 + digits(text, 14, 18);
  const third = digits(text, 19, 23) * 0x1_0000 + digits(text, 24, 28);
  const fourth = digits(text, 28, 36);
  if (Number.isNaN(first + second + third + fourth)) return false;
  words[0] = first;
  words[1] = second;
  words[2] = third;
  words[3] = fourth;
  return true;
}

/** The text of the UUID whose words begin at `from`. */
export function textOfUuid(words: Int32Array, from: number): string {
  let hex = '';
  for (let index = from; index < from + UUID_WORDS; index++) {
    hex += ((words[index] ?? 0) >>> 0).toString(16).padStart(8, '0');
  }
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The number that hexadecimal digits stand for; NaN if one of them is none. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  let anyWrong = 0;
  for (let index = from; index < to; index++) {
    const digit = DIGITS[text.charCodeAt(index)] ?? -1;
    anyWrong |= digit;
    number = (number << 4) | digit;
  }
  return anyWrong < 0 ? Number.NaN : number >>> 0;
}
