import { type Instant, unwrap } from '@aftercare/core';
import {
  type AnyCase,
  type AnyPolicy,
  anyPolicy,
  authorityCny,
  type Case,
  compensationDefinition,
  compensationKind,
  type DataOf,
  type HostFactsOf,
  type KindShape,
  loadAuthority,
  loadPolicy,
  type Policy,
  returnDefinition,
  returnKind,
} from '@aftercare/policies';
import { calendar, compensationFacts, type Order, returnFacts } from './orders.js';

/** A policy with what this shop's orders tell it. */
export interface Workflow {
  readonly policy: AnyPolicy;
  /** The cases are all of this workflow that the order has. */
  factsOf(order: Order, now: Instant, cases: readonly AnyCase[]): HostFactsOf<KindShape>;
}

const calendars = { shop: calendar };
const authority = unwrap(loadAuthority(authorityCny, { calendar }));

/** The workflows of the shop, by the names of their policies. */
export const workflows: ReadonlyMap<string, Workflow> = new Map(
  [
    workflow(
      unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars })),
      compensationFacts,
    ),
    workflow(unwrap(loadPolicy(returnKind, returnDefinition, { authority, calendars })), returnFacts),
  ].map((one) => [one.policy.name, one]),
);

/** Holds the types of both against each other; the desk treats all workflows alike. */
function workflow<Shape extends KindShape>(
  policy: Policy<Shape>,
  factsOf: (order: Order, now: Instant, cases: readonly Case<DataOf<Shape>>[]) => HostFactsOf<Shape>,
): Workflow {
  return { policy: anyPolicy(policy), factsOf };
}
