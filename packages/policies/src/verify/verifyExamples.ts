import { unwrap } from '@aftercare/core';
import { checkExamples } from '@aftercare/rules';
import { guardFactsOf, guardRules, type Policy } from '../policy/index.js';
import { type PolicyFinding, policyFindings } from './policyFindings.js';

/** Examples of guards that come out otherwise than they say, or lack a fact that their guard reads. */
export function* verifyExamples({ definition, kind }: Policy): Generator<PolicyFinding> {
  const rules = unwrap(guardRules(definition, guardFactsOf(kind.shape)));
  const guards = Object.keys(definition.guards ?? {});
  for (const { code, path, details } of checkExamples(rules)) {
    const [, index, , ...place] = path;
    const guard = guards[Number(index)] ?? '';
    const at = ['examples', guard, ...place];
    if (code === 'missing_fact') {
      yield policyFindings.create('example_lacks_fact', at, { guard, fact: details.fact });
    } else if (code === 'example_failed') {
      yield policyFindings.create('example_failed', at, { guard, expected: details.expected });
    }
  }
}
