import type { Locale } from '@aftercare/core';
import type { RenderedMessage } from '@aftercare/lifecycle/messages';
import type { MessageExample } from '../report/messageExamples.js';
import { person, wrap } from './layout.js';

/** Messages as they would be sent, each with why. */
export function printMessages(examples: readonly MessageExample[], lang: Locale | undefined): string {
  const locales: readonly Locale[] = lang === undefined ? ['en', 'zh-CN'] : [lang];
  return examples
    .map(({ action, receipt, customerName, messages }) =>
      [
        wrap(
          `${person(action.customerId, customerName)}: ${action.kind} by ${action.channel}, from the rule ${action.rule}. ${receipt.because}`,
          '  ',
        ),
        ...locales.flatMap((locale) => ['', messageText(messages[locale])]),
      ].join('\n'),
    )
    .join('\n\n');
}

function messageText(message: RenderedMessage | null): string {
  if (message === null) return '    This message cannot be written.';
  const { text, sms, leftOut } = message;
  const shortened = leftOut.length === 0 ? '' : `; left out to fit: ${leftOut.join(', ')}`;
  const length =
    sms === undefined
      ? []
      : [
          `(${sms.characters} characters, ${sms.segments} text ${sms.segments === 1 ? 'message' : 'messages'}${shortened})`,
        ];
  return [...text.split('\n'), ...length].map((line) => wrap(line, '    ')).join('\n');
}
