import type { KindBehaviour } from '../../kind/index.js';
import { latestOf } from './documents.js';
import type { InvoiceView } from './invoiceFacts.js';
import type { InvoiceDocument, InvoicedLine, Reversal } from './invoiceSchemas.js';
import type { InvoiceShape } from './invoiceShape.js';

/** What is to be done about invoices, with its parameters. */
export const invoiceEffects: KindBehaviour<InvoiceShape>['effects'] = {
  issue_invoice: ({ data }) => {
    const latest = latestOf(data.documents);
    if (latest === undefined) return [];
    const { title, form, medium, content } = latest.wish;
    const amount = { minor: latest.amountMinor, currency: data.paid.currency };
    const names = namesIn(latest, data.lines);
    return [
      { orderId: data.orderId, documentNumber: latest.number, title, form, medium, content, names, amount },
    ];
  },
  send_invoice: ({ data }) => {
    const latest = latestOf(data.documents);
    if (latest === undefined) return [];
    const { medium, deliverTo } = data.wish;
    return [
      { orderId: data.orderId, documentNumber: latest.number, medium, deliverTo, postagePaidBy: 'shop' },
    ];
  },
  void_invoice: (view) => reversalsBy('void_invoice', view),
  credit_invoice: (view) => reversalsBy('credit_invoice', view),
  notify_customer: ({ data }) => [{ problems: data.problems }],
  warn_customer: ({ data: { warnings } }) => (warnings.length === 0 ? [] : [{ warnings }]),
  create_task: ({ data, settings }) => [
    { orderId: data.orderId, penaltyPoints: settings.penaltyPoints.value },
  ],
};

/** One for each invoice that is to be taken back in this way and has not been told so yet. */
function reversalsBy(by: Reversal['by'], { data, effects }: InvoiceView) {
  const isTold = (number: number) =>
    effects.some(({ type, params }) => type === by && params.documentNumber === number);
  return data.documents
    .filter(({ number, status, reversal }) => status === 'reversing' && reversal === by && !isTold(number))
    .map(({ number, officialNumber, amountMinor }) => ({
      orderId: data.orderId,
      documentNumber: number,
      officialNumber,
      amount: { minor: amountMinor, currency: data.paid.currency },
    }));
}

function namesIn({ wish: { content } }: InvoiceDocument, lines: readonly InvoicedLine[]): readonly string[] {
  if (content.of === 'category') return [content.category];
  return lines.filter(({ id }) => content.lineIds.includes(id)).map(({ name }) => name);
}
