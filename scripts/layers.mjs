/**
 * Holds the layers of src/ apart: imports point down only. Prints every import that does not, and every
 * cycle, and fails. `node scripts/layers.mjs`
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesUnder } from './files.mjs';
import { importsOf, resolveImport } from './imports.mjs';

/** From the lowest up; layers on one line may use each other. */
const order = [
  ['contract'],
  ['i18n'],
  ['rules'],
  ['adapter'],
  ['store'],
  ['connect', 'ui'],
  ['elements'],
  ['composed'],
  ['define'],
  ['index'],
];
const rank = Object.fromEntries(order.flatMap((layers, height) => layers.map((l) => [l, height])));

/** Stand beside the kit, for hosts and tests: they use no more of it than this, and nothing uses them. */
const beside = {
  mocks: ['mocks', 'contract', 'rules', 'adapter'],
  // Finds phrases as the elements do, and everything else in their trees.
  testing: ['testing', 'contract', 'i18n', 'connect'],
  conformance: ['conformance', 'mocks', 'contract', 'rules', 'adapter'],
};

const isLit = (specifier) => /^(lit|@lit\/[^/]+|lit-html|lit-element)(\/|$)/.test(specifier);
const mayUseLit = (layer) => rank[layer] >= rank.ui;

/** `src/store/store.ts` → `store`; a file of src/ itself is the top. */
function layerOf(file) {
  const [root, folder, ...rest] = file.split('/');
  if (root !== 'src') return root;
  return rest.length > 0 ? folder : 'index';
}

const elementOf = (file) => /^src\/elements\/([^/]+)\//.exec(file)?.[1];

/** Why `from` may not import `to`, or undefined. */
function complaint(from, to) {
  const [lower, upper] = [layerOf(from), layerOf(to)];
  if (lower in beside) {
    return beside[lower].includes(upper) ? undefined : `${lower} must not use ${upper}`;
  }
  if (upper in beside) return `nothing outside uses ${upper}`;
  if (!(lower in rank)) return `${lower} is no known layer`;
  if (!(upper in rank)) return `src must not use ${upper}`;
  if (rank[upper] > rank[lower]) return `${upper} is above ${lower}`;
  const [element, other] = [elementOf(from), elementOf(to)];
  if (element && other && element !== other) return 'an element must not use another element';
  return undefined;
}

/** The first cycle found from each module, once a cycle. Types are gone at run time and don't count. */
function cyclesOf(graph) {
  const cycles = [];
  const done = new Set();
  const path = [];
  const visit = (file) => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return cycles;
}

/** `sources`: path from the project's root → text. Resolves to one line a fault. */
export function findFaults(sources) {
  const faults = [];
  const graph = new Map();
  for (const [file, source] of Object.entries(sources)) {
    const needs = [];
    for (const { specifier, type } of importsOf(file, source)) {
      if (!specifier.startsWith('.')) {
        if (isLit(specifier) && !mayUseLit(layerOf(file))) {
          faults.push(`${file}: ${layerOf(file)} must not use ${specifier}`);
        }
        continue;
      }
      const to = resolveImport(file, specifier);
      const fault = complaint(file, to);
      if (fault) faults.push(`${file} imports ${to}: ${fault}`);
      if (!type) needs.push(to);
    }
    graph.set(file, needs);
  }
  return [...faults, ...cyclesOf(graph).map((cycle) => `cycle: ${cycle}`)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = filesUnder('src').filter((file) => file.endsWith('.ts'));
  const sources = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]));
  const faults = findFaults(sources);
  for (const fault of faults) console.error(fault);
  console.log(`${files.length} modules, ${faults.length} faults in their layers`);
  if (faults.length > 0) process.exit(1);
}
