import type { Field } from './form.js';

/**
 * What is wrong with a file for a field, before or after its upload: `option` when its kind is not
 * accepted, `max` when it is too large. A size or type that a reference does not tell is not held
 * against it; a browser's empty type is one that nothing but the name's ending can make up for.
 */
export function fileProblem(
  { accept, maxSize = Infinity }: Pick<Field, 'accept' | 'maxSize'>,
  { name, size = 0, type }: { name: string; size?: number | undefined; type?: string | undefined },
): 'option' | 'max' | undefined {
  if (accept && !accept.some((each) => isOfType(each.toLowerCase(), name, type))) return 'option';
  return size > maxSize ? 'max' : undefined;
}

function isOfType(wanted: string, name: string, type: string | undefined): boolean {
  if (wanted.startsWith('.')) return name.toLowerCase().endsWith(wanted);
  if (type === undefined || wanted === '*/*') return true;
  const [given = ''] = type.toLowerCase().split(';');
  return wanted.endsWith('/*') ? given.startsWith(wanted.slice(0, -1)) : given.trim() === wanted;
}
