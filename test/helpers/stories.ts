import { fixture, nextFrame } from '@open-wc/testing';
// Puts itself on the window; it is no ES module.
import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import { ar } from '../../src/i18n/ar.js';
import { addLanguage } from '../../src/i18n/index.js';
import { drawStory, finishMotion, settled, storyNames, type StoryFile } from './draw-story.js';

export { settled, storyNames, type StoryFile };

declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };
/** What the environment says, set by web-test-runner.config.mjs: `all` for every look of every story. */
declare const AXE: string;

/** Draws a story into the page and gives its first element, rendered. */
export const showStory = async <E extends Element>(file: StoryFile, name: string): Promise<E> =>
  drawStory<E>(file, name, await fixture<HTMLElement>('<main></main>'));

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

const [light, dark] = ['light', 'dark'];
const english = { lang: 'en', dir: 'ltr' };
const arabic = { lang: 'ar', dir: 'rtl' };
/** Each scheme and each direction once; with `AXE=all` each with each. */
const looks = [
  { scheme: light, ...english },
  { scheme: dark, ...arabic },
  ...(AXE === 'all'
    ? [
        { scheme: dark, ...english },
        { scheme: light, ...arabic },
      ]
    : []),
];

/** Declares a test for each story of a file: axe finds nothing in it, light and dark, LTR and RTL. */
export function itIsAccessibleInEveryStory(file: StoryFile): void {
  const { documentElement: root, body } = document;
  const before = { lang: root.lang, dir: root.dir };
  for (const name of storyNames(file)) {
    for (const { scheme, lang, dir } of looks) {
      it(`is accessible in the story ${name}, ${scheme}, ${dir}`, async () => {
        addLanguage('ar', ar);
        root.style.colorScheme = scheme;
        body.style.background = 'Canvas';
        try {
          const element = await showStory(file, name);
          // Not before: a story may press what has an English name.
          Object.assign(root, { lang, dir });
          await settled(element);
          await nextFrame();
          await expectAccessible(element);
        } finally {
          Object.assign(root, before);
          root.style.removeProperty('color-scheme');
          body.style.removeProperty('background');
        }
      });
    }
  }
}
