/** Tables of the guides that are made of the sources, each between a pair of comments in its page. */
import { format, resolveConfig } from 'prettier';

const cell = (text) => text.replaceAll('|', '\\|');

export const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows]
    .map((row) => `| ${row.map(cell).join(' | ')} |`)
    .join('\n');

/** A page with its tables as they are now; `parts`: name → table. */
export async function withParts(page, text, parts) {
  let whole = text;
  for (const [name, part] of Object.entries(parts)) {
    const [begin, end] = [`<!-- reference: ${name} -->`, `<!-- end of ${name} -->`];
    const [before, rest] = whole.split(begin);
    const after = rest?.split(end)[1];
    if (after === undefined) throw new Error(`${page} has no place for ${name}`);
    whole = `${before}${begin}\n\n${part}\n\n${end}${after}`;
  }
  return format(whole, { ...(await resolveConfig(page)), parser: 'markdown' });
}
