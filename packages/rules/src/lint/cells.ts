import { showValue } from '@aftercare/core/foundation';
import type { JsonValue } from '../ast/index.js';
import type { FactType } from '../factType/index.js';
import type { Cell } from './cell.js';
import { numberCells } from './numberCells.js';

/** Values that lists are told apart by; the number of cells is two to the power of it. */
const MOST_ITEMS = 6;

/**
 * Divides the values of a type into cells, given all values that rules compare it with. Only cells that some value lies
 * in: there is no integer between 4 and 5. `undefined` when there would be too many.
 */
export function cellsOf(type: FactType, mentioned: readonly JsonValue[]): readonly Cell[] | undefined {
  const cells = cellsOfNonNull(type, mentioned);
  return cells && (type.nullable ? [...cells, cellOf(null)] : cells);
}

function cellsOfNonNull(type: FactType, mentioned: readonly JsonValue[]): readonly Cell[] | undefined {
  switch (type.kind) {
    case 'number':
      return numberCells(
        type,
        mentioned.filter((value) => typeof value === 'number'),
      );
    case 'text':
    case 'choice':
      return scalarsOf(type, mentioned).map(cellOf);
    case 'list':
      return listCells(type.items, mentioned);
    case 'null':
      return [];
    case 'object':
    case 'any':
      return undefined;
  }
}

/** A value that stands for all that rules do not mention. */
const OTHER = Symbol('any other value');

type Scalar = JsonValue | typeof OTHER;

function cellOf(value: Scalar): Cell {
  return { value, label: value === OTHER ? '…' : showValue(value) };
}

/** The values of a type that rules can tell apart by whether they are equal to a mentioned one. */
function scalarsOf(type: FactType, mentioned: readonly JsonValue[]): readonly Scalar[] {
  if (type.kind === 'choice') return type.choices;
  const known = new Set(mentioned.filter((value) => value !== null));
  return [...known, OTHER];
}

/** A list is told apart by which of the values that rules mention are in it, and whether any other one is. */
function listCells(items: FactType, mentioned: readonly JsonValue[]): readonly Cell[] | undefined {
  const known = new Set<Scalar>(mentioned.filter((value) => value !== null || items.nullable).sort());
  const isComplete = items.kind === 'choice' && items.choices.every((choice) => known.has(choice));
  const isNullMissing = items.nullable && !known.has(null);
  const values: readonly Scalar[] = isComplete && !isNullMissing ? [...known] : [...known, OTHER];
  if (values.length > MOST_ITEMS) return undefined;
  const subsets = Array.from({ length: 2 ** values.length }, (_, bits) =>
    values.filter((_, index) => (bits >> index) & 1),
  );
  return subsets.map((value) => ({
    value,
    label: `[${value.map((item) => cellOf(item).label).join(', ')}]`,
  }));
}
