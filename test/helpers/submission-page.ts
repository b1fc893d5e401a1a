import { fixture, html } from '@open-wc/testing';
import '../../src/define/submission.js';
import type { PipelineAdapter } from '../../src/adapter/index.js';
import type {
  Answers,
  Draft,
  DraftBody,
  Form,
  Snapshot,
  SubmissionBody,
} from '../../src/contract/index.js';
import type { SubmissionForm } from '../../src/elements/submission/submission.js';
import type { PipelineStore } from '../../src/store/index.js';
import { answers, form, lastAttempt } from '../../stories/fixture/form.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { answering } from '../../stories/fixture/store.js';
import * as stories from '../../stories/submission.stories.js';
import { showStory } from './stories.js';
import { submissionHarness, type SubmissionHarness } from './submission.js';

export const SUBMIT = 'Submit for Review';
export const NEXT = 'Next';

/** A store whose host keeps drafts and takes submissions, unless the test gives its own. */
export function filling(snapshot: Snapshot, methods: Partial<PipelineAdapter> = {}) {
  const sent: SubmissionBody[] = [];
  const drafts: DraftBody[] = [];
  const store = answering(snapshot, {
    now: () => Date.parse('2026-11-24T10:42:00Z'),
    getForm: async () => form,
    getLatestSubmission: async () => lastAttempt,
    saveDraft: async (_id, body) => void drafts.push(body),
    submit: async (_id, body) => {
      sent.push(body);
      return { ...snapshots.inReview, version: 'v8' };
    },
    ...methods,
  });
  return { store, sent, drafts };
}

/** One of the stories, once it has read what it shows. */
export async function story(name: string): Promise<SubmissionHarness> {
  const shown = submissionHarness(await showStory<SubmissionForm>(stories, name));
  await shown.rest();
  return shown;
}

export async function show(store: PipelineStore | undefined): Promise<SubmissionHarness> {
  const element = await fixture<SubmissionForm>(
    html`<golive-submission .store=${store}></golive-submission>`,
  );
  const shown = submissionHarness(element);
  await shown.rest();
  return shown;
}

export async function open(store: PipelineStore): Promise<SubmissionHarness> {
  const shown = await show(store);
  await shown.press(SUBMIT);
  return shown;
}

/** A draft as the host has it. */
export const draftOf = (all: Answers, step: number, formVersion = form.version): Draft => ({
  formVersion,
  answers: all,
  step,
  updatedAt: '2026-11-24T09:30:00Z',
});

/** The host has a draft with every answer, which was left at the review. */
export const complete = {
  getDraft: async () => draftOf(answers, 4),
} satisfies Partial<PipelineAdapter>;

/** A form of one step with these fields. */
export const formWith = (...fields: Form['steps'][number]['fields']): Partial<PipelineAdapter> => ({
  getForm: async () => ({ ...form, steps: [{ id: 's', title: 'S', fields }] }),
});

/** Fills in everything that the form asks for, step by step. */
export async function fillAll(shown: SubmissionHarness) {
  await shown.fill('Legal name', 'Fernwood Ledger DAC');
  await shown.fill('Registration number', 'IE617204');
  await shown.fill('Country of registration', 'Ireland');
  await shown.fill('Website', 'https://www.fernwood-ledger.example');
  await shown.press(NEXT);
  await shown.choose('What you use the API for', 'Pay out');
  await shown.fill(
    'How the integration works',
    'We pay out the sellers of a marketplace once a day.',
  );
  await shown.fill('Expected calls a month', '12 000');
  await shown.fill('Address for webhooks', 'https://hooks.fernwood-ledger.example');
  await shown.fill('Planned first day in production', '2027-01-18');
  await shown.press(NEXT);
  await shown.fill('Where production secrets are kept', 'vault');
  await shown.press(NEXT);
  await shown.fill('Technical contact', 'Joel Adeyemi');
  await shown.fill('Their email', 'joel@fernwood-ledger.example');
  await shown.fill('Phone for incidents', '+44 20 7946 0463');
  await shown.tick('We keep to the Northbank rules for partners');
  await shown.press(NEXT);
}
