import type { Kind, KindBehaviour, KindShape } from './kind.js';

/**
 * Declares a kind of case: its schemas first, then what it computes, whose types follow from the schemas. Definitions
 * are bound to it by {@link loadPolicy}, which also checks that both fit together.
 *
 * @example
 * ```ts
 * import { compensationKind } from '@aftercare/policies';
 *
 * compensationKind.shape.name; // => 'compensation'
 * Object.keys(compensationKind.behaviour.calculators); // => ['numbered_offer', 'demanded_total', 'promise', 'paid_part']
 * ```
 */
export function defineKind<Shape extends KindShape>(
  shape: Shape,
  behaviour: KindBehaviour<Shape>,
): Kind<Shape> {
  return Object.freeze({ shape: Object.freeze(shape), behaviour: Object.freeze(behaviour) });
}
