import { factNamesOf, type Rule } from '@aftercare/rules';
import { type CareFacts, type CareParams, type CareRule, isSelling } from '../care/index.js';
import { profilingFactsOf } from '../care/profilingFacts.js';
import type { ChannelDefinition } from '../channels/index.js';
import type { MessageTemplates } from '../templates/index.js';
import { type ParameterSource, parameterSources } from './parameters.js';

/** A channel of a rule, with what the policy says of it. */
interface PlannedChannel {
  readonly code: string;
  readonly reachesStaff: boolean;
  readonly definition: ChannelDefinition | undefined;
}

/** A care rule with all that can be told of it before there is a customer. */
export interface PlannedRule {
  readonly rule: Rule;
  readonly params: CareParams;
  readonly value: number;
  /** Whether it recommends, offers or gives something. */
  readonly sells: boolean;
  /** The facts that its receipts show. */
  readonly factNames: readonly (keyof CareFacts)[];
  /** The facts by which it selects customers by their behaviour. */
  readonly profilingFacts: readonly string[];
  readonly channels: readonly PlannedChannel[];
  readonly parameters: readonly ParameterSource[];
}

/** Puts together what a planner needs to know of a rule. The rule, its template and its channels were checked before. */
export function plannedRule(
  { rule, params }: CareRule,
  channels: readonly ChannelDefinition[],
  templates: MessageTemplates,
): PlannedRule {
  return {
    rule,
    params,
    value: params.value ?? 0,
    sells: isSelling(params.kind),
    // The rules were checked against the catalogue of these facts when they were loaded.
    factNames: factNamesOf([rule]) as readonly (keyof CareFacts)[],
    profilingFacts: profilingFactsOf(rule),
    channels: params.channels.map((code) => plannedChannel(code, channels)),
    parameters: parameterSources(params, templates.get(params.template)),
  };
}

/** A channel with what the policy says of it. */
export function plannedChannel(code: string, channels: readonly ChannelDefinition[]): PlannedChannel {
  const definition = channels.find((channel) => channel.code === code);
  return { code, definition, reachesStaff: definition?.reaches === 'staff' };
}
