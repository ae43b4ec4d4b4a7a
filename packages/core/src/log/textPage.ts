import { capacityFor, withRoomFor } from './growingColumn.js';
import type { IdText } from './idText.js';

/** Set in where a text ends, if its words are those of a UUID. */
const UUID_BIT = 0x8000_0000;
/** A word of four bytes 0xff, which is in no text. */
const FORGOTTEN = -1;

/** Texts one after the other, as words of 4 bytes. The first stands at place 0, the next at place 1. */
export class TextPage {
  words: Int32Array;
  #ends = new Uint32Array(8);
  #end = 0;

  /** @param expectedWords - how many words its texts may need in all; it grows when they need more */
  constructor(expectedWords: number) {
    this.words = new Int32Array(expectedWords);
  }

  /** Adds a text behind the others, at the next place. */
  add(place: number, { words, length, isUuid }: IdText): void {
    const start = this.#end;
    this.#end += length;
    if (this.#end > this.words.length) {
      const longer = new Int32Array(capacityFor(this.#end));
      longer.set(this.words);
      this.words = longer;
    }
    for (let index = 0; index < length; index++) this.words[start + index] = words[index] ?? 0;
    this.#ends = withRoomFor(this.#ends, place);
    this.#ends[place] = isUuid ? this.#end + UUID_BIT : this.#end;
  }

  /** Where in `words` a text begins. */
  startOf(place: number): number {
    return place === 0 ? 0 : this.endOf(place - 1);
  }

  /** Where in `words` a text ends, excluded. */
  endOf(place: number): number {
    return (this.#ends[place] ?? 0) & ~UUID_BIT;
  }

  /** Whether the words of a text are those of a UUID. */
  isUuid(place: number): boolean {
    return (this.#ends[place] ?? 0) >= UUID_BIT;
  }

  /** Overwrites a text where it stands. */
  forget(place: number): void {
    this.words.fill(FORGOTTEN, this.startOf(place), this.endOf(place));
    this.#ends[place] = this.endOf(place);
  }

  /** Gives back the room behind the last text. */
  trim(): void {
    if (this.#end < this.words.length) this.words = this.words.slice(0, this.#end);
  }
}
