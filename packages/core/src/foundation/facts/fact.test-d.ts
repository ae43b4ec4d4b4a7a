import { describe, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { type FactNote, fact, factNotes } from './index.js';

const note = { description: 'Purchases.', changes: 'on_event' } as const;

describe('a fact', () => {
  test('keeps the type of its schema', () => {
    const schema = fact(z.int().nullable(), note);
    expectTypeOf<z.infer<typeof schema>>().toEqualTypeOf<number | null>();
  });

  test('says when it changes', () => {
    // @ts-expect-error No `changes`.
    fact(z.int(), { description: 'Purchases.' });
    // @ts-expect-error None of the four.
    fact(z.int(), { description: 'Purchases.', changes: 'sometimes' });
  });

  test('has its note under its name, and no other name has one', () => {
    const notes = factNotes(z.object({ purchases: fact(z.int(), note) }));
    expectTypeOf(notes).toEqualTypeOf<{ readonly purchases: FactNote }>();
    // @ts-expect-error No such fact.
    notes.refunds;
  });
});
