import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { filesUnder } from '../../scripts/files.mjs';

const attributes = /\s(?:href|src)="([^"#?]*)[^"#]*(?:#([^"]*))?"/g;

/** Every link of a built site that leads nowhere, to a page or to a place on it. */
export function deadLinks(folder: string): string[] {
  const files = filesUnder(folder).map((file) => posix.relative(folder, file));
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => [file, readFileSync(posix.join(folder, file), 'utf8')] as const);
  const ids = new Map(
    pages.map(([file, html]) => [
      file,
      new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  );
  const isAlive = (file: string, anchor: string | undefined) =>
    (files.includes(file) || files.includes(`${file}/index.html`)) &&
    (!anchor || ids.get(file)?.has(decodeURIComponent(anchor)));

  return pages.flatMap(([from, html]) =>
    [...html.matchAll(attributes)].flatMap(([, address, anchor]) => {
      if (/^\w+:|^\/\//.test(address!)) return [];
      const file = address ? fileOf(posix.resolve('/', posix.dirname(from), address)) : from;
      return isAlive(file, anchor) ? [] : [`${from}: ${address}${anchor ? `#${anchor}` : ''}`];
    }),
  );
}

/** A folder is its index. `posix.resolve` takes the slash from its end. */
const fileOf = (path: string) => (path === '/' ? 'index.html' : path.slice(1));
