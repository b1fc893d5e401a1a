import { expect, nextFrame } from '@open-wc/testing';
import * as activityStories from '../../stories/activity.stories.js';
import * as credentialActs from '../../stories/credential-card-acts.stories.js';
import * as credentialStories from '../../stories/credential-card.stories.js';
import * as activityTexts from '../../stories/fixture/activity.js';
import * as credentialTexts from '../../stories/fixture/credential.js';
import * as formTexts from '../../stories/fixture/form.js';
import * as reviewTexts from '../../stories/fixture/review.js';
import * as snapshotTexts from '../../stories/fixture/snapshot.js';
import * as testDataTexts from '../../stories/fixture/test-data.js';
import * as formField from '../../stories/form-field.stories.js';
import * as formFile from '../../stories/form-file.stories.js';
import * as outcomeStories from '../../stories/outcome.stories.js';
import * as pipelineStories from '../../stories/pipeline.stories.js';
import * as deskStories from '../../stories/review-desk.stories.js';
import * as panelStories from '../../stories/review-panel.stories.js';
import * as queueStories from '../../stories/review-queue.stories.js';
import * as stepperStories from '../../stories/stepper.stories.js';
import * as submissionStories from '../../stories/submission.stories.js';
import * as testDataStories from '../../stories/test-data.stories.js';
import { jumboForm } from '../fixture/forms/jumbo.js';
import type { PipelineStore } from '../../src/store/index.js';
import { showStory, storyNames, type StoryFile } from '../helpers/stories.js';
import { hostTexts, isSecret } from './host-texts.js';
import { PSEUDO, stringsIn, textsOf, untranslated } from './pseudo.js';

const files: Record<string, StoryFile> = {
  activityStories,
  credentialStories,
  credentialActs,
  deskStories,
  formField,
  formFile,
  outcomeStories,
  panelStories,
  pipelineStories,
  queueStories,
  stepperStories,
  submissionStories,
  testDataStories,
};

const fixtures = [
  activityTexts,
  credentialTexts,
  formTexts,
  reviewTexts,
  snapshotTexts,
  testDataTexts,
  jumboForm,
];

interface Shown extends HTMLElement {
  store?: PipelineStore;
  strings?: unknown;
  submissionId?: string;
}

/** What the element's host says, the longest first: a name may be a part of another one. */
async function hostTextsOf(element: HTMLElement): Promise<string[]> {
  const { store, strings, submissionId = '' } = element as Shown;
  const id = store?.subscriptionId ?? '';
  const reads = store && [
    store.adapter.getForm(id),
    store.adapter.getTestData(id),
    store.adapter.getLatestSubmission(id),
    store.adapter.getActivity(id, {}),
    store.adapter.getReview(submissionId),
    store.adapter.getQueue({}),
  ];
  // Some stories are about a host that fails, and some about one that never answers.
  const answers = await Promise.all(
    (reads ?? []).map((read) => Promise.race([read.catch(() => undefined), nextFrame()])),
  );
  const found = new Set([
    ...stringsIn([...fixtures, store?.state, strings, answers]),
    ...hostTexts,
  ]);
  return [...found].filter((text) => /[A-Za-z]/.test(text)).sort((a, b) => b.length - a.length);
}

// A text is translated in every engine or in none: one of them sees every story, the others one of each.
const seen = navigator.userAgent.includes('Chrome/') ? undefined : 1;

for (const [name, file] of Object.entries(files)) {
  describe(`what is not translated in ${name}`, () => {
    for (const story of storyNames(file).slice(0, seen)) {
      it(`is nothing in the story ${story}`, async () => {
        const element = await showStory<HTMLElement>(file, story);
        // A story may press what has an English name, so that the language changes after it.
        element.lang = PSEUDO;
        for (let frame = 0; frame < 3; frame += 1) await nextFrame();
        const host = await hostTextsOf(element);
        const left = [...textsOf(element)].flatMap((text) => untranslated(text, host));
        expect(left.filter((text) => !isSecret(text))).to.deep.equal([]);
      });
    }
  });
}
