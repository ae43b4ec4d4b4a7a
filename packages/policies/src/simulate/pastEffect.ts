import type { Case, EffectRecord } from '../case/index.js';
import type { PastStep } from './pastCase.js';

/** The key of the effect that a command is about; `undefined` for one that is about none. */
export function keyIn(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('key' in params)) return undefined;
  return String(params.key);
}

/**
 * The effect that an outcome of the past is about now. It may have another key when steps have fallen away, and its old one
 * may be that of an effect of another type. `undefined` when the case has none of its type.
 */
function effectNow(key: string, type: string | undefined, { effects }: Case): EffectRecord | undefined {
  const candidates = effects.filter((effect) => type === undefined || effect.type === type);
  const same = candidates.find((effect) => effect.key === key);
  if (same !== undefined) return same;
  const open = candidates.filter(({ status }) => status !== 'succeeded');
  const index = key.split('/').at(-1);
  const alike = open.findLast((effect) => effect.key.endsWith(`/${index}`));
  return alike ?? (type === undefined ? undefined : open.at(-1));
}

/** A step with the key that its effect has now; `undefined` when that effect is not there under the definition tried. */
export function withKeyNow(
  { command, effect: type }: PastStep,
  current: Case,
): PastStep['command'] | undefined {
  const { params } = command;
  const key = keyIn(params);
  if (key === undefined) return command;
  const effect = effectNow(key, type, current);
  if (effect !== undefined) return { ...command, params: { ...(params as object), key: effect.key } };
  return type === undefined ? command : undefined;
}
