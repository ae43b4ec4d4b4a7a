import type { Locale } from '@aftercare/core';
import type { PolicyDefinition } from '../definition/index.js';
import { type EffectCommandName, isEffectCommand } from '../kind/index.js';
import { textIn } from '../texts/index.js';

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

/** The title of a command, effect, guard or piece of evidence, for people; its code in words where it has none. */
export function titleOf(name: string, { titles }: Pick<PolicyDefinition, 'titles'>, locale: Locale): string {
  const texts = titles !== undefined && Object.hasOwn(titles, name) ? titles[name] : undefined;
  return textIn(texts, locale, name.replaceAll('_', ' '));
}

/** The title of a command; of one about effects, with the effect. */
export function commandTitle(
  command: string,
  effect: string | undefined,
  definition: Pick<PolicyDefinition, 'titles'>,
  locale: Locale,
): string {
  if (effect === undefined || !isEffectCommand(command)) return titleOf(command, definition, locale);
  return ABOUT_EFFECTS[locale][command](titleOf(effect, definition, locale));
}
