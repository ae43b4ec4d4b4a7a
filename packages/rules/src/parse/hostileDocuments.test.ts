import { unwrap } from '@aftercare/core/foundation';
import { defineFacts, loadRules } from '@aftercare/rules';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { HOSTILE_DOCUMENTS } from '../../test/hostileDocuments.js';

const facts = defineFacts(z.object({ count: z.int(), other: z.unknown() }));

describe('refused, and without an exception:', () => {
  const costs: { readonly name: string; readonly milliseconds: number; readonly megabytes: number }[] = [];

  // Told and not checked: a slow machine is no mistake in the code. What bounds the work are the limits.
  afterAll(() => {
    const slowest = [...costs].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 3);
    const largest = [...costs].sort((a, b) => b.megabytes - a.megabytes).slice(0, 1);
    const lines = [...slowest, ...largest].map(
      ({ name, milliseconds, megabytes }) =>
        `  ${milliseconds.toFixed(0)} ms, ${megabytes.toFixed(0)} MB: ${name}\n`,
    );
    process.stdout.write(`hostile documents, the slowest three and the largest\n${lines.join('')}`);
  });

  test.each(HOSTILE_DOCUMENTS)('%s', (name, make, code) => {
    const document = make();
    const memory = process.memoryUsage().heapUsed;
    const start = performance.now();
    const result = loadRules(document, facts);
    const milliseconds = performance.now() - start;
    costs.push({ name, milliseconds, megabytes: (process.memoryUsage().heapUsed - memory) / 2 ** 20 });
    const issues = result.ok ? [] : result.issues;
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(issues.length).toBeLessThanOrEqual(1_001);
    expect(JSON.stringify(issues).length).toBeLessThan(1_000_000);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('limits', () => {
  const rule = {
    conditions: { all: [{ fact: 'count', operator: 'in', value: [1, 2, 3] }] },
    event: { type: 'care' },
  };
  const issuesWith = (limits: object, document: unknown = [rule]) => {
    const result = loadRules(document, facts, { limits });
    return result.ok
      ? []
      : result.issues.map(({ code, details }) => (code === 'limit_exceeded' ? details.limit : code));
  };

  test.each([
    ['values', 13],
    ['depth', 6],
    ['textLength', 10],
    ['keys', 3],
    ['listLength', 3],
    ['rules', 1],
    ['conditions', 2],
    ['decorators', 0],
  ] as const)('of %s include %i', (limit, value) => {
    expect(issuesWith({ [limit]: value })).toEqual([]);
    if (value > 0) expect(issuesWith({ [limit]: value - 1 })).toEqual([limit]);
  });

  test('of issues tell that there are more', () => {
    const bad = { ...rule, conditions: { all: Array.from({ length: 5 }, () => ({})) } };
    expect(issuesWith({ issues: 5 }, [bad])).toEqual(Array.from({ length: 5 }, () => 'no_condition'));
    expect(issuesWith({ issues: 4 }, [bad])).toEqual([
      ...Array.from({ length: 4 }, () => 'no_condition'),
      'issues',
    ]);
  });
});

describe('texts that look like code', () => {
  const texts = [
    '"]; globalThis.hacked = true; //',
    "'); globalThis.hacked = true; ('",
    `\${globalThis.hacked = true}`,
    '`;globalThis.hacked = true;`',
    '\u2028globalThis.hacked = true\u2029',
    '*/ globalThis.hacked = true /*',
    '</script><script>',
    '\\',
    '\n',
    '\0',
  ];

  test.each(texts)('are only texts: %j', (text) => {
    const named = defineFacts(z.object({ [text]: z.string() }));
    const document = {
      format: 1,
      conditions: { [text]: { all: [{ fact: text, operator: 'equal', value: text, name: text }] } },
      rules: [
        {
          name: text,
          because: text,
          tags: [text],
          conditions: { all: [{ condition: text }, { fact: text, operator: 'in', value: [text, 'x'] }] },
          event: { type: text, params: { [text]: text, fact: { fact: text } } },
        },
      ],
    };
    for (const strategy of ['generated', 'closures'] as const) {
      const rules = unwrap(loadRules(document, named, { strategy }));
      expect(rules.evaluate({ [text]: text })).toEqual([
        { type: text, params: { [text]: text, fact: text } },
      ]);
      expect(rules.evaluate({ [text]: 'x' })).toEqual([]);
      expect(() => rules.evaluate({})).toThrow(
        expect.objectContaining({ code: 'missing_fact', path: [text] }),
      );
    }
    expect(globalThis).not.toHaveProperty('hacked');
  });
});
