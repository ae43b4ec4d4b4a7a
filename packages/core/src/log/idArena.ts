import { capacityFor, withRoomFor } from './growingColumn.js';
import { hashWords, IdText, textOfWords } from './idText.js';

/** Words in a page: 256 kB. */
const PAGE_BITS = 16;
const PAGE_WORDS = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_WORDS - 1;
/** The longest text, in UTF-16 units: whatever its letters are, it fits into a page. */
const LONGEST = 65_000;
/** Set in where a text begins, if it is a UUID. The bits below leave room for 8 GB of texts. */
const UUID_BIT = 0x8000_0000;
const MOST_PAGES = UUID_BIT / PAGE_WORDS;
/** A word of four bytes 0xff, which is in no text. */
const FORGOTTEN = -1;
const NO_WORDS = new Int32Array(0);

/**
 * Numbers for identifiers: the first text interned gets 0, the next new one 1. A `Map` of strings does the same, but takes
 * some 150 bytes an entry, breaks at 17 million entries, and gives the garbage collector millions of objects to visit. Here
 * an id of 36 letters takes 36 bytes (16 if it is a UUID), 4 for where it stands and 5 to 11 in the hash table. It is
 * cleverer than the rest of the log, so the cleverness stays here, and its test compares it with a `Map`:
 *
 * - Texts stand one after the other in pages, and none crosses into the next page: a full page is never copied.
 * - The table has a power of two of slots, at most three quarters of them used, and is searched from slot `hash` on. A slot
 *   holds the text's number plus one in its low bits and, in the bits left over, the high bits of its hash: a search looks
 *   at a text itself only where these agree. To grow the table, all texts are hashed again in the order they stand in.
 */
export class IdArena {
  #count = 0;
  /** Where each text begins: its page in the high bits, its place there in the low ones, and the UUID bit. */
  #starts = new Uint32Array(16);
  /** The first page begins small and doubles, so that a small log stays small. */
  #pages = [new Int32Array(64)];
  /** How many words of each page are used. */
  #pageEnds = [0];
  /** Where the next text begins. */
  #end = 0;
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
    this.#key.copy(
      other.#pageOf(number),
      other.#placeOf(number),
      other.#endOf(number),
      other.#isUuid(number),
    );
    return this.#internKey();
  }

  /** A number without a text, as if its text were forgotten. */
  skip(): number {
    this.#makeRoomInTable();
    this.#add(false);
    return this.#count - 1;
  }

  /** The number of a text, or -1. */
  find(text: string): number {
    if (text === '' || text.length > LONGEST) return -1;
    this.#key.write(text);
    return this.#numberIn(this.#slots[this.#searchKey()] ?? 0);
  }

  /** The text of a number from 0 to `count - 1`; empty when it was forgotten. */
  textOf(number: number): string {
    return textOfWords(
      this.#pageOf(number),
      this.#placeOf(number),
      this.#endOf(number),
      this.#isUuid(number),
    );
  }

  /** Overwrites a text where it stands. Its number stays used; the same text, interned again, gets a new one. */
  forget(number: number): void {
    this.#pageOf(number).fill(FORGOTTEN, this.#placeOf(number), this.#endOf(number));
    this.#starts[number] = this.#addressOf(number);
    this.#key.clear();
  }

  #internKey(): number {
    this.#makeRoomInTable();
    const at = this.#searchKey();
    const slot = this.#slots[at] ?? 0;
    if (slot !== 0) return this.#numberIn(slot);
    const number = this.#count;
    this.#slots[at] = this.#slotOf(this.#key.hash, number);
    this.#store();
    return number;
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
      const start = this.#starts[number] ?? 0;
      if (isUuid !== start >= UUID_BIT) continue;
      const page = this.#pages[(start & ~UUID_BIT) >>> PAGE_BITS] ?? NO_WORDS;
      if (key.standsIn(page, start & PAGE_MASK, this.#endOf(number))) return at;
    }
  }

  #slotOf(hash: number, number: number): number {
    return (hash & -this.#slots.length) | (number + 1);
  }

  #numberIn(slot: number): number {
    return (slot & (this.#slots.length - 1)) - 1;
  }

  /** Makes the table twice as long when one more text would fill three quarters of it. */
  #makeRoomInTable(): void {
    if ((this.#count + 1) * 4 <= this.#slots.length * 3) return;
    const slots = new Int32Array(this.#slots.length * 2);
    this.#slots = slots;
    for (let number = 0; number < this.#count; number++) {
      const hash = hashWords(this.#pageOf(number), this.#placeOf(number), this.#endOf(number));
      let at = hash & (slots.length - 1);
      while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
      slots[at] = this.#slotOf(hash, number);
    }
  }

  /** Writes the key after the last text. */
  #store(): void {
    const { words, length, isUuid } = this.#key;
    const page = this.#pageWithRoomFor(length);
    const place = this.#end & PAGE_MASK;
    for (let index = 0; index < length; index++) page[place + index] = words[index] ?? 0;
    this.#add(isUuid);
    this.#end += length;
    this.#pageEnds[this.#pages.length - 1] = place + length;
  }

  /** Gives the next number to what stands at the end. */
  #add(isUuid: boolean): void {
    this.#starts = withRoomFor(this.#starts, this.#count);
    this.#starts[this.#count++] = isUuid ? this.#end + UUID_BIT : this.#end;
  }

  #pageWithRoomFor(length: number): Int32Array {
    const last = this.#pages.length - 1;
    const page = this.#pages[last] ?? NO_WORDS;
    const needed = this.#end - last * PAGE_WORDS + length;
    if (needed <= page.length) return page;
    if (needed <= PAGE_WORDS) {
      const longer = new Int32Array(capacityFor(needed - 1));
      longer.set(page);
      this.#pages[last] = longer;
      return longer;
    }
    if (last + 1 === MOST_PAGES) throw new RangeError('An order log holds at most 8 GB of identifiers.');
    const next = new Int32Array(PAGE_WORDS);
    this.#pages.push(next);
    this.#end = (last + 1) * PAGE_WORDS;
    return next;
  }

  #addressOf(number: number): number {
    return (this.#starts[number] ?? 0) & ~UUID_BIT;
  }

  #isUuid(number: number): boolean {
    return (this.#starts[number] ?? 0) >= UUID_BIT;
  }

  #pageOf(number: number): Int32Array {
    return this.#pages[this.#addressOf(number) >>> PAGE_BITS] ?? NO_WORDS;
  }

  #placeOf(number: number): number {
    return this.#addressOf(number) & PAGE_MASK;
  }

  /** The place in its page up to which a text reaches. */
  #endOf(number: number): number {
    const page = this.#addressOf(number) >>> PAGE_BITS;
    const next = number + 1 < this.#count ? this.#addressOf(number + 1) : this.#end;
    return next >>> PAGE_BITS === page ? next & PAGE_MASK : (this.#pageEnds[page] ?? 0);
  }
}
