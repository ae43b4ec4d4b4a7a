import { hashWords, IdText, textOfWords } from './idText.js';
import { TextPage } from './textPage.js';

/** Texts in a page. */
const PAGE_BITS = 12;
const PAGE_TEXTS = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_TEXTS - 1;
/** The longest text, in UTF-16 units: a page of such texts stays within the bounds of a typed array. */
const LONGEST = 65_000;

/**
 * Numbers for identifiers: the first text interned gets 0, the next new one 1. A `Map` of strings does the same, but takes
 * some 150 bytes an entry, breaks at 17 million entries, and gives the garbage collector millions of objects to visit. Here
 * an id of 36 letters takes 36 bytes (16 if it is a UUID), 4 for where it ends and 5 to 11 in the hash table. It is
 * cleverer than the rest of the log, so the cleverness stays here, and its test compares it with a `Map`:
 *
 * - Texts stand in pages of 4,096, which are never copied again once they are full.
 * - The table has a power of two of slots, at most three quarters of them used, and is searched from slot `hash` on. A slot
 *   holds the text's number plus one in its low bits and, in the bits left over, the high bits of its hash: a search looks
 *   at a text itself only where these agree. To grow the table, all texts are hashed again in the order they stand in.
 */
export class IdArena {
  #count = 0;
  readonly #pages: TextPage[] = [];
  #slots = new Int32Array(32);
  readonly #key = new IdText();

  /** How many numbers were given, forgotten ones included. */
  get count(): number {
    return this.#count;
  }

  /** The number of a text of 1 to 65,000 letters; a new one if it has none yet. */
  intern(text: string): number {
    if (text === '' || text.length > LONGEST)
      throw new RangeError(`An identifier must have 1 to ${LONGEST} letters.`);
    this.#key.write(text);
    return this.#internKey();
  }

  /** {@link IdArena.intern} for a text of another arena, without making a string of it. */
  internFrom(other: IdArena, number: number): number {
    const page = other.#pageOf(number);
    const place = number & PAGE_MASK;
    this.#key.copy(page.words, page.startOf(place), page.endOf(place), page.isUuid(place));
    return this.#internKey();
  }

  /** A number without a text, as if its text were forgotten. */
  skip(): number {
    this.#makeRoomInTable();
    this.#key.clear();
    return this.#addKey();
  }

  /** The number of a text, or -1. */
  find(text: string): number {
    if (text === '' || text.length > LONGEST) return -1;
    this.#key.write(text);
    return this.#numberIn(this.#slots[this.#searchKey()] ?? 0);
  }

  /** The text of a number from 0 to `count - 1`; empty when it was forgotten. */
  textOf(number: number): string {
    const page = this.#pageOf(number);
    const place = number & PAGE_MASK;
    return textOfWords(page.words, page.startOf(place), page.endOf(place), page.isUuid(place));
  }

  /** Overwrites a text where it stands. Its number stays used; the same text, interned again, gets a new one. */
  forget(number: number): void {
    this.#pageOf(number).forget(number & PAGE_MASK);
    this.#key.clear();
  }

  #internKey(): number {
    this.#makeRoomInTable();
    const at = this.#searchKey();
    const slot = this.#slots[at] ?? 0;
    if (slot !== 0) return this.#numberIn(slot);
    this.#slots[at] = this.#slotOf(this.#key.hash, this.#count);
    return this.#addKey();
  }

  /** The place in the table of the slot that holds the key, or of the empty one where it belongs. */
  #searchKey(): number {
    const key = this.#key;
    const { hash, isUuid } = key;
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const slot = slots[at] ?? 0;
      if (slot === 0) return at;
      if (((slot ^ hash) & ~mask) !== 0) continue;
      const number = this.#numberIn(slot);
      const page = this.#pageOf(number);
      const place = number & PAGE_MASK;
      if (isUuid !== page.isUuid(place)) continue;
      if (key.standsIn(page.words, page.startOf(place), page.endOf(place))) return at;
    }
  }

  #slotOf(hash: number, number: number): number {
    return (hash & -this.#slots.length) | (number + 1);
  }

  #numberIn(slot: number): number {
    return (slot & (this.#slots.length - 1)) - 1;
  }

  /** Makes the table twice as long when one more text would fill more than three quarters of it. */
  #makeRoomInTable(): void {
    if ((this.#count + 1) * 4 <= this.#slots.length * 3) return;
    const slots = new Int32Array(this.#slots.length * 2);
    this.#slots = slots;
    for (let number = 0; number < this.#count; number++) {
      const page = this.#pageOf(number);
      const place = number & PAGE_MASK;
      const hash = hashWords(page.words, page.startOf(place), page.endOf(place));
      let at = hash & (slots.length - 1);
      while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
      slots[at] = this.#slotOf(hash, number);
    }
  }

  /** Stores the key as the text of the next number. */
  #addKey(): number {
    const number = this.#count++;
    const place = number & PAGE_MASK;
    // The texts of this page will likely take as much room as those of the last.
    if (place === 0) this.#pages.push(new TextPage(this.#pages.at(-1)?.words.length ?? 0));
    const page = this.#pageOf(number);
    page.add(place, this.#key);
    if (place === PAGE_MASK) page.trim();
    return number;
  }

  #pageOf(number: number): TextPage {
    return this.#pages[number >>> PAGE_BITS] ?? NO_TEXTS;
  }
}

const NO_TEXTS = new TextPage(0);
