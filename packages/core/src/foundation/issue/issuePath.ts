import type { IssuePath } from './issue.js';
import { showValue } from './showValue.js';

/** Names longer than this are shown as other texts are: quoted and cut. */
const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]{0,59}$/;

/**
 * A path as people write it. Keys of more than 60 characters are cut, so it is for reading and not for looking up.
 *
 * @example
 * ```ts
 * import { formatIssuePath } from '@aftercare/core/foundation';
 *
 * formatIssuePath(['rules', 3, 'conditions', 'all', 1, 'fact']); // => 'rules[3].conditions.all[1].fact'
 * formatIssuePath(['texts', 'zh-CN']); // => 'texts["zh-CN"]'
 * formatIssuePath([]); // => ''
 * ```
 */
export function formatIssuePath(path: IssuePath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!IDENTIFIER.test(step)) text += `[${showValue(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}
