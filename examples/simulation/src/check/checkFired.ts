import type { CareFacts } from '@aftercare/lifecycle';
import type { RuleSet } from '@aftercare/rules';
import { toEngine } from '@aftercare/rules/engine';

/** What a plan saw of a customer, and the rules that it has receipts of. */
export interface FiredSample {
  readonly facts: CareFacts;
  readonly rules: readonly string[];
}

/** A sample in which other rules fire than there are receipts of. */
export interface FiredFinding {
  readonly sample: FiredSample;
  /** The rules that fire. */
  readonly fired: readonly string[];
}

/** Asks json-rules-engine which rules fire, and compares with the receipts. */
export async function checkFired(
  samples: readonly FiredSample[],
  ruleSet: RuleSet,
): Promise<readonly FiredFinding[]> {
  const engine = toEngine(ruleSet);
  const findings: FiredFinding[] = [];
  for (const sample of samples) {
    const { results } = await engine.run({ ...sample.facts });
    const fired = results.map(({ name }) => name).sort();
    if (fired.join() !== [...sample.rules].sort().join()) findings.push({ sample, fired });
  }
  return findings;
}
