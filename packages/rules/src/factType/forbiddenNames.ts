// Every name that any object answers to without having been given it.
const FORBIDDEN: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/** Whether a name belongs to JavaScript itself (`__proto__`, `constructor`, `toString`), so that no rule may use it. */
export function isForbiddenName(name: string): boolean {
  return FORBIDDEN.has(name);
}
