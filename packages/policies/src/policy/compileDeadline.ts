import { epochMillisOf, instantOf } from '@aftercare/core';
import type { Deadline } from '../case/index.js';
import { type DeadlineDefinition, deadlineTexts, type PolicyDefinition } from '../definition/index.js';
import type { Kind } from '../kind/index.js';
import { compileDuration, millisOf } from './compileDuration.js';
import { compileEffect } from './compileTransition.js';
import { found } from './found.js';
import type { Calendars, CompiledDeadline } from './policy.js';

/** A deadline with every name in it bound. */
export function compileDeadline(
  deadline: DeadlineDefinition,
  kind: Kind,
  calendars: Calendars,
  definition: PolicyDefinition,
): CompiledDeadline {
  const { from, reminders = [] } = deadline;
  return {
    name: deadline.name,
    while: new Set(deadline.while),
    anchor: from === undefined ? undefined : found(kind.behaviour.anchors?.[from]),
    begin: compileBegin(deadline, calendars),
    command: deadline.command,
    params: deadline.params ?? {},
    reminders: reminders.map(({ effects }) => effects.map((use) => compileEffect(use, kind))),
    because: deadlineTexts(deadline, definition),
  };
}

/** Makes a deadline run. One that ends with a day is the same object for all instants of the day on which it begins. */
function compileBegin(
  { name, after, reminders = [] }: DeadlineDefinition,
  calendars: Calendars,
): CompiledDeadline['begin'] {
  const dueAfter = compileDuration(after, calendars);
  const before = reminders.map((reminder) => millisOf(reminder.before));
  let known: Deadline | undefined;
  return (millis) => {
    const dueAt = dueAfter(millis);
    if (known?.dueAt !== dueAt) {
      const due = epochMillisOf(dueAt) ?? Number.NaN;
      const given = before.map((early, index) => Object.freeze({ index, dueAt: instantOf(due - early) }));
      known = Object.freeze({ name, dueAt, reminders: Object.freeze(given), spent: false });
    }
    return known;
  };
}
