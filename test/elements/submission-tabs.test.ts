import { aTimeout, expect } from '@open-wc/testing';
import type { PipelineAdapter } from '../../src/adapter/index.js';
import type { Draft } from '../../src/contract/index.js';
import { answers, ready } from '../../stories/fixture/form.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { draftOf, filling, open, show, SUBMIT } from '../helpers/submission-page.js';
import type { SubmissionHarness } from '../helpers/submission.js';
import { waitUntil } from '../helpers/wait-until.js';

/** A host with one draft for all tabs, whose clock goes on with every save. */
function sharedHost() {
  let now = Date.parse('2026-11-24T10:42:00Z');
  let draft: Draft | null = null;
  let snapshot = ready;
  const methods: Partial<PipelineAdapter> = {
    now: () => now,
    getDraft: async () => draft,
    getSnapshot: async () => snapshot,
    saveDraft: async (_id, body) => {
      now += 60_000;
      draft = { ...body, updatedAt: new Date(now).toISOString() };
    },
    submit: async () => {
      draft = null;
      snapshot = { ...snapshots.inReview, version: 'v8' };
      return snapshot;
    },
  };
  return {
    /** Another tab on it, with a store of its own. */
    tab: () => filling(ready, methods).store,
    get draft() {
      return draft;
    },
    /** Another device saves: no tab hears of it. */
    saveElsewhere: (name: string) =>
      methods.saveDraft!('sub_42', draftOf({ ...answers, legal_name: name }, 0)),
    at: (time: string) => {
      now = Date.parse(time);
    },
  };
}

/** A tab that may say anything. */
function tabOfAnotherVersion() {
  const channel = new BroadcastChannel('golive-draft/sub_42');
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    say: (message: unknown) => channel.postMessage(message),
    close: () => channel.close(),
  };
}

const write = async (shown: SubmissionHarness, name: string) => {
  await shown.fill('Legal name', name);
  dispatchEvent(new Event('pagehide'));
  await shown.rest();
};
const hears = (shown: SubmissionHarness) =>
  waitUntil(() => shown.newerDraft() !== '', 'it is told of a newer draft');

describe('golive-submission, in two tabs', () => {
  beforeEach(() => sessionStorage.clear());

  it('offers what another tab has saved, and overwrites it by nothing until it is chosen', async () => {
    const host = sharedHost();
    const [one, other] = [await open(host.tab()), await open(host.tab())];
    await one.fill('Legal name', 'From one');
    await write(other, 'From the other');
    await hears(one);
    expect(one.newerDraft()).to.match(/^There is a newer draft from Nov 24, 2026, .* Use it/);
    expect(one.said()).to.contain('There is a newer draft');
    // Both were told to save; the one that heard last is held back.
    const held = host.draft!.answers['legal_name'];
    await one.fill('Legal name', 'From one, more');
    dispatchEvent(new Event('pagehide'));
    await one.rest();
    expect(host.draft!.answers['legal_name']).to.equal(held);
    expect(one.value('Legal name')).to.equal('From one, more');
  });

  it('takes the other one when the person says so, with its step', async () => {
    const host = sharedHost();
    const one = await open(host.tab());
    await one.fill('Legal name', 'Mine');
    const tab = tabOfAnotherVersion();
    tab.say({ ...draftOf(answers, 2), updatedAt: '2026-11-24T10:50:00Z' });
    await hears(one);
    tab.close();
    await one.press('Use it');
    expect(one.title()).to.equal('Security');
    expect(one.focused()).to.equal('Security');
    expect(one.newerDraft()).to.equal('');
    await one.goTo('Company');
    expect(one.value('Legal name')).to.equal(answers['legal_name']);
  });

  it('keeps its own when the person says so, and saves it', async () => {
    const host = sharedHost();
    const [one, other] = [await open(host.tab()), await open(host.tab())];
    await write(other, 'From the other');
    await hears(one);
    await one.fill('Legal name', 'Mine');
    await one.press('Keep mine');
    expect(one.newerDraft()).to.equal('');
    expect(host.draft!.answers['legal_name']).to.equal('Mine');
    await hears(other);
    await other.press('Use it');
    expect(other.value('Legal name')).to.equal('Mine');
    await aTimeout(0);
    expect(one.newerDraft()).to.equal('');
  });

  it('looks for a newer one when the person comes back, before it saves', async () => {
    const host = sharedHost();
    const shown = await open(host.tab());
    await write(shown, 'Mine');
    await host.saveElsewhere('From a train');
    await shown.fill('Legal name', 'Mine, more');
    dispatchEvent(new Event('focus'));
    await shown.rest();
    expect(shown.newerDraft()).to.contain('There is a newer draft');
    dispatchEvent(new Event('pagehide'));
    await shown.rest();
    expect(host.draft!.answers['legal_name']).to.equal('From a train');
    expect(shown.asksBeforeLeaving()).to.equal(true);
  });

  it('takes its own draft for no other, though the host has stamped it', async () => {
    const host = sharedHost();
    const shown = await open(host.tab());
    await write(shown, 'Mine');
    dispatchEvent(new Event('focus'));
    await shown.rest();
    await write(shown, 'Mine, more');
    dispatchEvent(new Event('focus'));
    await shown.rest();
    expect(shown.newerDraft()).to.equal('');
  });

  it('goes on as before where the host can’t be asked', async () => {
    const { store, drafts } = filling(ready);
    const shown = await open(store);
    store.adapter.getDraft = () => Promise.reject(new Error('offline'));
    await shown.fill('Legal name', 'Mine');
    dispatchEvent(new Event('focus'));
    await shown.rest();
    expect(drafts.length).to.equal(1);
  });

  it('opens what rests in this tab after a reload, and offers the host’s later one', async () => {
    const host = sharedHost();
    await host.saveElsewhere('From a train');
    const resting = { ...draftOf({ legal_name: 'Mine' }, 0), updatedAt: '2026-11-24T10:40:00Z' };
    sessionStorage.setItem('golive-draft/sub_42', JSON.stringify(resting));
    const shown = await open(host.tab());
    expect(shown.value('Legal name')).to.equal('Mine');
    expect(shown.newerDraft()).to.contain('There is a newer draft');
    await shown.press('Use it');
    expect(shown.value('Legal name')).to.equal('From a train');
    expect(sessionStorage.length).to.equal(0);
  });

  it('offers it again after another reload, whatever was typed meanwhile', async () => {
    const host = sharedHost();
    const first = await open(host.tab());
    await write(first, 'Mine');
    await host.saveElsewhere('From a train');
    dispatchEvent(new Event('focus'));
    await first.rest();
    host.at('2026-11-24T12:00:00Z');
    await write(first, 'Mine, more');
    first.element.remove();
    const again = await open(host.tab());
    expect(again.value('Legal name')).to.equal('Mine, more');
    expect(again.newerDraft()).to.contain('There is a newer draft');
  });

  it('shows in the card what another tab has saved', async () => {
    const host = sharedHost();
    const [card, other] = [await show(host.tab()), await open(host.tab())];
    await write(other, 'From the other');
    await waitUntil(() => card.text().includes('Draft saved'));
    await card.press(SUBMIT);
    expect(card.value('Legal name')).to.equal('From the other');
    expect(card.newerDraft()).to.equal('');
  });

  it('takes what another tab has saved once its own form is left', async () => {
    const host = sharedHost();
    const [left, other] = [await open(host.tab()), await open(host.tab())];
    await left.fill('Legal name', 'Left');
    await left.press('Cancel');
    await hears(other);
    await other.press('Use it');
    const before = left.text();
    host.at('2026-11-24T12:00:00Z');
    await write(other, 'From the other');
    // The card tells when it was saved.
    await waitUntil(() => left.text() !== before);
    await left.press(SUBMIT);
    expect(left.newerDraft()).to.equal('');
    expect(left.value('Legal name')).to.equal('From the other');
  });

  it('is submitted in every tab', async () => {
    const host = sharedHost();
    await host.saveElsewhere('x');
    const [one, other] = [await open(host.tab()), await open(host.tab())];
    await one.fill('Legal name', 'Fernwood');
    await other.goTo('Company');
    await other.press('Next');
    await other.press('Next');
    await other.press('Next');
    await other.press('Next');
    await other.press(SUBMIT);
    await waitUntil(() => one.text().includes('Submitted for Review'));
    expect(one.isFormOpen()).to.equal(false);
    expect(one.said()).to.equal('It was submitted in another tab.');
    expect(host.draft).to.equal(null);
    expect(sessionStorage.length).to.equal(0);
    dispatchEvent(new Event('pagehide'));
    await one.rest();
    expect(host.draft).to.equal(null);
    expect(sessionStorage.length).to.equal(0);
  });

  it('works where a page is kept apart from its other tabs', async () => {
    const { BroadcastChannel: channel } = globalThis;
    globalThis.BroadcastChannel = function () {
      throw new DOMException('', 'SecurityError');
    } as never;
    try {
      const { store, drafts } = filling(ready);
      const shown = await open(store);
      await write(shown, 'Mine');
      expect(drafts.length).to.equal(1);
      shown.element.remove();
    } finally {
      globalThis.BroadcastChannel = channel;
    }
  });

  it('hears nothing any more once it is removed, and nothing that is no draft', async () => {
    const host = sharedHost();
    const shown = await open(host.tab());
    const tab = tabOfAnotherVersion();
    for (const odd of [null, 'x', {}, { formVersion: 1 }]) tab.say(odd);
    await aTimeout(0);
    await shown.rest();
    expect(shown.newerDraft()).to.equal('');
    const parent = shown.element.parentElement!;
    shown.element.remove();
    tab.say({ ...draftOf(answers, 2), updatedAt: '2026-11-24T10:50:00Z' });
    await aTimeout(0);
    parent.append(shown.element);
    await shown.rest();
    expect(shown.newerDraft()).to.equal('');
    tab.close();
  });
});
