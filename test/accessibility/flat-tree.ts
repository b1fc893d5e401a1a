/** What is drawn: nodes of the page and of its shadow trees, what is not rendered left out. */
export function* flatTree(root: Node): Generator<Element | Text> {
  if (root instanceof Element) {
    if (root.localName === 'style' || !root.checkVisibility()) {
      // `display: contents` draws what is inside, and a box of its own it has none.
      if (getComputedStyle(root).display !== 'contents') return;
    }
    yield root;
  }
  if (root instanceof Text) {
    if (root.data.trim()) yield root;
    return;
  }
  const inside =
    root instanceof HTMLSlotElement && root.assignedNodes().length > 0
      ? root.assignedNodes()
      : ((root as Element).shadowRoot ?? root).childNodes;
  for (const child of inside) yield* flatTree(child);
}

export const elementsIn = (root: Node): Element[] =>
  [...flatTree(root)].filter((node) => node instanceof Element);

/** The texts that can be seen; those for the ears alone left out. */
export const textsIn = (root: Node): Text[] =>
  [...flatTree(root)].filter(
    (node): node is Text =>
      node instanceof Text && !node.parentElement!.closest('option') && !isForEars(node),
  );

const isForEars = (text: Text) =>
  [...ancestorsOf(text)].some((element) => {
    const { clip, clipPath } = getComputedStyle(element);
    return clip !== 'auto' || clipPath === 'inset(50%)';
  });

export function* ancestorsOf(node: Node): Generator<Element> {
  let up: Node | null = node;
  while ((up = (up as Element | Text).assignedSlot ?? up.parentNode)) {
    if (up instanceof ShadowRoot) up = up.host;
    if (up instanceof Element) yield up;
  }
}

/** Where the lines of a text are. */
export function linesOf(text: Text): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
}

/** For a person who looks for it. */
export const named = (node: Element | Text): string => {
  if (node instanceof Text) return `“${node.data.trim().slice(0, 60)}”`;
  const { id, localName } = node;
  const classes = (node.getAttribute('class') ?? '').trim().replaceAll(/\s+/g, '.');
  return `${localName}${id && `#${id}`}${classes && `.${classes}`} ${named(new Text(node.textContent))}`;
};

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';
/** What a finger or the keyboard can reach. */
export const controlsIn = (root: Node): HTMLElement[] =>
  elementsIn(root).filter(
    (element): element is HTMLElement =>
      element.matches(FOCUSABLE) && !element.matches(':disabled'),
  );

/** The modal that hides the rest, or all. */
export const foreground = (root: Node): Node =>
  elementsIn(root).findLast((element) => element.matches('dialog:modal')) ?? root;
