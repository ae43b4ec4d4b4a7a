import { unwrap } from '@aftercare/core';
import { sameJson } from '../../decide/sameJson.js';
import type { Opening, PolicyDefinition, Transition } from '../../definition/index.js';
import type { KindFinding } from '../../kind/index.js';
import { guardFactsOf, guardRules } from '../../policy/index.js';
import { invoiceSamples } from './invoiceSamples.js';
import type { InvoiceSettings } from './invoiceSchemas.js';
import { invoiceShape } from './invoiceShape.js';

/** Facts about a request with which nothing is wrong: they are the same however its invoice fares. */
const VALID = [1, 100, 10_000, 1_000_000_000].flatMap((leftMinor) =>
  (['digital', 'paper'] as const).map((medium) => ({
    contentIsOfOrder: true,
    missingTitleFields: 0,
    formIsOffered: true,
    addressIsKnown: true,
    leftMinor,
    medium,
  })),
);

/** Facts about how its invoice fares, one way and the other. */
const FARES = [true, false].map((is) => ({
  newlyRefundedMinor: is ? 1 : -1,
  changesInvoice: is,
  hasInvoiceToRetry: is,
  retriesRightInvoice: is,
  isIssuing: is,
  isGivenUpInvoice: is,
  invoiceIsRight: is,
  stillReversing: is ? 1 : 0,
  reversesAsPlanned: is,
  failedVoidings: is ? 1 : 0,
  sendsLatestInvoice: is,
  unbalancedMinor: is ? 1 : 0,
}));

/** Events by which a request comes to its invoice, and by which it is sent back to the customer. */
const ISSUED = 'invoice_issued';
const SENT_BACK = 'sent_back';

type Definition = PolicyDefinition<InvoiceSettings>;
type Step = Opening | Transition;

/**
 * Looks for ways in which a request with which nothing is wrong does not come to its invoice unless the customer gives
 * up: an opening or a step that asks for more than the request, a step of the shop's into a state that leads to no
 * invoice, or back to the customer; and settings under which a private person could ask for nothing.
 */
export function verifyInvoice(definition: Definition): readonly KindFinding[] {
  const found = [...settingFindings(definition)];
  const guards = unwrap(guardRules(definition, guardFactsOf(invoiceShape)));
  for (const valid of VALID) {
    const isOpen = openSteps(valid, (facts) => guards.fired(facts as never).map(({ rule }) => rule.name));
    found.push(...openingFindings(definition, isOpen), ...pathFindings(definition, isOpen));
  }
  // What is found for several requests is told once.
  return found.filter((one, index) => found.findIndex((other) => sameJson(other, one)) === index);
}

function* settingFindings({ settings, opening }: Definition): Generator<KindFinding> {
  if (!settings.forms.value.includes('ordinary')) {
    yield {
      path: ['settings', 'forms'],
      texts: {
        en: 'Without ordinary invoices, private persons get none.',
        'zh-CN': '若不开具普通发票，个人消费者将无法取得发票。',
      },
    };
  }
  if (!opening.by.includes('customer')) {
    yield {
      path: ['opening', 'by'],
      texts: { en: 'Customers cannot ask for an invoice themselves.', 'zh-CN': '客户无法自行申请开票。' },
    };
  }
}

function* openingFindings({ opening }: Definition, isOpen: IsOpen): Generator<KindFinding> {
  if (isOpen(opening, 'some')) return;
  yield {
    path: ['opening'],
    texts: { en: 'A valid request can be refused at once.', 'zh-CN': '有效的开票申请可能在提交时即被拒绝。' },
  };
}

function* pathFindings({ initial, transitions }: Definition, isOpen: IsOpen): Generator<KindFinding> {
  const open = transitions.filter((step) => isOpen(step, 'some') && !isHidden(step, transitions, isOpen));
  const leading = statesLeadingToInvoice(open);
  const ofShop = open.filter(({ by, event }) => event !== ISSUED && by.some((party) => party !== 'customer'));
  const reached = new Set([initial]);
  for (const state of reached) {
    if (!leading.has(state)) yield deadEnd(state);
    for (const { from, to } of ofShop) if (from.includes(state) && to !== undefined) reached.add(to);
  }
  for (const { from, event, name } of ofShop) {
    if (event !== SENT_BACK || !from.some((state) => reached.has(state))) continue;
    yield {
      path: ['transitions', transitions.findIndex((one) => one.name === name)],
      texts: {
        en: `"${name}" can send back a request with which nothing is wrong.`,
        'zh-CN': `“${name}”可能退回并无问题的开票申请。`,
      },
    };
  }
}

function deadEnd(state: string): KindFinding {
  return {
    path: ['states', state],
    texts: {
      en: `A valid request can be in the state "${state}" without the customer's doing, and gets no invoice from there.`,
      'zh-CN': `有效的开票申请可能在客户未作任何操作的情况下进入状态“${state}”，此后无法取得发票。`,
    },
  };
}

/** States from which an invoice can still be issued that stays. */
function statesLeadingToInvoice(open: readonly Transition[]): ReadonlySet<string> {
  const last = open.filter(({ event, to }) => event === ISSUED && to !== undefined);
  const leading = new Set(last.flatMap(({ from }) => from));
  for (const state of leading) {
    for (const { from, to } of open) if (to === state) for (const source of from) leading.add(source);
  }
  return leading;
}

/** Whether a step is open to a valid request: as its invoice may fare, or however it fares. */
type IsOpen = (step: Step, fares: 'some' | 'every') => boolean;

function openSteps(valid: object, holding: (facts: object) => readonly string[]): IsOpen {
  const held = new Map<string, readonly (readonly string[])[]>();
  const heldFor = (actorRole: string) => {
    const before = held.get(actorRole);
    if (before !== undefined) return before;
    const { facts } = invoiceSamples;
    const fares = FARES.map((fare) => holding({ ...facts, ...valid, ...fare, actorRole, actorRank: 0 }));
    held.set(actorRole, fares);
    return fares;
  };
  return (step, mode) =>
    asksForNothingMore(step) &&
    step.by.some((party) => {
      const fares = heldFor(party);
      return (step.when ?? []).every((guard) => fares[mode]((names) => names.includes(guard)));
    });
}

/** An invoice needs nobody's approval and no evidence. */
function asksForNothingMore(step: Step): boolean {
  if (step.needsEvidence) return false;
  return !('name' in step) || (step.asks ?? step.approves ?? step.grants ?? step.requires) === undefined;
}

/** Whether an earlier transition of the same states and command always takes the turn. */
function isHidden(transition: Transition, all: readonly Transition[], isOpen: IsOpen): boolean {
  const earlier = all.slice(0, all.indexOf(transition));
  return earlier.some(
    (one) =>
      one.on === transition.on &&
      transition.from.every((state) => one.from.includes(state)) &&
      transition.by.every((party) => one.by.includes(party)) &&
      (transition.of ?? []).every((effect) => one.of?.includes(effect)) &&
      isOpen(one, 'every'),
  );
}
