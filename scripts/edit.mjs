/**
 * A seeded fault is a small edit of one source file, made where the file is read for a test and nowhere
 * else: `{name, file, find, replace}`, where `find` stands in the file exactly once.
 */
export function applyEdit(source, { name, file, find, replace }) {
  const parts = source.split(find);
  if (parts.length !== 2) {
    throw new Error(`${name}: what it edits stands ${parts.length - 1} times in ${file}`);
  }
  return parts.join(replace);
}
