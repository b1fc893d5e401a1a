import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/activity.js';
import { PipelineError } from '../../src/adapter/index.js';
import type { ActivityPage, Snapshot } from '../../src/contract/index.js';
import type { ActivityLog } from '../../src/elements/activity/activity.js';
import { createDemoHost, createFakeAdapter, MAIN_SUBSCRIPTION } from '../../src/mocks/index.js';
import { createStore, type PipelineStore } from '../../src/store/index.js';
import * as stories from '../../stories/activity.stories.js';
import { activityEntries, manyEntries } from '../../stories/fixture/activity.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { answering, showing } from '../../stories/fixture/store.js';
import { activityHarness } from '../helpers/activity.js';
import { byHand } from '../helpers/by-hand.js';
import { countListeners } from '../helpers/listening.js';
import { itIsAccessibleInEveryStory, settled, showStory } from '../helpers/stories.js';

const story = async (name: string) => activityHarness(await showStory<ActivityLog>(stories, name));

async function log(store: PipelineStore) {
  const element = await fixture<ActivityLog>(
    html`<golive-activity .store=${store}></golive-activity>`,
  );
  await settled(element);
  return { element, shown: activityHarness(element) };
}

/** A store whose pages the test answers, and whose snapshot it changes. */
function reading() {
  const getActivity = byHand<[id: string, options?: { cursor?: string }], ActivityPage>();
  let snapshot: Snapshot = snapshots.inReview;
  const store = answering(snapshot, { getActivity, getSnapshot: async () => snapshot });
  return {
    store,
    calls: getActivity.calls,
    async moveOn() {
      snapshot = { ...snapshot, version: `${snapshot.version}1` };
      await store.refresh();
    },
  };
}

const page = (count: number, last: number, nextCursor: string | null = null): ActivityPage => ({
  entries: manyEntries(count, last),
  nextCursor,
});

describe('golive-activity', () => {
  itIsAccessibleInEveryStory(stories);

  it('says who did what and when, newest first', async () => {
    const { sentences, times, notes } = await story('Returned');
    expect(sentences).to.deep.equal([
      'Mara Lindqvist requested changes, attempt 1',
      'Joel Adeyemi submitted for review, attempt 1',
      'Joel Adeyemi rotated the sandbox secret',
      'Joel Adeyemi created sandbox credentials',
      'Priya Raman created the subscription',
    ]);
    expect(times[0]).to.equal('2026-11-20T16:08:00Z');
    expect(notes[0]!.textContent).to.equal('The refund flow is not described.');
    expect(notes[1]).to.equal(null);
  });

  it('says what was done where nobody is named', async () => {
    const { sentences } = await story('NobodyNamed');
    expect(sentences).to.include('The payment failed');
    expect(sentences).to.include('The previous production secret was retired');
    for (const sentence of sentences) expect(sentence).not.to.contain('null');
  });

  it('has a sentence for every kind, and shows an unknown one as it is', async () => {
    const { sentences } = await story('EveryKind');
    expect(sentences.filter((each) => each.includes('_'))).to.deep.equal([
      'Joel Adeyemi: quota_raised',
    ]);
  });

  it('takes texts as texts', async () => {
    const element = await showStory<ActivityLog>(stories, 'AwkwardTexts');
    const { sentences, notes } = activityHarness(element);
    expect(sentences[0]).to.contain('<b>Joel</b>');
    expect(sentences[2]).to.equal('constructor');
    expect(notes[1]!.textContent).to.contain('<img src=x');
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('folds long notes away', async () => {
    const note = (await story('AwkwardTexts')).notes[1]!;
    expect(note.closest('details')!.open).to.equal(false);
    expect((await story('Returned')).notes[0]!.closest('details')).to.equal(null);
  });

  it('takes the words of the page, for kinds of its own too', async () => {
    const element = await showStory<ActivityLog>(stories, 'OwnWords');
    expect(element.shadowRoot!.querySelector('h3')!.textContent).to.equal('History');
    expect(activityHarness(element).sentences).to.include('Joel Adeyemi raised the quota');
  });

  it('says that nothing has happened', async () => {
    expect((await story('Empty')).body).to.equal('Nothing has happened yet.');
  });

  it('waits for the snapshot, and then reads once', async () => {
    const { store, calls } = reading();
    const { element, shown } = await log(store);
    expect(shown.isLoading).to.equal(true);
    calls[0]!.resolve({ entries: activityEntries, nextCursor: null });
    await settled(element);
    expect(shown.isLoading).to.equal(false);
    expect(shown.sentences).to.have.length(5);
    expect(calls).to.have.length(1);
  });

  describe('while the page is open', () => {
    it('puts on top what happened since', async () => {
      const { store, calls, moveOn } = reading();
      const { element, shown } = await log(store);
      calls[0]!.resolve(page(2, 1));
      await settled(element);
      const first = element.shadowRoot!.querySelectorAll('li')[0];
      await moveOn();
      await settled(element);
      expect(shown.sentences).to.have.length(2);
      calls[1]!.resolve(page(3, 1));
      await settled(element);
      expect(shown.sentences).to.have.length(3);
      expect(element.shadowRoot!.querySelectorAll('li')[1]).to.equal(first);
    });

    it('drops an answer that was overtaken', async () => {
      const { store, calls, moveOn } = reading();
      const { element, shown } = await log(store);
      await moveOn();
      await settled(element);
      calls[1]!.resolve(page(3, 1));
      await settled(element);
      calls[0]!.resolve(page(2, 1));
      await settled(element);
      expect(shown.sentences).to.have.length(3);
    });

    it('keeps what it shows when reading again fails, and says so', async () => {
      const { store, calls, moveOn } = reading();
      const errors: string[] = [];
      store.onError(({ error }) => errors.push(error.code));
      const { element, shown } = await log(store);
      calls[0]!.resolve(page(2, 1));
      await settled(element);
      await moveOn();
      await settled(element);
      calls[1]!.reject(new PipelineError('internal', { status: 500 }));
      await settled(element);
      expect(shown.failure).to.contain('This may be out of date');
      expect(element.shadowRoot!.querySelector('[role=alert], .danger')).to.equal(null);
      expect(shown.sentences).to.have.length(2);
      expect(errors).to.deep.equal(['internal']);
      await shown.press('Try again');
      calls[2]!.resolve(page(3, 1));
      await settled(element);
      expect(shown.failure).to.equal('');
      expect(shown.sentences).to.have.length(3);
    });

    it('shows an act of the person at once', async () => {
      const host = await createDemoHost('in_review');
      const store = createStore({
        adapter: createFakeAdapter(host, { as: 'joel' }),
        subscription: MAIN_SUBSCRIPTION,
      });
      const { element, shown } = await log(store);
      await told(element, () => shown.sentences.length > 0);
      const before = shown.sentences.length;
      await store.run('regenerate:sandbox', undefined);
      await told(element, () => shown.sentences.length > before);
      expect(shown.sentences[0]).to.match(/regenerated the sandbox credentials$/);
    });
  });

  it('says what kept it from reading, and reads again', async () => {
    const { store, calls } = reading();
    const { element, shown } = await log(store);
    calls[0]!.reject(new PipelineError('offline'));
    await settled(element);
    expect(shown.failure).to.contain('The activity could not be loaded');
    expect(shown.failure).to.contain('You are offline');
    await shown.press('Try again');
    expect(shown.button('Try again')!.getAttribute('aria-disabled')).to.equal('true');
    await shown.press('Try again');
    expect(calls).to.have.length(2);
    calls[1]!.resolve(page(2, 1));
    await settled(element);
    expect(shown.failure).to.equal('');
    expect(shown.focused).to.equal('Activity');
  });

  it('offers no second try where that can’t help', async () => {
    const { store, calls } = reading();
    const { element, shown } = await log(store);
    calls[0]!.reject(new PipelineError('forbidden', { status: 403 }));
    await settled(element);
    expect(shown.failure).to.contain('You are not allowed to do this.');
    expect(shown.button('Try again')).to.equal(undefined);
  });

  it('reads the subscription again when that is what failed', async () => {
    const element = await showStory<ActivityLog>(stories, 'NothingKnown');
    const shown = activityHarness(element);
    expect(shown.failure).to.contain('You are offline');
    let reads = 0;
    element.store!.refresh = async () => void (reads += 1);
    await shown.press('Try again');
    expect(reads).to.equal(1);
  });

  describe('Show more', () => {
    async function withMore() {
      const given = reading();
      const opened = await log(given.store);
      given.calls[0]!.resolve(page(3, 7, 'act_7'));
      await settled(opened.element);
      return { ...given, ...opened };
    }

    it('adds older entries and keeps the focus where it was pressed', async () => {
      const { element, shown, calls } = await withMore();
      await shown.press('Show more');
      expect(calls[1]!.args[1]!.cursor).to.equal('act_7');
      calls[1]!.resolve(page(3, 4, 'act_4'));
      await settled(element);
      expect(shown.sentences).to.have.length(6);
      expect(shown.focused).to.equal('Show more');
      expect(shown.announced).to.equal('3 more entries');
    });

    it('is gone at the end, and the focus goes to the first of the new entries', async () => {
      const { element, shown, calls } = await withMore();
      await shown.press('Show more');
      calls[1]!.resolve(page(2, 5));
      await settled(element);
      expect(shown.button('Show more')).to.equal(undefined);
      const items = element.shadowRoot!.querySelectorAll('li');
      expect(element.shadowRoot!.activeElement).to.equal(items[3]);
    });

    it('asks once, however often it is pressed', async () => {
      const { shown, calls } = await withMore();
      await shown.press('Show more');
      await shown.press('Show more');
      expect(calls).to.have.length(2);
    });

    it('says what went wrong, keeps what is shown, and can be tried again', async () => {
      const { element, shown, calls } = await withMore();
      await shown.press('Show more');
      calls[1]!.reject(new PipelineError('internal', { status: 500 }));
      await settled(element);
      expect(shown.failure).to.contain('Earlier activity could not be loaded');
      expect(shown.sentences).to.have.length(3);
      await shown.press('Try again');
      calls[2]!.resolve(page(6, 1));
      await settled(element);
      expect(shown.failure).to.equal('');
      expect(shown.sentences).to.have.length(9);
    });

    it('does not leave a gap when more happens meanwhile than a page holds', async () => {
      const { element, shown, calls, moveOn } = await withMore();
      await shown.press('Show more');
      await moveOn();
      await settled(element);
      calls[2]!.resolve(page(3, 30, 'act_30'));
      await settled(element);
      calls[1]!.resolve(page(6, 1));
      await settled(element);
      expect(shown.sentences).to.have.length(3);
      expect(shown.button('Show more')).not.to.equal(undefined);
    });
  });

  it('starts anew with another store', async () => {
    const { store, calls } = reading();
    const { element, shown } = await log(store);
    element.store = showing(snapshots.live, { activity: activityEntries.slice(0, 1) });
    await settled(element);
    await settled(element);
    expect(shown.sentences).to.have.length(1);
    calls[0]!.resolve(page(9, 1));
    await settled(element);
    expect(shown.sentences).to.have.length(1);
  });

  it('stops listening when it is removed', async () => {
    const store = showing(snapshots.inReview);
    const listeners = countListeners(store);
    const { element } = await log(store);
    expect(listeners.now).to.equal(1);
    element.remove();
    expect(listeners.now).to.equal(0);
  });
});

/** Resolves once an element shows it; its host answers in its own time. */
async function told(element: ActivityLog, isThere: () => boolean) {
  while (!isThere()) await settled(element);
}
