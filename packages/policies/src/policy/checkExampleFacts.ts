import { closest, parseWith } from '@aftercare/core';
import { type FactCatalogue, ruleIssues } from '@aftercare/rules';
import type { PolicyDefinition } from '../definition/index.js';
import { issueAt, type LoadPolicyIssue, policyIssues } from '../issues/index.js';

/** Facts of examples that do not exist, or that can never have the value that an example gives them. */
export function* checkExampleFacts(
  { examples = {} }: PolicyDefinition,
  { schema }: FactCatalogue,
): Generator<LoadPolicyIssue> {
  const { shape } = schema;
  for (const [guard, all] of Object.entries(examples)) {
    for (const [index, { facts }] of all.entries()) {
      for (const [fact, value] of Object.entries(facts)) {
        const path = ['examples', guard, index, 'facts', fact];
        const factSchema = Object.hasOwn(shape, fact) ? shape[fact] : undefined;
        if (factSchema === undefined) {
          const suggestion = closest(fact, Object.keys(shape));
          const details = suggestion === undefined ? { fact } : { fact, suggestion };
          yield ruleIssues.create('unknown_fact', path, details);
          continue;
        }
        const result = parseWith(policyIssues, factSchema, value);
        if (!result.ok) for (const issue of result.issues) yield issueAt(path, issue);
      }
    }
  }
}
