/**
 * What a person reads of a node: its text with white space as it is shown. Without a regular
 * expression, for those keep the last text that they matched where a search for secrets would find it.
 */
export const text = (node: Node | null | undefined): string =>
  Array.from(node?.textContent ?? '', (character) => (character.trim() ? character : ' '))
    .join('')
    .split(' ')
    .filter(Boolean)
    .join(' ');
