import type { Actor, Case } from '../src/case/index.js';
import type { DataOf, KindCommand } from '../src/kind/index.js';
import { type ReturnShape, returnKind } from '../src/policies/return/index.js';
import { agent, customer, system } from './returnPlays.js';

export type ReturnCase = Case<DataOf<ReturnShape>>;

type Command = KindCommand<ReturnShape>;

/** A command to a return, and who gives it. */
export type Step = Command & { readonly by: Actor };

export function step<Type extends Command['type']>(
  by: Actor,
  type: Type,
  params: (Command & { readonly type: Type })['params'],
): Step {
  // The type is that of the parameters, which a union cannot tell of a type that is not known yet.
  return { by, type, params } as Step;
}

/** They may decide everything, and one of them agrees to what the other puts up. */
export const owner: Actor = { id: 'o1', role: 'owner' };
export const otherOwner: Actor = { id: 'o2', role: 'owner' };

/** The pieces of each line that a counter of a case counts. */
export function piecesIn({ counters }: ReturnCase, counter: string) {
  return Object.entries(counters.lines)
    .map(([lineId, counts]) => ({ lineId, pieces: counts[counter] ?? 0 }))
    .filter(({ pieces }) => pieces > 0);
}

/** Payments, parcels and such that a case waits for, and that stand so. */
export function awaitedOf({ effects }: ReturnCase, status: 'pending' | 'failed') {
  const shapes: Readonly<Record<string, { readonly outcome: string }>> = returnKind.shape.effects;
  return effects.filter((effect) => effect.status === status && shapes[effect.type]?.outcome === 'awaited');
}

/** Whether nobody waits for anything more of a case. */
export function isAtRest({ state }: ReturnCase): boolean {
  return ['settled', 'rejected', 'cancelled', 'closed'].includes(state);
}

/**
 * What a shop would do next to bring a case to its end, best first: the first that is accepted is the natural next step.
 * Most of them are out of place in most states, which is for the policy to say.
 */
export function naturalSteps(one: ReturnCase): Step[] {
  // What others held may be free by now.
  if (one.data.rest !== undefined && one.state === 'settled')
    return [step(owner, 'settle', { missing: 'keep' })];
  if (isAtRest(one)) return [];
  return [...carryingOut(one), ...deciding(one), ...takingBack(one), ...ending(one)];
}

/** Payments and parcels go through, at the second try if not at the first. */
function carryingOut(one: ReturnCase): Step[] {
  return [
    ...awaitedOf(one, 'failed').map(({ key }) => step(system, 'retry_effect', { key })),
    ...awaitedOf(one, 'pending').map(({ key }) => step(system, 'effect_succeeded', { key })),
  ];
}

/** The customer gets what they ask for; for goods that they keep, a part of the price. */
function deciding(one: ReturnCase): Step[] {
  const lines = piecesIn(one, 'undecided');
  const { remedy } = one.data;
  const grants =
    remedy === 'partial_refund'
      ? [step(owner, 'offer', { remedy, amountMinor: 1_000 })]
      : [step(owner, 'approve', { lines })];
  return [
    step(otherOwner, 'agree', {}),
    step(agent, 'accept_offer', {}),
    ...(lines.length > 0 ? grants : []),
    step(owner, 'reject', { ground: 'already_settled', note: 'Another return has dealt with it.' }),
  ];
}

/** What is here goes on a shelf, and what was agreed upon and is not here comes. */
function takingBack(one: ReturnCase): Step[] {
  const { id, version, data } = one;
  const coming = piecesIn(one, 'unsettled')
    .map(({ lineId, pieces }) => ({
      lineId,
      pieces: pieces - (data.accepted[lineId] ?? 0) - (data.lost[lineId] ?? 0),
    }))
    .filter(({ pieces }) => pieces > 0);
  return [
    ...piecesIn(one, 'toInspect').map((line) =>
      step(agent, 'inspect', { ...line, condition: 'as_sold', disposal: 'restock' }),
    ),
    ...(coming.length > 0
      ? [step(agent, 'receive_parcel', { parcelId: `${id} ${version}`, lines: coming })]
      : []),
  ];
}

/** What has come is paid for. A case about goods that cannot come is given up. */
function ending(one: ReturnCase): Step[] {
  return [
    step(owner, 'settle', { missing: 'keep' }),
    ...(piecesIn(one, 'underWay').length > 0 ? [step(agent, 'confirm_receipt', {})] : []),
    step(agent, 'cancel', {}),
    step(customer, 'withdraw_dispute', {}),
    step(agent, 'reopen', { evidence: [] }),
  ];
}
