import { expect } from '@open-wc/testing';
import { PipelineError } from '../../src/adapter/index.js';
import type { Snapshot, SubmissionBody } from '../../src/contract/index.js';
import { form, ready, returned } from '../../stories/fixture/form.js';
import { snapshotOf, snapshots } from '../../stories/fixture/snapshot.js';
import * as stories from '../../stories/submission.stories.js';
import { byHand } from '../helpers/by-hand.js';
import { countListeners } from '../helpers/listening.js';
import { itIsAccessibleInEveryStory } from '../helpers/stories.js';
import { filling, open, show, SUBMIT, story } from '../helpers/submission-page.js';

describe('golive-submission', () => {
  beforeEach(() => sessionStorage.clear());

  itIsAccessibleInEveryStory(stories);

  describe('the card', () => {
    it('says what is missing, and why the button is not available', async () => {
      const shown = await story('NotAvailable');
      expect(shown.checks()).to.deep.equal([
        'Sandbox credentials not created Create them in the Sandbox Credentials card first.',
        'Submission form 4 steps, about 10 minutes',
      ]);
      expect(shown.isAvailable(SUBMIT)).to.equal(false);
      expect(shown.reason()).to.equal('Available once sandbox credentials exist.');
      await shown.press(SUBMIT);
      expect(shown.isFormOpen()).to.equal(false);
    });

    it('is ready once sandbox credentials exist', async () => {
      const shown = await story('Ready');
      expect(shown.isAvailable(SUBMIT)).to.equal(true);
      expect(shown.checks()[0]).to.match(/^Sandbox credentials created .*2026$/);
      expect(shown.reason()).to.contain('Nothing is sent until the last step.');
    });

    it('tells of a draft and where it was left', async () => {
      const shown = await story('DraftSaved');
      expect(shown.checks()[1]).to.match(/^Submission form Draft saved .*, step 2 of 4$/);
      expect(shown.reason()).to.contain('Opens the form where you left it.');
    });

    it('counts the notes of the reviewer and says where they are', async () => {
      const shown = await story('ChangesRequested');
      expect(shown.checks().slice(1)).to.deep.equal([
        'Submission form filled in Answers from attempt 1',
        '2 reviewer’s notes to look at In Integration',
      ]);
      expect(shown.reason()).to.contain('Opens the form with your last answers.');
    });

    it('shows what was submitted, by whom and when', async () => {
      const shown = await story('Submitted');
      expect(shown.chip()).to.equal('In Review');
      expect(shown.checks()[0]).to.match(/^Attempt 2 sent .*2026.* by Joel Adeyemi$/);
      expect(shown.isAvailable('Submitted for Review')).to.equal(false);
    });

    it('says plainly that it was approved or rejected', async () => {
      const approved = await story('Approved');
      expect(approved.text()).to.contain('Approved').and.to.contain('nothing left to submit');
      const rejected = await story('Rejected');
      expect(rejected.text()).to.contain('Rejected').and.to.contain('turned down');
      expect(rejected.element.shadowRoot!.querySelector('button')).to.equal(null);
    });

    it('can be submitted after a rejection where the host allows it', async () => {
      const again = { ...snapshots.rejected, allowedActions: ['submit' as const], refusals: {} };
      const shown = await show(filling(again).store);
      expect(shown.isAvailable(SUBMIT)).to.equal(true);
    });

    it('shows nothing for a plan without a pipeline', async () => {
      expect((await story('NoPipeline')).text()).to.equal('');
    });

    it('waits while there is no store, and says when nothing can be read', async () => {
      expect((await story('NoStore')).text()).to.equal('Submit for Review Loading');
      const failed = await story('Failed');
      expect(failed.alert()).to.contain('The submission could not be loaded');
    });

    it('offers to read the form again where that failed', async () => {
      let fails = true;
      const { store } = filling(ready, {
        getForm: async () => {
          if (fails) throw new PipelineError('internal', { status: 500 });
          return form;
        },
      });
      const shown = await show(store);
      expect(shown.alert()).to.contain('The form could not be loaded');
      fails = false;
      await shown.press('Try again');
      expect(shown.alert()).to.equal('');
      expect(shown.checks()[1]).to.contain('4 steps');
    });

    it('says that a form can not be shown, and tells the page', async () => {
      const { store } = filling(ready, {
        getForm: async () => ({
          ...form,
          steps: [
            { id: 'a', title: 'A', fields: [{ id: 'x', kind: 'text', label: 'X', pattern: '(' }] },
          ],
        }),
      });
      const codes: string[] = [];
      store.onError(({ error }) => codes.push(error.code));
      const shown = await show(store);
      expect(shown.alert()).to.contain('There is a mistake in this form');
      expect(shown.isAvailable(SUBMIT)).to.equal(false);
      expect(codes).to.deep.equal(['form_invalid']);
    });

    it('says that what it knows may be out of date', async () => {
      expect((await story('Stale')).text()).to.contain('This may be out of date');
    });

    it('takes the words of the page', async () => {
      const shown = await story('OwnWords');
      expect(shown.title()).to.equal('Ask for production');
    });
  });

  describe('without a form', () => {
    const straight = snapshotOf({ ...ready, hasForm: false, formVersion: null });

    it('submits at once, one time however often it is pressed', async () => {
      const submit = byHand<[string, SubmissionBody], Snapshot>();
      const shown = await show(filling(straight, { submit }).store);
      await shown.press(SUBMIT);
      await shown.press(SUBMIT);
      expect(submit.calls.map(({ args }) => args[1])).to.deep.equal([
        { answers: {}, formVersion: null },
      ]);
      submit.calls[0]!.resolve({ ...snapshots.inReview, version: 'v8' });
      await shown.rest();
      expect(shown.text()).to.contain('Submitted for Review');
      expect(shown.focused()).to.equal('Submitted for Review');
      expect(shown.said()).to.equal('Attempt 2 sent');
    });

    it('sends nothing when the page stops it', async () => {
      const { store, sent } = filling(straight);
      const shown = await show(store);
      shown.element.addEventListener('golive-action', (event) => {
        expect(event.detail.action).to.equal('submit');
        event.preventDefault();
      });
      await shown.press(SUBMIT);
      expect(sent).to.deep.equal([]);
      expect(shown.isAvailable(SUBMIT)).to.equal(true);
    });

    it('tells the page that it was submitted', async () => {
      const shown = await show(filling(straight).store);
      const phases: string[] = [];
      shown.element.addEventListener('golive-changed', ({ detail }) => phases.push(detail.phase));
      await shown.press(SUBMIT);
      expect(phases).to.deep.equal(['in_review']);
    });

    it('shows a failure once, with a way to try again', async () => {
      let fails = true;
      const { store, sent } = filling(straight, {
        submit: async (_id, body) => {
          if (fails) throw new PipelineError('offline');
          sent.push(body);
          return { ...snapshots.inReview, version: 'v8' };
        },
      });
      const shown = await show(store);
      await shown.press(SUBMIT);
      expect(shown.alert()).to.contain('The submission was not sent').and.to.contain('offline');
      fails = false;
      await shown.press('Try again');
      expect(shown.alert()).to.equal('');
      expect(sent.length).to.equal(1);
    });

    it('takes a lost answer for a submission where the host has it', async () => {
      const after = { ...snapshots.inReview, version: 'v8' };
      const { store } = filling(straight, {
        submit: () => Promise.reject(new PipelineError('network')),
        getSnapshot: async () => after,
      });
      const shown = await show(store);
      await shown.press(SUBMIT);
      expect(shown.alert()).to.equal('');
      expect(shown.text()).to.contain('Submitted for Review');
    });
  });

  describe('openAt', () => {
    it('opens the form at a field and focuses it', async () => {
      const shown = await show(filling(returned).store);
      shown.element.openAt('callback_url');
      await shown.rest();
      expect(shown.title()).to.equal('Integration');
      expect(shown.focusedLabel()).to.equal('Address for webhooks');
      shown.element.openAt('use_cases');
      await shown.rest();
      expect(shown.focusedLabel()).to.equal('What you use the API for');
    });

    it('waits for the form, and opens it where there is no such field', async () => {
      const getForm = byHand<[string], typeof form>();
      const shown = await show(filling(ready, { getForm }).store);
      shown.element.openAt('nobody');
      await shown.rest();
      expect(shown.isFormOpen()).to.equal(false);
      getForm.calls[0]!.resolve(form);
      await shown.rest();
      expect(shown.title()).to.equal('Company');
    });

    it('does nothing while there is nothing to submit', async () => {
      const shown = await show(filling(snapshots.fresh).store);
      shown.element.openAt('callback_url');
      await shown.rest();
      expect(shown.isFormOpen()).to.equal(false);
    });
  });

  it('reads the form once, however often the snapshot changes', async () => {
    let reads = 0;
    let version = 8;
    const { store } = filling(ready, {
      getForm: async () => {
        reads += 1;
        return form;
      },
      getSnapshot: async () => ({ ...ready, version: `v${(version += 1)}` }),
    });
    const shown = await show(store);
    await store.refresh();
    await shown.rest();
    await shown.press(SUBMIT);
    await shown.press('Cancel');
    expect(reads).to.equal(1);
  });

  it('shows nothing of one subscription once it is given another', async () => {
    const shown = await open(filling(ready).store);
    await shown.fill('Legal name', 'Fernwood');
    shown.element.store = filling({ ...ready, id: 'sub_43' }).store;
    await shown.rest();
    expect(shown.isFormOpen()).to.equal(false);
    await shown.press(SUBMIT);
    expect(shown.value('Legal name')).to.equal('');
  });

  it('stops listening when it is removed, and goes on where it was when it is put back', async () => {
    const { store, drafts } = filling(ready);
    const listeners = countListeners(store);
    const shown = await open(store);
    await shown.fill('Legal name', 'Fernwood');
    expect(listeners.now).to.equal(1);
    const parent = shown.element.parentElement!;
    shown.element.remove();
    expect(listeners.now).to.equal(0);
    expect(drafts.length).to.equal(1);
    dispatchEvent(new Event('pagehide'));
    expect(drafts.length).to.equal(1);
    parent.append(shown.element);
    await shown.rest();
    expect(shown.value('Legal name')).to.equal('Fernwood');
  });
});
