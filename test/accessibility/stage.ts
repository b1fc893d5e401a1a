/** The page that shows one story after the other, for Chromium to look at. */
// What comes on demand is there beforehand.
import '../../src/composed/review-desk/keys-part.js';
import '../../src/elements/credential-card/acts-part.js';
import '../../src/elements/review-panel/panel-part.js';
import '../../src/elements/review-queue/bulk-part.js';
import '../../src/elements/submission/form-outline.js';
import '../../src/elements/submission/form-part.js';
import '../../src/elements/submission/long-list.view.js';
import { ar } from '../../src/i18n/ar.js';
import { de } from '../../src/i18n/de.js';
import { addLanguage } from '../../src/i18n/index.js';
import { storyFiles } from '../helpers/all-stories.js';
import { drawStory, finishMotion, nextFrame, storyNames } from '../helpers/draw-story.js';
import * as findings from './findings.js';

addLanguage('ar', ar);
// Not `de`: a story in German presses what has an English name.
addLanguage('de-AT', de);

/** Frames without a change after which nothing more is drawn. */
const QUIET = 3;
const box = document.querySelector('main')!;
const { documentElement: root } = document;

export interface Look {
  lang?: 'en' | 'de-AT' | 'ar';
  /** Of what is around the element; the page's, unless said. */
  width?: string;
  fontSize?: string;
}

/** Resolves once nothing more is written. */
async function still(): Promise<void> {
  let before = '';
  for (let quiet = 0; quiet < QUIET; quiet += 1) {
    await nextFrame();
    const now = findings.textOf(box);
    if (now !== before) quiet = 0;
    before = now;
  }
}

const size = () => root.style.getPropertyValue('--golive-font-size');

const stage = {
  ...findings,
  stories: Object.entries(storyFiles).flatMap(([file, stories]) =>
    storyNames(stories).map((story) => ({ file, story })),
  ),

  async show(file: string, story: string): Promise<void> {
    await stage.wear();
    box.replaceChildren();
    // The stories draw what they hold into a box of its own.
    const element = await drawStory(
      storyFiles[file]!,
      story,
      box.appendChild(document.createElement('div')),
    );
    await still();
    finishMotion(element);
  },

  /** Puts on a look; none is what a story is drawn in. */
  async wear({ lang = 'en', width = '', fontSize = '' }: Look = {}): Promise<void> {
    const isOther = lang !== root.lang || width !== box.style.width || fontSize !== size();
    if (!isOther) return;
    root.lang = lang;
    root.dir = lang === 'ar' ? 'rtl' : 'ltr';
    box.style.width = width;
    root.style.setProperty('--golive-font-size', fontSize);
    for (let frame = 0; frame < 2; frame += 1) await nextFrame();
  },
};

export type Stage = typeof stage;
Object.assign(globalThis, { stage });
