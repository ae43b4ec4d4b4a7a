import type { SettingsOf } from '../../kind/index.js';
import type { CompensationPart } from './compensationSchemas.js';
import type { CompensationShape } from './compensationShape.js';

type Worth = SettingsOf<CompensationShape>['worth'];

/**
 * How many parts are worth more to the shop than they say, or are goods of which it is not said what they are worth. What is
 * given counts against limits at the value that it is proposed at, so that value is not for whoever proposes it to choose.
 */
export function understatedParts(parts: readonly CompensationPart[], worth: Worth): number {
  let count = 0;
  for (const part of parts) if (isUnderstated(part, worth)) count += 1;
  return count;
}

/** Exactly: the product of a number and a worth may pass what numbers hold. */
function isUnderstated(part: CompensationPart, { points, goods }: Worth): boolean {
  switch (part.form) {
    case 'points':
      return (
        BigInt(part.valueMinor) * BigInt(points.value.points) <
        BigInt(part.points) * BigInt(points.value.minor)
      );
    case 'goods': {
      const each = Object.hasOwn(goods.value, part.sku) ? goods.value[part.sku] : undefined;
      return each === undefined || BigInt(part.valueMinor) < BigInt(each) * BigInt(part.quantity);
    }
    default:
      return false;
  }
}
