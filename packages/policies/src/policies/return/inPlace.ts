import type { Plan } from './returnSchemas.js';
import { shareOf } from './shareOf.js';

/** Pieces that came in the place of others, or stay for less, and what they cost beyond what was paid for these. */
export type InPlace = Plan['supplements'][number];

/** What is taken of pieces that came in the place of others, and what is left of them. */
export interface TakenInPlace {
  readonly taken: readonly InPlace[];
  readonly left: readonly InPlace[];
}

/**
 * Takes pieces of a line, those that came in the place of others before those that were bought: what is claimed about is
 * mostly a replacement.
 */
export function takeInPlace(all: readonly InPlace[], lineId: string, pieces: number): TakenInPlace {
  const taken: InPlace[] = [];
  const left: InPlace[] = [];
  let open = pieces;
  for (const one of all) {
    const part = one.lineId === lineId ? Math.min(open, one.pieces) : 0;
    const minor = shareOf(one.minor, part, one.pieces);
    open -= part;
    if (part > 0) taken.push({ ...one, pieces: part, minor });
    if (part < one.pieces) left.push({ ...one, pieces: one.pieces - part, minor: one.minor - minor });
  }
  return { taken, left };
}

/** What several settlements come to: like goods of a line are one entry, with what is left of them. */
export function inPlaceTogether(all: readonly InPlace[]): InPlace[] {
  const together = new Map<string, InPlace>();
  for (const one of all) {
    const key = JSON.stringify([one.lineId, one.sku]);
    const { pieces = 0, minor = 0 } = together.get(key) ?? {};
    together.set(key, { ...one, pieces: pieces + one.pieces, minor: minor + one.minor });
  }
  return [...together.values()].filter(({ pieces, minor }) => pieces !== 0 || minor !== 0);
}

/** Pieces as a settlement notes them that takes them away. */
export function takenAway(taken: readonly InPlace[]): InPlace[] {
  return taken.map((one) => ({ ...one, pieces: -one.pieces, minor: -one.minor }));
}

/** What pieces cost beyond those in whose place they came; less than nothing where they cost less. */
export function costInPlace(all: readonly InPlace[]): number {
  return all.reduce((sum, { minor }) => sum + minor, 0);
}
