import type { TestDataEntry } from '../../contract/index.js';

/** An entry and its place in the provider's order, which stays its own in every search. */
export type Row = readonly [key: string, entry: TestDataEntry];

/**
 * The entries with the words of a query in any column, whatever their case. `fold` is the page's
 * language's; the plain one stands beside it, for identifiers know no language: a Turkish page must
 * find `IBAN` by `iban`.
 */
export function search(
  entries: readonly TestDataEntry[],
  query: string,
  fold: (text: string) => string,
): Row[] {
  const rows = entries.map((entry, index) => [String(index), entry] as const);
  const wanted = query.trim();
  if (!wanted) return rows;
  const folds = [fold, (text: string) => text.normalize().toLowerCase()];
  return rows.filter(([, { type, name, description, value }]) =>
    [type, name, description, value].some((text) =>
      folds.some((each) => each(text).includes(each(wanted))),
    ),
  );
}
