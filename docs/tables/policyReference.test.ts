import {
  codeSchema,
  createShopCalendar,
  instantSchema,
  nonNegativeMoneySchema,
  unwrap,
} from '@aftercare/core';
import {
  authorityCny,
  compensationDefinition,
  compensationKind,
  freeShippingDefinition,
  freeShippingKind,
  giftDefinition,
  giftKind,
  invoiceDefinition,
  invoiceKind,
  type Kind,
  type KindShape,
  loadAuthority,
  loadPolicy,
  returnDefinition,
  returnKind,
} from '@aftercare/policies';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { policyReference } from './policyReference.js';
import { schemaFields } from './schemaFields.js';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const authority = unwrap(loadAuthority(authorityCny, { calendar }));

/** A writer of the reference of one policy. */
function referenceOf<Shape extends KindShape>(
  file: string,
  shapeName: string,
  kind: Kind<Shape>,
  definition: unknown,
) {
  const { facts, commands, effects }: KindShape = kind.shape;
  const params = [...Object.values(commands), ...Object.values(effects).map((effect) => effect.params)];
  return {
    file,
    schemas: [facts, ...params],
    write: () => {
      const policy = unwrap(loadPolicy(kind, definition, { authority, calendars: { shop: calendar } }));
      return policyReference({ policy, file, shapeName });
    },
  };
}

const references = [
  referenceOf('compensation', 'CompensationShape', compensationKind, compensationDefinition),
  referenceOf('gift', 'GiftShape', giftKind, giftDefinition),
  referenceOf('free-shipping', 'FreeShippingShape', freeShippingKind, freeShippingDefinition),
  referenceOf('invoice', 'InvoiceShape', invoiceKind, invoiceDefinition),
  referenceOf('return', 'ReturnShape', returnKind, returnDefinition),
];

describe.each(references)('the reference of the policy $file', ({ file, schemas, write }) => {
  test('tells which facts, commands and effects there are', async () => {
    await expect(write()).toMatchFileSnapshot(`../policy-reference/${file}.md`);
  });

  test('says of every field what it is', () => {
    const silent = schemas.flatMap(schemaFields).filter(({ description }) => description === '');
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

test('a field is told with its type, and what is within it follows', () => {
  const part = z.discriminatedUnion('form', [
    z.strictObject({ form: z.literal('cash'), minor: z.int().min(1) }),
    z.strictObject({ form: z.literal('points'), minor: z.int().min(1), points: z.int() }),
  ]);
  const schema = z.strictObject({
    paid: nonNegativeMoneySchema.meta({ description: 'What was paid.' }),
    sentAt: instantSchema.nullable().meta({ description: 'Null before that.' }),
    evidence: z.array(codeSchema).max(20).exactOptional(),
    parts: z.array(part).min(1),
  });
  expect(schemaFields(schema)).toEqual([
    { path: 'paid', type: 'money, 0 or more', description: 'What was paid.' },
    { path: 'sentAt', type: 'instant, or `null`', description: 'Null before that.' },
    { path: 'evidence?', type: 'list of 0 to 20: code', description: '' },
    { path: 'parts', type: 'list of 1 or more: object', description: '' },
    { path: 'parts[].form', type: '`cash` or `points`', description: 'Which of these it is.' },
    { path: 'parts[].minor', type: 'integer, 1 or more', description: '' },
    { path: 'parts[].points', type: 'integer', description: 'Where `form` is `points`.' },
  ]);
});
