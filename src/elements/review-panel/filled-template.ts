export interface Filled {
  text: string;
  /** Where the first gap stands that nobody could fill. */
  gap: [start: number, end: number] | undefined;
}

/** What stands in braces and is known gives way to it; what it says itself is not looked into again. */
export function fillTemplate(template: string, known: Readonly<Record<string, string>>): Filled {
  let gap: Filled['gap'];
  let text = '';
  for (const [at, part] of template.split(/\{(\w+)\}/).entries()) {
    const isGap = at % 2 === 1;
    const isKnown = isGap && Object.hasOwn(known, part);
    const written = isKnown ? known[part]! : isGap ? `{${part}}` : part;
    if (isGap && !isKnown) gap ??= [text.length, text.length + written.length];
    text += written;
  }
  return { text, gap };
}

/** What goes between what stands before and after, so that it runs into neither. */
export function between(before: string, { text, gap }: Filled, after: string): Filled {
  const start = !before || /\s$/.test(before) ? '' : after.trim() ? ' ' : '\n\n';
  const end = !after || /^\s/.test(after) ? '' : ' ';
  const move = start.length;
  return { text: start + text + end, gap: gap && [gap[0] + move, gap[1] + move] };
}
