import type { IssuePath } from '@aftercare/core/foundation';
import type { Condition } from '../ast/index.js';
import { isForbiddenName } from '../factType/index.js';
import { createExtentOf } from './conditionExtent.js';
import { parseRootCondition } from './parseCondition.js';
import { type ParseContext, suggest } from './parseContext.js';

/**
 * Adds named conditions to a context. Each is parsed once, when it is first referred to; unused ones are parsed too, for
 * their issues.
 */
export function withNamedConditions(
  base: Omit<ParseContext, 'resolve' | 'extentOf'>,
  named: ReadonlyMap<string, unknown>,
): ParseContext {
  const { report, limits } = base;
  // The value of a name whose condition has an issue is undefined.
  const parsed = new Map<string, Condition | undefined>();
  const open: string[] = [];

  function resolve(name: string, path: IssuePath, level: number): Condition | undefined {
    if (!named.has(name)) {
      report.add('unknown_condition', path, { condition: name, ...suggest(name, named.keys(), report) });
      return undefined;
    }
    if (open.includes(name)) {
      report.add('circular_condition', path, { cycle: [...open.slice(open.indexOf(name)), name] });
      return undefined;
    }
    if (!parsed.has(name)) {
      open.push(name);
      parsed.set(name, parseRootCondition(named.get(name), ['conditions', name], level, context));
      open.pop();
    }
    const condition = parsed.get(name);
    if (condition === undefined || level + context.extentOf(condition).height <= limits.depth)
      return condition;
    report.add('limit_exceeded', path, { limit: 'depth', maximum: limits.depth });
    return undefined;
  }

  const context: ParseContext = { ...base, resolve, extentOf: createExtentOf() };
  for (const name of named.keys()) {
    if (report.isFull()) break;
    if (isForbiddenName(name)) report.add('forbidden_name', ['conditions', name], { name });
    resolve(name, [], 0);
  }
  return context;
}
