/** Where things rest in the browser's session; asked for at each use, for a page may forbid it. */
export type PageStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const pageStorage: PageStorage = () => sessionStorage;

/** Puts something away, or takes away what was there. Whether that was possible. */
export function writeKept(storage: PageStorage, key: string, value?: unknown): boolean {
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** What was put away, if `parse` can make something of it. */
export function readKept<T>(
  storage: PageStorage,
  key: string,
  parse: (value: unknown) => T,
): T | undefined {
  try {
    return parse(JSON.parse(storage().getItem(key) ?? ''));
  } catch {
    // There is none, or none that this version wrote.
    return undefined;
  }
}
