import ts from 'typescript';

/**
 * Adds the imports of a block to those of the other blocks of its document: each name once, as all blocks of a document
 * share the first line of its test file.
 *
 * @param imports statements by the name that they bring.
 */
export function collectImports(code: string, imports: Map<string, string>): void {
  const source = ts.createSourceFile('snippet.ts', code, ts.ScriptTarget.Latest, true);
  for (const declaration of source.statements.filter(ts.isImportDeclaration)) {
    for (const [name, statement] of importsOf(declaration)) {
      const earlier = imports.get(name);
      if (earlier !== undefined && withoutType(earlier) !== withoutType(statement)) {
        throw new Error(`"${name}" is imported from another place than in an earlier block of this document`);
      }
      // A name that one block needs as a value and another only as a type is imported as a value.
      if (earlier === undefined || statement === withoutType(statement)) imports.set(name, statement);
    }
  }
}

function importsOf(
  declaration: ts.ImportDeclaration,
): readonly (readonly [name: string, statement: string])[] {
  const from = declaration.moduleSpecifier.getText();
  const clause = declaration.importClause;
  if (clause === undefined) return [[from, `import ${from};`]];
  const all = clause.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type ' : '';
  const statements: [string, string][] = [];
  if (clause.name !== undefined) {
    statements.push([clause.name.text, `import ${all}${clause.name.text} from ${from};`]);
  }
  if (clause.namedBindings !== undefined && ts.isNamespaceImport(clause.namedBindings)) {
    const name = clause.namedBindings.name.text;
    statements.push([name, `import ${all}* as ${name} from ${from};`]);
  }
  if (clause.namedBindings !== undefined && ts.isNamedImports(clause.namedBindings)) {
    for (const element of clause.namedBindings.elements) {
      const type = all === '' && !element.isTypeOnly ? '' : 'type ';
      const original = element.propertyName === undefined ? '' : `${element.propertyName.text} as `;
      statements.push([element.name.text, `import { ${type}${original}${element.name.text} } from ${from};`]);
    }
  }
  return statements;
}

function withoutType(statement: string): string {
  return statement.replace('{ type ', '{ ').replace('import type ', 'import ');
}
