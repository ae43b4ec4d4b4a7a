import { describe, expect, test } from 'vitest';
import { guardFactsOf } from '../policy/index.js';
import { compensationKind, freeShippingKind, giftKind, invoiceKind, returnKind } from './index.js';

const kinds = [compensationKind, freeShippingKind, giftKind, invoiceKind, returnKind];

describe.each(kinds.map(({ shape }) => [shape.name, guardFactsOf(shape)] as const))('%s', (_, { facts }) => {
  test.each(Object.entries(facts))('calls %s by a name of its own in both languages', (name, { titles }) => {
    expect(titles?.en).toMatch(/^[a-z][a-z ]+$/);
    expect(titles?.['zh-CN']).toMatch(/^[\u4e00-\u9fff]+$/);
    const others = Object.values(facts).filter((other) => other.name !== name);
    expect(others.map((other) => other.titles?.en)).not.toContain(titles?.en);
    expect(others.map((other) => other.titles?.['zh-CN'])).not.toContain(titles?.['zh-CN']);
  });

  const codes = Object.values(facts).flatMap(({ name, type, values = {} }) => {
    const choices = type.kind === 'choice' ? type.choices.filter((choice) => typeof choice === 'string') : [];
    return choices.length === 0 ? [] : [[name, choices, values] as const];
  });
  // A kind without facts of few values has nothing to call by names.
  test.runIf(codes.length > 0).each(codes)(
    'calls every value of %s by a name in both languages',
    (_name, choices, values) => {
      expect(Object.keys(values).sort()).toEqual([...choices].sort());
      for (const texts of Object.values(values)) {
        expect(texts.en).toMatch(/^[a-z][a-z ]+$/);
        expect(texts['zh-CN']).toMatch(/^[\u4e00-\u9fff]+$/);
      }
    },
  );
});
