import { parseWith } from '@aftercare/core';
import * as z from 'zod';
import { customLifecycleIssue, type LifecycleResult, lifecycleIssues } from '../issues/index.js';
import { type ChannelDefinition, channelSchema } from './channel.js';

/** Schema of a list of channels, each code once. */
export const channelsSchema = z.array(channelSchema).check((context) => {
  const codes = new Set<string>();
  for (const [index, { code }] of context.value.entries()) {
    if (codes.has(code)) {
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: [index, 'code'],
        params: customLifecycleIssue('channel_twice', { channel: code }),
      });
    }
    codes.add(code);
  }
});

/**
 * Checks an unknown value as a list of {@link ChannelDefinition}s: `opt_out_missing` for one that reaches customers and
 * does not tell how to stop marketing, `channel_twice` for two of one code.
 *
 * @example
 * ```ts
 * import { defaultChannels, parseChannels } from '@aftercare/lifecycle';
 *
 * parseChannels(defaultChannels).ok; // => true
 *
 * const result = parseChannels([{ code: 'letter', reaches: 'customer' }]);
 * result.ok ? [] : result.issues.map((issue) => issue.code); // => ['opt_out_missing']
 * ```
 */
export function parseChannels(input: unknown): LifecycleResult<readonly ChannelDefinition[]> {
  return parseWith(lifecycleIssues, channelsSchema, input);
}
