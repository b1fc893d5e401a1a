import { expect } from '@open-wc/testing';
import { PipelineError } from '../../src/adapter/index.js';
import type { DraftBody } from '../../src/contract/index.js';
import { answers, ready, returned } from '../../stories/fixture/form.js';
import { snapshotOf } from '../../stories/fixture/snapshot.js';
import { byHand } from '../helpers/by-hand.js';
import { holdClock } from '../helpers/clock.js';
import {
  complete,
  draftOf,
  filling,
  NEXT,
  open,
  SUBMIT,
  story,
} from '../helpers/submission-page.js';

const atStep = (step: number) => ({ getDraft: async () => draftOf(answers, step) });
describe('golive-submission, its drafts', () => {
  beforeEach(() => sessionStorage.clear());

  describe('drafts', () => {
    it('are saved with each step, and say when', async () => {
      const { store, drafts } = filling(ready, { getDraft: async () => draftOf(answers, 0) });
      const shown = await open(store);
      expect(shown.draft()).to.equal('');
      await shown.press(NEXT);
      expect(drafts.map(({ step }) => step)).to.deep.equal([1]);
      expect(shown.draft()).to.match(/^Draft saved at \d/);
    });

    it('are saved when the page is left', async () => {
      const { store, drafts } = filling(ready);
      const shown = await open(store);
      await shown.fill('Legal name', 'Fernwood');
      dispatchEvent(new Event('pagehide'));
      expect(drafts.length).to.equal(1);
    });

    it('are restored with their step after a reload, from the browser where the host keeps none', async () => {
      const without = snapshotOf({
        ...ready,
        capabilities: { ...ready.capabilities, drafts: false },
        allowedActions: ['submit'],
        refusals: {},
      });
      const { store, drafts } = filling(without);
      const first = await open(store);
      await first.fill('Legal name', 'Fernwood');
      await first.fill('Registration number', 'IE617204');
      await first.fill('Country of registration', 'Ireland');
      await first.fill('Website', 'https://fernwood.example');
      await first.press(NEXT);
      expect(drafts).to.deep.equal([]);
      first.element.remove();

      const again = await open(filling(without).store);
      expect(again.title()).to.equal('Integration');
      await again.press('Back');
      expect(again.value('Legal name')).to.equal('Fernwood');
    });

    it('rest in the browser where the host fails, and say so', async () => {
      const { store } = filling(ready, {
        saveDraft: () => Promise.reject(new PipelineError('internal', { status: 500 })),
      });
      const codes: string[] = [];
      store.onError(({ error }) => codes.push(error.code));
      const shown = await open(store);
      await shown.fill('Legal name', 'Fernwood');
      dispatchEvent(new Event('pagehide'));
      await shown.rest();
      expect(shown.draft()).to.contain('Draft not saved');
      expect(codes).to.deep.equal(['internal']);
      shown.element.remove();
      const again = await open(filling(ready).store);
      expect(again.value('Legal name')).to.equal('Fernwood');
    });

    it('are gone after the submission', async () => {
      const { store } = filling(ready, complete);
      const shown = await open(store);
      await shown.press('Edit Company');
      await shown.fill('Legal name', 'Fernwood');
      await shown.goTo('Review');
      await shown.press(SUBMIT);
      expect(sessionStorage.length).to.equal(0);
    });

    it('of before the last submission are not taken', async () => {
      const { store } = filling(returned, {
        getDraft: async () => ({
          ...draftOf({ legal_name: 'Old' }, 0),
          updatedAt: '2026-11-01T00:00:00Z',
        }),
      });
      const shown = await open(store);
      expect(shown.value('Legal name')).to.equal('Fernwood Ledger DAC');
    });

    it('that are too large say so beside what is typed, which stays, and promise no other try', async () => {
      const saveDraft = byHand<[string, unknown], void>();
      const shown = await open(filling(ready, { saveDraft }).store);
      await shown.fill('Legal name', 'Fernwood');
      dispatchEvent(new Event('pagehide'));
      saveDraft.calls[0]!.reject(new PipelineError('too_large', { status: 413 }));
      await shown.rest();
      expect(shown.draft()).to.contain('This is too large to send.');
      expect(shown.draft()).to.contain('Leave this page open.');
      expect(shown.draft()).not.to.contain('tries again');
      expect(shown.said()).not.to.contain('tries again');
      expect(shown.value('Legal name')).to.equal('Fernwood');
      await shown.fill('Legal name', 'Fern');
      dispatchEvent(new Event('pagehide'));
      saveDraft.calls.at(-1)!.resolve();
      await shown.rest();
      expect(shown.draft()).to.match(/^Draft saved at/);
    });

    it('warn before the page is left only while what is typed is kept nowhere safe', async () => {
      const saveDraft = byHand<[string, unknown], void>();
      const shown = await open(filling(ready, { saveDraft }).store);
      expect(shown.asksBeforeLeaving()).to.equal(false);
      await shown.fill('Legal name', 'Fernwood');
      // On its way to the host, and in this tab until then.
      expect(shown.asksBeforeLeaving()).to.equal(false);
      saveDraft.calls[0]!.reject(new PipelineError('forbidden', { status: 403 }));
      await shown.rest();
      expect(shown.asksBeforeLeaving()).to.equal(true);
      await shown.press('Save now');
      saveDraft.calls.at(-1)!.resolve();
      await shown.rest();
      expect(shown.asksBeforeLeaving()).to.equal(false);
    });

    it('of another version of the form keep what fits and tell the rest', async () => {
      const shown = await story('FormChanged');
      expect(shown.changedForm()).to.contain('expected_volume 1,000 to 5,000');
      expect(shown.changedForm()).to.contain('Country of registration xx');
      await shown.goTo('Company');
      expect(shown.value('Legal name')).to.equal('Fernwood Ledger DAC');
      expect(shown.value('Country of registration')).to.equal('');
    });
  });

  describe('while time passes', () => {
    let clock: ReturnType<typeof holdClock>;
    beforeEach(() => {
      clock = holdClock();
    });
    afterEach(() => clock.leave());

    it('are saved 800 ms after the last change', async () => {
      const { store, drafts } = filling(ready);
      const shown = await open(store);
      await shown.fill('Legal name', 'F');
      clock.pass(799);
      await shown.fill('Legal name', 'Fern');
      clock.pass(799);
      expect(drafts.length).to.equal(0);
      clock.pass(1);
      expect(drafts.map(({ answers: { legal_name } }) => legal_name)).to.deep.equal(['Fern']);
    });

    for (const code of ['internal', 'offline', 'network', 'timeout'] as const) {
      it(`are tried again by themselves after ${code}, with all that was typed since`, async () => {
        let fails = true;
        const { store, drafts } = filling(ready, {
          saveDraft: async (_id, body) => {
            if (fails) throw new PipelineError(code, code === 'internal' ? { status: 500 } : {});
            drafts.push(body);
          },
        });
        const shown = await open(store);
        await shown.fill('Legal name', 'Fern');
        clock.pass(800);
        await shown.rest();
        expect(shown.draft()).to.contain('Draft not saved yet. This tab keeps it and tries again.');
        expect(shown.said()).to.contain('Draft not saved yet');
        await shown.fill('Legal name', 'Fernwood');
        clock.pass(800);
        await shown.rest();
        fails = false;
        clock.pass(4000);
        await shown.rest();
        expect(drafts[0]!.answers['legal_name']).to.equal('Fernwood');
        expect(shown.draft()).to.match(/^Draft saved at/);
        expect(shown.said()).to.equal('Draft saved');
        expect(sessionStorage.length).to.equal(0);
      });
    }

    it('wait for the person where they are signed out', async () => {
      let tries = 0;
      const { store, drafts } = filling(ready, {
        saveDraft: async (_id, body) => {
          tries += 1;
          if (tries === 1) throw new PipelineError('not_signed_in', { status: 401 });
          drafts.push(body);
        },
      });
      const codes: string[] = [];
      store.onError(({ error }) => codes.push(error.code));
      const shown = await open(store);
      await shown.fill('Legal name', 'Fern');
      clock.pass(800);
      await shown.rest();
      clock.pass(600_000);
      await shown.rest();
      expect(tries).to.equal(1);
      expect(codes).to.deep.equal(['not_signed_in']);
      await shown.press('Save now');
      expect(drafts.length).to.equal(1);
      expect(shown.draft()).to.match(/^Draft saved at/);
    });

    it('leave no timer behind', async () => {
      const { store } = filling(ready, {
        saveDraft: () => Promise.reject(new PipelineError('internal', { status: 500 })),
      });
      const before = clock.waiting;
      const shown = await open(store);
      await shown.fill('Legal name', 'Fern');
      clock.pass(800);
      await shown.rest();
      shown.element.remove();
      await shown.rest();
      expect(clock.waiting).to.equal(before);
    });
  });

  it('go out one at a time, the last state last', async () => {
    const saveDraft = byHand<[string, DraftBody], void>();
    const shown = await open(filling(ready, { saveDraft, ...atStep(0) }).store);
    await shown.press(NEXT);
    await shown.press(NEXT);
    await shown.press(NEXT);
    expect(saveDraft.calls.map(({ args }) => args[1].step)).to.deep.equal([1]);
    saveDraft.calls[0]!.resolve();
    await shown.rest();
    expect(saveDraft.calls.map(({ args }) => args[1].step)).to.deep.equal([1, 3]);
  });

  it('are said to be saved once, not at every save', async () => {
    const shown = await open(filling(ready, atStep(0)).store);
    const raw = () => shown.element.shadowRoot!.querySelector(':host > [role=status]')?.textContent;
    await shown.press(NEXT);
    expect(shown.said()).to.equal('Draft saved');
    const once = raw();
    await shown.press(NEXT);
    await shown.press('Back');
    expect(raw()).to.equal(once);
  });

  it('are saved at once when the page is hidden', async () => {
    const { store, drafts } = filling(ready);
    const shown = await open(store);
    await shown.fill('Legal name', 'Fernwood');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(drafts.length).to.equal(0);
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    try {
      document.dispatchEvent(new Event('visibilitychange'));
      expect(drafts.length).to.equal(1);
    } finally {
      delete (document as { visibilityState?: unknown }).visibilityState;
    }
  });
});
