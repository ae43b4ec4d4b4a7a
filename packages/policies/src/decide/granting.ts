import type { Money } from '@aftercare/core';
import type { JsonValue } from '@aftercare/rules';
import { type Assessment, assessAt, type Cap, type Reservation, type Usage } from '../authority/index.js';
import { type Approval, type ApprovalRequest, shareHands } from '../case/index.js';
import { appended, approvalsAfter } from '../evolve/index.js';
import type { View } from '../kind/index.js';
import type { CompiledGrant, CompiledGrantUse, CompiledTransition } from '../policy/index.js';
import type { RefusalDetails } from '../refusal/index.js';
import { type Lack, lacking } from './lack.js';
import { sameJson } from './sameJson.js';
import { millisOf, type Working } from './working.js';

/** What a transition does to requests, approvals and budgets. */
export interface Granting {
  readonly ok: true;
  readonly assessment: Assessment | null;
  /** All that are open then; null when they stay as they are. */
  readonly requests: readonly ApprovalRequest[] | null;
  /** New or changed ones. */
  readonly approvals: readonly Approval[];
  readonly reservations: readonly Reservation[];
}

const NOTHING: Granting = Object.freeze({
  ok: true,
  assessment: null,
  requests: null,
  approvals: Object.freeze([]),
  reservations: Object.freeze([]),
});

/** Works out what a transition grants, asks, pays or gives up, with the data after it; or what it lacks. */
export function grantingOf(
  transition: CompiledTransition,
  working: Working,
  isFinal: boolean,
): Granting | Lack {
  const { grant, requires, commits, releases } = transition;
  const { current } = working;
  const holds = current.approvals.length > 0;
  if (grant === undefined && requires === undefined && !holds && current.requests.length === 0)
    return NOTHING;
  if (requires !== undefined) {
    const lack = lackOfApproval(requires, working);
    if (lack !== undefined) return lack;
  }
  const granted = grant === undefined ? NOTHING : grantNow(grant, working);
  if (!granted.ok) return granted;
  return settle(granted, commits, releases, working, isFinal);
}

function lackOfApproval(
  { name, grant }: CompiledGrantUse,
  { view: working, current, policy, millis }: Working,
): Lack | undefined {
  const view = working as unknown as View;
  const approval = find(current.approvals, name, grant.id(view));
  if (approval === undefined || approval.status === 'released') return approvalMissing(name, 'none');
  if (!sameJson(approval.subject, grant.subject(view))) return approvalMissing(name, 'changed');
  if (approval.policyVersion !== policy.version) return approvalMissing(name, 'other_version');
  const { expiresAt } = approval;
  if (expiresAt !== null && millis >= millisOf(expiresAt, policy.machine.readExpiry))
    return approvalMissing(name, 'expired');
  return undefined;
}

function approvalMissing(grant: string, why: RefusalDetails['approval_missing']['why']): Lack {
  return lacking('approval_missing', { grant, why });
}

function find<One extends Entry>(entries: readonly One[], grant: string, id: string): One | undefined {
  for (const entry of entries) if (entry.grant === grant && entry.id === id) return entry;
  return undefined;
}

/** A grant as it stands in the data after the command. */
interface Wanted {
  readonly id: string;
  /** Plain JSON, as the kind's author promises by its type. */
  readonly subject: JsonValue;
  readonly amount: Money;
  readonly caps: readonly Cap[];
}

const NO_CAPS: readonly Cap[] = Object.freeze([]);

function wantedOf({ grant }: CompiledGrant, { view: working }: Working): Wanted {
  const view = working as unknown as View;
  return {
    id: grant.id(view),
    subject: grant.subject(view) as JsonValue,
    amount: grant.amount(view),
    caps: grant.caps?.(view) ?? NO_CAPS,
  };
}

function grantNow(use: CompiledGrant, working: Working): Granting | Lack {
  const { current, view } = working;
  const grant = wantedOf(use, working);
  const request = find(current.requests, use.name, grant.id);
  if (use.mode === 'approves' && (request === undefined || !sameJson(request.subject, grant.subject))) {
    return lacking('nothing_asked', { grant: use.name });
  }
  const before = find(current.approvals, use.name, grant.id);
  const held = before?.status === 'held' ? before : undefined;
  const usage = held === undefined ? view.usage : without(view.usage, held);
  const assessment = assess(use, grant, working, usage);
  if (use.mode === 'approves' && request !== undefined && shareHands(request.askedBy, view.actor)) {
    return lacking('own_request', { askedBy: request.askedBy.id, role: assessment.by });
  }
  if (use.mode === 'asks') return ask(use, grant, assessment, usage, working);
  if (!assessment.covered) return lackOfAuthority(assessment, grant);
  const approval: Approval = {
    grant: use.name,
    id: grant.id,
    subject: grant.subject,
    action: use.action,
    amount: grant.amount,
    grantedBy: view.actor,
    role: assessment.role,
    askedBy: use.mode === 'approves' && request !== undefined ? request.askedBy : view.actor,
    policyVersion: working.policy.version,
    at: view.now,
    expiresAt: working.policy.machine.approvalsEnd?.(working.millis) ?? null,
    holds: assessment.reservations.map(({ key, amount }) => ({ key, amount })),
    status: 'held',
  };
  return {
    ok: true,
    assessment,
    approvals: [approval],
    requests: request === undefined ? null : current.requests.filter((one) => one !== request),
    reservations: held === undefined ? assessment.reservations : netOf(assessment.reservations, held),
  };
}

function assess(
  { action, scheme }: CompiledGrant,
  { amount, caps }: Wanted,
  { policy, view, millis }: Working,
  usage: Usage,
): Assessment {
  const { orderId, customerId, paid } = policy.kind.behaviour.subject(view.data);
  const { actor } = view;
  const { authority } = policy;
  return assessAt({
    action,
    amount,
    orderId,
    customerId,
    paid,
    actor,
    caps,
    millis,
    scheme,
    authority,
    usage,
  });
}

/** What was granted before, without what this case gives back when it grants anew. */
function without(usage: Usage, { holds }: Approval): Usage {
  const freed = holds.map(({ key, amount }) => {
    const entry = usage[key] ?? { amount: 0, version: 0 };
    return [key, { amount: entry.amount - amount, version: entry.version }] as const;
  });
  return { ...usage, ...Object.fromEntries(freed) };
}

/** Reservations of a new grant together with what an earlier one gives back. */
function netOf(reservations: readonly Reservation[], { holds }: Approval): readonly Reservation[] {
  const taken = new Set(reservations.map(({ key }) => key));
  const net = reservations.map((reservation) => {
    const freed = holds
      .filter(({ key }) => key === reservation.key)
      .reduce((sum, hold) => sum + hold.amount, 0);
    return { ...reservation, amount: reservation.amount - freed };
  });
  return [...net, ...holds.filter(({ key }) => !taken.has(key)).map(giveBack)];
}

function giveBack({ key, amount }: { readonly key: string; readonly amount: number }): Reservation {
  return { key, amount: -amount };
}

function ask(
  use: CompiledGrant,
  grant: Wanted,
  assessment: Assessment,
  usage: Usage,
  { current, view, policy }: Working,
): Granting | Lack {
  const beyondCap = grant.caps.some(
    ({ key, amount, limit }) => amount > 0 && (usage[key]?.amount ?? 0) + amount > limit,
  );
  // What no approval can make right is not put before anybody.
  if (beyondCap && !assessment.covered) return lackOfAuthority({ ...assessment, by: null }, grant);
  const request: ApprovalRequest = {
    grant: use.name,
    id: grant.id,
    subject: grant.subject,
    amount: grant.amount,
    askedBy: view.actor,
    at: view.now,
  };
  const { roles } = policy.authority.matrix;
  // When no role has enough authority, the highest one is told; it can widen the matrix, nothing else can.
  view.approver = assessment.by ?? roles.at(-1)?.role ?? null;
  const others = current.requests.filter((one) => one.grant !== use.name || one.id !== grant.id);
  return { ok: true, assessment, requests: [...others, request], approvals: [], reservations: [] };
}

function lackOfAuthority({ by, byMost, mostMinor, exceeded }: Assessment, { amount }: Wanted): Lack {
  const details = { askedMinor: amount.minor, mostMinor, currency: amount.currency, exceeded };
  return by === null
    ? lacking('over_limit', { ...details, byMost })
    : lacking('needs_approval', { ...details, role: by });
}

/** Marks grants as paid or given up; a case that ends gives up all that it has not paid. */
function settle(
  granting: Granting,
  commits: CompiledGrantUse | undefined,
  releases: CompiledGrantUse | undefined,
  { current, view }: Working,
  isFinal: boolean,
): Granting {
  if (commits === undefined && releases === undefined && !isFinal) return granting;
  const paid = commits?.grant.id(view as unknown as View);
  const given = releases?.grant.id(view as unknown as View);
  let changed: readonly Approval[] = [];
  const freed: Reservation[] = [];
  for (const approval of approvalsAfter(current.approvals, granting.approvals)) {
    if (approval.status !== 'held') continue;
    if (isOf(approval, commits, paid)) changed = appended(changed, withStatus(approval, 'committed'));
    else if (isFinal || isOf(approval, releases, given)) {
      changed = appended(changed, withStatus(approval, 'released'));
      for (const hold of approval.holds) freed.push(giveBack(hold));
    } else if (granting.approvals.includes(approval)) changed = appended(changed, approval);
  }
  const open = granting.requests ?? current.requests;
  const left = isFinal ? [] : open.filter((request) => !isOf(request, releases, given));
  if (changed.length === 0 && freed.length === 0 && left.length === open.length) return granting;
  return {
    ok: true,
    assessment: granting.assessment,
    approvals: changed,
    requests: left.length === open.length ? granting.requests : left,
    reservations: freed.length === 0 ? granting.reservations : [...granting.reservations, ...freed],
  };
}

function isOf(entry: Entry, use: CompiledGrantUse | undefined, id: string | undefined): boolean {
  return use !== undefined && entry.grant === use.name && entry.id === id;
}

/** What tells approvals and requests of a case apart. */
interface Entry {
  readonly grant: string;
  readonly id: string;
}

function withStatus(approval: Approval, status: Approval['status']): Approval {
  return { ...approval, status };
}
