import * as z from 'zod';
import type { Calculator, View } from '../../kind/index.js';
import { countOf } from './countOf.js';
import { type Tender, tenderSchema } from './refundSplit.js';
import { minorOf } from './returnEffects.js';
import {
  approvalMoves,
  disputedMoves,
  endingMoves,
  inspectionMoves,
  keepingMoves,
  missingMoves,
  openingMoves,
  receivingMoves,
  refusingMoves,
  reopeningMoves,
  requestMoves,
  sendingMoves,
  settlingMoves,
} from './returnMoves.js';
import {
  planOfApproval,
  planOfImposition,
  planOfOffer,
  planOfOrder,
  planOfRest,
  planOfSettlement,
  withoutShipment,
} from './returnPlans.js';
import { type LinePieces, linePiecesSchema, type Move, type Plan } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';

type ReturnView = View<ReturnShape>;

/** A calculator of what is counted. */
function moving(movesOf: (view: ReturnView) => Move[]): Calculator<ReturnShape> {
  return { gives: ['moves'], of: (view) => ({ moves: movesOf(view) }) };
}

/** A calculator of a settlement. */
function planning(planOf: (view: ReturnView) => Plan): Calculator<ReturnShape> {
  return { gives: ['plan'], of: (view) => ({ plan: planOf(view) }) };
}

/** The plan that an earlier calculator gave, or the one that stands. */
function standing({ values, data }: ReturnView): Plan {
  const plan = values.plan ?? data.plan;
  if (plan === null || plan === undefined) throw new RangeError('There is no settlement to carry out.');
  return plan;
}

/** What calculators give to events of returns, by name. */
export const returnCalculators: Readonly<Record<string, Calculator<ReturnShape>>> = {
  opening_moves: moving(openingMoves),
  claim_moves: moving(({ command }) => (command.type === 'claim' ? requestMoves(command.params.lines) : [])),
  claim_fault: {
    gives: ['fault'],
    of: ({ command, data, settings }) => ({
      fault: command.type === 'claim' ? settings.reasons[command.params.reason].fault : data.fault,
    }),
  },
  approval_moves: moving((view) => approvalMoves(view, standing(view))),
  ending_moves: moving(endingMoves),
  refusing_moves: moving(refusingMoves),
  disputed_moves: moving(disputedMoves),
  reopening_moves: moving(reopeningMoves),
  keeping_moves: moving(({ command }) =>
    'lines' in command.params ? keepingMoves(command.params.lines) : [],
  ),
  sending_moves: moving(({ command }) =>
    'lines' in command.params ? sendingMoves(command.params.lines) : [],
  ),
  receiving_moves: moving((view) =>
    'lines' in view.command.params ? receivingMoves(view, view.command.params.lines) : [],
  ),
  missing_moves: moving(missingMoves),
  inspection_moves: moving(inspectionMoves),
  settling_moves: moving((view) => settlingMoves(view, standing(view))),
  /** What is open is agreed upon and settled at once: a marketplace has done it. */
  imposing_moves: moving((view) => [
    ...approvalMoves(view, undecidedPart(view)),
    ...settlingMoves(view, standing(view)),
  ]),
  ordering_moves: moving((view) => approvalMoves(view, undecidedPart(view))),

  approval_plan: planning(planOfApproval),
  offer_plan: planning(planOfOffer),
  settlement_plan: planning(planOfSettlement),
  rest_plan: planning(planOfRest),
  ordered_plan: planning(planOfOrder),
  imposed_plan: planning(planOfImposition),
  standing_plan: planning(standing),
  unshipped_plan: planning((view) => withoutShipment(standing(view))),

  freight_promise: {
    gives: ['promise'],
    of: ({ data, settings }) => ({
      promise: settings.freightLadder[data.freight.rung - 1]?.promise ?? null,
    }),
  },
  paid_difference: {
    gives: ['differenceMinor'],
    of: ({ effect }) => ({ differenceMinor: minorOf(effect?.params ?? {}) }),
  },
  stopped_lines: {
    gives: ['stopped'],
    of: (view) => ({ stopped: linesOfEffect(view) }),
  },
  lost_lines: { gives: ['lost'], of: (view) => ({ lost: linesOfEffect(view) }) },
  returned_part: {
    gives: ['tender', 'returnedMinor'],
    of({ effect }) {
      if (effect?.type !== 'refund_payment') return { tender: null, returnedMinor: 0 };
      return { tender: tenderOf(effect.params), returnedMinor: minorOf(effect.params) };
    },
  },
} as const satisfies Readonly<Record<string, Calculator<ReturnShape>>>;

/** The goods that the effect is about whose outcome is told. */
function linesOfEffect({ effect }: ReturnView): LinePieces[] {
  return z.array(linePiecesSchema).catch([]).parse(effect?.params.lines);
}

/** Of what is ordered, the part that was not agreed upon before; what another case deals with is not agreed upon. */
function undecidedPart(view: ReturnView): Plan {
  const plan = standing(view);
  return {
    ...plan,
    lines: plan.lines.map(({ lineId, refund, replace, keep }) => {
      const ordered = refund + replace + keep - countOf(view, lineId, 'unsettled');
      return { lineId, refund: Math.max(0, ordered), replace: 0, keep: 0 };
    }),
  };
}

function tenderOf({ tender }: Readonly<Record<string, unknown>>): Tender {
  return tenderSchema.parse(tender);
}
