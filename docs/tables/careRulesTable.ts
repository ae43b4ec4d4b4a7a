import { unwrap } from '@aftercare/core';
import { type CareRule, loadCareRules } from '@aftercare/lifecycle';
import {
  type Condition,
  type FactReference,
  formatPath,
  type Operand,
  operatorText,
  type RuleSetDocument,
} from '@aftercare/rules';

/** The rules of one file. */
export interface RuleFamily {
  readonly title: string;
  /** The name of the file. */
  readonly file: string;
  readonly document: RuleSetDocument;
}

/** A Markdown table of each family: when each rule fires, what it does and why. */
export function careRulesTables(families: readonly RuleFamily[]): string {
  return families.map(familyTable).join('\n');
}

function familyTable({ title, file, document }: RuleFamily): string {
  const rows = unwrap(loadCareRules(document)).careRules.map(
    (care) =>
      `| ${[`\`${care.rule.name}\``, whenText(care), whatText(care), care.rule.because].join(' | ')} |`,
  );
  const lines = [`## ${title}`, '', `\`@aftercare/lifecycle/care-rules/${file}\``, ''];
  return [...lines, '| rule | fires when | does | because |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function whatText({ params, rule }: CareRule): string {
  const { kind, template, channels, once, validForDays, purpose, value = 0, parameters = {} } = params;
  const constants = Object.entries(parameters).map(([name, constant]) => `${name} ${constant}`);
  return [
    `${kind} \`${template}\``,
    ...constants,
    `on ${channels.join(', ')}`,
    `once per ${once.replaceAll('_', ' ')}`,
    `of use for ${validForDays} ${validForDays === 1 ? 'day' : 'days'}`,
    purpose,
    `priority ${rule.priority}`,
    ...(value > 0 ? [`value ${value}`] : []),
  ].join('; ');
}

function whenText({ rule }: CareRule): string {
  return conditionTexts(rule.when).join('; ');
}

/** A text for each condition that has to hold; two bounds of one fact, one after the other, are one window. */
function conditionTexts(condition: Condition): string[] {
  const parts = allOf(condition);
  const texts: string[] = [];
  for (let place = 0; place < parts.length; place++) {
    const [part, next] = parts.slice(place, place + 2);
    if (part === undefined) continue;
    const window = next && windowText(part, next);
    texts.push(window ?? conditionText(part));
    if (window !== undefined) place++;
  }
  return texts;
}

function allOf(condition: Condition): Condition[] {
  return condition.kind === 'all' ? condition.conditions.flatMap(allOf) : [condition];
}

function windowText(from: Condition, to: Condition): string | undefined {
  if (from.kind !== 'comparison' || to.kind !== 'comparison') return undefined;
  if (from.operator !== 'greaterThanInclusive' || to.operator !== 'lessThan') return undefined;
  const fact = factText(from.fact);
  return fact === factText(to.fact)
    ? `${operandText(from.value)} ≤ ${fact} < ${operandText(to.value)}`
    : undefined;
}

function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return conditionTexts(condition).join(' and ');
    case 'any':
      return condition.conditions.map(conditionText).join(' or ');
    case 'not':
      return `not (${conditionText(condition.condition)})`;
    case 'comparison': {
      const operator = operatorText(condition);
      return `${factText(condition.fact)} ${SIGNS[operator] ?? operator} ${operandText(condition.value)}`;
    }
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '≠',
  lessThan: '<',
  lessThanInclusive: '≤',
  greaterThan: '>',
  greaterThanInclusive: '≥',
};

function operandText(operand: Operand): string {
  if (operand.kind === 'fact') return factText(operand);
  return Array.isArray(operand.value) ? operand.value.join(', ') : String(operand.value);
}

function factText({ fact, path }: FactReference): string {
  return path.length === 0 ? fact : `${fact}${formatPath(path).slice(1)}`;
}
