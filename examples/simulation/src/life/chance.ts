import { createHash } from 'node:crypto';

/** A number from 0 (included) to 1 (excluded) that looks random and is the same on every machine and in every run. */
export function chance(about: string, id: string): number {
  return createHash('sha256').update(`${about}/${id}`).digest().readUInt32BE(0) / 2 ** 32;
}
