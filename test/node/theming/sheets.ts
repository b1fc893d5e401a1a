import { readFileSync } from 'node:fs';

export const themes = {
  neutral: 'src/theme.css',
  dense: 'src/themes/dense.css',
  soft: 'src/themes/soft.css',
};

/** What a style sheet says, without its comments, on one line. */
export const sheet = (path: string): string =>
  readFileSync(path, 'utf8')
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ');

/** Token → value, as a style sheet declares them for every page, whatever points at it. */
export function tokensIn(path: string): Record<string, string> {
  const [, body] = /:where\(:root\) \{([^}]*)\}/.exec(sheet(path))!;
  return Object.fromEntries(
    [...body!.matchAll(/(--[\w-]+): ([^;]*);/g)].map(([, name, value]) => [name!, value!]),
  );
}
