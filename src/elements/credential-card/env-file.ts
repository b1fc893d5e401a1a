import type { RevealedValue } from '../../contract/index.js';

/**
 * Values as lines of an `.env` file, such as `SANDBOX_CLIENT_ID=nb_sbx_7Q2m`. Each gets a name of
 * its own and stays on its line, whatever a host calls it or puts in.
 */
export function envFile(prefix: string, values: readonly RevealedValue[]): string {
  const taken = new Set<string>();
  return values
    .map(({ name, value }) => {
      const base = `${prefix}_${name}`
        .toUpperCase()
        .replace(/[^A-Z0-9]+/g, '_')
        .replace(/_$/, '');
      let own = base;
      for (let count = 2; taken.has(own); count += 1) own = `${base}_${count}`;
      taken.add(own);
      return `${own}=${quote(value)}\n`;
    })
    .join('');
}

/**
 * Single quotes mean the same to shells and to readers of such files, as long as they can be used. A
 * pattern sees one character at a time: what it matched last stays where any script can read it.
 */
function quote(value: string): string {
  const characters = Array.from(value);
  const has = (pattern: RegExp) => characters.some((character) => pattern.test(character));
  if (value && !has(/[^\w.:/+=@%,-]/)) return value;
  return has(/['\p{Cc}]/u) ? `"${characters.map(escaped).join('')}"` : `'${value}'`;
}

function escaped(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (/[\\"$`]/.test(character)) return `\\${character}`;
  return /\p{Cc}/u.test(character) ? '' : character;
}
