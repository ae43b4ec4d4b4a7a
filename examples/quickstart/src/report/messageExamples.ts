import { type Locale, unwrap } from '@aftercare/core';
import { shippedTemplates } from '@aftercare/lifecycle';
import { loadTemplates, type RenderedMessage, renderMessage } from '@aftercare/lifecycle/messages';
import type { PlannedCare } from './careReport.js';
import type { Shop } from './shop.js';

/** A planned action with the message that would be sent, in both languages. */
export interface MessageExample extends PlannedCare {
  readonly customerName: string | null;
  /** Null where the message cannot be written, such as one that is too long for its channel. */
  readonly messages: Readonly<Record<Locale, RenderedMessage | null>>;
}

/** Writes the messages of some actions, from the templates that are shipped. */
export function messageExamples(shop: Shop, planned: readonly PlannedCare[]): readonly MessageExample[] {
  const templates = unwrap(loadTemplates(shippedTemplates));
  return planned.map(({ action, receipt }) => {
    const messageIn = (locale: Locale): RenderedMessage | null => {
      const input = shop.planInputOf(action.customerId);
      const template = templates.get(action.template);
      const channel = shop.policy.channels.find(({ code }) => code === action.channel);
      if (input === undefined || template === undefined || channel === undefined) return null;
      // Titles are in the language of the customer: the same decision for one who reads the other language.
      const { actions } = shop.planner.plan({ ...input, customer: { ...input.customer, locale } });
      const same = actions.find(({ id }) => id === action.id);
      if (same === undefined) return null;
      const message = renderMessage(template, {
        params: same.params,
        locale,
        channel,
        purpose: same.purpose,
        day: shop.asOf,
        shopName: shop.source.shopName,
        currency: shop.log.currency,
      });
      return message.ok ? message.value : null;
    };
    return {
      action,
      receipt,
      customerName: shop.customerOf(action.customerId).name ?? null,
      messages: { en: messageIn('en'), 'zh-CN': messageIn('zh-CN') },
    };
  });
}
