/**
 * Refuses in src/ whatever turns a text into markup, style or code, or needs a looser policy:
 * `node scripts/unsafe.mjs`. docs/security.md tells pages that none of it is there.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { filesUnder } from './files.mjs';

/** What is refused, why, and the one file that may. */
const ways = [
  [/\bunsafe(?:HTML|SVG|MathML|Static|CSS)\b/, 'what a host sends is text, never markup'],
  [/\b(?:innerHTML|outerHTML|srcdoc)\b/, 'markup from a string'],
  [
    /\b(?:insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|DOMParser)\b/,
    'markup from a string',
  ],
  [/\bdocument\.write(?:ln)?\b/, 'markup from a string'],
  [/\bstyleMap\b|\bcssText\b/, 'a strict policy forbids style attributes; use style.setProperty'],
  [/\sstyle=|<style\b/, 'a strict policy forbids styles in markup; use static styles'],
  [/<(?:script|iframe|object|embed|base|link|meta)\b/, 'an element that loads or runs'],
  [/\s\??on\w+=(?:["'$])/, 'an event attribute; listen by @event'],
  [/\b(?:set|toggle)Attribute\(\s*['"`](?:style|on\w+)['"`]/, 'style or a handler as an attribute'],
  [/\beval\s*\(|\bnew Function\b|\bFunction\s*\(/, 'code from a string'],
  [/\bset(?:Timeout|Interval)\(\s*['"`]/, 'code from a string'],
  [/\b(?:javascript|vbscript):/i, 'an address that runs'],
  [
    /\s\.?(?:href|src|action|formaction)=\$?["'{]?\$?\{?/,
    'an address of a host; use link() of ui/link',
    'src/ui/link.ts',
  ],
  [
    /\.(?:href|src)\s*=[^=]/,
    'an address that is not checked',
    'src/elements/credential-card/secret-holder.ts',
  ],
  [/\b(?:window\.open|location\.(?:assign|replace))\(/, 'an address that is not checked'],
  [/\bcreatePolicy\b/, 'pages allow the policy of lit alone'],
];

/** `file:line: why` for each. Lines of comments may name what they warn of. */
export function unsafeWays(file, text) {
  return text.split('\n').flatMap((line, at) => {
    if (/^\s*(?:\/\/|\/?\*)/.test(line)) return [];
    const found = ways.filter(([pattern, , except]) => file !== except && pattern.test(line));
    return found.map(([, why]) => `${file}:${at + 1}: ${why}`);
  });
}

/** The suite for hosts sends what the kit must not be. */
export const guardedFiles = () =>
  filesUnder('src').filter((file) => file.endsWith('.ts') && !file.startsWith('src/conformance/'));

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = guardedFiles().flatMap((file) => unsafeWays(file, readFileSync(file, 'utf8')));
  for (const each of found) console.error(each);
  if (found.length > 0) process.exit(1);
  console.log('no unsafe way in src');
}
