import type { FactPath } from '../ast/index.js';
import type { FactType } from './factType.js';

const ANY: FactType = { kind: 'any', nullable: true };
const LENGTH: FactType = { kind: 'number', minimum: 0, step: 1, nullable: false };

/** The type of a part of a fact's value, or the type that a step of the path cannot go into. */
type TypeAtPath = { readonly type: FactType } | { readonly within: FactType };

/**
 * Follows a path through a type. Whether the parts on the way may be null or absent is not asked here: a condition on a
 * part that is not there is false, not wrong.
 */
export function typeAtPath(type: FactType, path: FactPath): TypeAtPath {
  let current = type;
  for (const step of path) {
    const next = typeOfStep(current, step);
    if (next === undefined) return { within: current };
    current = next;
  }
  return { type: current };
}

function typeOfStep(type: FactType, step: string | number): FactType | undefined {
  switch (type.kind) {
    case 'any':
      return ANY;
    case 'object':
      return type.properties.get(String(step)) ?? type.rest;
    case 'list':
      if (step === 'length') return LENGTH;
      return typeof step === 'number' ? type.items : undefined;
    case 'number':
    case 'text':
    case 'choice':
    case 'null':
      return undefined;
  }
}
