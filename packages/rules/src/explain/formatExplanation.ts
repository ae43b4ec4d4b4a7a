import { type Locale, showValue } from '@aftercare/core/foundation';
import { formatPath, type Operand, operatorText } from '../ast/index.js';
import { isOperatorName } from '../operators/index.js';
import type {
  ComparisonExplanation,
  ConditionExplanation,
  Explanation,
  RuleExplanation,
  Shift,
  Turn,
} from './explanation.js';
import { EXPLANATION_TEXTS, type ExplanationTexts } from './explanationTexts.js';

/** Longest text, in characters, that is shown of a list in a rule. */
const LONGEST = 60;

/**
 * An explanation as text for people, in English or Chinese: a paragraph for each rule, with its reason, its conditions
 * one a line, and what would have to turn. Values of facts that are lists or objects are not written out.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, explain, formatExplanation, loadRules, unwrap } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ days: z.int().min(0) }));
 * const rule = {
 *   name: 'first_days',
 *   because: 'The first days are for thanks.',
 *   conditions: { all: [{ fact: 'days', operator: 'lessThan', value: 5 }] },
 *   event: { type: 'care' },
 * };
 * const explanation = explain(unwrap(loadRules([rule], facts)), { days: 7 });
 * formatExplanation(explanation, 'en').split('\n');
 * // => ['first_days did not fire. The first days are for thanks.', '  ✗ all of', '    ✗ days is less than 5 (it is 7)', '  It would have fired if this turned:', '    days is less than 5 (it is 7): 3 less']
 * ```
 */
export function formatExplanation(explanation: Explanation, locale: Locale): string {
  const texts = EXPLANATION_TEXTS[locale];
  return explanation.rules.map((rule) => ruleLines(rule, texts).join('\n')).join('\n\n');
}

/**
 * What would have to turn for a rule to fire, one sentence each without a full stop: the part of {@link formatExplanation}
 * that is left when the conditions are not of interest.
 *
 * @returns the comparisons of `turns`; empty where the rule fired, and where nothing could make it fire
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, explain, formatTurns, loadRules, unwrap } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ days: z.int().min(0) }));
 * const conditions = { all: [{ fact: 'days', operator: 'lessThan', value: 5 }] };
 * const rules = unwrap(loadRules([{ name: 'first_days', conditions, event: { type: 'care' } }], facts));
 * explain(rules, { days: 7 }).rules.flatMap((rule) => formatTurns(rule, 'en'));
 * // => ['days is less than 5 (it is 7): 3 less']
 * ```
 */
export function formatTurns({ turns = [] }: RuleExplanation, locale: Locale): readonly string[] {
  return turns.map((turn) => turnLine(turn, EXPLANATION_TEXTS[locale]));
}

function ruleLines({ rule, fired, condition, turns }: RuleExplanation, texts: ExplanationTexts): string[] {
  const verdict = fired ? texts.fired(rule.name) : texts.notFired(rule.name);
  const heading = rule.because === undefined ? verdict : `${verdict}${texts.space}${rule.because}`;
  const conditions = indented(conditionLines(condition, texts));
  if (fired) return [heading, ...conditions];
  if (turns === undefined) return [heading, ...conditions, ...indented([texts.impossible])];
  const needed = indented(turns.map((turn) => turnLine(turn, texts)));
  return [heading, ...conditions, ...indented([texts.turns(turns.length), ...needed])];
}

function conditionLines(condition: ConditionExplanation, texts: ExplanationTexts): string[] {
  const mark = condition.holds ? '✓' : '✗';
  const line = (text: string) =>
    `${mark} ${condition.name === undefined ? '' : `${condition.name}: `}${text}`;
  switch (condition.kind) {
    case 'comparison':
      return [line(comparisonText(condition, texts))];
    case 'not':
      return [line(texts.not), ...indented(conditionLines(condition.condition, texts))];
    case 'all':
    case 'any': {
      const { kind, conditions } = condition;
      if (conditions.length === 0) return [line(texts.nothing)];
      return [line(texts[kind]), ...indented(conditions.flatMap((part) => conditionLines(part, texts)))];
    }
  }
}

function comparisonText(
  { comparison, actual, expected }: ComparisonExplanation,
  texts: ExplanationTexts,
): string {
  const { fact, operator, decorators, value } = comparison;
  const plain = decorators.length === 0 && isOperatorName(operator);
  const words = plain ? texts.operators[operator] : operatorText(comparison);
  const compared =
    value.kind === 'fact' ? texts.otherFact(operandText(value), foundText(expected)) : operandText(value);
  return texts.comparison(operandText(fact), words, compared, foundText(actual));
}

/** A value that was found; `undefined` where the path leads nowhere. */
function foundText(value: unknown): string | undefined {
  return value === undefined ? undefined : showValue(value);
}

function operandText(operand: Operand): string {
  if (operand.kind === 'fact')
    return operand.path.length === 0 ? operand.fact : `${operand.fact} ${formatPath(operand.path)}`;
  const text = JSON.stringify(operand.value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function turnLine({ comparison, shift }: Turn, texts: ExplanationTexts): string {
  const text = comparisonText(comparison, texts);
  return texts.turnTo(text, comparison.holds, shift === undefined ? undefined : shiftText(shift, texts));
}

function shiftText({ direction, by, beyond }: Shift, texts: ExplanationTexts): string {
  // A difference of decimals carries their rounding: 0.3 less 0.1 is 0.19999999999999998.
  return texts.shift(String(Number(by.toPrecision(12))), direction === 'up', beyond);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
