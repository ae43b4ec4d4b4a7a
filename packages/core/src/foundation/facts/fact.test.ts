import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fact, factNotes } from './index.js';

const days = { description: 'Days since.', unit: 'days', changes: 'with_day' } as const;
const count = { description: 'Purchases.', unit: 'purchases', changes: 'on_event' } as const;
const tags = { description: 'Tags.', changes: 'on_event' } as const;

describe('the notes of facts', () => {
  test('are told by name, with a unit only where there is one', () => {
    const facts = z.object({ days: fact(z.int(), days), tags: fact(z.array(z.string()), tags) });
    expect(factNotes(facts)).toStrictEqual({ days, tags });
  });

  test('have names of facts and values only where there are some', () => {
    const titles = { en: 'medium', 'zh-CN': '介质' };
    const values = { paper: { en: 'on paper', 'zh-CN': '纸质' } };
    const medium = { ...tags, titles, values };
    const schema = fact(z.enum(['paper']), medium);
    const facts = z.object({ medium: schema, again: fact(schema, tags) });
    expect(factNotes(facts)).toStrictEqual({ medium, again: tags });
  });

  test('of two facts with one schema are each their own', () => {
    const schema = z.int().min(0);
    const first = fact(schema, days);
    const second = fact(schema, count);
    expect(factNotes(z.object({ first, second }))).toStrictEqual({ first: days, second: count });
    expect(schema.meta()).toBeUndefined();
  });

  test('replace those of a fact that another was made from, whole', () => {
    const again = fact(fact(z.int(), days), tags);
    expect(factNotes(z.object({ again }))).toStrictEqual({ again: tags });
  });

  test('are found inside wrappers', () => {
    const number = fact(z.int(), days);
    const facts = z.object({
      nullable: number.nullable(),
      optional: number.exactOptional(),
      both: number.nullable().exactOptional(),
      preset: number.default(0),
    });
    expect(factNotes(facts)).toStrictEqual({ nullable: days, optional: days, both: days, preset: days });
  });

  test('around a wrapper are those of the outer one', () => {
    const outer = fact(fact(z.int(), days).nullable(), count);
    expect(factNotes(z.object({ outer }))).toStrictEqual({ outer: count });
  });

  test('of a schema without one are its description, else its name', () => {
    const facts = z.object({ region: z.string(), city: z.string().describe('Where it goes.') });
    expect(factNotes(facts)).toStrictEqual({
      region: { description: 'region', changes: 'on_event' },
      city: { description: 'Where it goes.', changes: 'on_event' },
    });
  });

  test('stay when a range is added', () => {
    expect(factNotes(z.object({ a: fact(z.int(), days).max(5) }))).toStrictEqual({ a: days });
  });
});

describe('a fact', () => {
  test('checks what its schema checks', () => {
    const schema = fact(z.int().min(0), days);
    expect(schema.safeParse(0).success).toBe(true);
    expect(schema.safeParse(-1).success).toBe(false);
  });

  test('has its note in JSON Schemas', () => {
    expect(z.toJSONSchema(fact(z.int().min(0), days))).toMatchObject({
      type: 'integer',
      minimum: 0,
      ...days,
    });
  });
});
