import type { IssuePath } from './issue.js';

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/**
 * A path as people write it.
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
    else if (!IDENTIFIER.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}
