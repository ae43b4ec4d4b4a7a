import { textOfUuid, UUID_WORDS, writeUuid } from './uuid.js';

/** Fills the last word of a text up; a byte that UTF-8 never has. */
const FILLING = 0xff;

/**
 * A text as whole words of 4 bytes, ready to be hashed, compared and stored. It is either
 *
 * - a UUID as its 128 bits (`isUuid`), or
 * - UTF-8, the first byte in the lowest bits of the first word, filled up with bytes 0xff. No byte of UTF-8 is 0xff, so two
 *   texts are equal when their words are. Half a surrogate pair, which UTF-8 cannot write, is written as if it were a
 *   letter, so that every JavaScript string comes back as it went in.
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

  /** Makes this the words of a text. */
  write(text: string): void {
    this.isUuid = writeUuid(text, this.words);
    this.length = this.isUuid ? UUID_WORDS : this.#writeLetters(text);
    this.hash = hashWords(this.words, 0, this.length);
  }

  /** Leaves nothing of the last text. */
  clear(): void {
    this.words.fill(0);
    this.length = 0;
    this.isUuid = false;
  }

  /** Makes this a copy of a text that stands elsewhere. */
  copy(words: Int32Array, from: number, to: number, isUuid: boolean): void {
    this.#makeRoomFor(to - from);
    for (let index = from; index < to; index++) this.words[index - from] = words[index] ?? 0;
    this.isUuid = isUuid;
    this.length = to - from;
    this.hash = hashWords(words, from, to);
  }

  /** Whether these are the words that stand in `words` from `from` up to, but not with, `to`. */
  standsIn(words: Int32Array, from: number, to: number): boolean {
    const { length, words: own } = this;
    if (to - from !== length) return false;
    for (let index = 0; index < length; index++) {
      if (own[index] !== words[from + index]) return false;
    }
    return true;
  }

  /** Writes a text of letters that mostly take one byte each; returns how many words it takes. */
  #writeLetters(text: string): number {
    const letters = text.length;
    this.#makeRoomFor((letters + 3) >> 2);
    const { words } = this;
    let length = 0;
    let allBits = 0;
    for (let index = 0; index + 4 <= letters; index += 4) {
      const first = text.charCodeAt(index);
      const second = text.charCodeAt(index + 1);
      const third = text.charCodeAt(index + 2);
      const fourth = text.charCodeAt(index + 3);
      allBits |= first | second | third | fourth;
      words[length++] = first | (second << 8) | (third << 16) | (fourth << 24);
    }
    if ((letters & 3) !== 0) {
      let word = 0;
      for (let shift = 0; shift < 32; shift += 8) {
        const index = length * 4 + (shift >> 3);
        const code = index < letters ? text.charCodeAt(index) : FILLING;
        if (index < letters) allBits |= code;
        word |= code << shift;
      }
      words[length++] = word;
    }
    return allBits < 0x80 ? length : this.#writeBytes(utf8Of(text));
  }

  #writeBytes(bytes: readonly number[]): number {
    const length = (bytes.length + 3) >> 2;
    this.#makeRoomFor(length);
    this.words.fill(0, 0, length);
    for (let index = 0; index < length * 4; index++) {
      const word = this.words[index >> 2] ?? 0;
      this.words[index >> 2] = word | ((bytes[index] ?? FILLING) << ((index & 3) * 8));
    }
    return length;
  }

  #makeRoomFor(length: number): void {
    if (this.words.length < length) this.words = new Int32Array(length);
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
  const byteAt = (index: number) => ((words[from + (index >> 2)] ?? 0) >>> ((index & 3) * 8)) & 0xff;
  let text = '';
  for (let index = 0; index < (to - from) * 4; ) {
    const first = byteAt(index++);
    if (first === FILLING) break;
    const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let codePoint = more === 0 ? first : first & (0x3f >> more);
    for (let rest = 0; rest < more; rest++) codePoint = (codePoint << 6) | (byteAt(index++) & 0x3f);
    text += String.fromCodePoint(codePoint);
  }
  return text;
}

function utf8Of(text: string): number[] {
  const bytes: number[] = [];
  for (const letter of text) {
    const codePoint = letter.codePointAt(0) ?? 0;
    if (codePoint < 0x80) bytes.push(codePoint);
    else if (codePoint < 0x800) bytes.push(0xc0 | (codePoint >> 6), tail(codePoint));
    else if (codePoint < 0x1_0000)
      bytes.push(0xe0 | (codePoint >> 12), tail(codePoint >> 6), tail(codePoint));
    else {
      const [second, third] = [tail(codePoint >> 12), tail(codePoint >> 6)];
      bytes.push(0xf0 | (codePoint >> 18), second, third, tail(codePoint));
    }
  }
  return bytes;
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
