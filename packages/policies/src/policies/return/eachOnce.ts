import type * as z from 'zod';
import type { LinePieces } from './returnSchemas.js';

/**
 * Lines that are named once each: what is said about one of them in two places is summed up by nobody, and two
 * replacements for the same pieces cannot both be meant.
 */
export function eachOnce<Schema extends z.ZodType<readonly Pick<LinePieces, 'lineId'>[]>>(
  lines: Schema,
): Schema {
  return lines.refine((all) => new Set(all.map(({ lineId }) => lineId)).size === all.length, {
    error: 'Each line is named once.',
  });
}
