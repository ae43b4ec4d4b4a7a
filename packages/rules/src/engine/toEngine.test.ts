import { unwrap } from '@aftercare/core/foundation';
import { defineFacts, loadRules } from '@aftercare/rules';
import { toEngine } from '@aftercare/rules/engine';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const facts = defineFacts(z.object({ days: z.int(), city: z.string() }));
const rules = unwrap(
  loadRules(
    {
      format: 1,
      conditions: { few: { all: [{ fact: 'days', operator: 'lessThan', value: 5, priority: 2 }] } },
      rules: [
        {
          name: 'greet',
          priority: 2,
          because: 'The first days are for thanks.',
          conditions: { all: [{ condition: 'few' }, { fact: 'city', operator: 'startsWith', value: 'N' }] },
          event: { type: 'care', params: { city: { fact: 'city' } } },
        },
        { conditions: { not: { condition: 'few' } }, event: { type: 'offer' } },
      ],
    },
    facts,
    { operators: { startsWith: (actual, expected) => String(actual).startsWith(String(expected)) } },
  ),
);

test('an engine has the rules, named conditions, custom operators and facts in events', async () => {
  const { events, results } = await toEngine(rules).run({ days: 4, city: 'Ningbo' });
  expect(events).toEqual([{ type: 'care', params: { city: 'Ningbo' } }]);
  expect(results[0]).toMatchObject({ name: 'greet', priority: 2 });
  const second = await toEngine(rules).run({ days: 5, city: 'Ningbo' });
  expect(second.results.map(({ name }) => name)).toEqual(['rules[1]']);
});

test('an engine that writes into its rules leaves the rule set as it was', async () => {
  const before = JSON.stringify(rules.document);
  const engine = toEngine(rules);
  await engine.run({ days: 4, city: 'Ningbo' });
  await engine.run({ days: 5, city: 'Jinan' });
  expect(JSON.stringify(rules.document)).toBe(before);
  expect(rules.evaluate({ days: 4, city: 'Ningbo' })).toEqual([{ type: 'care', params: { city: 'Ningbo' } }]);
});

describe('what the documentation warns of', () => {
  const simple = { all: [{ fact: 'days', operator: 'lessThan', value: 5 }] };
  const load = (...more: object[]) =>
    unwrap(
      loadRules(
        more.map((rule, index) => ({ name: `rule ${index}`, event: { type: `event ${index}` }, ...rule })),
        facts,
      ),
    );

  test('inside one priority an engine puts rules with less nesting first, and ours keep their order', async () => {
    const rules = load({ conditions: { all: [{ any: [simple] }] } }, { conditions: simple });
    const record = { days: 4, city: 'Ningbo' };
    const { events } = await toEngine(rules).run(record);
    expect(events.map(({ type }) => type)).toEqual(['event 1', 'event 0']);
    expect(rules.evaluate(record).map(({ type }) => type)).toEqual(['event 0', 'event 1']);
  });

  test('of two runs of one engine at once, the one that ends first cuts the other short', async () => {
    const engine = toEngine(load({ conditions: simple, priority: 2 }, { conditions: simple }));
    let resolve = (_days: number): void => undefined;
    const days = new Promise<number>((settle) => {
      resolve = settle;
    });
    const slow = engine.run({ days: () => days });
    await engine.run({ days: 4 });
    resolve(4);
    expect((await slow).events.map(({ type }) => type)).toEqual(['event 0']);
  });
});

test('an engine takes facts that are asynchronous', async () => {
  const engine = toEngine(rules);
  engine.addFact('days', async () => 4);
  const { events } = await engine.run({ city: 'Ningbo' });
  expect(events).toHaveLength(1);
});
