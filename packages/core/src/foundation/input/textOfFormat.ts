import * as z from 'zod';
import { showValue } from '../issue/showValue.js';
import { customIssue } from './customIssue.js';

/**
 * Schema of a text that matches a pattern and says so in words: a regular expression in a message helps few people. JSON
 * Schemas made from it carry the pattern.
 *
 * @param format - the `format` of the issue `invalid_format`. There are words for `identifier`, `snake_case`,
 * `language_tag` and `decimal`; another name is shown as it is.
 * @param pattern - anchored at both ends, without flags
 *
 * @example
 * ```ts
 * import { inputIssues, parseWith, textOfFormat } from '@aftercare/core/foundation';
 *
 * const code = textOfFormat('snake_case', /^[a-z][a-z0-9_]*$/);
 * const result = parseWith(inputIssues, code, 'App-Push');
 * result.ok ? {} : result.issues[0].details; // => { received: '"App-Push"', format: 'snake_case' }
 * ```
 */
export function textOfFormat(format: string, pattern: RegExp): z.ZodString {
  return z
    .string()
    .check((context) => {
      if (pattern.test(context.value)) return;
      const details = { received: showValue(context.value), format };
      context.issues.push({
        code: 'custom',
        input: context.value,
        params: customIssue('invalid_format', details),
        // A fault of one text is no reason to leave the checks of the whole record out.
        continue: true,
      });
    })
    .meta({ pattern: pattern.source });
}
