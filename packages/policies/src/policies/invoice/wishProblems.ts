import type {
  InvoiceContent,
  InvoicedLine,
  InvoiceProblem,
  InvoiceSettings,
  InvoiceTitle,
  InvoiceWarning,
  InvoiceWish,
} from './invoiceSchemas.js';
import { flawOfTaxpayerNumber } from './taxpayerNumber.js';

type Needed = InvoiceSettings['neededForSpecial']['value'][number];

/** What in a wish must be put right before an invoice can be issued, field by field. Oddities are no problems. */
export function problemsOf(
  wish: InvoiceWish,
  lines: readonly InvoicedLine[],
  settings: InvoiceSettings,
): readonly InvoiceProblem[] {
  const { title, form, medium, content, deliverTo } = wish;
  const problems: InvoiceProblem[] = missingOf(title, form, settings).map((field) => ({
    field,
    why: 'missing',
  }));
  if (!settings.forms.value.includes(form)) problems.push({ field: 'form', why: 'not_offered' });
  else if (form === 'special' && title.type === 'person')
    problems.push({ field: 'form', why: 'needs_company' });
  if (!settings.media.value.includes(medium)) problems.push({ field: 'medium', why: 'not_offered' });
  if (!isOfOrder(content, lines)) problems.push({ field: 'content', why: 'not_of_order' });
  if (medium === 'paper' && isBlank(deliverTo)) problems.push({ field: 'deliver_to', why: 'missing' });
  return problems;
}

/** What is odd about a wish and worth a question to the customer; the invoice is issued as wished all the same. */
export function warningsOf({ title }: InvoiceWish, settings: InvoiceSettings): readonly InvoiceWarning[] {
  if (title.type === 'person' || settings.taxpayerNumbers.value === 'unchecked') return [];
  const { taxpayerNumber = '' } = title;
  if (isBlank(taxpayerNumber)) return [{ field: 'taxpayer_number', why: 'missing' }];
  const flaw = flawOfTaxpayerNumber(taxpayerNumber, settings.taxpayerNumbers.value);
  return flaw === null ? [] : [{ field: 'taxpayer_number', why: flaw }];
}

function missingOf(
  title: InvoiceTitle,
  form: InvoiceWish['form'],
  { neededForSpecial, neededForCompany }: InvoiceSettings,
): ('name' | Needed)[] {
  const name = isBlank(title.name) ? (['name'] as const) : [];
  if (title.type === 'person') return [...name];
  const needed = form === 'special' ? neededForSpecial.value : neededForCompany.value;
  return [...name, ...needed.filter((field) => isBlank(title[KEYS[field]]))];
}

const KEYS = {
  taxpayer_number: 'taxpayerNumber',
  address: 'address',
  phone: 'phone',
  bank_account: 'bankAccount',
} as const satisfies Record<Needed, string>;

/** Invoices name what was sold: lines of the order, or the category of one of them. */
function isOfOrder(content: InvoiceContent, lines: readonly InvoicedLine[]): boolean {
  if (content.of === 'category') return lines.some(({ category }) => category === content.category);
  return content.lineIds.every((id) => lines.some((line) => line.id === id));
}

function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}
