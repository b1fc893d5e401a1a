import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Keyboard } from '../e2e/keyboard.js';
import type { Visitor } from '../e2e/visitor.js';
import type { Stage } from './stage.js';
import { onStage, show } from './on-stage.js';
import { outline } from './outline.js';

declare const stage: Stage;

/** Stories that between them show each part of an element, and each of its states. */
const storiesTold = {
  stepper: ['Sandbox', 'InReview', 'ChangesRequested', 'Rejected', 'Production', 'Failed'],
  outcome: ['Approved', 'Rejected', 'ChangesRequested', 'Failed'],
  'credential-card': [
    'Empty',
    'Loading',
    'Failed',
    'Active',
    'TwoKeys',
    'TwoSecretsValid',
    'ExpiresSoon',
    'Expired',
    'ValueNotReceived',
    'Locked',
    'LockedByTwoReasons',
    'PaymentPending',
    'Unlocked',
  ],
  'credential-card-acts': [
    'Reveal',
    'RevealNewSecret',
    'RevealToken',
    'CloseWithoutSaving',
    'ConfirmRegenerate',
    'TypedConfirmation',
    'TypedConfirmationMistyped',
    'ChooseOverlap',
    'ConfirmRetireNow',
    'ActFailed',
  ],
  'test-data': ['Closed', 'Open', 'NothingConfigured', 'Failed'],
  submission: [
    'NotAvailable',
    'Ready',
    'Submitted',
    'FirstStep',
    'WrongAnswers',
    'WithNotes',
    'ReviewOfChanges',
    'NewerDraft',
  ],
  'form-field': ['TextsWrong', 'Checkboxes', 'Choices', 'LongListsOpen', 'Dates'],
  'form-file': ['Uploading', 'Stored', 'Refused'],
  activity: ['Returned', 'MoreToShow', 'Empty', 'Failed'],
  'review-queue': ['Waiting', 'Empty', 'NoMatch', 'Failed', 'Selected', 'BulkConfirm'],
  'review-panel': [
    'Waiting',
    'Own',
    'Rejected',
    'NewVersion',
    'DecidedByOther',
    'AskedToApprove',
    'NotesMissing',
    'Shortcuts',
    'Failed',
  ],
  pipeline: ['Fresh', 'ChangesRequested', 'Live'],
  'review-desk': ['NothingOpen', 'SubmissionOpen'],
};

const folder = 'test/accessibility/outlines';
const asWord = (story: string) => story.replaceAll(/\B[A-Z]/g, '-$&').toLowerCase();

describe('what a screen reader is given, and where Tab leads', () => {
  let visitor: Visitor;
  let keys: Keyboard;
  onStage(async (arrived) => {
    visitor = arrived;
    keys = new Keyboard(visitor);
    await visitor.page.setViewport({ width: 1280, height: 1000 });
    // Nothing then moves that is still on its way.
    await visitor.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    mkdirSync(folder, { recursive: true });
  });

  async function tell(file: string, story: string): Promise<string> {
    const { page } = visitor;
    await show(visitor, file, story);
    const root = await page.evaluateHandle(() => stage.foreground() as Element);
    const tree = await page.accessibility.snapshot({ root, interestingOnly: false });
    const isModal = await root.evaluate((element) => element.matches('dialog'));
    await root.dispose();
    // Behind a modal question there is nothing to come from.
    await page.evaluate(() => document.getElementById('before')!.focus());
    const order = await keys.order();
    visitor.assertNoErrors();
    const stops = order.filter((stop) => !/^button (Before|After)$/.test(stop));
    const lines = outline(tree).split('\n');
    const told = isModal ? lines : lines.slice(1).map((line) => line.slice(2));
    return `${told.join('\n')}\n\nTab:\n${stops.map((stop) => `  ${stop}\n`).join('')}`;
  }

  for (const [file, stories] of Object.entries(storiesTold)) {
    for (const story of stories) {
      it(`is as it was read and found good: ${file}, ${story}`, async () => {
        const path = `${folder}/${file}-${asWord(story)}.txt`;
        const now = await tell(file, story);
        if (process.env['UPDATE']) writeFileSync(path, now);
        assert.equal(now, readFileSync(path, 'utf8'), 'npm run test:e2e -- --update outlines');
      });
    }
  }
});
