import { expect, test } from 'vitest';
import { toyDefinition } from '../../test/toyPolicy.js';
import type { PolicyDefinition } from '../definition/index.js';
import { applyPreset } from './preset.js';

const figure = (value: unknown) => ({ value, asOf: '2026-11-01', source: 'a default of ours' });

/** The toy definition with settings that have a depth. */
const definition: PolicyDefinition = {
  ...toyDefinition,
  settings: {
    windowDays: 30,
    fees: { small: figure(1), large: figure({ CNY: 10, EUR: 2 }) },
    forms: ['a', 'b'],
  },
};

const preset = (change: object) => ({
  format: 1,
  preset: 'own',
  policy: 'price_cut',
  title: { en: 'Own' },
  asOf: '2026-11-22',
  ...change,
});

function applied(change: object): PolicyDefinition {
  const result = applyPreset(definition, preset(change));
  if (!result.ok) throw new Error(result.issues[0].message);
  return result.value;
}

function issuesOf(change: object): (readonly [string, string])[] {
  const result = applyPreset(definition, preset(change));
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')]);
}

test('a preset that says nothing leaves the definition as it is', () => {
  expect(applied({})).toEqual(definition);
});

test('settings change key by key, lists and figures as a whole', () => {
  const settings = { fees: { large: figure({ EUR: 3 }) }, forms: ['c'] };
  expect(applied({ settings }).settings).toEqual({
    windowDays: 30,
    fees: { small: figure(1), large: figure({ EUR: 3 }) },
    forms: ['c'],
  });
});

test('of a deadline only that changes which the preset names', () => {
  const [answer, response] = toyDefinition.deadlines ?? [];
  const { deadlines } = applied({ deadlines: { answer: { after: { days: 14, calendar: 'shop' } } } });
  expect(deadlines).toEqual([{ ...answer, after: { days: 14, calendar: 'shop' } }, response]);
});

test('a text changes in all languages at once, so that none keeps what is not true any more', () => {
  const { texts } = applied({
    texts: { title: { en: 'Discount' }, deadlines: { answer: { en: 'For {after}.' } } },
  });
  expect(texts).toEqual({
    ...toyDefinition.texts,
    title: { en: 'Discount' },
    deadlines: { ...toyDefinition.texts.deadlines, answer: { en: 'For {after}.' } },
  });
});

test('a text of a part that the definition has none of', () => {
  const titles = { propose: { en: 'propose' } };
  expect(applied({ texts: { titles } }).texts).toEqual({ ...toyDefinition.texts, titles });
});

test('evidence changes by reason, and how long approvals hold', () => {
  const changed = applied({ evidence: { delay: ['receipt'] }, approvalsValidFor: { hours: 1 } });
  expect(changed.evidence).toEqual({ damage: ['photo'], delay: ['receipt'] });
  expect(changed.approvalsValidFor).toEqual({ hours: 1 });
});

test.each([
  ['other_policy', 'policy', { policy: 'gift' }],
  ['unknown_name', 'deadlines.anser', { deadlines: { anser: { after: { hours: 1 } } } }],
  ['unknown_name', 'texts.deadlines.anser', { texts: { deadlines: { anser: { en: 'Soon.' } } } }],
  ['unknown_key', 'deadlines.answer', { deadlines: { answer: { because: { en: 'Soon.' } } } }],
  ['unknown_key', '', { transitions: [] }],
  [
    'effect_form',
    'deadlines.answer.reminders.0.effects.0',
    {
      deadlines: { answer: { reminders: [{ before: { hours: 1 }, effects: [{ effect: 'notify_lead' }] }] } },
    },
  ],
])('%s at %s', (code, path, change) => {
  expect(issuesOf(change)).toEqual([[code, path]]);
});

test.each([
  ['invalid_type', 'definition', null],
  ['missing', 'definition.format', {}],
  ['not_one_of', 'definition.format', { ...definition, format: 2 }],
])('a base that is no definition: %s at %s', (code, path, base) => {
  const result = applyPreset(base, preset({}));
  const [issue] = result.ok ? [] : result.issues;
  expect([issue?.code, issue?.path.join('.')]).toEqual([code, path]);
});

test('a definition of one’s own is taken as JSON', () => {
  const own: unknown = JSON.parse(JSON.stringify(definition));
  expect(applyPreset(own, preset({}))).toEqual({ ok: true, value: definition });
});
