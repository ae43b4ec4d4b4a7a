import type { Day } from '@aftercare/core';
import type { FactDescription } from '@aftercare/rules';
import type * as z from 'zod';
import { type CareFacts, type CareParams, careFacts, careFactsSchema } from '../care/index.js';
import type { MessageParams, ParameterType, TemplateSignature } from '../templates/index.js';

/** What messages can say beside facts: names for people, in the language of the customer. */
export interface MessageNames {
  readonly customerName: string | undefined;
  readonly tierTitle: string | undefined;
  readonly nextTierTitle: string | undefined;
  readonly festivalTitle: string | undefined;
  /** The last shop day on which the action is of use. */
  readonly expiresOn: Day;
}

const NAMES: readonly string[] = [
  'customerName',
  'tierTitle',
  'nextTierTitle',
  'festivalTitle',
  'expiresOn',
] satisfies readonly (keyof MessageNames)[];

/** Where a parameter of a template takes its value from. */
export interface ParameterSource {
  readonly name: string;
  readonly optional: boolean;
  readonly from: 'rule' | 'fact' | 'names';
  /** Of a parameter that the rule itself fills in. */
  readonly constant: string | number | undefined;
}

/** Where the parameters of a rule's template come from: the rule itself, else the fact of the same name, else a name. */
export function parameterSources(
  { parameters = {} }: CareParams,
  template: TemplateSignature | undefined,
): readonly ParameterSource[] {
  return Object.entries(template?.parameters ?? {}).map(([name, { optional = false }]) => {
    const constant = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (constant !== undefined) return { name, optional, from: 'rule', constant };
    return { name, optional, from: name in careFactsSchema.shape ? 'fact' : 'names', constant };
  });
}

/** What a parameter that the rule does not fill in takes its value from: of the right type, of another, or nothing. */
export function sourceOf(name: string, type: ParameterType): 'right_type' | 'another_type' | undefined {
  if (NAMES.includes(name)) {
    return type === (name === 'expiresOn' ? 'day' : 'text') ? 'right_type' : 'another_type';
  }
  const facts: Readonly<Record<string, FactDescription>> = careFacts.facts;
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
  return fact && (typesOf(fact).includes(type) ? 'right_type' : 'another_type');
}

/** The types of parameters that a fact can fill in. */
function typesOf({ name, type, unit }: FactDescription): readonly ParameterType[] {
  switch (type.kind) {
    case 'number':
      if (type.step !== 1) return [];
      return unit === 'minor_units' ? ['money'] : ['integer'];
    case 'text':
      return isDay(name) ? ['day', 'text'] : ['text'];
    case 'choice':
      return type.choices.every((choice) => typeof choice === 'string') ? ['text'] : [];
    default:
      return [];
  }
}

/** Whether a fact takes days that exist and no others. */
function isDay(name: string): boolean {
  const schemas: Readonly<Record<string, z.ZodType>> = careFactsSchema.shape;
  const schema = schemas[name];
  return schema?.safeParse('2026-02-28').success === true && !schema.safeParse('2026-02-30').success;
}

/** The values of a message's parameters, or the names of those that are needed and not known. */
export function messageParams(
  sources: readonly ParameterSource[],
  facts: CareFacts,
  namesOf: () => MessageNames,
): { readonly values: MessageParams } | { readonly missing: readonly string[] } {
  if (sources.length === 0) return NO_PARAMS;
  const values: Record<string, string | number> = {};
  let names: MessageNames | undefined;
  const missing: string[] = [];
  for (const { name, optional, from, constant } of sources) {
    let value = constant;
    if (from === 'fact') value = readValue(name, facts);
    if (from === 'names') {
      names ??= namesOf();
      value = readValue(name, names);
    }
    if (value !== undefined) values[name] = value;
    else if (!optional) missing.push(name);
  }
  return missing.length > 0 ? { missing } : { values };
}

const NO_PARAMS: { readonly values: MessageParams } = Object.freeze({ values: Object.freeze({}) });

function readValue(name: string, values: object): string | number | undefined {
  // Both records are read by a name that was found among their keys.
  const value: unknown = (values as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
