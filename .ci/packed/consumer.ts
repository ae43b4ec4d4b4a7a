// A program of a user who writes TypeScript: it must compile, whatever module system the project has.
import { AftercareError, type Money, parseMoney, type Result } from '@aftercare/core';
import { canonicalJson } from '@aftercare/core/foundation';

export function textOf(input: unknown): string {
  const result: Result<Money> = parseMoney(input);
  if (!result.ok) throw new AftercareError(result.issues);
  const minor: number = result.value.minor;
  return canonicalJson({ minor, currency: result.value.currency });
}
