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

/** A node's words without those of what is in it, such as a label's without its "optional". */
export const ownText = (node: Node): string =>
  [...node.childNodes]
    .filter(({ nodeType }) => nodeType === 3)
    .map(text)
    .filter(Boolean)
    .join(' ');

/** The name by which assistive technology calls a button or a link. */
export function nameOf(element: Element): string {
  const said = element.getAttribute('aria-label');
  if (said !== null) return said;
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return text(copy);
}
