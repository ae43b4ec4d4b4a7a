import { loadRules, rulesJsonSchema } from '@aftercare/rules';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facts, ruleDocument } from '../../test/arbitraryRules.js';

test('the JSON Schema accepts every document that loads', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(rulesJsonSchema(facts));
  const property = fc.property(ruleDocument, (document) => {
    expect(loadRules(document, facts).ok).toBe(true);
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  });
  fc.assert(property, { numRuns: 500 });
});
