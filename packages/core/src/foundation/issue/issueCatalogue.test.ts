import { describe, expect, test } from 'vitest';
import { defineIssues } from './index.js';

const parcelIssues = defineIssues<{ too_heavy: { grams: number }; no_address: object }>({
  en: {
    too_heavy: ({ grams }) => `The parcel weighs ${grams} g; at most 30000 g are carried.`,
    no_address: () => 'The parcel has no address.',
  },
  'zh-CN': {
    too_heavy: ({ grams }) => `包裹重 ${grams} 克，最多可承运 30000 克。`,
    no_address: () => '包裹没有地址。',
  },
});

describe('an issue of a catalogue', () => {
  test('says its place and its sentence', () => {
    expect(parcelIssues.create('too_heavy', ['parcels', 0], { grams: 31_000 })).toEqual({
      code: 'too_heavy',
      path: ['parcels', 0],
      message: 'parcels[0]: The parcel weighs 31000 g; at most 30000 g are carried.',
      details: { grams: 31_000 },
    });
  });

  test('of the whole input has only its sentence', () => {
    expect(parcelIssues.create('no_address', [], {}).message).toBe('The parcel has no address.');
  });

  test('has a sentence in each language', () => {
    const issue = parcelIssues.create('too_heavy', [], { grams: 31_000 });
    expect(parcelIssues.format(issue, 'en')).toBe('The parcel weighs 31000 g; at most 30000 g are carried.');
    expect(parcelIssues.format(issue, 'zh-CN')).toBe('包裹重 31000 克，最多可承运 30000 克。');
  });

  test('survives JSON', () => {
    const issue = parcelIssues.create('too_heavy', ['parcels', 0], { grams: 31_000 });
    expect(JSON.parse(JSON.stringify(issue))).toEqual(issue);
  });

  test('is made of a draft, whose code is only known when it runs', () => {
    const draft = { code: 'no_address', path: ['parcels', 1], details: {} };
    expect(parcelIssues.complete(draft)).toEqual(parcelIssues.create('no_address', ['parcels', 1], {}));
  });

  test.each(['too_light', 'constructor', '__proto__'])('cannot have the code %s', (code) => {
    expect(() => parcelIssues.complete({ code, path: [], details: {} })).toThrow(TypeError);
  });
});
