import type { EpochMillis } from '@aftercare/core';
import type { Case, Deadline } from '../case/index.js';
import { appended } from '../evolve/index.js';
import type { View } from '../kind/index.js';
import type { CompiledDeadline, CompiledState } from '../policy/index.js';
import { millisOf, type Working } from './working.js';

/**
 * The deadlines that run once a case is in a state: those whose states it enters begin, those whose states it leaves end,
 * the others go on. One that counts from an anchor follows it; once it has come due, only to a later one.
 *
 * @returns null when nothing changes
 */
export function deadlinesAfter(working: Working, state: CompiledState): readonly Deadline[] | null {
  const { policy, current, view, millis, spent } = working;
  const { deadlines: defined, hasAnchors } = policy.machine;
  const moves = state.name !== current.state || current.version === 0;
  if (defined.length === 0 || (!moves && !hasAnchors && spent === undefined)) return null;
  let running: readonly Deadline[] = [];
  for (const deadline of state.deadlines) {
    const before = deadlineNamed(deadline.name, current);
    const goesOn = current.version > 0 && deadline.while.has(current.state);
    if (before !== undefined && goesOn && (before.spent || deadline.name === spent)) {
      const anew = laterAnchor(deadline, working);
      const over = anew === undefined ? { ...before, reminders: [], spent: true } : deadline.begin(anew);
      running = appended(running, over);
    } else if (deadline.anchor !== undefined) {
      const anchor = deadline.anchor(view as unknown as View);
      if (anchor !== null) running = appended(running, follows(deadline, millisOf(anchor), before));
    } else if (goesOn) {
      if (before !== undefined) running = appended(running, before);
    } else {
      running = appended(running, deadline.begin(millis));
    }
  }
  return running;
}

function deadlineNamed(name: string, { deadlines }: Case): Deadline | undefined {
  for (const deadline of deadlines) if (deadline.name === name) return deadline;
  return undefined;
}

/** Where an anchor is now that the command has moved on: a parcel on its way after another one was overdue, say. */
function laterAnchor({ anchor }: CompiledDeadline, { view, current }: Working): EpochMillis | undefined {
  const now = anchor?.(view as unknown as View) ?? null;
  if (anchor === undefined || now === null) return undefined;
  const { state, data, counters } = current;
  const before = anchor({ ...view, state, data, counters } as unknown as View);
  const millis = millisOf(now);
  return before !== null && millisOf(before) >= millis ? undefined : millis;
}

/** Keeps the deadline as it is, with the reminders still to be given, as long as its anchor has not moved. */
function follows(deadline: CompiledDeadline, anchor: EpochMillis, before: Deadline | undefined): Deadline {
  const fresh = deadline.begin(anchor);
  return before?.dueAt === fresh.dueAt ? before : fresh;
}
