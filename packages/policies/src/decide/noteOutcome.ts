import { isParty } from '../case/index.js';
import { follow } from '../evolve/index.js';
import type { CompiledTransition } from '../policy/index.js';
import { again, eventOf, NO_CHANGES } from './attempt.js';
import { lacking } from './lack.js';
import { who } from './refuse.js';
import { type Judgement, type Rejection, rejected } from './rejection.js';
import type { Working } from './working.js';

const TYPES = {
  effect_succeeded: 'effect_succeeded',
  effect_failed: 'effect_failed',
  retry_effect: 'effect_retried',
} as const;

/**
 * Keeps the outcome of an effect, or tries a failed one again, where the definition has no transition for it: the state
 * stays as it is. It works in final states too. Outcomes come from the shop's own programs; staff may try again.
 *
 * @param refused - what the definition's own transitions said, if it has some
 */
export function noteOutcome(working: Working, refused: Rejection | undefined): Judgement {
  const { policy, current, command, view } = working;
  const isRetry = command.type === 'retry_effect';
  const isAllowed = view.role === 'system' || view.role === 'clock' || (isRetry && !isParty(view.role));
  if (!isAllowed) {
    return refused ?? rejected(lacking('not_authorised', { role: view.role }), [who('system', policy)]);
  }
  // A definition that lets nobody try again just now has its reasons.
  if (isRetry && refused !== undefined) return refused;
  const type = TYPES[command.type as keyof typeof TYPES];
  const effects = isRetry && view.effect !== undefined ? [again(view.effect)] : [];
  const event = eventOf(working, type, current.state, {}, { ...NO_CHANGES, effects });
  return {
    ok: true,
    events: [event],
    next: follow(current, event, current.data, current.counters),
    effects,
    reservations: [],
    receipt: {
      policy: policy.name,
      policyVersion: policy.version,
      ...NOTED[type],
      guards: [],
      facts: {},
      assessment: null,
    },
  };
}

const NOTED: Readonly<
  Record<(typeof TYPES)[keyof typeof TYPES], Pick<CompiledTransition, 'because'> & { transition: string }>
> = {
  effect_succeeded: {
    transition: 'effect_succeeded',
    because: { en: 'The outcome is kept.', 'zh-CN': '记录执行结果。' },
  },
  effect_failed: {
    transition: 'effect_failed',
    because: { en: 'The outcome is kept; it can be tried again.', 'zh-CN': '记录执行结果，可以重试。' },
  },
  effect_retried: {
    transition: 'effect_retried',
    because: { en: 'What failed can always be tried again.', 'zh-CN': '失败的动作总可以重试。' },
  },
};
