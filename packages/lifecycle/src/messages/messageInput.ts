import {
  type Day,
  dayNumberOf,
  isCurrency,
  type Locale,
  type Purpose,
  parseWith,
  showValue,
} from '@aftercare/core';
import type { ChannelDefinition } from '../channels/index.js';
import { type LifecycleIssue, lifecycleIssues } from '../issues/index.js';
import type { MessageParams } from '../templates/index.js';
import type { LoadedTemplate } from './loadTemplates.js';

/** What a message is made from, beside its template. */
export interface MessageInput {
  /** The values of the template's parameters. Money is in integer minor units. */
  readonly params: MessageParams;
  /** The reader's language, a BCP 47 language tag: Chinese for `zh-…`, else English. */
  readonly locale: string;
  /** How it is sent. */
  readonly channel: ChannelDefinition;
  /** Marketing to customers ends with the channel's opt-out text. */
  readonly purpose: Purpose;
  /** The reader's day: its month chooses among wordings that rotate, and its year is not written in dates. */
  readonly day: Day;
  /** The shop's name for the channel's signature; needed if the signature shows it. */
  readonly shopName?: Readonly<Record<Locale, string>>;
  /** ISO 4217 currency of all money; needed if the template has any. */
  readonly currency?: string;
}

/** What in the signature of a channel stands for the name of the shop. */
export const SHOP_NAME = '{shopName}';

/** Everything that keeps a message from being written. */
export function messageInputIssues(
  template: LoadedTemplate,
  input: MessageInput,
  locale: Locale,
): LifecycleIssue[] {
  const { params, channel, day, shopName, currency } = input;
  const { create } = lifecycleIssues;
  const issues: LifecycleIssue[] = [];
  const checked = parseWith(lifecycleIssues, template.paramsSchema, params);
  if (!checked.ok) {
    const atParams = checked.issues.map((issue) =>
      lifecycleIssues.complete({ ...issue, path: ['params', ...issue.path] }),
    );
    issues.push(...atParams);
  }
  if (dayNumberOf(day) === undefined) {
    issues.push(create('invalid_day', ['day'], { received: showValue(day) }));
  }
  const hasMoney = Object.values(template.parameters).some(({ type }) => type === 'money');
  if (hasMoney && currency === undefined) {
    issues.push(create('missing', ['currency'], { expected: ['text'] }));
  }
  if (currency !== undefined && !isCurrency(currency)) {
    issues.push(create('unknown_currency', ['currency'], { currency: showValue(currency) }));
  }
  if (channel.signature?.[locale].includes(SHOP_NAME) && shopName === undefined) {
    issues.push(create('missing', ['shopName'], { expected: ['object'] }));
  }
  return issues;
}
