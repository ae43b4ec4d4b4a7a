/**
 * A set of values of one dimension: bit n stands for its cell n. Bigints, since a dimension has as many cells as its
 * rules draw borders.
 */
export type CellSet = bigint;

/**
 * A set of fact records: for each dimension, by its key, the cells that the record's value may lie in. A dimension that
 * is not there may have any value, so the box of no dimensions holds every record. No cell set is empty.
 */
export type Box = ReadonlyMap<string, CellSet>;

/** Boxes that together make a region; they may overlap. None at all is the empty region. */
export type Region = readonly Box[];

/** The box of every record. */
export const EVERYTHING: Box = new Map();

/** Regions of more boxes than this are given up: they say more than people could follow. */
const MOST_BOXES = 1_000;

/** What two boxes have in common, or `undefined` if that is nothing. */
function intersectBoxes(a: Box, b: Box): Box | undefined {
  const common = new Map(a);
  for (const [key, cells] of b) {
    const both = (common.get(key) ?? cells) & cells;
    if (both === 0n) return undefined;
    common.set(key, both);
  }
  return common;
}

/** What two regions have in common; `undefined` when it has too many boxes. */
export function intersect(a: Region, b: Region): Region | undefined {
  const boxes: Box[] = [];
  for (const one of a) {
    for (const other of b) {
      const common = intersectBoxes(one, other);
      if (common !== undefined) boxes.push(common);
      if (boxes.length > MOST_BOXES) return undefined;
    }
  }
  return merged(boxes);
}

/** Whether two regions have a record in common; the box of such records, or `undefined`. */
export function commonBox(a: Region, b: Region): Box | undefined {
  for (const one of a) {
    for (const other of b) {
      const common = intersectBoxes(one, other);
      if (common !== undefined) return common;
    }
  }
  return undefined;
}

/** All of two regions; `undefined` when it has too many boxes. */
export function unite(a: Region, b: Region): Region | undefined {
  return a.length + b.length > MOST_BOXES ? undefined : merged([...a, ...b]);
}

/**
 * What is in a region and not in another; `undefined` when it has too many boxes.
 *
 * @param allCells - the set of all cells of a dimension
 */
export function subtract(a: Region, b: Region, allCells: (key: string) => CellSet): Region | undefined {
  let left: Region = a;
  for (const removed of b) {
    left = left.flatMap((box) => subtractBox(box, removed, allCells));
    if (left.length > MOST_BOXES) return undefined;
  }
  return merged(left);
}

/** The parts of a box outside of another one: for each dimension, what is cut off there and nowhere before. */
function subtractBox(box: Box, removed: Box, allCells: (key: string) => CellSet): Box[] {
  if (intersectBoxes(box, removed) === undefined) return [box];
  const parts: Box[] = [];
  const rest = new Map(box);
  for (const [key, cells] of removed) {
    const own = rest.get(key) ?? allCells(key);
    const outside = own & ~cells;
    if (outside !== 0n) parts.push(new Map(rest).set(key, outside));
    rest.set(key, own & cells);
  }
  return parts;
}

/** Merging compares all pairs, which only pays while there are few. */
const MOST_TO_MERGE = 64;

/** The same region in fewer boxes: two that differ in one dimension only become one. */
function merged(boxes: Region): Region {
  if (boxes.length > MOST_TO_MERGE) return boxes;
  const result: Box[] = [];
  for (const box of boxes) {
    let current = box;
    // A box that has grown may now fit another one, so the search begins again.
    for (let index = 0; index < result.length; index++) {
      const other = result[index];
      const union = other && unionOfTwo(other, current);
      if (union === undefined) continue;
      current = union;
      result.splice(index, 1);
      index = -1;
    }
    result.push(current);
  }
  return result;
}

/** The union of two boxes where it is a box that the dimensions they name can tell; `undefined` otherwise. */
function unionOfTwo(a: Box, b: Box): Box | undefined {
  if (contains(a, b)) return a;
  if (contains(b, a)) return b;
  if (a.size !== b.size) return undefined;
  let union: Box | undefined;
  for (const [key, cells] of a) {
    const others = b.get(key);
    if (others === undefined) return undefined;
    if (others === cells) continue;
    if (union !== undefined) return undefined;
    union = new Map(a).set(key, cells | others);
  }
  return union ?? a;
}

/** Whether every record of `inner` is in `outer`. */
function contains(outer: Box, inner: Box): boolean {
  for (const [key, cells] of outer) {
    const others = inner.get(key);
    if (others === undefined || (others & ~cells) !== 0n) return false;
  }
  return true;
}
