import { createShopCalendar, unwrap } from '@aftercare/core';
import { type Authority, loadAuthority } from '../src/authority/index.js';
import type { Actor } from '../src/case/index.js';
import {
  type InvoiceShape,
  invoiceChinaPreset,
  invoiceDefinition,
  invoiceEuPreset,
  invoiceKind,
} from '../src/policies/invoice/index.js';
import { loadPolicy, type Policy } from '../src/policy/index.js';
import { applyPreset } from '../src/preset/index.js';

const calendars = { shop: createShopCalendar({ timeZone: 'Asia/Shanghai' }) };

/** Two roles and no limits: an invoice needs nobody's authority. */
function invoiceAuthority(): Authority {
  const roles = [
    { role: 'agent', title: { en: 'agent', 'zh-CN': '客服' } },
    { role: 'lead', title: { en: 'team lead', 'zh-CN': '组长' } },
  ];
  return unwrap(loadAuthority({ format: 1, roles, limits: [] }, { calendar: calendars.shop }));
}

export const invoiceDefinitions = {
  generic: invoiceDefinition as unknown,
  china: unwrap(applyPreset(invoiceDefinition, invoiceChinaPreset)) as unknown,
  eu: unwrap(applyPreset(invoiceDefinition, invoiceEuPreset)) as unknown,
};

export function invoicePolicy(definition: unknown = invoiceDefinitions.china): Policy<InvoiceShape> {
  return unwrap(loadPolicy(invoiceKind, definition, { authority: invoiceAuthority(), calendars }));
}

export const agent: Actor = { id: 'a1', role: 'agent' };
export const customer: Actor = { id: 'customer-1', role: 'customer' };
export const system: Actor = { id: 'tax-platform', role: 'system' };
export const platform: Actor = { id: 'marketplace', role: 'platform' };
