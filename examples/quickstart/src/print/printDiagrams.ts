/** Where the diagrams are that go with the cases. */
export function printDiagrams(paths: readonly string[]): string {
  if (paths.length === 0) return '  The state diagrams could not be written.';
  return [
    '  The state diagrams of both policies, as Mermaid text:',
    ...paths.map((path) => `    ${path}`),
  ].join('\n');
}
