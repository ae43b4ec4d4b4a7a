import { type ShopCalendar, unwrap } from '@aftercare/core';
import {
  type AuthorityMatrix,
  authorityCny,
  authorityEur,
  type CompensationShape,
  compensationDefinition,
  compensationKind,
  loadAuthority,
  loadPolicy,
  type Policy,
  type ReturnShape,
  returnDefinition,
  returnKind,
} from '@aftercare/policies';

/** The shipped policies that cases are played with, under one authority matrix. */
export interface CasePolicies {
  readonly compensation: Policy<CompensationShape>;
  readonly returns: Policy<ReturnShape>;
  /** The currency of the shipped matrix whose figures are used. */
  readonly limitsFrom: string;
  /** What an agent may grant at once, in minor units. */
  readonly agentLimits: { readonly compensation: number; readonly refund: number };
}

/** Loads the shipped policies for a shop; in a currency that has no shipped matrix, with the euro's figures. */
export function casePolicies(calendar: ShopCalendar, currency: string): CasePolicies {
  const shipped = currency === 'CNY' ? authorityCny : authorityEur;
  const matrix = inCurrency(shipped, currency);
  const authority = unwrap(loadAuthority(matrix, { calendar }));
  const options = { authority, calendars: { shop: calendar } };
  return {
    compensation: unwrap(loadPolicy(compensationKind, compensationDefinition, options)),
    returns: unwrap(loadPolicy(returnKind, returnDefinition, options)),
    limitsFrom: currency === 'CNY' ? 'CNY' : 'EUR',
    agentLimits: {
      compensation: agentLimit(matrix, 'compensation'),
      refund: agentLimit(matrix, 'refund'),
    },
  };
}

function inCurrency(matrix: AuthorityMatrix, currency: string): AuthorityMatrix {
  const limits = matrix.limits.map((limit) =>
    'minor' in limit.most ? { ...limit, most: { minor: limit.most.minor, currency } } : limit,
  );
  return { ...matrix, limits };
}

function agentLimit({ limits }: AuthorityMatrix, action: string): number {
  const amounts = limits.flatMap(({ role, actions, per, most }) =>
    role === 'agent' && per === 'grant' && actions?.includes(action) && 'minor' in most ? [most.minor] : [],
  );
  return Math.min(...amounts);
}
