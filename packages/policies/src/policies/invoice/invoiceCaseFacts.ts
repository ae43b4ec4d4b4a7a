import { type FactNote, fact } from '@aftercare/core';
import * as z from 'zod';

type Titles = FactNote['titles'] & {};

const yes = (titles: Titles, description: string) =>
  fact(z.boolean(), { description, titles, changes: 'on_event' });
const count = (titles: Titles, description: string, unit: string) =>
  fact(z.int().min(0), { description, titles, unit, changes: 'on_event' });

/** Facts of an invoice case that guards may speak of. Those about the wish see it as the command would leave it. */
export const invoiceCaseFacts = z.object({
  contentIsOfOrder: yes(
    { en: 'content of the order', 'zh-CN': '内容属于该订单' },
    'Whether the content is lines of the order, or a category of one of them.',
  ),
  missingTitleFields: count(
    { en: 'missing title fields', 'zh-CN': '抬头缺失项数' },
    'Fields of the title that are missing.',
    'fields',
  ),
  formIsOffered: yes(
    { en: 'form offered', 'zh-CN': '可开该类发票' },
    'Whether the shop issues this form of invoice on this medium to this title.',
  ),
  addressIsKnown: yes(
    { en: 'address known', 'zh-CN': '地址已知' },
    'Whether it is known where a paper invoice goes.',
  ),
  leftMinor: fact(z.int(), {
    description: 'Paid less refunded, after the command.',
    unit: 'minor_units',
    titles: { en: 'amount left to invoice', 'zh-CN': '可开票金额' },
    changes: 'on_event',
  }),
  newlyRefundedMinor: fact(z.int(), {
    description: 'By how much the refunds go up; negative where one did not go through.',
    unit: 'minor_units',
    titles: { en: 'increase of refunds', 'zh-CN': '新增退款金额' },
    changes: 'on_event',
  }),
  changesInvoice: yes(
    { en: 'changes the invoice', 'zh-CN': '变更发票内容' },
    'Whether the correction changes anything that the invoice says.',
  ),
  hasInvoiceToRetry: yes(
    { en: 'invoice to retry', 'zh-CN': '有待重试发票' },
    'Whether the latest invoice could not be issued and is still as it should be.',
  ),
  retriesRightInvoice: yes(
    { en: 'invoice to be tried again', 'zh-CN': '重试的是应开发票' },
    'Whether what is tried again is that invoice.',
  ),
  isIssuing: yes(
    { en: 'being issued', 'zh-CN': '正在开具' },
    'Whether this is about the invoice that is being issued.',
  ),
  isGivenUpInvoice: yes(
    { en: 'given up', 'zh-CN': '已放弃开具' },
    'Whether this is about an invoice that had been given up.',
  ),
  invoiceIsRight: yes(
    { en: 'invoice as it should be', 'zh-CN': '发票无误' },
    'Whether this is about the latest invoice, and it is as it should be.',
  ),
  stillReversing: count(
    { en: 'other invoices being taken back', 'zh-CN': '处理中的其他发票数' },
    'Other invoices that are still being taken back.',
    'invoices',
  ),
  reversesAsPlanned: yes(
    { en: 'taken back as planned', 'zh-CN': '按计划冲销' },
    'Whether the invoice is still to be taken back in this way.',
  ),
  failedVoidings: count(
    { en: 'failed voidings', 'zh-CN': '作废失败的发票数' },
    'Invoices whose voiding failed.',
    'invoices',
  ),
  sendsLatestInvoice: yes(
    { en: 'latest invoice sent', 'zh-CN': '所寄为最新发票' },
    'Whether the latest invoice is sent, to where the customer wants it.',
  ),
  medium: fact(z.enum(['digital', 'paper']), {
    description: 'Of the invoice.',
    titles: { en: 'medium', 'zh-CN': '介质' },
    values: { digital: { en: 'digital', 'zh-CN': '电子' }, paper: { en: 'on paper', 'zh-CN': '纸质' } },
    changes: 'on_event',
  }),
  unbalancedMinor: fact(z.int(), {
    description: 'Issued less taken back, less what was paid and not refunded.',
    unit: 'minor_units',
    titles: { en: 'amount invoiced too much', 'zh-CN': '多开票金额' },
    changes: 'on_event',
  }),
});
