import { customerFactsSchema, factNotes } from '@aftercare/core';
import { expect, test } from 'vitest';
import { z } from 'zod';

const notes = Object.entries(factNotes(customerFactsSchema));

test.each(notes)('%s says what it is and what makes it change', (name, note) => {
  expect(note.description).not.toBe(name);
  expect(note.description).toMatch(/\.$/);
  expect(['on_event', 'with_day', 'with_population']).toContain(note.changes);
});

test.each(notes.filter(([name]) => /^days|[a-z]Days$/.test(name)))('%s is counted in days', (_, note) => {
  expect(note.unit).toBe('days');
});

test.each(notes.filter(([name]) => name.endsWith('Minor')))('%s is counted in minor units', (_, note) => {
  expect(note.unit).toBe('minor_units');
});

test('the facts have a JSON Schema, from which editors are made', () => {
  const schema = z.toJSONSchema(customerFactsSchema);
  expect(schema.properties?.recencyScore).toMatchObject({
    changes: 'with_population',
    anyOf: [{ type: 'integer', minimum: 1, maximum: 5 }, { type: 'null' }],
  });
  expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(customerFactsSchema.shape));
});
