/** What is wrong with what a page shows, each finding a line for a person. */
import {
  ancestorsOf,
  controlsIn,
  elementsIn,
  foreground as foregroundOf,
  linesOf,
  named,
  textsIn,
} from './flat-tree.js';

const box = () => document.querySelector('main')!;

/** The open question, or all. */
export const foreground = (): Node => foregroundOf(box());

/** What can be read. */
export const textOf = (root: Node = box()): string =>
  textsIn(root)
    .map(({ data }) => data.trim())
    .join(' ');

const isScroller = (style: CSSStyleDeclaration) => /auto|scroll/.test(style.overflowX);
const isInline = (style: CSSStyleDeclaration) => /^(inline|contents)$/.test(style.display);

/** What makes the page wider than its window. */
export function overflowing(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const { left, right } = box().getBoundingClientRect();
  const out = elementsIn(box()).filter((element) => {
    const rect = element.getBoundingClientRect();
    return rect.right > right + 1 || rect.left < left - 1;
  });
  return [`${scrollWidth} in ${clientWidth}: ${named(out.at(-1) ?? box())}`];
}

/** Texts that leave the box they stand in, where nobody can scroll to them and no dots tell of it. */
export function cutOff(): string[] {
  return textsIn(box())
    .filter((text) => linesOf(text).some((line) => isCut(text, line)))
    .map(named);
}

function isCut(text: Text, line: DOMRect): boolean {
  for (const element of ancestorsOf(text)) {
    const style = getComputedStyle(element);
    if (isScroller(style) || style.textOverflow === 'ellipsis') return false;
    if (isInline(style)) continue;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (line.left < left - 1 || line.right > right + 1) return true;
    const isClipped = style.overflowY !== 'visible';
    if (isClipped && (line.top < top - 1 || line.bottom > bottom + 1)) return true;
  }
  return false;
}

/** Texts that stand on one another. */
export function overlapping(): string[] {
  const lines = textsIn(foreground()).flatMap((text) =>
    linesOf(text).map((line) => ({ text, line: seenOf(text, line), layer: layerOf(text) })),
  );
  const found = new Set<string>();
  for (const [index, one] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (one.text === other.text || one.layer !== other.layer) continue;
      const width =
        Math.min(one.line.right, other.line.right) - Math.max(one.line.left, other.line.left);
      const height =
        Math.min(one.line.bottom, other.line.bottom) - Math.max(one.line.top, other.line.top);
      // Lines are set close: the boxes of two may touch where their letters don’t.
      if (width > 2 && height > one.line.height / 3) {
        found.add(`${named(one.text)} and ${named(other.text)}`);
      }
    }
  }
  return [...found];
}

/** What is left of a line in the boxes that clip it. */
function seenOf(text: Text, line: DOMRect) {
  let { left, right, top, bottom } = line;
  for (const element of ancestorsOf(text)) {
    if (getComputedStyle(element).overflowY === 'visible') continue;
    const clip = element.getBoundingClientRect();
    [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
    [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
  }
  return { left, right, top, bottom, height: line.height };
}

/** What floats above the rest is meant to cover it. */
const layerOf = (text: Text) =>
  [...ancestorsOf(text)].find((element) =>
    /absolute|sticky|fixed/.test(getComputedStyle(element).position),
  );

/** What is there for a finger but smaller, and closer to another, than WCAG 2.5.8 allows. */
export function tooSmall(): string[] {
  const targets = controlsIn(foreground())
    .filter((control) => control.tabIndex >= 0)
    .map((control) => ({ control, rects: rectsOf(control) }));
  return targets
    .filter(({ control }) => !isWithinSentence(control) && isOwn(control))
    .filter(({ rects }) => !rects.some(({ width, height }) => width > 23.9 && height > 23.9))
    .filter(({ control, rects: [rect] }) => {
      const [x, y] = [rect!.left + rect!.width / 2, rect!.top + rect!.height / 2];
      const isNear = ({ left, right, top, bottom }: DOMRect) =>
        left < x + 12 && right > x - 12 && top < y + 12 && bottom > y - 12;
      return targets.some((other) => other.control !== control && other.rects.some(isNear));
    })
    .map(({ control, rects: [rect] }) => `${rect!.width} × ${rect!.height}: ${named(control)}`);
}

const rectsOf = (control: HTMLElement) =>
  [control, ...((control as HTMLInputElement).labels ?? [])].map((each) =>
    each.getBoundingClientRect(),
  );

const isWithinSentence = (control: Element) =>
  control.matches('a') && getComputedStyle(control).display === 'inline';

/** Not the page’s, in a slot. */
const isOwn = (control: Element) => control.getRootNode() instanceof ShadowRoot;

/** What moves, or changes by and by. */
export function moving(): string[] {
  const found: string[] = [];
  for (const element of elementsIn(box())) {
    for (const pseudo of [null, '::before', '::after', '::backdrop']) {
      const style = getComputedStyle(element, pseudo);
      const moves = style.animationName !== 'none' && isLong(style.animationDuration);
      if (moves || isLong(style.transitionDuration)) {
        found.push(`${named(element)} ${pseudo ?? ''}`);
      }
    }
  }
  return found;
}

const isLong = (durations: string) =>
  durations.split(',').some((each) => parseFloat(each) * (each.endsWith('ms') ? 1 : 1000) > 1);

/** What a page printed now would show and should not, and what would show in part: nobody scrolls paper. */
export function printed(): string[] {
  // What is read is a button too: a name in the queue, a step, a tab, a question with a note.
  const buttons = elementsIn(box()).filter((element) =>
    element.matches('button:not(.bare, .step, .tab, .link), .button, button.link > .icon, dialog'),
  );
  const rolled = elementsIn(box()).filter(
    (element) =>
      /auto|scroll/.test(getComputedStyle(element).overflowY) &&
      element.scrollHeight > element.clientHeight + 1,
  );
  const secrets = textOf().match(/\b(nb_(?!sbx|live)|eyJ)\w+/g) ?? [];
  return [
    ...buttons.map(named),
    ...rolled.map((each) => `only a part of ${named(each)}`),
    ...secrets,
  ];
}

type Colour = [number, number, number, number];
const colourOf = (value: string): Colour => {
  const [r = 0, g = 0, b = 0, a = 1] = (value.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b, a];
};
const luminance = (colour: Colour) => {
  const [r, g, b] = colour.slice(0, 3).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: Colour, other: Colour) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
};
const groundOf = (node: Node): Colour => {
  for (const element of ancestorsOf(node)) {
    const colour = colourOf(getComputedStyle(element).backgroundColor);
    if (colour[3] > 0.5) return colour;
  }
  return [255, 255, 255, 1];
};

/** What can’t be told from what is around it once the system has set its colours. */
export function unseen(): string[] {
  const texts = textsIn(box()).filter(
    (text) =>
      !isOff(text) &&
      contrast(colourOf(getComputedStyle(text.parentElement!).color), groundOf(text)) < 4.5,
  );
  const icons = elementsIn(box()).filter(
    (element) =>
      // What the colour of a drawing is forced to, no style tells.
      element.matches('svg.icon') && getComputedStyle(element).forcedColorAdjust !== 'auto',
  );
  const fields = controlsIn(box()).filter(
    (control) =>
      control.matches('input:not([type=file]), select, textarea, .button:not(.quiet)') &&
      !hasOutline(control),
  );
  return [...texts, ...icons, ...fields].map(
    (node) => `${named(node)} in ${named([...ancestorsOf(node)][0]!)}`,
  );
}

const isOff = (node: Node) =>
  [...ancestorsOf(node)].some((element) => element.matches('[aria-disabled=true], :disabled'));

function hasOutline(element: Element): boolean {
  const style = getComputedStyle(element);
  return ['Top', 'Bottom'].some(
    (side) =>
      parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0 &&
      colourOf(style.getPropertyValue(`border-${side.toLowerCase()}-color`))[3] > 0,
  );
}

/** What has no ring, nor any other mark, while it has the focus. */
export function ringless(): string[] {
  return controlsIn(foreground())
    .filter((control) => isOwn(control) && control.tabIndex >= 0)
    .filter((control) => {
      control.focus({ preventScroll: true, focusVisible: true });
      if (!control.matches(':focus')) return false;
      const ringed = [control, ...ancestorsOf(control)].slice(0, 3).some((element) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        return (
          outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && colourOf(outlineColor)[3] > 0
        );
      });
      return !ringed;
    })
    .map(named);
}
