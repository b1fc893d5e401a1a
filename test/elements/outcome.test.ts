import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/outcome.js';
import { PipelineError } from '../../src/adapter/index.js';
import type { Snapshot, Submission } from '../../src/contract/index.js';
import type { OutcomeNotice } from '../../src/elements/outcome/outcome.js';
import { createDemoHost, createFakeAdapter, MAIN_SUBSCRIPTION } from '../../src/mocks/index.js';
import { createStaticStore, createStore, type PipelineStore } from '../../src/store/index.js';
import { reviewOf, snapshots } from '../../stories/fixture/snapshot.js';
import { answering, showing } from '../../stories/fixture/store.js';
import * as stories from '../../stories/outcome.stories.js';
import { byHand } from '../helpers/by-hand.js';
import { countListeners } from '../helpers/listening.js';
import { outcomeHarness } from '../helpers/outcome.js';
import { itIsAccessibleInEveryStory, settled, showStory } from '../helpers/stories.js';

const story = async (name: string) => outcomeHarness(await showStory<OutcomeNotice>(stories, name));

async function notice(store: PipelineStore) {
  const element = await fixture<OutcomeNotice>(
    html`<golive-outcome .store=${store}></golive-outcome>`,
  );
  await settled(element);
  return { element, shown: outcomeHarness(element) };
}

/** A store whose snapshot the test changes. */
function changing(first: Snapshot) {
  let snapshot = first;
  const store = answering(first, { getSnapshot: async () => snapshot });
  return {
    store,
    async become(next: Partial<Snapshot>, element: OutcomeNotice) {
      snapshot = { ...snapshot, ...next, version: `${snapshot.version}1` };
      await store.refresh();
      await settled(element);
    },
  };
}

const latest = (labels: Record<string, string>): Submission => ({
  id: 'subm_1',
  version: 'v3',
  subscriptionId: 'sub_42',
  attempt: 1,
  form: {
    id: 'partner',
    version: 'f3',
    title: 'Partner onboarding',
    steps: [
      {
        id: 'step',
        title: 'Step',
        fields: Object.entries(labels).map(([id, label]) => ({ id, kind: 'text', label })),
      },
    ],
  },
  answers: {},
  submittedAt: '2026-11-19T11:32:00Z',
  submittedBy: 'Joel Adeyemi',
  review: null,
});

/** Resolves once it is so; a host answers in its own time. */
async function until(element: OutcomeNotice, isSo: () => boolean) {
  while (!isSo()) await settled(element);
}

describe('golive-outcome', () => {
  itIsAccessibleInEveryStory(stories);

  it('says what was decided, by whom, when, and on which attempt', async () => {
    const approved = await story('Approved');
    expect(approved.title).to.equal('Approved');
    expect(approved.by).to.match(/^Mara Lindqvist · .*2026.* · attempt 2$/);
    expect((await story('Rejected')).title).to.equal('Submission Rejected');
    expect((await story('ChangesRequested')).title).to.equal('Changes Requested');
  });

  it('leaves the reviewer out where the host hides who it was', async () => {
    expect((await story('NobodyNamed')).by).to.match(/^[^·]*2026[^·]* · attempt 1$/);
  });

  it('shows the notes as text, line by line', async () => {
    const { notes } = await story('NobodyNamed');
    expect(notes!.textContent).to.equal('First line.\nSecond line.');
    expect(getComputedStyle(notes!).whiteSpace).to.match(/pre-line/);
    const awkward = (await story('AwkwardTexts')).notes!;
    expect(awkward.textContent).to.contain('<img src=x');
    expect(awkward.querySelector('img')).to.equal(null);
  });

  for (const name of ['NothingDecided', 'AlreadyLive', 'Loading']) {
    it(`shows nothing in the story ${name}`, async () => {
      const shown = await story(name);
      expect(shown.title).to.equal('');
      expect(shown.buttons).to.deep.equal([]);
    });
  }

  describe('leads on', () => {
    it('to the production credentials once approved', async () => {
      const shown = await story('Approved');
      const asked = await shown.press('Go to Production Credentials');
      expect(asked!.detail).to.deep.equal({ target: 'production-credentials' });
      expect(asked!.cancelable, 'a page may lead elsewhere').to.equal(true);
    });

    it('to the submission, and to a field of it', async () => {
      const shown = await story('ChangesRequested');
      expect((await shown.press('Edit submission'))!.detail).to.deep.equal({
        target: 'submission',
      });
      expect((await shown.press('Callback URL'))!.detail).to.deep.equal({
        target: 'submission',
        fieldId: 'callback_url',
      });
    });

    it('to the submission by its own name where there is no form to edit', async () => {
      const { shown } = await notice(showing({ ...snapshots.changesRequested, hasForm: false }));
      expect(shown.buttons).to.include('Go to Submit for Review');
      expect(shown.buttons).not.to.include('Edit submission');
    });

    it('nowhere when a rejection is final', async () => {
      expect((await story('Rejected')).buttons).to.deep.equal([]);
    });

    it('to the submission when the server allows another one all the same', async () => {
      expect((await story('RejectedMayResubmit')).buttons).to.deep.equal(['Edit submission']);
    });

    it('nowhere when nothing can be submitted', async () => {
      const shown = await story('SubscriptionInactive');
      expect(shown.buttons).to.deep.equal([]);
      expect(shown.fieldNotes[0]!.field).to.equal('Purpose');
    });

    it('wherever the page puts beside it', async () => {
      const element = await showStory<OutcomeNotice>(stories, 'RejectedWithContact');
      const contact = element.querySelector('a')!;
      expect(contact.assignedSlot!.name).to.equal('actions');
      expect(contact.getBoundingClientRect().height).to.be.above(0);
    });
  });

  describe('notes at fields', () => {
    it('stand at the labels of the fields', async () => {
      expect((await story('ChangesRequested')).fieldNotes).to.deep.equal([
        { field: 'Purpose', note: 'Say how a partial refund reaches the payer.' },
        { field: 'Callback URL', note: 'Answers 301. Use the final address.' },
      ]);
    });

    it('are shown too when their field is gone, but lead nowhere', async () => {
      const shown = await story('FieldGone');
      expect(shown.fieldNotes[0]).to.deep.equal({
        field: 'old_field',
        note: 'No longer asked, but said.',
      });
      expect(shown.buttons).to.deep.equal(['Edit submission']);
    });

    it('are readable while the labels are on their way', async () => {
      const [first] = (await story('LabelsLoading')).fieldNotes;
      expect(first).to.deep.equal({
        field: '',
        note: 'Say how a partial refund reaches the payer.',
      });
    });

    it('stand at the ids when the labels can’t be read, which is reported once', async () => {
      const store = answering(snapshots.changesRequested, {
        getLatestSubmission: () => Promise.reject(new PipelineError('internal')),
      });
      const codes: string[] = [];
      store.onError(({ error }) => codes.push(error.code));
      const { shown } = await notice(store);
      expect(shown.fieldNotes.map(({ field }) => field)).to.deep.equal(['purpose', 'callback_url']);
      expect((await shown.press('purpose'))!.detail).to.have.property('fieldId', 'purpose');
      expect(codes).to.deep.equal(['internal']);
    });

    it('are not asked about when there are none, nor by a reviewer', async () => {
      const getLatestSubmission = byHand<unknown[], null>();
      await notice(answering(snapshots.rejected, { getLatestSubmission }));
      await notice(
        answering({ ...snapshots.changesRequested, role: 'reviewer' }, { getLatestSubmission }),
      );
      expect(getLatestSubmission.calls).to.have.length(0);
    });

    it('never get the labels of a read that was overtaken', async () => {
      const getLatestSubmission = byHand<unknown[], Submission>();
      let snapshot = snapshots.changesRequested;
      const store = answering(snapshot, {
        getLatestSubmission,
        getSnapshot: async () => snapshot,
      });
      const { element, shown } = await notice(store);
      snapshot = {
        ...snapshot,
        version: 'v8',
        review: { ...snapshot.review!, decidedAt: '2026-11-22T10:00:00Z' },
      };
      await store.refresh();
      await settled(element);
      const [early, late] = getLatestSubmission.calls;
      late!.resolve(latest({ purpose: 'New label', callback_url: 'Other' }));
      await settled(element);
      early!.resolve(latest({ purpose: 'Old label', callback_url: 'Other' }));
      await settled(element);
      expect(shown.fieldNotes[0]!.field).to.equal('New label');
    });

    it('take a second column where there is room', async () => {
      const { element, shown } = await notice(showing(snapshots.changesRequested));
      element.style.inlineSize = '900px';
      expect(shown.columns).to.equal(2);
      element.style.inlineSize = '700px';
      expect(shown.columns).to.equal(1);
    });
  });

  describe('news', () => {
    it('appear and are announced when they come while the page is open', async () => {
      const { store, become } = changing(snapshots.inReview);
      const { element, shown } = await notice(store);
      expect(shown.title).to.equal('');
      await become({ phase: 'production', review: reviewOf('approved') }, element);
      expect(shown.title).to.equal('Approved');
      expect(shown.announced).to.equal('Approved');
    });

    it('come from a real host as soon as a reviewer decides', async () => {
      const host = await createDemoHost('in_review');
      const store = createStore({
        adapter: createFakeAdapter(host, { as: 'joel' }),
        subscription: MAIN_SUBSCRIPTION,
      });
      const { element, shown } = await notice(store);
      await until(element, () => store.state.snapshot.value !== undefined);
      const mara = createFakeAdapter(host, { as: 'mara' });
      const { id } = store.state.snapshot.value!.submission!;
      const { version } = await mara.getReview(id);
      await mara.decide(id, version, {
        outcome: 'changes_requested',
        notes: 'Please look again.',
        fieldNotes: [{ fieldId: 'legal_name', note: 'As in the register.' }],
      });
      await until(element, () => shown.fieldNotes[0]?.field === 'Legal name');
      expect(shown.title).to.equal('Changes Requested');
      expect(shown.announced).to.equal('Changes Requested');
      expect(shown.notes!.textContent).to.equal('Please look again.');
    });

    it('are not announced when they were there before', async () => {
      expect((await story('Rejected')).announced).to.equal('');
    });

    it('are announced once, whatever else changes', async () => {
      const { store, become } = changing(snapshots.inReview);
      const { element, shown } = await notice(store);
      await become({ phase: 'production', review: reviewOf('approved') }, element);
      const region = element.shadowRoot!.querySelector('[role=status]')!;
      const before = region.textContent;
      await become({ name: 'Renamed', submission: snapshots.changesRequested.submission }, element);
      expect(region.textContent).to.equal(before);
      expect(shown.by).to.contain('attempt 1');
    });

    it('of a second return are news again', async () => {
      const { store, become } = changing(snapshots.changesRequested);
      const { element, shown } = await notice(store);
      expect(shown.announced).to.equal('');
      const review = reviewOf('changes_requested', { decidedAt: '2026-11-22T10:00:00Z' });
      await become({ review }, element);
      expect(shown.announced).to.equal('Changes Requested');
    });

    it('of another subscription are none', async () => {
      const { element, shown } = await notice(showing(snapshots.inReview));
      element.store = showing(snapshots.rejected);
      await settled(element);
      expect(shown.title).to.equal('Submission Rejected');
      expect(shown.announced).to.equal('');
    });

    it('go with the next submission', async () => {
      const { store, become } = changing(snapshots.changesRequested);
      const { element, shown } = await notice(store);
      await become({ phase: 'in_review', changesRequested: false, review: null }, element);
      expect(shown.title).to.equal('');
    });
  });

  it('says when it does not know, and reads again', async () => {
    const getSnapshot = byHand<unknown[], Snapshot>();
    const { adapter } = createStaticStore(undefined);
    const store = createStore({
      adapter: { ...adapter, getSnapshot },
      subscription: 'sub_42',
      live: false,
    });
    const { element, shown } = await notice(store);
    getSnapshot.calls[0]!.reject(new PipelineError('internal', { status: 500 }));
    await settled(element);
    expect(shown.failure).to.contain('The outcome of the review could not be loaded');
    await shown.press('Try again');
    getSnapshot.calls[1]!.resolve(snapshots.rejected);
    await settled(element);
    expect(shown.title).to.equal('Submission Rejected');
  });

  it('takes the words of the page', async () => {
    expect((await story('OwnWords')).title).to.equal('Not this time');
  });

  it('stops listening when it is removed', async () => {
    const store = showing(snapshots.changesRequested);
    const listeners = countListeners(store);
    const { element } = await notice(store);
    expect(listeners.now).to.equal(1);
    element.remove();
    expect(listeners.now).to.equal(0);
  });
});
