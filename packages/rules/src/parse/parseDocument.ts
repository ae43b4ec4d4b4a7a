import { formatIssuePath, type IssuePath } from '@aftercare/core/foundation';
import { frozenCopy, type JsonValue } from '../ast/index.js';
import type { FactCatalogue } from '../catalogue/index.js';
import {
  checkSize,
  documentSchema,
  type LoadLimits,
  type RuleGroup,
  type RuleSetDocument,
} from '../document/index.js';
import { createIssueReport, type IssueReport, type RuleIssue } from '../issues/index.js';
import type { CustomOperators } from '../operators/index.js';
import type { Rule } from '../rule/index.js';
import { withNamedConditions } from './namedConditions.js';
import type { ParseContext } from './parseContext.js';
import { parseGroup } from './parseGroup.js';
import { defaultName, parseRule } from './parseRule.js';

/** What parsing finds in a document. With any issue, rules and groups are not all there. */
export interface ParsedDocument {
  readonly document: RuleSetDocument;
  readonly rules: readonly Rule[];
  readonly groups: readonly RuleGroup[];
  readonly issues: readonly RuleIssue[];
}

/** What a document is parsed with. */
export interface ParseOptions {
  readonly catalogue: FactCatalogue;
  readonly operators: CustomOperators;
  readonly limits: LoadLimits;
}

/** Reads a document of rules and checks all of it. */
export function parseDocument(input: unknown, options: ParseOptions): ParsedDocument {
  const { limits } = options;
  const report = createIssueReport(limits.issues);
  checkSize(input, limits, report);
  if (report.issues.length > 0) return nothing(report);
  // Found to be plain JSON. All that follows reads the copy: what the caller does to the input later changes no rule.
  const copy = frozenCopy(input as JsonValue);
  const isBare = Array.isArray(copy);
  const document = isBare ? Object.freeze({ format: 1, rules: copy }) : copy;
  const shell = report.parse(documentSchema, document, []);
  if (shell === undefined) return nothing(report);
  if (shell.rules.length > limits.rules) {
    report.add('limit_exceeded', isBare ? [] : ['rules'], { limit: 'rules', maximum: limits.rules });
    return nothing(report);
  }
  const named = new Map(Object.entries(shell.conditions ?? {}));
  const context = withNamedConditions({ ...options, report }, named);
  const rules = parseRules(shell.rules, isBare ? [] : ['rules'], context);
  const names = new Set(shell.rules.map(nameOfRule));
  const groups = parseGroups(shell.groups ?? [], names, context);
  return {
    // All of its parts were parsed; with an issue in one of them nobody sees it.
    document: document as unknown as RuleSetDocument,
    rules,
    groups,
    issues: report.issues,
  };
}

function parseRules(inputs: readonly unknown[], path: IssuePath, context: ParseContext): readonly Rule[] {
  const { report, limits, extentOf } = context;
  const rules: Rule[] = [];
  let conditions = 0;
  for (const [index, input] of inputs.entries()) {
    if (report.isFull()) break;
    const parsed = parseRule(input, index, [...path, index], context);
    if (parsed === undefined) continue;
    conditions += extentOf(parsed.when).count;
    if (conditions > limits.conditions) {
      report.add('limit_exceeded', [...path, index], { limit: 'conditions', maximum: limits.conditions });
      break;
    }
    rules.push(parsed);
  }
  checkNames(rules, path, report);
  return Object.freeze(rules);
}

function parseGroups(
  inputs: readonly unknown[],
  ruleNames: ReadonlySet<string>,
  context: ParseContext,
): readonly RuleGroup[] {
  const found: { readonly name: string; readonly index: number; readonly group: RuleGroup }[] = [];
  for (const [index, input] of inputs.entries()) {
    if (context.report.isFull()) break;
    const group = parseGroup(input, ['groups', index], ruleNames, context);
    if (group !== undefined) found.push({ name: group.name, index, group });
  }
  checkNames(found, ['groups'], context.report);
  return Object.freeze(found.map(({ group }) => group));
}

/** The name of a rule as far as it can be told: a group may refer to a rule that has another issue. */
function nameOfRule(input: unknown, index: number): string {
  const name = (input as { readonly name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : defaultName(index);
}

function checkNames(
  items: readonly { readonly name: string; readonly index: number }[],
  path: IssuePath,
  report: IssueReport,
): void {
  const places = new Map<string, IssuePath>();
  for (const { name, index } of items) {
    const here = [...path, index];
    const first = places.get(name);
    if (first === undefined) places.set(name, here);
    else report.add('duplicate_name', [...here, 'name'], { name, first: formatIssuePath(first) });
  }
}

function nothing({ issues }: IssueReport): ParsedDocument {
  return { document: { format: 1, rules: [] }, rules: [], groups: [], issues };
}
