import type { IssuePath } from '@aftercare/core/foundation';
import type { Comparison } from '../ast/index.js';
import { DECORATORS, isDecorator, isOperatorName, OPERATORS } from '../operators/index.js';
import { type ParseContext, suggest } from './parseContext.js';

/** An operator with its decorators: `someFact:not:equal`. */
export function parseOperator(
  text: string,
  path: IssuePath,
  { operators, limits, report }: ParseContext,
): Pick<Comparison, 'operator' | 'decorators'> | undefined {
  // One piece more than allowed is enough to see that there are too many.
  const words = text.split(':', limits.decorators + 2);
  if (words.length - 1 > limits.decorators) {
    report.add('limit_exceeded', path, { limit: 'decorators', maximum: limits.decorators });
    return undefined;
  }
  const operator = words.pop() ?? '';
  const decorators = words.filter(isDecorator);
  for (const word of words.filter((word) => !isDecorator(word)))
    report.add('unknown_decorator', path, {
      decorator: word,
      ...suggest(word, Object.keys(DECORATORS), report),
    });
  if (isOperatorName(operator) || Object.hasOwn(operators, operator))
    return decorators.length === words.length
      ? { operator, decorators: Object.freeze(decorators) }
      : undefined;
  const known = [...Object.keys(OPERATORS), ...Object.keys(operators)];
  report.add('unknown_operator', path, { operator, ...suggest(operator, known, report) });
  return undefined;
}
