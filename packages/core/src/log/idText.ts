import { textOfUuid, UUID_WORDS, writeUuid } from './uuid.js';

/**
 * A text as whole words of 4 bytes, ready to be hashed, compared and stored. It is either
 *
 * - a UUID as its 128 bits (`isUuid`), or
 * - UTF-8, filled up with bytes 0xff. No byte of UTF-8 is 0xff, so two texts are equal when their words are. Half a
 *   surrogate pair, which UTF-8 cannot write, is written as if it were a letter, so that every JavaScript string comes
 *   back as it went in.
 *
 * One object is used over and over, since a new array for each of ten million ids would cost more than all the rest.
 */
export class IdText {
  /** The words; those from `length` on are left over from earlier texts. */
  words = new Int32Array(64);
  /** How many words there are. */
  length = 0;
  isUuid = false;
  hash = 0;
  #bytes = new Uint8Array(this.words.buffer);

  /** Makes this the words of a text. */
  write(text: string): void {
    this.isUuid = writeUuid(text, this.words);
    this.length = this.isUuid ? UUID_WORDS : this.#writeLetters(text);
    this.hash = hashWords(this.words, 0, this.length);
  }

  /** Makes this a copy of a text that stands elsewhere. */
  copy(words: Int32Array, from: number, to: number, isUuid: boolean): void {
    if (this.words.length < to - from) this.#enlarge(to - from);
    this.words.set(words.subarray(from, to));
    this.isUuid = isUuid;
    this.length = to - from;
    this.hash = hashWords(words, from, to);
  }

  /** Whether these words stand in `words` from `from` on. */
  standsIn(words: Int32Array, from: number, to: number): boolean {
    const { length, words: own } = this;
    if (to - from !== length) return false;
    for (let index = 0; index < length; index++) {
      if (own[index] !== words[from + index]) return false;
    }
    return true;
  }

  #writeLetters(text: string): number {
    const letters = text.length;
    // A UTF-16 unit takes at most 3 bytes; and there may be 3 to fill up with.
    if (this.#bytes.length < letters * 3 + 3) this.#enlarge(letters);
    const bytes = this.#bytes;
    let end = 0;
    while (end < letters) {
      const code = text.charCodeAt(end);
      if (code >= 0x80) break;
      bytes[end++] = code;
    }
    if (end < letters) end = writeUtf8(text, end, bytes);
    while ((end & 3) !== 0) bytes[end++] = 0xff;
    return end >>> 2;
  }

  /** Makes room for a text of so many letters, or so many words. */
  #enlarge(letters: number): void {
    this.words = new Int32Array(letters + 1);
    this.#bytes = new Uint8Array(this.words.buffer);
  }
}

/** The hash of words: a signed 32-bit integer, every bit of which depends on all of them. */
export function hashWords(words: Int32Array, from: number, to: number): number {
  let hash = to - from;
  for (let index = from; index < to; index++) {
    hash = Math.imul(hash ^ (words[index] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x85ebca77);
  return hash ^ (hash >>> 13);
}

/** The text that these words are of; empty where a byte 0xff stands first. */
export function textOfWords(words: Int32Array, from: number, to: number, isUuid: boolean): string {
  if (isUuid) return textOfUuid(words, from);
  const bytes = new Uint8Array(words.buffer, from * 4, (to - from) * 4);
  let text = '';
  for (let index = 0; index < bytes.length; ) {
    const first = bytes[index++] ?? 0xff;
    if (first === 0xff) break;
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let codePoint = more === 0 ? first : first & (0x3f >> more);
    for (let rest = 0; rest < more; rest++) codePoint = (codePoint << 6) | ((bytes[index++] ?? 0) & 0x3f);
    text += String.fromCodePoint(codePoint);
  }
  return text;
}

/** Writes the letters of `text` from the index `from` on, which is also where the bytes so far end; returns the new end. */
function writeUtf8(text: string, from: number, bytes: Uint8Array): number {
  let end = from;
  const continueWith = (bits: number) => {
    bytes[end++] = 0x80 | (bits & 0x3f);
  };
  for (let index = from; index < text.length; index++) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint < 0x80) {
      bytes[end++] = codePoint;
    } else if (codePoint < 0x800) {
      bytes[end++] = 0xc0 | (codePoint >> 6);
      continueWith(codePoint);
    } else if (codePoint < 0x1_0000) {
      bytes[end++] = 0xe0 | (codePoint >> 12);
      continueWith(codePoint >> 6);
      continueWith(codePoint);
    } else {
      index++; // It took two units of the string.
      bytes[end++] = 0xf0 | (codePoint >> 18);
      continueWith(codePoint >> 12);
      continueWith(codePoint >> 6);
      continueWith(codePoint);
    }
  }
  return end;
}
