import { checkFired } from '../check/checkFired.js';
import { checkMessages, type MessageLaws } from '../check/checkMessages.js';
import type { SimulationResult } from '../run/simulation.js';

/** One thing that must hold. */
export interface Check {
  readonly what: string;
  /** How many were looked at. */
  readonly checked: number;
  /** Where it did not hold; a few of them. */
  readonly findings: readonly string[];
}

/** What messages must keep to, written down once more by hand: the policy is what is checked, not what checks. */
export const statedLaws: Omit<MessageLaws, 'shopTimeZone' | 'timeZoneOf'> = {
  quietHours: { marketing: { from: '21:00', to: '09:00' }, service: { from: '22:00', to: '08:00' } },
  caps: [
    { purpose: 'marketing', most: 1, withinDays: 3 },
    { purpose: 'marketing', most: 4, withinDays: 30 },
  ],
  channels: [{ code: 'wechat', maxPerDay: 1, maxPerMonth: 4 }],
  controlGroup: { salt: 'simulation', buckets: 500 },
};

const SHOWN = 5;

/** Checks a simulation from outside. */
export async function checksOf(result: SimulationResult): Promise<readonly Check[]> {
  const { shop, customers, messages, ledger, planFindings, samples, rules, waiting } = result;
  const found = checkMessages(messages, {
    ...statedLaws,
    shopTimeZone: shop.timeZone,
    timeZoneOf: (customerId) => customers.get(customerId)?.timeZone,
  });
  const ofMessages = (what: string, kind: (typeof found)[number]['kind']): Check => ({
    what,
    checked: messages.length,
    findings: found
      .filter((finding) => finding.kind === kind)
      .slice(0, SHOWN)
      .map(({ message }) => `${message.actionId} at ${message.at}`),
  });
  const unended = [...ledger.rules.values()].flatMap(({ occasions }) =>
    [...occasions].flatMap(([id, { end }]) => (end === 'planned' ? [id] : [])),
  );
  const misfits = await checkFired(samples, rules.ruleSet);
  return [
    ofMessages('No customer is over a marketing cap in any window', 'cap'),
    ofMessages('No channel carries more than its own limit', 'channel_limit'),
    ofMessages("Nobody is written to in quiet hours, on the customer's own clock", 'quiet_hours'),
    ofMessages('No message goes out twice', 'duplicate'),
    ofMessages('Nobody of the control group is written to', 'control_group'),
    {
      what: 'In every plan a rule has one receipt, an action has its receipt, and no id was planned before',
      checked: ledger.plans,
      findings: planFindings
        .slice(0, SHOWN)
        .map(({ kind, customerId, what }) => `${kind}: ${what} (${customerId})`),
    },
    {
      what: 'The rules with receipts are those that json-rules-engine says fire (a sample of the plans)',
      checked: samples.length,
      findings: misfits
        .slice(0, SHOWN)
        .map(({ sample, fired }) => `receipts of ${sample.rules.join()}, fired ${fired.join()}`),
    },
    {
      what: 'Every action ended: sent, failed, withdrawn, or still waiting for its hour on the last day',
      checked: [...ledger.rules.values()].reduce(
        (sum, { receipts }) => sum + (receipts.get('planned') ?? 0),
        0,
      ),
      findings: unended.length === waiting ? [] : [`${unended.length} have no end, and ${waiting} wait`],
    },
  ];
}
