/** What a module imports, itself and through others. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** Every import of a module: `{specifier, type}`, where `type` says that nothing of it is left at run time. */
export function importsOf(file, source) {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const imports = [];
  const add = (node, type) => {
    if (node.source?.type === 'Literal') imports.push({ specifier: node.source.value, type });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node, node.exportKind === 'type'),
    ImportExpression: (node) => add(node, false),
    TSImportType: (node) => add(node, true),
  }).visit(program);
  return imports;
}

/** The source file that a relative import of another one means. */
export const resolveImport = (from, specifier) =>
  posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');

/** Source file → text of all that runs with an entry, what comes on demand included. */
export function modulesOf(entry, found = new Map()) {
  if (found.has(entry)) return found;
  const source = readFileSync(entry, 'utf8');
  found.set(entry, source);
  for (const { specifier, type } of importsOf(entry, source)) {
    if (!type && specifier.startsWith('.')) modulesOf(resolveImport(entry, specifier), found);
  }
  return found;
}
