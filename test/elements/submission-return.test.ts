import { expect } from '@open-wc/testing';
import type { PipelineAdapter } from '../../src/adapter/index.js';
import type { Draft, Snapshot } from '../../src/contract/index.js';
import { answers, form, lastAttempt, ready, returned } from '../../stories/fixture/form.js';
import { submissionOf } from '../../stories/fixture/snapshot.js';
import { withClipboard } from '../helpers/clipboard.js';
import { complete, draftOf, filling, open, SUBMIT, story } from '../helpers/submission-page.js';

describe('golive-submission, sent back or with another form', () => {
  beforeEach(() => sessionStorage.clear());

  describe('after changes were requested', () => {
    it('opens with the last answers, and the notes at their fields', async () => {
      const shown = await open(filling(returned).store);
      expect(shown.value('Legal name')).to.equal('Fernwood Ledger DAC');
      expect(shown.generalNotes()).to.contain('Two things are left before we can approve');
      expect(shown.steps()).to.include('Integration 2 reviewer’s notes to look at');
      expect(shown.steps()).to.include('Contacts Done last time, not checked');
      await shown.goTo('Integration');
      expect(shown.note('Address for webhooks')).to.match(
        /^Answers 301. Use the final address. Mara Lindqvist · .*2026 Handled$/,
      );
    });

    it('marks what changed, there and in the review', async () => {
      const shown = await story('WithNotes');
      expect(shown.change('Address for webhooks')).to.equal('Changed');
      expect(shown.change('Expected calls a month')).to.equal('');
      const review = await story('ReviewOfChanges');
      expect(review.text()).to.contain('4 answers changed since attempt 1.');
      const [company, integration] = review.review();
      expect(company!.answers['We hold funds of our customers']).to.equal('No Before: Yes Changed');
      expect(integration!.answers['What else']).to.equal('Warn customers before they overdraw New');
      expect(integration!.answers['Address for webhooks']).to.contain(
        'Before: https://hooks.fernwood-ledger.example/northbank',
      );
      expect(review.element.shadowRoot!.querySelectorAll('s').length).to.equal(4);
    });

    it('shows notes whose field is gone with the general ones', async () => {
      const shown = await open(
        filling({
          ...returned,
          review: { ...returned.review!, fieldNotes: [{ fieldId: 'gone', note: 'Where is it?' }] },
        }).store,
      );
      expect(shown.generalNotes()).to.contain('Where is it?');
    });

    it('reads everything anew when it comes back once more', async () => {
      let now: Snapshot = ready;
      let draft: Awaited<ReturnType<PipelineAdapter['getDraft']>> = draftOf(answers, 4);
      const { store } = filling(ready, {
        getDraft: async () => draft,
        getSnapshot: async () => now,
      });
      const shown = await open(store);
      await shown.press(SUBMIT);
      draft = null;
      expect(shown.text()).to.contain('Submitted for Review');
      now = { ...returned, version: 'v10', submission: submissionOf(2) };
      await store.refresh();
      await shown.rest();
      await shown.press(SUBMIT);
      expect(shown.title()).to.equal('Company');
      expect(shown.value('Legal name')).to.equal(lastAttempt.answers['legal_name']);
    });
  });

  describe('notes that are dealt with', () => {
    it('are counted out of the list of steps, by the person’s word or by a change', async () => {
      const shown = await open(filling(returned).store);
      expect(shown.steps()).to.include('Integration 2 reviewer’s notes to look at');
      await shown.goTo('Integration');
      expect(shown.isHandled('How the integration works')).to.equal(false);
      await shown.markHandled('How the integration works');
      expect(shown.currentStep()).to.equal('Integration 1 reviewer’s note to look at');
      await shown.fill('Address for webhooks', 'https://hooks.fernwood.example');
      expect(shown.isHandled('Address for webhooks')).to.equal(true);
      expect(shown.currentStep()).to.equal('Integration 1 answer changed');
      await shown.markHandled('Address for webhooks');
      expect(shown.currentStep()).to.equal('Integration 1 reviewer’s note to look at');
    });

    it('stay so after a reload, until the next attempt is sent back', async () => {
      const first = await open(filling(returned).store);
      await first.goTo('Integration');
      await first.markHandled('How the integration works');
      first.element.remove();
      const again = await open(filling(returned).store);
      await again.goTo('Integration');
      expect(again.isHandled('How the integration works')).to.equal(true);
      again.element.remove();
      const later = { ...lastAttempt, id: 'subm_9' };
      const next = await open(
        filling(
          { ...returned, submission: { ...returned.submission!, id: 'subm_9' } },
          { getLatestSubmission: async () => later },
        ).store,
      );
      await next.goTo('Integration');
      expect(next.isHandled('How the integration works')).to.equal(false);
    });
  });

  it('says which attempt this is', async () => {
    const shown = await open(filling(returned).store);
    expect(shown.stepLine()).to.equal('Step 1 of 5 · Attempt 2');
    expect((await open(filling(ready).store)).stepLine()).to.equal('Step 1 of 5');
  });

  it('lists what the last attempt answered and this one does not', async () => {
    const shown = await open(filling(returned).store);
    expect(shown.isTicked('We hold funds of our customers')).to.equal(true);
    await shown.tick('We hold funds of our customers');
    await shown.fill('Employees', '');
    await shown.goTo('Review');
    const [company] = shown.review();
    expect(company!.answers['Employees']).to.equal('Not answered Before: 27 Removed');
    const removed = shown.review().at(-1)!;
    expect(removed.title).to.equal('Not asked for any more');
    expect(Object.keys(removed.answers)).to.deep.equal(['Safeguarding bank']);
    expect(removed.answers['Safeguarding bank']).to.match(/^Before: .* Removed$/);
  });

  describe('a form that changed', () => {
    const changed = {
      ...form,
      version: '2026-12',
      steps: form.steps.map((step) => ({
        ...step,
        fields: step.fields.filter(({ id }) => id !== 'employees'),
      })),
    };
    const other = { ...complete, getForm: async () => changed };

    it('keeps what fits, and the rest in its old words until it is dismissed', async () => {
      const shown = await open(filling(ready, other).store);
      expect(shown.changedForm()).to.contain('employees 27');
      await shown.press('Edit Company');
      expect(shown.changedForm()).to.contain('employees 27');
      shown.element.remove();
      // By now the draft is one of the new form.
      const again = await open(
        filling(ready, { ...other, getDraft: async () => draftOf(answers, 0, changed.version) })
          .store,
      );
      expect(again.changedForm()).to.contain('employees 27');
      await again.press('Dismiss');
      expect(again.changedForm()).to.equal('');
      expect(again.focused()).to.equal('Company');
      again.element.remove();
      const third = await open(
        filling(ready, { ...other, getDraft: async () => draftOf(answers, 0, changed.version) })
          .store,
      );
      expect(third.changedForm()).to.equal('');
    });

    it('is not told again once it was dismissed, though nothing was changed since', async () => {
      const host: { draft: Draft } = { draft: draftOf(answers, 0) };
      const methods: Partial<PipelineAdapter> = {
        ...other,
        getDraft: async () => host.draft,
        saveDraft: async (_id, body) => {
          host.draft = { ...body, updatedAt: '2026-11-24T10:45:00Z' };
        },
      };
      const shown = await open(filling(ready, methods).store);
      await shown.press('Dismiss');
      shown.element.remove();
      await shown.rest();
      const again = await open(filling(ready, methods).store);
      expect(again.changedForm()).to.equal('');
    });

    it('gives the old words to the clipboard', async () => {
      const copied: string[] = [];
      await withClipboard(
        async (text) => void copied.push(text),
        async () => {
          const shown = await open(filling(ready, other).store);
          await shown.press('Copy employees');
        },
      );
      expect(copied).to.deep.equal(['27']);
    });

    it('opens the first step that needs something', async () => {
      const asking = {
        ...changed,
        steps: changed.steps.map((step) =>
          step.id === 'security'
            ? {
                ...step,
                fields: [
                  ...step.fields,
                  { id: 'dpo', kind: 'text' as const, label: 'Privacy officer', required: true },
                ],
              }
            : step,
        ),
      };
      const shown = await open(filling(ready, { ...complete, getForm: async () => asking }).store);
      expect(shown.title()).to.equal('Security');
      expect(shown.problem('Privacy officer')).to.equal('');
      await shown.fill('Privacy officer', 'Ines');
      expect(shown.reachable()).to.include('Review');
    });
  });
});
