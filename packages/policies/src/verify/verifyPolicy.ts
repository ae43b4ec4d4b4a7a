import { parseWith, unwrap } from '@aftercare/core';
import * as z from 'zod';
import { policyIssues } from '../issues/index.js';
import type { KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';
import { explore } from './explore.js';
import { type PolicyFinding, policyFindings } from './policyFindings.js';
import { verifyAuthority } from './verifyAuthority.js';
import { verifyExamples } from './verifyExamples.js';
import { verifyGrants } from './verifyGrants.js';
import { verifyGraph } from './verifyGraph.js';
import { verifyGuards } from './verifyGuards.js';
import { verifyTexts } from './verifyTexts.js';

/** How thoroughly a policy is verified. */
export interface VerifyOptions {
  /** How many different cases are played through at most. Default 1000; 0 leaves it at what can be seen without. */
  readonly cases?: number;
}

const optionsSchema = z.strictObject({ cases: z.int().min(0).default(1000) });

/**
 * Looks for mistakes that no single part of a definition shows: states that cannot be reached or left, effects whose
 * outcome leads nowhere, guards that contradict or hide one another or do not come out as their examples say, money that nobody can grant, that the passing of
 * time would grant, or that goes out without a grant; missing texts; and, by playing small cases through, cases that can never end, and those that would be
 * forgotten, since none of the deadlines of their state begins.
 *
 * @returns the findings; none for a policy that can go into service
 * @throws AftercareError for options that are none: a `cases` that is not an integer of 0 or more
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   compensationDefinition,
 *   compensationKind,
 *   loadAuthority,
 *   loadPolicy,
 *   verifyPolicy,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * verifyPolicy(policy, { cases: 100 }); // => []
 *
 * const transitions = compensationDefinition.transitions.filter(({ on }) => on !== 'appeal');
 * const deaf = { ...compensationDefinition, transitions };
 * const changed = unwrap(loadPolicy(compensationKind, deaf, { authority, calendars }));
 * verifyPolicy(changed, { cases: 0 }).map(({ message }) => message);
 * // => ['transitions: No transition takes the command "appeal".']
 * ```
 */
export function verifyPolicy<Shape extends KindShape>(
  policy: Policy<Shape>,
  options: VerifyOptions = {},
): readonly PolicyFinding[] {
  const { cases } = unwrap(parseWith(policyIssues, optionsSchema, options));
  const erased = policy as unknown as Policy;
  return [
    ...verifyGraph(erased),
    ...verifyGrants(erased),
    ...verifyGuards(erased),
    ...verifyExamples(erased),
    ...verifyAuthority(erased),
    ...verifyTexts(erased),
    ...ofKind(erased),
    ...(cases === 0 ? [] : explore(erased, { cases })),
  ];
}

function ofKind({ kind, definition }: Policy): PolicyFinding[] {
  const findings = kind.behaviour.verify?.(definition) ?? [];
  return findings.map(({ path, texts }) => policyFindings.create('kind_finding', path, texts));
}
