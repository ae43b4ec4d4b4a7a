import { unwrap } from '@aftercare/core/foundation';
import { loadRules } from '@aftercare/rules';
import { toEngine } from '@aftercare/rules/engine';
import { ZenEngine } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import { facts } from './workload.mjs';

/**
 * Each entry makes of rules a function that takes records and returns how many events came out, having had every list of
 * events in its hands.
 */
export const ENGINES = {
  generated: (rules) => synchronous(unwrap(loadRules(rules, facts, { strategy: 'generated' })).evaluate),
  closures: (rules) => synchronous(unwrap(loadRules(rules, facts, { strategy: 'closures' })).evaluate),
  'json-logic-engine': (rules) => synchronous(jsonLogic(rules)),
  'json-rules-engine': jsonRulesEngine,
  'zen-engine': zen,
};

function synchronous(evaluate) {
  return async (records) => {
    let events = 0;
    for (const record of records) events += evaluate(record).length;
    return events;
  };
}

function jsonRulesEngine(rules) {
  const engine = toEngine(unwrap(loadRules(rules, facts)));
  return async (records) => {
    let count = 0;
    for (const record of records) count += (await engine.run(record)).events.length;
    return count;
  };
}

const inOrder = (rules) => [...rules].sort((a, b) => b.priority - a.priority);

/** One compiled function for each rule and a loop that collects events: faster than one logic that makes the list. */
function jsonLogic(rules) {
  const engine = new LogicEngine();
  const compiled = inOrder(rules).map(({ conditions, event }) => ({
    holds: engine.build(logicOf(conditions)),
    event,
  }));
  return (record) => {
    const events = [];
    for (const { holds, event } of compiled) if (holds(record)) events.push(event);
    return events;
  };
}

const LOGIC = {
  equal: '===',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  in: 'in',
};

function logicOf(condition) {
  if (condition.all) return { and: condition.all.map(logicOf) };
  if (condition.any) return { or: condition.any.map(logicOf) };
  if (condition.not) return { '!': [logicOf(condition.not)] };
  const value = { var: condition.fact };
  const comparison = { [LOGIC[condition.operator]]: [value, condition.value] };
  // json-logic takes null for 0, the others take it for no number.
  const mayBeNull =
    typeof condition.value === 'number' &&
    condition.operator.startsWith('lessThan') &&
    condition.fact.startsWith('days');
  return mayBeNull ? { and: [{ '!==': [value, null] }, comparison] } : comparison;
}

const ZEN = {
  equal: '==',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  in: 'in',
};

/** A decision table that collects a row for each rule, evaluated a hundred records at a time, as a host would. */
function zen(rules) {
  const content = {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 }, content: {} },
      {
        id: 'table',
        name: 'table',
        type: 'decisionTableNode',
        position: { x: 0, y: 0 },
        content: {
          hitPolicy: 'collect',
          inputs: [{ id: 'condition', name: 'condition' }],
          outputs: [
            { id: 'type', name: 'type', field: 'type' },
            { id: 'kind', name: 'kind', field: 'params.kind' },
            { id: 'template', name: 'template', field: 'params.template' },
          ],
          rules: inOrder(rules).map(({ name, conditions, event }) => ({
            _id: name,
            condition: zenOf(conditions),
            type: JSON.stringify(event.type),
            kind: JSON.stringify(event.params.kind),
            template: JSON.stringify(event.params.template),
          })),
        },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 }, content: {} },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  };
  const decision = new ZenEngine().createDecision(content);
  return async (records) => {
    let count = 0;
    for (let first = 0; first < records.length; first += 100) {
      const batch = records.slice(first, first + 100);
      const responses = await Promise.all(batch.map((record) => decision.evaluate(record)));
      for (const { result } of responses) count += result.length;
    }
    return count;
  };
}

function zenOf(condition) {
  if (condition.all) return `(${condition.all.map(zenOf).join(' and ')})`;
  if (condition.any) return `(${condition.any.map(zenOf).join(' or ')})`;
  if (condition.not) return `not (${zenOf(condition.not)})`;
  const comparison = `${condition.fact} ${ZEN[condition.operator]} ${JSON.stringify(condition.value)}`;
  const isOrder = condition.operator.includes('Than');
  return isOrder && condition.fact.startsWith('days')
    ? `(${condition.fact} != null and ${comparison})`
    : comparison;
}
