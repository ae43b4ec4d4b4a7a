// One complaint from report to close, decided by us and stepped by XState on the chart that toXState makes of the policy.
import { createShopCalendar, unwrap } from '@aftercare/core';
import {
  authorityCny,
  compensationDefinition,
  compensationKind,
  decide,
  loadAuthority,
  loadPolicy,
  openCase,
  toXState,
} from '@aftercare/policies';
import { initialTransition, setup, transition } from 'xstate';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const authority = unwrap(loadAuthority(authorityCny, { calendar }));
const calendars = { shop: calendar };
export const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));

const { facts } = compensationKind.behaviour.samples;
const now = '2026-03-02T10:00:00+08:00';
const contextOf = (id, role) => ({ now, actor: { id, role }, usage: {}, facts });
const AGENT = contextOf('li', 'agent');
const CUSTOMER = contextOf('customer-1', 'customer');
const PAYMENTS = contextOf('payments', 'system');

/** What happens after the report: four decisions. */
const STEPS = [
  { id: 'offer', type: 'propose', by: AGENT, params: { parts: [{ form: 'cash_refund', valueMinor: 1500 }] } },
  { id: 'yes', type: 'accept', by: CUSTOMER, params: {} },
  { id: 'paid', type: 'effect_succeeded', of: 'refund_payment', by: PAYMENTS },
  { id: 'end', type: 'close', by: AGENT, params: { rootCause: 'carrier_delay', bearer: 'carrier' } },
];
const REPORT = {
  id: 'report',
  type: 'report',
  params: { reason: 'late_delivery', lineIds: ['line-1'], evidence: [] },
};

/** A context whose facts and actor a host has just read from its database. */
export function readAnew({ actor: { id, role } }) {
  return { now, actor: { id, role }, usage: {}, facts: { ...facts } };
}

/** A reported case. */
export function reported(id) {
  return accepted(openCase(policy, REPORT, { ...AGENT, ids: [id] })).next;
}

/** Decides the four steps of a reported case: commands parsed, facts read, authority asked, events and effects made. */
export function decideAll(start, visit, contextFor = (context) => context) {
  let current = start;
  for (const { id, type, of, by, params } of STEPS) {
    const key = of && current.effects.find((effect) => effect.type === of).key;
    const decision = decide(policy, current, { id, type, params: params ?? { key } }, contextFor(by));
    current = accepted(decision).next;
    visit?.(current.state);
  }
  return current;
}

const chart = toXState(policy);
const machine = setup({ guards: chart.guards }).createMachine(chart.config);
const [INITIAL] = initialTransition(machine);

// The facts that guards look at come ready to XState: nothing is read, parsed or kept on that side.
const EVENTS = STEPS.map(({ type, of, by }) => ({
  type: of === undefined ? type : `${type}:${of}`,
  role: by.actor.role,
  facts: {
    compensatedLines: 0,
    understatedParts: 0,
    outranksConcerned: true,
    isAccepted: true,
    isStillWithinPaid: true,
    otherPayments: 'done',
  },
}));

/** Steps the chart through the same four. */
export function stepAll(visit) {
  let snapshot = INITIAL;
  for (const event of EVENTS) {
    [snapshot] = transition(machine, snapshot, event);
    visit?.(snapshot.value);
  }
  return snapshot;
}

/** All events of a case of so many: offers that the customer rejects, one after the other. */
export function eventsOfLongCase(count) {
  const opened = accepted(openCase(policy, REPORT, { ...AGENT, ids: ['long'] }));
  const events = [...opened.events];
  let current = opened.next;
  while (events.length < count) {
    const id = `command-${events.length}`;
    const [offer] = STEPS;
    const command =
      current.state === 'offered' ? { id, type: 'reject', params: {} } : { ...offer, id, by: undefined };
    const decision = accepted(decide(policy, current, command, AGENT));
    events.push(...decision.events);
    current = decision.next;
  }
  return { events, current };
}

function accepted(decision) {
  if (!decision.ok) throw new Error(decision.refusal.message);
  return decision;
}
