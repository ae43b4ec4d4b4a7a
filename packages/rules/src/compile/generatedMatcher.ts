import { readPath } from '../ast/index.js';
import { type FactRecord, type Matcher, missingFacts, NOTHING, type Outputs } from '../evaluate/index.js';
import type { CustomOperators } from '../operators/index.js';
import { factNamesOf, type Rule } from '../rule/index.js';
import { type CodeScope, conditionCode } from './conditionCode.js';

/**
 * Rules in one function. Engines optimise a function of a hundred rules well; one of a thousand runs four times slower,
 * since it outgrows what they are willing to optimise.
 */
const RULES_IN_A_FUNCTION = 100;

/** Adds the outputs of those of its rules that fire; `fired` is undefined until one does. */
type Block = <Output>(
  facts: FactRecord,
  outputs: Outputs<Output>,
  fired: Output[] | undefined,
) => Output[] | undefined;

/** Whether the host lets functions be made from code; a Content-Security-Policy or an edge runtime may not. */
export function canGenerateCode(): boolean {
  try {
    new Function('');
    return true;
  } catch {
    return false;
  }
}

/**
 * A matcher made of functions that are generated from the rules: each fact is read once, and nothing is allocated unless
 * a rule fires.
 *
 * @param rules - in the order of evaluation
 */
export function generatedMatcher(rules: readonly Rule[], operators: CustomOperators): Matcher {
  const names = factNamesOf(rules);
  const missing = (facts: FactRecord) => missingFacts(facts, names);
  const blocks: Block[] = [];
  for (let first = 0; first < rules.length; first += RULES_IN_A_FUNCTION) {
    const part = rules.slice(first, first + RULES_IN_A_FUNCTION);
    blocks.push(generateBlock(part, first, operators, missing));
  }
  return <Output>(facts: FactRecord, outputs: Outputs<Output>) => {
    let fired: Output[] | undefined;
    for (const block of blocks) fired = block(facts, outputs, fired);
    return fired ?? NOTHING;
  };
}

function generateBlock(
  rules: readonly Rule[],
  first: number,
  operators: CustomOperators,
  missing: (facts: FactRecord) => Error,
): Block {
  const scope = createScope(factNamesOf(rules));
  const statements = rules.map((rule, index) => {
    const place = first + index;
    const output = rule.factParams.length === 0 ? `fixed[${place}]` : `outputs.make(${place}, facts)`;
    // A list that starts with its first item: an empty one that is pushed to reserves room for seventeen.
    const add = `if (fired === undefined) fired = [${output}]; else fired.push(${output});`;
    return `if (${conditionCode(rule.when, scope, operators)}) { ${add} }`;
  });
  const factory = new Function(
    'constants',
    'readPath',
    'missing',
    `"use strict";
${scope.constantCode()}
return (facts, outputs, fired) => {
const { fixed } = outputs;
${scope.factCode()}
${statements.join('\n')}
return fired;
};`,
  );
  // The code above is such a function; its tests compare it with the closures.
  return factory(scope.constants, readPath, missing) as Block;
}

interface BlockScope extends CodeScope {
  readonly constants: readonly unknown[];
  constantCode(): string;
  /** Reads the facts, and throws if one is missing. */
  factCode(): string;
}

function createScope(names: readonly string[]): BlockScope {
  const constants: unknown[] = [];
  const slots = new Map(names.map((name, slot) => [name, slot]));
  const numbers = new Set<number>();
  const slotOf = (name: string) => slots.get(name) ?? 0;
  return {
    constants,
    fact: (name) => `f${slotOf(name)}`,
    number(name) {
      numbers.add(slotOf(name));
      return `n${slotOf(name)}`;
    },
    constant: (value) => `c${constants.push(value) - 1}`,
    constantCode: () => constants.map((_, index) => `const c${index} = constants[${index}];`).join('\n'),
    factCode() {
      const reads = names.map((name, slot) => `const f${slot} = facts[${JSON.stringify(name)}];`);
      const absent = names.map((_, slot) => `f${slot} === undefined`).join(' || ');
      const check = names.length === 0 ? '' : `if (${absent}) throw missing(facts);`;
      const asNumbers = [...numbers].map(
        (slot) => `const n${slot} = typeof f${slot} === 'number' ? f${slot} : NaN;`,
      );
      return [...reads, check, ...asNumbers].join('\n');
    },
  };
}
