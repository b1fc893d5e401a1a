import { resolve } from 'node:path';

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

/** A plugin of Vite that makes the edit where the file is read; the build fails where none reads it. */
export function editPlugin(edit) {
  let isEdited = false;
  return {
    name: 'edit',
    enforce: 'pre',
    transform(code, id) {
      if (id !== resolve(edit.file)) return undefined;
      isEdited = true;
      return { code: applyEdit(code, edit), map: null };
    },
    buildEnd(error) {
      if (!error && !isEdited) throw new Error(`the tests do not use ${edit.file}`);
    },
  };
}
