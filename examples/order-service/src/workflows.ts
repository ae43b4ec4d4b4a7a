import { type Instant, unwrap } from '@aftercare/core';
import {
  authorityCny,
  type Case,
  type CommandOf,
  compensationDefinition,
  compensationKind,
  type DataOf,
  type Decision,
  type HostFactsOf,
  type KindShape,
  loadAuthority,
  loadPolicy,
  type Policy,
  returnDefinition,
  returnKind,
} from '@aftercare/policies';
import { calendar, compensationFacts, type Order, returnFacts } from './orders.js';

/** A case, a command and a decision of any workflow. */
export type AnyCase = Case<DataOf<KindShape>>;
export type AnyCommand = CommandOf<KindShape>;
export type AnyDecision = Decision<DataOf<KindShape>>;

/** A policy with what this shop's orders tell it. */
export interface Workflow {
  readonly policy: Policy;
  factsOf(order: Order, now: Instant): HostFactsOf<KindShape>;
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

function workflow<Shape extends KindShape>(
  policy: Policy<Shape>,
  factsOf: (order: Order, now: Instant) => HostFactsOf<Shape>,
): Workflow {
  // Here the types of both have been held against each other; the desk treats all workflows alike.
  return { policy: policy as unknown as Policy, factsOf };
}
