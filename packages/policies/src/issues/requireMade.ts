import { AftercareError, type IssuePath, showValue } from '@aftercare/core';
import { policyIssues } from './policyIssues.js';

/**
 * Throws unless an argument is what a function of ours makes, which is known by one of its keys: whoever calls from
 * JavaScript is told what to call instead of what a value further inside lacks.
 *
 * @param maker - how it is made, for the message
 * @throws AftercareError `not_made`
 */
export function requireMade(value: unknown, key: string, path: IssuePath, maker: string): void {
  if (typeof value === 'object' && value !== null && key in value) return;
  throw new AftercareError([policyIssues.create('not_made', path, { maker, received: showValue(value) })]);
}
