import type { Instant } from '@aftercare/core';

/** What the clock does in a case, once: the deadline that it does it for, when that is due, and which of its reminders. */
interface ClockTask {
  readonly deadline: string;
  readonly dueAt: Instant;
  /** Absent for the deadline itself. */
  readonly reminder?: number;
}

/** The id of the clock's command: always the same one for the same task. */
export function clockIdOf(caseId: string, { deadline, dueAt, reminder }: ClockTask): string {
  return `${caseId}/${deadline}/${dueAt}${reminder === undefined ? '' : `/${reminder}`}`;
}

/** After the case: a name in snake_case, and the year of an instant. Keys of effects have a number in the first place. */
const CLOCK_TASK = /^\/[a-z][a-z0-9_]*\/\d{4}-/;

/**
 * Whether an id is one that the clock may need in a case, now or under a later version of its policy. A command that came
 * under it would switch off the deadline, which would then be taken for done.
 */
export function isClockId(id: string, caseId: string): boolean {
  return id.startsWith(caseId) && CLOCK_TASK.test(id.slice(caseId.length));
}
