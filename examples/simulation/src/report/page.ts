import { addresses, birthdayShares, DAYS_BEFORE_FIRST_ORDER, zones } from '../life/customers.js';
import { orderDays, orderShares } from '../life/orderLife.js';
import { FAILING_SHARE } from '../run/outbox.js';
import { planningTimes } from '../run/simulation.js';
import type { Check } from './checks.js';
import { JOINING_DAYS, type MessageVolume } from './messageVolume.js';
import { suppressionReasons, withdrawalReasons } from './reasons.js';
import { firstDaysLine, type RuleReport, type SimulationReport } from './report.js';

/** The whole page, of a section for each shop. */
export function pageOf(sections: readonly string[]): string {
  return `${[introduction(), ...sections].join('\n\n')}\n`;
}

/** What the second section of a page begins with: its shop is simulated only where its data are. */
export function headingOf(shop: string): string {
  return `## ${shop}`;
}

/** What came of one shop. */
export function sectionOf(report: SimulationReport): string {
  const { name, about, from, to, customers, heldOutCustomers, rules, volume, checks } = report;
  return [
    `${headingOf(name)}: ${from} to ${to}`,
    about,
    `${count(report.orders)} orders are placed in this time. Of ${count(customers)} customers ${count(heldOutCustomers)} are in the ` +
      `control group. ${count(report.plans)} plans were made, by version \`${report.rulesVersion}\` of the rules. ` +
      `${firstDaysLine(report.firstDaysFingerprint)}; of all plans and deliveries: \`${report.fingerprint}\`.`,
    '### What became of every occasion',
    'An occasion is what an action has its id from: this rule, this customer, this purchase or festival. It is counted once, ' +
      'with what became of it in the end, however many nights its rule fired. The columns from `frequency_cap` on are occasions ' +
      'that never led to an action, by what stood in the way last.',
    occasionTable(rules),
    `Rules that never fired, for want of what they look at: ${listOf(
      rules.filter(({ occasions }) => occasions === 0).map(({ rule }) => rule),
    )}.`,
    '### Receipts by reason',
    'One receipt for every plan in which a rule fired. Most say `already_done`: a rule goes on firing through its window, ' +
      `and the id of the action keeps it from acting twice. Reasons that never occurred: ${listOf(absent(suppressionReasons, rules, 'receipts'))}.`,
    receiptTable(rules),
    '### Withdrawals by reason',
    `Reasons that never occurred: ${listOf(absent(withdrawalReasons, rules, 'withdrawals'))}.`,
    withdrawalTable(rules),
    '### What customers heard',
    volumeText(volume),
    volumeTable(volume),
    bandTable(volume),
    '### Who was in whose way',
    `Service messages that had to wait because marketing was worth more on that day and channel: ${count(report.gaveWay.occasions)} ` +
      `occasions, of which ${count(report.gaveWay.lost)} never got their turn. Occasions that a cap kept from ever leading to an ` +
      'action, by the rules whose messages filled the cap (several may fill one):',
    tableOf(
      ['filled by', 'occasions lost'],
      report.capsFilledBy.slice(0, 10).map(({ rule, occasions }) => [code(rule), count(occasions)]),
    ),
    '### Checks',
    'All found nothing, or the command would have failed. The list of messages is gone through by a checker that shares no ' +
      'code with the planner.',
    checkTable(checks),
  ].join('\n\n');
}

function introduction(): string {
  const shares = addresses.map(({ share, channels }) => `${percent(share)} on ${channels.join(', ')}`);
  const away = zones.map(({ share, timeZone }) => `${percent(share)} in ${timeZone}`);
  return `# Two years of care

Two years of a shop, day by day on a virtual clock, with all shipped care rules, the default policy and the default
membership programme. \`npm run simulate\` prints this page, \`npm run simulate -- --write\` brings it up to date; both live
through everything twice, and fail when the second run differs from the first by one byte or when a check finds something.

On the shop's clocks, at ${planningTimes.everybody} the planner plans for everybody; at ${planningTimes.goingOver} the plan is gone over for customers for whom something waits, or
with whom something has happened since. Both see only what had happened by then. An action is sent at its \`dueAt\`.

The orders, their customers and days are real. What the data do not tell is assumed, and drawn by a hash, so that it is the
same in every run:

- everybody agreed to service and marketing messages on every channel for which there is an address: ${shares.join('; ')};
- ${away.join(', ')}; everybody else lives in the shop's time zone;
- ${percent(birthdayShares.solar)} told a birthday, ${percent(birthdayShares.lunar)} a lunar one; nobody's age is known;
- customers registered less than ${DAYS_BEFORE_FIRST_ORDER} days before their first order; of others who looked and did not buy, the data know nothing;
- orders are placed at any hour; ${percent(orderShares.paidLate)} are paid ${orderDays.latePayment} days later, the others at once; parcels arrive ${orderDays.delivery} days after they left, ${percent(orderShares.deliveredLate)} after
  ${orderDays.lateDelivery}; ${percent(orderShares.refunded)} lead to an after-sales case on the day after and are wholly refunded on day ${orderDays.untilRefund};
- nobody buys because of a message: what was bought, was bought without any;
- ${percent(FAILING_SHARE)} of the actions cannot be delivered and are recorded as failed; 5 % of the customers are held out.`;
}

/** The columns of the table of occasions that stand for actions; all other ends are reasons. */
const ACTION_ENDS = ['sent', 'failed', 'held_out', 'withdrawn'] as const;

function occasionTable(rules: readonly RuleReport[]): string {
  const reasons = suppressionReasons.filter((reason) => rules.some(({ ends }) => (ends[reason] ?? 0) > 0));
  const ordered = ['frequency_cap', ...reasons.filter((reason) => reason !== 'frequency_cap')];
  const ends = [...ACTION_ENDS, ...ordered];
  return tableOf(
    ['rule', 'purpose', 'occasions', ...ends.map((end) => end.replace('held_out', 'held out'))],
    withTotal(
      rules.map((rule) => ({
        words: [code(rule.rule), rule.purpose],
        counts: [rule.occasions, ...ends.map((end) => rule.ends[end] ?? 0)],
      })),
    ),
    2,
  );
}

function receiptTable(rules: readonly RuleReport[]): string {
  const kinds = ['planned', ...suppressionReasons].filter((kind) => sumOf(rules, 'receipts', kind) > 0);
  return tableOf(
    ['rule', ...kinds],
    withTotal(
      rules.map((rule) => ({
        words: [code(rule.rule)],
        counts: kinds.map((kind) => rule.receipts[kind] ?? 0),
      })),
    ),
  );
}

function withdrawalTable(rules: readonly RuleReport[]): string {
  const reasons = withdrawalReasons.filter((reason) => sumOf(rules, 'withdrawals', reason) > 0);
  const rows = rules
    .map((rule) => ({
      words: [code(rule.rule)],
      counts: reasons.map((reason) => rule.withdrawals[reason] ?? 0),
    }))
    .filter(({ counts }) => counts.some((each) => each > 0));
  return tableOf(['rule', ...reasons], withTotal(rows));
}

function volumeText({ busiest }: MessageVolume): string {
  const most = busiest.map(
    ({ days, messages }) => `${count(messages)} within ${days === 1 ? '24 hours' : `${days} days`}`,
  );
  return (
    'Messages per customer and year of 365 days, without the control group and without notes to the staff; counted are customers ' +
    `who had registered by day ${JOINING_DAYS} of the year. The most that anybody got: ${most.join(', ')}.`
  );
}

function volumeTable({ years }: MessageVolume): string {
  return tableOf(
    ['year', 'purpose', 'customers', 'mean', 'median', '90 % got at most', 'most'],
    years.map(({ year, purpose, customers, mean, median, ninetieth, most }) => [
      String(year),
      purpose,
      count(customers),
      mean.toFixed(1),
      count(median),
      count(ninetieth),
      count(most),
    ]),
    2,
  );
}

function bandTable({ bands }: MessageVolume): string {
  const total = bands.reduce((sum, { customers }) => sum + customers, 0);
  return tableOf(
    ['messages in a year', 'customers and years', 'share'],
    bands.map(({ from, to, customers }, index) => [
      index === bands.length - 1 ? `${from} or more` : from === to ? String(from) : `${from} to ${to}`,
      count(customers),
      percent(total === 0 ? 0 : customers / total),
    ]),
  );
}

function checkTable(checks: readonly Check[]): string {
  return tableOf(
    ['must hold', 'looked at', 'found'],
    checks.map(({ what, checked, findings }) => [what, count(checked), count(findings.length)]),
  );
}

function absent(
  reasons: readonly string[],
  rules: readonly RuleReport[],
  key: 'receipts' | 'withdrawals',
): readonly string[] {
  return reasons.filter((reason) => sumOf(rules, key, reason) === 0);
}

function sumOf(rules: readonly RuleReport[], key: 'receipts' | 'withdrawals', kind: string): number {
  return rules.reduce((sum, rule) => sum + (rule[key][kind] ?? 0), 0);
}

function withTotal(
  rows: readonly { readonly words: readonly string[]; readonly counts: readonly number[] }[],
): readonly (readonly string[])[] {
  const [first] = rows;
  if (first === undefined) return [];
  const totals = first.counts.map((_, index) =>
    rows.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
  );
  const total = { words: first.words.map((_, index) => (index === 0 ? 'all' : '')), counts: totals };
  return [...rows, total].map(({ words, counts }) => [...words, ...counts.map(count)]);
}

/** A Markdown table; the columns after the first `words` ones are aligned to the right. */
function tableOf(header: readonly string[], rows: readonly (readonly string[])[], words = 1): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, index) => (index < words ? '---' : '--:'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map(code).join(', ');
}

function code(name: string): string {
  return `\`${name}\``;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}
