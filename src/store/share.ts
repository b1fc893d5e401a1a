/**
 * The new value, with every part that equals the old one being the old one: so that whoever shows
 * a part can tell by identity whether it changed. For JSON values.
 */
export function share<T>(before: unknown, now: T): T {
  if (Object.is(before, now)) return now;
  if (!isObject(before) || !isObject(now) || Array.isArray(before) !== Array.isArray(now)) {
    return now;
  }
  const names = Object.keys(now);
  const shared = names.map((name) => [name, share(before[name], now[name])] as const);
  const isSame =
    names.length === Object.keys(before).length &&
    shared.every(([name, value]) => Object.hasOwn(before, name) && Object.is(before[name], value));
  if (isSame) return before as T;
  // `fromEntries` defines each name as its own, whatever a host calls it.
  return (Array.isArray(now) ? shared.map(([, value]) => value) : Object.fromEntries(shared)) as T;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
