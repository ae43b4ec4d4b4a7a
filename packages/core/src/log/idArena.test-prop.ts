import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdArena } from './idArena.js';

/** Few different texts of all kinds, so that they come again, and texts that share their beginnings. */
const arbitraryText = fc.oneof(
  fc.integer({ min: 0, max: 99 }).map((number) => `c-${number}`),
  fc.string({ minLength: 1, maxLength: 9 }),
  fc.string({ minLength: 1, maxLength: 9, unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 5 })
    .map((units) => String.fromCharCode(...units)),
  fc.uuid(),
);

const arbitraryAct = fc.record({ text: arbitraryText, forget: fc.boolean() });

test('An arena numbers texts as a Map would, and forgets as a Map would', () => {
  fc.assert(
    fc.property(fc.array(arbitraryAct, { maxLength: 300 }), (acts) => {
      const arena = new IdArena();
      const reference = new Map<string, number>();
      let count = 0;
      for (const { text, forget } of acts) {
        const known = reference.get(text);
        expect(arena.find(text)).toBe(known ?? -1);
        if (forget && known !== undefined) {
          arena.forget(known);
          reference.delete(text);
          continue;
        }
        expect(arena.intern(text)).toBe(known ?? count);
        if (known === undefined) reference.set(text, count++);
      }
      expect(arena.count).toBe(count);
      for (const [text, number] of reference) expect(arena.textOf(number)).toBe(text);
    }),
  );
});
