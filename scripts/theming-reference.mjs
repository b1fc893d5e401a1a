/** Writes the tables of docs/theming.md from the manifest. `npm run reference` */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exported } from '../src/composed/exported-parts.ts';
import { createManifest } from './manifest.mjs';
import { table, withParts } from './reference.mjs';

const page = 'docs/theming.md';

const code = (text) => `\`${text}\``;
const elementsOf = ({ modules }) =>
  modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);

/** A row for each token, once however many elements read it. */
function tokenTable(elements) {
  const all = elements.flatMap(({ cssProperties = [] }) => cssProperties);
  const tokens = new Map(all.map((token) => [token.name, token]));
  return table(
    ['token', 'what for', 'unless set'],
    // In the order of the element that reads most of them.
    [...tokens.values()].map((token) => [code(token.name), token.description, code(token.default)]),
  );
}

/** A row for each thing of a kind that each element has. */
const elementTable = (elements, kind, head, nameOf) =>
  table(
    ['element', head, 'what it is'],
    elements.flatMap(({ tagName, [kind]: things = [] }) =>
      things.map((thing) => [code(tagName), nameOf(thing), thing.description]),
    ),
  );

/** What comes out of a composed element under another name than its own. */
const renamed = Object.values(exported)
  .flatMap((parts) => parts.split(', '))
  .filter((part) => part.includes(':'))
  .map((part) => part.split(': ').map(code));

export async function withReference(text) {
  const elements = elementsOf(await createManifest());
  return withParts(page, text, {
    tokens: tokenTable(elements.toSorted((a, b) => count(b) - count(a))),
    parts: elementTable(elements, 'cssParts', 'part', ({ name }) => code(name)),
    renamed: table(['part of the panel', 'of the desk'], renamed),
    states: elementTable(elements, 'cssStates', 'state', ({ name }) => code(name)),
    slots: elementTable(elements, 'slots', 'slot', ({ name }) => (name ? code(name) : 'default')),
  });
}

const count = ({ cssProperties = [] }) => cssProperties.length;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(page, await withReference(readFileSync(page, 'utf8')));
}
