import { codeSchema, identifierSchema } from '@aftercare/core';
import * as z from 'zod';

/**
 * Those who act without being staff: the customer of the case; the marketplace (`platform`), whose decisions stand
 * outside the shop's authority and are counted; the shop's own programs (`system`), which report how effects turned out;
 * and the `clock`, in whose name deadlines act.
 */
export const PARTIES = ['customer', 'platform', 'system', 'clock'] as const;

/** One who acts without being staff. */
export type Party = (typeof PARTIES)[number];

/** Schema of {@link Actor}. */
export const actorSchema = z.strictObject({
  id: identifierSchema.meta({ description: 'Who it is, as the shop knows them.' }),
  role: codeSchema.meta({ description: 'A role of the authority matrix, or a party such as `customer`.' }),
  onBehalfOf: identifierSchema.exactOptional().meta({
    description: 'Whose delegated authority is used, by their id.',
  }),
});

/** Who acts, in which role. The host knows and vouches for it. */
export interface Actor extends Readonly<z.infer<typeof actorSchema>> {}

/** Whether a role is that of a party and not of staff. */
export function isParty(role: string): role is Party {
  return role === 'customer' || role === 'platform' || role === 'system' || role === 'clock';
}

/** Whether two actors share a hand: one person acted in both, directly or through somebody else. */
export function shareHands(one: Actor, other: Actor): boolean {
  return (
    one.id === other.id ||
    one.id === other.onBehalfOf ||
    (one.onBehalfOf !== undefined && (one.onBehalfOf === other.id || one.onBehalfOf === other.onBehalfOf))
  );
}
