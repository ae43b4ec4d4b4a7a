import { describe, expect, test } from 'vitest';
import { carePolicySchema, defaultCarePolicy, parseCarePolicy } from './carePolicy.js';

const issuesOf = (change: object) => {
  const result = parseCarePolicy({ ...defaultCarePolicy, ...change });
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')]);
};

describe('the default care policy', () => {
  test('is good, and survives a trip through JSON', () => {
    expect(issuesOf({})).toEqual([]);
    expect(carePolicySchema.parse(JSON.parse(JSON.stringify(defaultCarePolicy)))).toEqual(defaultCarePolicy);
  });

  test('asks for consent to marketing, and for a guardian below 16', () => {
    expect([defaultCarePolicy.marketingConsent, defaultCarePolicy.guardianAge]).toEqual(['opt_in', 16]);
  });
});

describe('a care policy', () => {
  test('cannot anchor to deliveries that nobody records', () => {
    expect(issuesOf({ anchor: 'delivery' })).toEqual([]);
    expect(issuesOf({ deliveriesRecorded: false })).toEqual([]);
    expect(issuesOf({ anchor: 'delivery', deliveriesRecorded: false })).toEqual([
      ['anchor_not_recorded', 'anchor'],
    ]);
  });

  test.each<[string, object, string, string]>([
    ['a guardian for adults', { guardianAge: 22 }, 'out_of_range', 'guardianAge'],
    ['a guardian for the unborn', { guardianAge: -1 }, 'out_of_range', 'guardianAge'],
    ['another kind of consent', { marketingConsent: 'maybe' }, 'not_one_of', 'marketingConsent'],
    [
      'a control group larger than everybody',
      { holdout: { salt: 'a', buckets: 10_001 } },
      'out_of_range',
      'holdout.buckets',
    ],
    ['a key that means nothing', { quiet: {} }, 'unknown_key', 'quiet'],
    [
      'a sale that ends before it begins',
      { caps: { usual: [], widened: [{ from: '2026-11-12', to: '2026-11-11', caps: [] }] } },
      'empty_period',
      'caps.widened.0.to',
    ],
  ])('with %s is refused at its place', (_, change, code, path) => {
    expect(issuesOf(change).map(([first]) => first)).toContain(code);
    expect(issuesOf(change)[0]?.[1]).toMatch(new RegExp(`^(${path.replaceAll('.', '\\.')})?$`));
  });

  test.each([0, 21])('can have a guardian age of %i', (guardianAge) => {
    expect(issuesOf({ guardianAge })).toEqual([]);
  });
});
