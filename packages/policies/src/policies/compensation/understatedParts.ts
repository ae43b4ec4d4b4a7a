import type { SettingsOf } from '../../kind/index.js';
import type { CompensationPart } from './compensationSchemas.js';
import type { CompensationShape } from './compensationShape.js';

type Worth = SettingsOf<CompensationShape>['worth'];

/**
 * How many parts are worth more to the shop than they say, or are goods of which it is not said what they are worth. What is
 * given counts against limits at the value that it is proposed at, so that value is not for whoever proposes it to choose.
 */
export function understatedParts(parts: readonly CompensationPart[], worth: Worth): number {
  return parts.filter((part) => {
    const least = worthOf(part, worth);
    return least === undefined || BigInt(part.valueMinor) < least;
  }).length;
}

/** Rounded up to the minor unit; `undefined` where nobody has said. */
function worthOf(part: CompensationPart, { points, goods }: Worth): bigint | undefined {
  switch (part.form) {
    case 'points': {
      const per = BigInt(points.value.points);
      return (BigInt(part.points) * BigInt(points.value.minor) + per - 1n) / per;
    }
    case 'goods': {
      const each = Object.hasOwn(goods.value, part.sku) ? goods.value[part.sku] : undefined;
      return each === undefined ? undefined : BigInt(each) * BigInt(part.quantity);
    }
    default:
      return 0n;
  }
}
