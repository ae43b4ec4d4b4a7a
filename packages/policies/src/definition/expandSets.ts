import type { DeadlineDefinition, PolicyDefinition } from './definition.js';
import type { EffectUse } from './effectUse.js';

type Sets = NonNullable<PolicyDefinition['sets']>;

const LISTS = ['from', 'of', 'when', 'calculate', 'while'] as const;

/** Lists of names in which a set may stand for its members. */
type Named = Readonly<Partial<Record<(typeof LISTS)[number], readonly string[]>>>;

/** The same definition with the members of its sets in the places of their names, each once. */
export function expandSets<Settings>(definition: PolicyDefinition<Settings>): PolicyDefinition<Settings> {
  const { sets, opening, transitions, deadlines, ...rest } = definition;
  if (sets === undefined) return definition;
  return {
    ...rest,
    opening: withEffects(withNames(opening, sets), sets),
    transitions: transitions.map((step) => withEffects(withNames(step, sets), sets)),
    ...(deadlines === undefined ? {} : { deadlines: deadlines.map((one) => expandDeadline(one, sets)) }),
  };
}

/** The names that a list of names and sets stands for, in order and each once. */
export function membersOf(names: readonly string[], sets: Sets): string[] {
  return [...new Set(names.flatMap((name) => namesFor(name, sets)))];
}

function namesFor(name: string, sets: Sets): readonly string[] {
  return (Object.hasOwn(sets, name) ? sets[name] : undefined) ?? [name];
}

function expandDeadline(deadline: DeadlineDefinition, sets: Sets): DeadlineDefinition {
  const expanded = withNames(deadline, sets);
  if (expanded.reminders === undefined) return expanded;
  return { ...expanded, reminders: expanded.reminders.map((reminder) => withEffects(reminder, sets)) };
}

/** A part with its lists of names expanded, of those that it has. An anchor's name is no list, and stays. */
function withNames<Part extends object>(part: Part, sets: Sets): Part {
  const lists = LISTS.flatMap((key) => {
    const names = (part as Named)[key];
    return Array.isArray(names) ? [[key, membersOf(names, sets)]] : [];
  });
  return { ...part, ...Object.fromEntries(lists) };
}

function withEffects<Part extends { readonly effects?: readonly EffectUse[] }>(part: Part, sets: Sets): Part {
  if (part.effects === undefined) return part;
  return { ...part, effects: part.effects.flatMap((use) => expandEffect(use, sets)) };
}

/** Fixed parameters are those of each member. */
function expandEffect(use: EffectUse, sets: Sets): readonly EffectUse[] {
  if (typeof use === 'string') return namesFor(use, sets);
  return Object.entries(use).flatMap(([name, fixed]) =>
    namesFor(name, sets).map((member) => ({ [member]: fixed })),
  );
}
