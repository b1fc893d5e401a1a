/** The public `--golive-*` tokens, read from where the elements take them. */
import { readFileSync } from 'node:fs';
import { modulesOf } from './imports.mjs';

const home = 'src/ui/tokens.styles.ts';
const oneLine = (text) => text.replaceAll(/\s+/g, ' ').replaceAll('( ', '(').trim();

const withoutComments = (css) => css.replaceAll(/\/\*[^]*?\*\//g, '');

const source = readFileSync(home, 'utf8');
const [sheet] = withoutComments(source.slice(source.indexOf('css`'))).split('@media');

/** Private name → what it is made of. */
const values = Object.fromEntries(
  [...sheet.matchAll(/(--_[\w-]+):([^;]*);/g)].map(([, name, value]) => [name, oneLine(value)]),
);

/** Token → what is taken where a page sets nothing. */
export const defaults = Object.fromEntries(
  [
    ...Object.values(values),
    // The one that no private name stands for.
    /font-family: (var\(--golive-font,[^;]*);/.exec(
      readFileSync('src/ui/base.styles.ts', 'utf8'),
    )[1],
  ].flatMap((value) =>
    [...value.matchAll(/^var\((--golive-[\w-]+), (.*)\)$/g)].map(([, name, fallback]) => [
      name,
      fallback.trim().replace('var(--_accent)', 'var(--golive-color-accent)'),
    ]),
  ),
);

/**
 * Each token as it is documented.
 * @type {{ name: string, description: string, default: string }[]}
 */
export const tokens = [...source.matchAll(/@cssproperty (--[\w-]+) - (.*)/g)].map(
  ([, name = '', description = '']) => ({ name, description, default: defaults[name] }),
);

/** The public tokens that a piece of CSS reads, through private names too. */
function readIn(css, found = new Set()) {
  for (const [name] of css.matchAll(/--(?:golive-|_)[\w-]+(?=[,)])/g)) {
    if (found.has(name)) continue;
    found.add(name);
    if (values[name]) readIn(values[name], found);
  }
  return found;
}

/** Those of the tokens that an element's style sheets read. */
export function tokensReadBy(element) {
  const sheets = [...modulesOf(element)]
    .filter(([file]) => file.endsWith('.styles.ts') && file !== home)
    .map(([, text]) => withoutComments(text));
  const found = readIn(sheets.join('\n'));
  return tokens.filter(({ name }) => found.has(name));
}
