import type { SerializedAXNode } from 'puppeteer-core';

/** They hold others, and say nothing themselves. */
const silent = new Set([
  'generic',
  'none',
  'paragraph',
  'LabelText',
  'list',
  'DescriptionList',
  'sectionheader',
  'sectionfooter',
]);
/** Their name is all that they hold. */
const leaves = new Set([
  'button',
  'link',
  'heading',
  'combobox',
  'textbox',
  'searchbox',
  'term',
  'tab',
  'option',
  'checkbox',
  'radio',
]);

/**
 * What assistive technology is given of a part of the page, one thing a line: its role, what it says,
 * its description, its state.
 */
export function outline(node: SerializedAXNode | null): string {
  return node ? linesOf(node).join('\n') : '';
}

function linesOf(node: SerializedAXNode): string[] {
  const inside = leaves.has(node.role) ? [] : partsOf(node);
  const [first] = inside;
  const isSaidAtOnce = typeof first === 'string' && !node.name;
  const head = lineOf(node, isSaidAtOnce ? first : node.name);
  const rest = isSaidAtOnce ? inside.slice(1) : inside;
  return [head, ...rest.flatMap((part) => linesOfPart(part).map((line) => `  ${line}`))];
}

const linesOfPart = (part: string | SerializedAXNode): string[] =>
  typeof part === 'string' ? [part] : linesOf(part);

/** What stands in something, its texts put together and what is silent left out. */
function partsOf(node: SerializedAXNode): (string | SerializedAXNode)[] {
  const parts: (string | SerializedAXNode)[] = [];
  for (const child of node.children ?? []) {
    const found =
      child.role === 'StaticText'
        ? [spaced(child.name ?? '')]
        : silent.has(child.role)
          ? partsOf(child)
          : [child];
    for (const part of found) {
      const last = parts.at(-1);
      if (typeof part === 'string' && typeof last === 'string') {
        parts[parts.length - 1] = `${last} ${part}`.replace(' ,', ',').trim();
      } else if (part !== '') {
        parts.push(part);
      }
    }
  }
  return parts;
}

function lineOf(node: SerializedAXNode, said = ''): string {
  const { role, description, value } = node;
  const parts = [said ? `${role}: ${said}` : role];
  if (value !== undefined && value !== said) parts.push(`= ${value}`);
  // A title that repeats the name is not read again.
  if (description && description !== node.name) parts.push(`(${description})`);
  if (node.level) parts[0] = parts[0]!.replace('heading', `heading ${node.level}`);
  for (const state of ['checked', 'pressed', 'expanded'] as const) {
    if (node[state] !== undefined)
      parts.push(
        node[state] === 'mixed' ? `partly ${state}` : node[state] ? state : `not ${state}`,
      );
  }
  for (const state of ['selected', 'required'] as const) if (node[state]) parts.push(state);
  if (node.disabled) parts.push('unavailable');
  if (node.invalid && node.invalid !== 'false') parts.push('invalid');
  if (node.modal) parts.push('modal');
  if (node.focused) parts.push('focused');
  return spaced(parts.join(' '));
}

const spaced = (text: string) => text.replaceAll(/[\s\u00a0]+/g, ' ').trim();
