import { expect } from '@open-wc/testing';
import { PipelineError, type PipelineAdapter } from '../../src/adapter/index.js';
import type { Snapshot } from '../../src/contract/index.js';
import { ready } from '../../stories/fixture/form.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { byHand } from '../helpers/by-hand.js';
import { complete, filling, open, SUBMIT } from '../helpers/submission-page.js';

const other = (methods: Partial<PipelineAdapter> = {}) =>
  filling({ ...ready, id: 'sub_43', name: 'Harbour Pay' }, methods);

/** Joel sends one subscription, and the page turns to another while that is on its way. */
async function turnedAway(methods: Partial<PipelineAdapter> = {}) {
  const submit = byHand<Parameters<PipelineAdapter['submit']>, Snapshot>();
  const shown = await open(filling(ready, { ...complete, submit }).store);
  await shown.press(SUBMIT);
  const { store, drafts, sent } = other(methods);
  shown.element.store = store;
  await shown.rest();
  await shown.press(SUBMIT);
  return { shown, submit: submit.calls[0]!, drafts, sent };
}

/** Another tab that shows the second subscription. */
function tabOfOther() {
  const heard: unknown[] = [];
  const channel = new BroadcastChannel('golive-draft/sub_43');
  channel.addEventListener('message', ({ data }) => heard.push(data));
  const last = new BroadcastChannel('golive-draft/sub_43');
  return {
    /** All that was told to it so far. */
    async heard() {
      const mark = 'mark';
      const isHere = new Promise<void>((resolve) =>
        channel.addEventListener('message', ({ data }) => data === mark && resolve()),
      );
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      last.postMessage(mark);
      await isHere;
      return heard.filter((each) => each !== mark);
    },
    close() {
      channel.close();
      last.close();
    },
  };
}

describe('golive-submission, when the page turns to another subscription', () => {
  beforeEach(() => sessionStorage.clear());

  it('leaves what is typed there alone once the first one is sent', async () => {
    const { shown, submit } = await turnedAway();
    await shown.fill('Legal name', 'Harbour Pay SE');
    const tab = tabOfOther();
    submit.resolve({ ...snapshots.inReview, version: 'v8' });
    await shown.rest();
    expect(shown.isFormOpen()).to.equal(true);
    expect(shown.value('Legal name')).to.equal('Harbour Pay SE');
    expect(shown.said()).not.to.contain('sent');
    expect(await tab.heard()).to.deep.equal([]);
    tab.close();
  });

  it('can be filled in and sent while the first one is on its way', async () => {
    const { shown, sent } = await turnedAway(complete);
    expect(shown.isAvailable(SUBMIT)).to.equal(true);
    await shown.press(SUBMIT);
    expect(sent).to.have.length(1);
    expect(shown.chip()).to.equal('In Review');
  });

  it('shows nothing of what failed for the first one', async () => {
    const { shown, submit } = await turnedAway();
    submit.reject(new PipelineError('too_many_requests', { status: 429 }));
    await shown.rest();
    expect(shown.alert()).to.equal('');
    expect(shown.isFormOpen()).to.equal(true);
  });

  it('tells no tab of it about a draft of the first one that is saved late', async () => {
    const saveDraft = byHand<Parameters<PipelineAdapter['saveDraft']>, void>();
    const shown = await open(filling(ready, { saveDraft }).store);
    await shown.fill('Legal name', 'For the first one alone');
    dispatchEvent(new Event('pagehide'));
    shown.element.store = other().store;
    await shown.rest();
    const tab = tabOfOther();
    saveDraft.calls[0]!.resolve();
    await shown.rest();
    expect(await tab.heard()).to.deep.equal([]);
    tab.close();
  });
});
