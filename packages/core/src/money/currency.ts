/** Whether ISO 4217 lists this code. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}
