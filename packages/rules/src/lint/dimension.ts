import { type Comparison, formatPath, type JsonValue } from '../ast/index.js';
import type { FactCatalogue } from '../catalogue/index.js';
import type { FactType } from '../factType/index.js';
import { isOperatorName } from '../operators/index.js';
import type { CellSet } from './box.js';
import type { Cell } from './cell.js';
import { cellsOf } from './cells.js';

/**
 * A fact, or a part of one, that rules compare with values of their own, and the cells that its values fall into: within
 * one cell, all comparisons of the rules come out alike.
 */
export interface Dimension {
  /** The fact, and the path into it if there is one. */
  readonly key: string;
  readonly cells: readonly Cell[];
  /** The set of all cells. */
  readonly all: CellSet;
}

/** Why a comparison is beyond the analysis. */
export type BeyondReason =
  | 'custom_operator'
  /** It compares two facts with each other. */
  | 'two_facts'
  /** It reads a part that may not be there, or an item of a list. */
  | 'part'
  /** Its fact is of a type that the analysis does not know, or a list whose items it compares by order. */
  | 'type'
  /** It is one of too many about one list. */
  | 'too_many_cases';

/** What a comparison is about: a place with a type, or why it is beyond the analysis. */
export type Subject = { readonly key: string; readonly type: FactType } | { readonly beyond: BeyondReason };

/** Whether a comparison can be analysed, as far as it can be told from itself. */
export function subjectOf({ fact, operator, value }: Comparison, catalogue: FactCatalogue): Subject {
  if (!isOperatorName(operator)) return { beyond: 'custom_operator' };
  if (value.kind === 'fact') return { beyond: 'two_facts' };
  const description = catalogue.facts[fact.fact];
  const type = description && certainPart(description.type, fact.path);
  if (type === undefined) return { beyond: 'part' };
  const key = fact.path.length === 0 ? fact.fact : `${fact.fact} ${formatPath(fact.path)}`;
  const isOrder = operator.includes('Than');
  return isAnalysable(type, isOrder) ? { key, type } : { beyond: 'type' };
}

/** The type of a part that is there for every value of the type, or `undefined`. */
function certainPart(type: FactType, path: Comparison['fact']['path']): FactType | undefined {
  let current = type;
  for (const step of path) {
    if (current.kind !== 'object' || current.nullable || !current.required.has(String(step)))
      return undefined;
    const next = current.properties.get(String(step));
    if (next === undefined) return undefined;
    current = next;
  }
  return current;
}

/**
 * Whether values of a type fall into cells.
 *
 * @param isOrder - whether rules ask which of two values is the greater one
 */
export function isAnalysable(type: FactType, isOrder: boolean): boolean {
  switch (type.kind) {
    case 'number':
      // Multiples of a decimal step are not exact numbers.
      return type.step === undefined || Number.isInteger(type.step);
    case 'text':
    case 'choice':
    case 'null':
      return true;
    case 'list':
      // A list is known by which of the mentioned values are in it, which says nothing about their order.
      return !type.bounded && !isOrder && isScalar(type.items);
    case 'object':
    case 'any':
      return false;
  }
}

function isScalar({ kind }: FactType): boolean {
  return kind === 'number' || kind === 'text' || kind === 'choice';
}

/** A dimension for a place and all values that rules compare it with; `undefined` when it would have too many cells. */
export function dimensionOf(
  key: string,
  type: FactType,
  values: readonly JsonValue[],
): Dimension | undefined {
  const cells = cellsOf(type, values.flatMap(scalarsOf));
  return cells && { key, cells, all: (1n << BigInt(cells.length)) - 1n };
}

function scalarsOf(value: JsonValue): JsonValue[] {
  return isList(value) ? value.flatMap(scalarsOf) : [value];
}

// Array.isArray does not narrow read-only lists.
const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
