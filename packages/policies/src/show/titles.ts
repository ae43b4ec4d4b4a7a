import type { Locale } from '@aftercare/core';
import type { PolicyDefinition, StateDefinition } from '../definition/index.js';
import { type EffectCommandName, isEffectCommand } from '../kind/index.js';
import { textIn } from '../texts/index.js';
import type { Way } from './ways.js';

const ABOUT_EFFECTS: Readonly<
  Record<Locale, Readonly<Record<EffectCommandName, (effect: string) => string>>>
> = {
  en: {
    effect_succeeded: (effect) => `${effect} succeeded`,
    effect_failed: (effect) => `${effect} failed`,
    retry_effect: (effect) => `retry ${effect}`,
  },
  'zh-CN': {
    effect_succeeded: (effect) => `${effect}成功`,
    effect_failed: (effect) => `${effect}失败`,
    retry_effect: (effect) => `重试${effect}`,
  },
};

const ABOUT_SOME_EFFECT: Readonly<Record<Locale, Readonly<Record<EffectCommandName, string>>>> = {
  en: { effect_succeeded: 'succeeded', effect_failed: 'failed', retry_effect: 'retry' },
  'zh-CN': { effect_succeeded: '成功', effect_failed: '失败', retry_effect: '重试' },
};

/** The title of a command, effect, guard or piece of evidence, for people; its code in words where it has none. */
export function titleOf(name: string, { texts }: Pick<PolicyDefinition, 'texts'>, locale: Locale): string {
  const { titles } = texts;
  const title = titles !== undefined && Object.hasOwn(titles, name) ? titles[name] : undefined;
  return textIn(title, locale, name.replaceAll('_', ' '));
}

/** The title of a state; its name where it has none. */
export function stateTitle(
  state: string,
  { texts }: Pick<PolicyDefinition, 'texts'>,
  locale: Locale,
): string {
  return textIn(texts.states?.[state], locale, state);
}

/** The title of a command; of one about effects, with the effect. */
export function commandTitle(
  command: string,
  effect: string | undefined,
  definition: Pick<PolicyDefinition, 'texts'>,
  locale: Locale,
): string {
  if (effect === undefined || !isEffectCommand(command)) return titleOf(command, definition, locale);
  return ABOUT_EFFECTS[locale][command](titleOf(effect, definition, locale));
}

/**
 * The title of a command on an arrow. A state that waits for the system tells by its own title which effects are under way,
 * and several of them would make a long list; so there, their outcomes are not named one by one.
 */
export function arrowTitle(
  { command, effects }: Pick<Way, 'command' | 'effects'>,
  source: StateDefinition | undefined,
  definition: Pick<PolicyDefinition, 'texts'>,
  locale: Locale,
): string {
  const [effect, ...others] = effects;
  const unnamed = others.length > 0 || source?.waitsFor === 'system';
  if (unnamed && isEffectCommand(command)) return ABOUT_SOME_EFFECT[locale][command];
  return commandTitle(command, effect, definition, locale);
}
