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

/** Single quotes mean the same to shells and to readers of such files, as long as they can be used. */
function quote(value: string): string {
  if (/^[\w.:/+=@%,-]+$/.test(value)) return value;
  if (!/['\p{Cc}]/u.test(value)) return `'${value}'`;
  const escaped = value
    .replace(/[\\"$`]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replace(/\p{Cc}/gu, '');
  return `"${escaped}"`;
}
