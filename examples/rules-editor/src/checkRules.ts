import { type IssuePath, type Locale, unwrap } from '@aftercare/core';
import {
  type CarePolicy,
  type CareRuleIssue,
  type CareRules,
  careFacts,
  defaultCareRules,
  formatLifecycleIssue,
  lifecycleIssues,
  loadCareRules,
  plannerIssues,
  shippedTemplates,
  templatesByCode,
} from '@aftercare/lifecycle';
import {
  checkExamples,
  formatFinding,
  formatRuleIssue,
  joinDocuments,
  lintRules,
  loadRules,
  type RuleIssue,
  type RuleResult,
  type RuleSetDocument,
} from '@aftercare/rules';

/** Something to mend. */
export interface Finding {
  /** Where in the file; `undefined` when it is not in the file, but in how it goes with the shipped rules. */
  readonly path: IssuePath | undefined;
  readonly sentence: string;
}

/** What a file of rules came to. */
export interface CheckedRules {
  readonly findings: readonly Finding[];
  /** `undefined` when the rules cannot be in force. */
  readonly loaded: LoadedRules | undefined;
}

/** Rules that could be in force. */
export interface LoadedRules {
  /** Those of the file. */
  readonly own: CareRules;
  /** Those, and the shipped ones that they do not replace. */
  readonly inForce: CareRules;
}

/** The rules as they are shipped. */
export const shippedRules: CareRules = unwrap(loadCareRules(defaultCareRules));

/**
 * Checks rules that are put over the shipped ones: a rule of the same name replaces the shipped one, any other comes on top.
 * Later checks need what earlier ones have found to be right, so they only run where nothing was found before.
 */
export function checkRules(input: unknown, policy: CarePolicy, locale: Locale): CheckedRules {
  const own = load(input, locale);
  if ('findings' in own) return { findings: own.findings, loaded: undefined };
  const parts = { rules: own.rules, policy, templates: templatesByCode(shippedTemplates) };
  const misfits = plannerIssues(parts).map((issue) => careFinding(issue, locale));
  if (misfits.length > 0) return { findings: misfits, loaded: undefined };

  // It has just been loaded, so it is a document, or a bare list of rules.
  const document = Array.isArray(input) ? { format: 1 as const, rules: input } : (input as RuleSetDocument);
  const joined = putOverShipped(document);
  if (!joined.ok) {
    // The first step of the path says which of the two documents it is in: a clash is always found in the second, the file.
    const inFile = joined.issues.map((issue) => ({ ...issue, path: issue.path.slice(1) }));
    return { findings: inFile.map((issue) => ruleFinding(issue, locale)), loaded: undefined };
  }
  const inForce = load(joined.value, locale);
  if ('findings' in inForce) {
    return {
      findings: inForce.findings.map(({ sentence }) => ({ path: undefined, sentence })),
      loaded: undefined,
    };
  }

  const loaded = { own: own.rules, inForce: inForce.rules };
  const examples = checkExamples(own.rules.ruleSet).map((issue) => ruleFinding(issue, locale));
  return { findings: [...examples, ...lint(loaded, locale)], loaded };
}

/** Care rules, or what is wrong first with the rules themselves, and then with what they do. */
function load(
  input: unknown,
  locale: Locale,
): { readonly rules: CareRules } | { readonly findings: readonly Finding[] } {
  const conditions = loadRules(input, careFacts);
  if (!conditions.ok) return { findings: conditions.issues.map((issue) => ruleFinding(issue, locale)) };
  const rules = loadCareRules(input);
  if (!rules.ok) return { findings: rules.issues.map((issue) => careFinding(issue, locale)) };
  return { rules: rules.value };
}

function ruleFinding(issue: RuleIssue, locale: Locale): Finding {
  return { path: issue.path, sentence: formatRuleIssue(issue, locale) };
}

/** For an issue of care: one of its type, or one that can be no other since the rules themselves were right. */
function careFinding(issue: CareRuleIssue, locale: Locale): Finding {
  return { path: issue.path, sentence: formatLifecycleIssue(lifecycleIssues.complete(issue), locale) };
}

/** The shipped document with rules replaced in their places, so that nothing else changes, and new ones at the end. */
function putOverShipped(document: RuleSetDocument): RuleResult<RuleSetDocument> {
  const own = new Map(document.rules.map((rule) => [rule.name, rule]));
  const shippedNames = new Set(defaultCareRules.rules.map(({ name }) => name));
  const rules = defaultCareRules.rules.map((rule) => own.get(rule.name) ?? rule);
  const added = document.rules.filter(({ name }) => !shippedNames.has(name));
  return joinDocuments([
    { ...defaultCareRules, rules },
    { ...document, rules: added },
  ]);
}

/** What the analysis finds in the rules in force and not in the shipped ones alone. */
function lint({ own, inForce }: LoadedRules, locale: Locale): Finding[] {
  const before = new Set(lintRules(shippedRules.ruleSet).map((finding) => formatFinding(finding, 'en')));
  return lintRules(inForce.ruleSet)
    .filter((finding) => finding.code !== 'not_analysed' && !before.has(formatFinding(finding, 'en')))
    .map((finding) => {
      const [part, index] = finding.path;
      const name = part === 'rules' ? inForce.ruleSet.rules[Number(index)]?.name : undefined;
      const ownIndex = own.ruleSet.rules.find((rule) => rule.name === name)?.index;
      const path = ownIndex === undefined ? undefined : ['rules', ownIndex];
      return { path, sentence: formatFinding(finding, locale) };
    });
}
