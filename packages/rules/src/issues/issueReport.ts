import { type IssuePath, parseWith } from '@aftercare/core/foundation';
import type * as z from 'zod';
import { type RuleIssue, type RuleIssueDetails, ruleIssues } from './ruleIssues.js';

/** Collects the issues of one document, so that all of them are reported at once. */
export interface IssueReport {
  readonly issues: readonly RuleIssue[];
  /** Whether no more issues are kept, so that looking for others is of no use. */
  isFull(): boolean;
  add<Code extends keyof RuleIssueDetails & string>(
    code: Code,
    path: IssuePath,
    details: RuleIssueDetails[Code],
  ): void;
  /** The value that a schema makes of a part of the document, or `undefined` and issues. */
  parse<Schema extends z.ZodType>(
    schema: Schema,
    input: unknown,
    path: IssuePath,
  ): z.output<Schema> | undefined;
}

/**
 * @param maximum - how many issues are kept at most; one more says that there are others
 */
export function createIssueReport(maximum: number): IssueReport {
  const issues: RuleIssue[] = [];
  const report: IssueReport = {
    issues,
    isFull: () => issues.length > maximum,
    add(code, path, details) {
      if (issues.length < maximum) issues.push(ruleIssues.complete({ code, path, details }));
      else if (issues.length === maximum)
        issues.push(ruleIssues.create('limit_exceeded', [], { limit: 'issues', maximum }));
    },
    parse(schema, input, path) {
      const result = parseWith(ruleIssues, schema, input);
      if (result.ok) return result.value;
      for (const issue of result.issues) report.add(issue.code, [...path, ...issue.path], issue.details);
      return undefined;
    },
  };
  return report;
}
