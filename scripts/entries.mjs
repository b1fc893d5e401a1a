/** The modules that a user may import, read from `exports` in package.json, so that the two never part. */
import { readFileSync } from 'node:fs';
import { filesUnder } from './files.mjs';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));

// `./dist/elements/*/*.js` becomes a match for `src/elements/stepper/stepper.ts`.
function sourcePattern(target) {
  const [first, ...rest] = target
    .replace('./dist/', 'src/')
    .replace(/\.js$/, '.ts')
    .split('*')
    .map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${first}${rest.map((part, i) => (i ? '\\1' : '([^/]+)') + part).join('')}$`);
}

/** Name without extension → source file: `{'define/stepper': 'src/define/stepper.ts', …}`. */
export function publicEntries() {
  const patterns = Object.values(exports)
    .filter((entry) => entry.types && entry.default)
    .map((entry) => sourcePattern(entry.default));
  const files = filesUnder('src').filter((file) => patterns.some((pattern) => pattern.test(file)));
  return Object.fromEntries(files.map((file) => [file.slice('src/'.length, -'.ts'.length), file]));
}
