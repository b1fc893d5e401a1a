import { fixture, nextFrame } from '@open-wc/testing';
// Puts itself on the window; it is no ES module.
import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import { render, type TemplateResult } from 'lit';

declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };

interface Story {
  args?: object;
  render?: (args: never) => unknown;
  /** What a person does first, for states that follow from an act. */
  play?: (context: { canvasElement: HTMLElement }) => Promise<void> | void;
}

/** A story file: its default export and a story each other export. */
export interface StoryFile {
  default: { render?: unknown; args?: object };
  [name: string]: unknown;
}

/** The names of the stories of a file. */
export const storyNames = (file: StoryFile): string[] =>
  Object.keys(file).filter((name) => name !== 'default');

/** Draws a story into the page and gives its first element, rendered. */
export async function showStory<E extends Element>(file: StoryFile, name: string): Promise<E> {
  const story = file[name] as Story;
  const draw = (story.render ?? file.default.render) as (args: object) => TemplateResult;
  const box = await fixture<HTMLElement>('<main></main>');
  render(draw({ ...file.default.args, ...story.args }), box);
  const element = box.firstElementChild as E;
  await settled(element);
  if (story.play) {
    await story.play({ canvasElement: box });
    await settled(element);
  }
  return element;
}

/** Resolves once an element has rendered what it knows. */
export async function settled(element: Element): Promise<void> {
  await nextFrame();
  await (element as { updateComplete?: Promise<unknown> }).updateComplete;
}

/** Fails with what axe finds in an element, shadow trees included. */
export async function expectAccessible(element: Element): Promise<void> {
  finishMotion(element);
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // An element alone is no page: landmarks and the first heading are the page's.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  if (violations.length === 0) return;
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
  );
  throw new Error(`axe found in ${element.localName}:\n${found.join('\n')}`);
}

/** Ends what moves, such as a dialog that opens: half a colour has no contrast to be judged. */
function finishMotion({ shadowRoot }: Element): void {
  for (const animation of shadowRoot?.getAnimations() ?? []) {
    // What goes on for good has no end.
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  }
}

/** Declares a test for each story of a file: axe finds nothing in it, in light and in dark. */
export function itIsAccessibleInEveryStory(file: StoryFile): void {
  for (const name of storyNames(file)) {
    for (const scheme of ['light', 'dark']) {
      it(`is accessible in the story ${name}, ${scheme}`, async () => {
        document.documentElement.style.colorScheme = scheme;
        document.body.style.background = 'Canvas';
        try {
          await expectAccessible(await showStory(file, name));
        } finally {
          document.documentElement.style.removeProperty('color-scheme');
          document.body.style.removeProperty('background');
        }
      });
    }
  }
}
