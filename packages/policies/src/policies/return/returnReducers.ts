import type { DataOf, KindBehaviour, ReadonlyOutput } from '../../kind/index.js';
import { countIn } from './countIn.js';
import { type InPlace, inPlaceTogether, takeInPlace, takenAway } from './inPlace.js';
import { addTenders, NO_TENDERS } from './refundSplit.js';
import type { LinePieces, Move, PiecesByLine, Plan } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';

type Data = DataOf<ReturnShape>;
type Receipt = ReadonlyOutput<ReturnShape['events']['parcel_received']>;
type Parcel = Data['parcels'][number];

/** The data after each event. */
export const returnReducers: KindBehaviour<ReturnShape>['apply'] = {
  requested: (data) => data,
  evidence_asked: (data, { evidence }, at) => ({
    ...data,
    evidenceWanted: [...evidence],
    customerAskedAt: at,
  }),
  evidence_added: (data, { evidence }) => withEvidence(data, evidence),
  fault_assessed: (data, { fault }) => ({ ...voided(data), fault }),

  offer_put_up: (data, { plan, remedy, amountMinor }) => ({
    ...withRequest(data, plan, 'offer'),
    offer: { remedy, amountMinor },
  }),
  offered: (data, { plan, remedy, amountMinor }, at) => ({
    ...withGrant(data, plan),
    offer: { remedy, amountMinor },
    customerAskedAt: at,
  }),
  offer_approved: (data, _, at) => ({ ...data, held: data.plan, pending: 'nothing', customerAskedAt: at }),
  offer_accepted: (data) => ({ ...data, remedy: data.offer?.remedy ?? data.remedy }),
  offer_declined: (data) => withoutPlan(data),
  freight_offered: (data) => ({ ...data, freight: { ...data.freight, rung: data.freight.rung + 1 } }),
  freight_agreed: (data, { rule, promise }) => ({
    ...voided(data),
    freight: { ...data.freight, agreed: rule, promise },
  }),

  approval_asked: (data, { plan }) => withRequest(data, plan, 'approval'),
  approved: (data, { plan }) => withGrant(data, plan),
  denied: (data) => (data.pending === 'settlement' ? voided(data) : withoutPlan(data)),
  rejected: (data, { ground, note }) => ({ ...withoutPlan(data), refusal: { ground, note } }),
  cancelled: (data) => withoutPlan(data),
  goods_kept: (data) => voided(data),

  return_arranged: (data) => data,
  parcel_sent: (data, { moves: _, freight = null, ...parcel }, at) => ({
    ...voided(data),
    parcels: withParcel(data.parcels, { ...parcel, freight }),
    lastSentAt: at,
  }),
  parcel_received: (data, receipt, at) => withReceipt(data, receipt, at),
  late_parcel_received: (data, receipt, at) => nextRound(withReceipt(data, receipt, at)),
  receipt_confirmed: (data, { moves }) => withFound(voided(data), moves),
  inspected: (data, { disposal, lineId, pieces, deductMinor = 0, moves }) => {
    if (disposal === 'send_back') return voided(data);
    // What was paid for before it came is settled: nothing is left to take its wear off.
    const accepted = pieces + byOf(moves, 'unreturned');
    return {
      ...voided(data),
      accepted: added(data.accepted, lineId, accepted),
      deductedMinor: data.deductedMinor + (accepted > 0 ? deductMinor : 0),
    };
  },
  goods_stopped: (data, { stopped }) => ({
    ...voided(data),
    accepted: stopped.reduce((all, { lineId, pieces }) => added(all, lineId, pieces), data.accepted),
    // A carrier may find what was taken for lost, when it is asked again.
    lost: { ...data.lost, ...Object.fromEntries(stopped.map(({ lineId }) => [lineId, 0])) },
  }),
  goods_lost: (data, { lost }, at) => ({
    ...voided(sinceThen(data, at)),
    lost: { ...data.lost, ...Object.fromEntries(lost.map(({ lineId, pieces }) => [lineId, pieces])) },
  }),
  remedy_changed: (data, { remedy, amountMinor }) => ({
    ...voided(data),
    remedy,
    offer: { remedy, amountMinor },
  }),

  settlement_asked: (data, { plan }) => withRequest(data, plan, 'settlement'),
  settlement_decided: (data, { plan }, at) => ({
    ...withGrant(data, plan),
    paymentAskedAt: plan.toPayMinor > 0 ? at : null,
  }),
  rest_decided: (data, { plan }) => nextRound(withGrant(data, plan)),
  settled_without: (data, { plan }, at) => settled(data, plan, at),
  settlement_given_up: (data) => ({ ...nextRound(withoutPlan(data)), offer: data.offer }),
  shipment_given_up: (data, { plan }) =>
    nextRound({
      ...carriedOut(data, plan),
      deductedMinor: Math.max(0, data.deductedMinor - (plan.wearMinor ?? 0)),
    }),
  difference_paid: (data, { differenceMinor }) => ({
    ...data,
    paymentAskedAt: null,
    differencePaidMinor: data.differencePaidMinor + differenceMinor,
  }),
  difference_unpaid: (data) => withoutPlan({ ...data, paymentAskedAt: null }),
  part_settled: (data, { tender, returnedMinor }) => withReturned(data, tender, returnedMinor),
  settled: (data, { tender, returnedMinor }, at) =>
    data.plan === null ? data : settled(withReturned(data, tender, returnedMinor), data.plan, at),

  claimed: (data, { remedy, reason, fault = data.fault, lines, evidence }) => ({
    ...nextRound(data),
    // What was shown of other pieces shows nothing of these.
    evidence: [...new Set(evidence)],
    evidenceWanted: [],
    remedy,
    reason,
    fault,
    requested: [...lines],
  }),
  reopened: (data, { evidence }) => nextRound(withoutPlan(withEvidence(data, evidence))),
  disputed: (data, { evidence }) => withEvidence(voided(data), evidence),
  settlement_disputed: (data, { evidence }) => nextRound(withEvidence(data, evidence)),
  dispute_withdrawn: (data, _, at) => sinceThen(data, at),
  return_ordered: (data, { plan }) => ({ ...withGrant(data, plan), remedy: plan.remedy, refusal: null }),
  refund_ordered: (data, { plan }) => ({ ...withGrant(data, plan), refusal: null, paymentAskedAt: null }),
  refund_imposed: (data, { plan }, at) =>
    settled({ ...data, refusal: null, returned: addTenders(data.returned, plan.tenders) }, plan, at),
  refund_counted: (data, { plan }) => ({
    ...voided(data),
    returned: addTenders(data.returned, plan.tenders),
    supplements: supplementsAfter(data, plan),
    lastPlan: plan,
  }),
  dismissed: (data) => withoutPlan(data),
  noted: (data) => data,
  unanswered: (data) => withoutPlan(data),
  escalated: (data) => data,
  lapsed: (data) => data,
  closed: (data) => withoutPlan(data),
};

function withEvidence(data: Data, evidence: readonly string[]): Data {
  return {
    ...data,
    evidence: [...new Set([...data.evidence, ...evidence])],
    evidenceWanted: data.evidenceWanted.filter((wanted) => !evidence.includes(wanted)),
  };
}

/** Something is put before a superior; what was granted before stays so until something else is. */
function withRequest(data: Data, plan: Plan, pending: Data['pending']): Data {
  return { ...data, plan, pending };
}

function withGrant(data: Data, plan: Plan): Data {
  return { ...data, plan, held: plan, pending: 'nothing' };
}

function withoutPlan(data: Data): Data {
  return { ...data, plan: null, held: null, pending: 'nothing', offer: null };
}

/** What was put before a superior is no longer what would be done. */
function voided(data: Data): Data {
  return data.pending === 'nothing' ? data : { ...data, plan: data.held, pending: 'nothing' };
}

/** What the next settlement begins with: nothing of this one is settled again. */
function settled(data: Data, plan: Plan, at: string): Data {
  return {
    ...carriedOut(data, plan),
    accepted: {},
    lost: {},
    deductedMinor: 0,
    lastSentAt: null,
    freight: { rung: data.freight.rung, agreed: null, promise: data.freight.promise },
    settledAt: at,
  };
}

/** Money has gone where a settlement had it go. */
function carriedOut(before: Data, plan: Plan): Data {
  const { rest: _, ...data } = before;
  return {
    ...withoutPlan(data),
    parcels: data.parcels.map((parcel) => ({ ...parcel, freight: evenedOut(parcel.freight) })),
    supplements: supplementsAfter(data, plan),
    ...giftsAfter(data, plan),
    ...(plan.rest === undefined ? {} : { rest: plan.rest }),
    paymentAskedAt: null,
    lastPlan: plan,
  };
}

function giftsAfter({ giftsDeducted = [] }: Data, plan: Plan): Partial<Data> {
  const { giftsDeducted: fresh = [] } = plan;
  return fresh.length === 0 ? {} : { giftsDeducted: [...giftsDeducted, ...fresh] };
}

/** Nothing of a way back is left to be evened out; that it was known stays so, or it could be told again. */
function evenedOut(freight: Parcel['freight']): Parcel['freight'] {
  return freight === null ? null : { ...freight, costMinor: 0 };
}

/** A parcel that is told once more holds what is said by then, and has one way back: the one that was told first. */
function withParcel(parcels: readonly Parcel[], sent: Parcel): readonly Parcel[] {
  if (parcels.every(({ parcelId }) => parcelId !== sent.parcelId)) return [...parcels, sent];
  return parcels.map((parcel) =>
    parcel.parcelId === sent.parcelId
      ? {
          ...sent,
          freight: parcel.freight ?? sent.freight,
          lines: morePieces(parcel.lines, sent.lines),
        }
      : parcel,
  );
}

/** What the case adds to what has come in the place of pieces, with what it takes away and puts there now. */
function supplementsAfter({ supplements }: Data, plan: Plan): readonly InPlace[] {
  const { taken = takenBefore(supplements, plan), supplements: fresh } = plan;
  return inPlaceTogether([...supplements, ...takenAway(taken), ...fresh]);
}

/** What plans of older versions took without saying so: what the case itself had put there. */
function takenBefore(supplements: readonly InPlace[], { lines, supplements: fresh }: Plan): InPlace[] {
  return lines.flatMap(({ lineId, refund }) => {
    const exchanged = fresh.reduce((sum, one) => sum + (one.lineId === lineId ? one.pieces : 0), 0);
    return takeInPlace(supplements, lineId, refund + exchanged).taken;
  });
}

function nextRound(data: Data): Data {
  return { ...data, round: data.round + 1, refusal: null };
}

function withReturned(data: Data, tender: keyof Data['returned'] | null, minor: number): Data {
  if (tender === null) return data;
  return { ...data, returned: addTenders(data.returned, { ...NO_TENDERS, [tender]: minor }) };
}

/** What has come, which adds to what came before. */
function withReceipt(
  data: Data,
  { parcelId, lines, unexpected = [], gifts = [], moves }: Receipt,
  at: string,
): Data {
  return {
    ...withFound(voided(sinceThen(data, at)), moves),
    parcels: data.parcels.map((parcel) =>
      parcel.parcelId === parcelId ? { ...parcel, lines: lessPieces(parcel.lines, lines) } : parcel,
    ),
    unexpected: [...data.unexpected, ...unexpected],
    giftsReturned: [...new Set([...data.giftsReturned, ...gifts])],
  };
}

/** Of goods that nobody has said to have sent, the time for the shop begins with what happens next. */
function sinceThen(data: Data, at: string): Data {
  return { ...data, lastSentAt: data.lastSentAt ?? at };
}

function byOf(moves: readonly Move[], counter: string): number {
  return moves.filter((move) => move.counter === counter).reduce((sum, { by }) => sum + by, 0);
}

/** Pieces that are missing, or have turned up after all. */
function withFound(data: Data, moves: readonly Move[]): Data {
  const lost = moves
    .filter(({ counter }) => counter === 'missing')
    // What was lost before the last settlement is settled.
    .reduce((all, { line, by }) => added(all, line, Math.max(by, -countIn(all, line))), data.lost);
  return { ...data, lost };
}

function added(pieces: PiecesByLine, lineId: string, by: number): Record<string, number> {
  return { ...pieces, [lineId]: countIn(pieces, lineId) + by };
}

function morePieces(lines: readonly LinePieces[], more: readonly LinePieces[]): LinePieces[] {
  const others = more.filter(({ lineId }) => lines.every((one) => one.lineId !== lineId));
  return [
    ...lines.map(({ lineId, pieces }) => {
      const added = more.find((one) => one.lineId === lineId)?.pieces ?? 0;
      return { lineId, pieces: pieces + added };
    }),
    ...others,
  ];
}

function lessPieces(lines: readonly LinePieces[], come: readonly LinePieces[]): LinePieces[] {
  return lines.flatMap(({ lineId, pieces }) => {
    const here = come.filter((one) => one.lineId === lineId).reduce((sum, one) => sum + one.pieces, 0);
    return here >= pieces ? [] : [{ lineId, pieces: pieces - here }];
  });
}
