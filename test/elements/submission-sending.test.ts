import { expect } from '@open-wc/testing';
import { PipelineError } from '../../src/adapter/index.js';
import type { DraftBody, Snapshot, SubmissionBody } from '../../src/contract/index.js';
import { form, ready } from '../../stories/fixture/form.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { byHand } from '../helpers/by-hand.js';
import { complete, filling, open, SUBMIT, story } from '../helpers/submission-page.js';

describe('golive-submission, sent', () => {
  beforeEach(() => sessionStorage.clear());

  describe('submitting', () => {
    it('sends one request for two presses, and holds the form meanwhile', async () => {
      const submit = byHand<[string, SubmissionBody], Snapshot>();
      const shown = await open(filling(ready, { ...complete, submit }).store);
      await shown.press(SUBMIT);
      await shown.press(SUBMIT);
      await shown.press('Back');
      await shown.press('Cancel');
      shown
        .button(SUBMIT)
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await shown.rest();
      expect(submit.calls.length).to.equal(1);
      expect(shown.title()).to.equal('Review');
      submit.calls[0]!.resolve({ ...snapshots.inReview, version: 'v8' });
      await shown.rest();
      expect(shown.text()).to.contain('Submitted for Review');
    });

    it('waits for a draft that is on its way, and sends none behind it', async () => {
      const saveDraft = byHand<[string, DraftBody], void>();
      const submit = byHand<[string, SubmissionBody], Snapshot>();
      const shown = await open(filling(ready, { ...complete, saveDraft, submit }).store);
      await shown.press('Back');
      await shown.press('Next: Review');
      expect(saveDraft.calls.length).to.equal(1);
      await shown.press(SUBMIT);
      await shown.press(SUBMIT);
      expect(submit.calls.length).to.equal(0);
      saveDraft.calls[0]!.resolve();
      await shown.rest();
      expect(submit.calls.length).to.equal(1);
      expect(saveDraft.calls.length).to.equal(1);
      submit.calls[0]!.reject(new PipelineError('internal', { status: 500 }));
      await shown.rest();
      expect(saveDraft.calls.length).to.equal(2);
    });

    it('sends nothing when the page stops it, and keeps the form', async () => {
      const { store, sent } = filling(ready, complete);
      const shown = await open(store);
      shown.element.addEventListener('golive-action', (event) => event.preventDefault());
      await shown.press(SUBMIT);
      expect(sent).to.deep.equal([]);
      expect(shown.title()).to.equal('Review');
    });

    it('keeps everything when it fails, and tries again', async () => {
      let fails = true;
      const keys: (string | undefined)[] = [];
      const { store } = filling(ready, {
        ...complete,
        getSnapshot: async () => null,
        submit: async (_id, _body, options) => {
          keys.push(options?.idempotencyKey);
          if (fails) throw new PipelineError('internal', { status: 500 });
          return { ...snapshots.inReview, version: 'v8' };
        },
      });
      const shown = await open(store);
      await shown.press(SUBMIT);
      expect(shown.alert()).to.contain('The submission was not sent');
      expect(shown.title()).to.equal('Review');
      fails = false;
      await shown.press('Try again');
      expect(shown.text()).to.contain('Submitted for Review');
      expect(new Set(keys).size).to.equal(1);
    });

    it('says that it failed where it failed, not in the steps before', async () => {
      const shown = await story('SubmissionFailed');
      expect(shown.alert()).to.contain('The submission was not sent');
      await shown.press('Edit Company');
      expect(shown.alert()).to.equal('');
    });

    it('brings what the server refuses back to its fields', async () => {
      let refuses = true;
      const { store, sent } = filling(ready, {
        ...complete,
        submit: async (_id, body) => {
          if (refuses) {
            throw new PipelineError('answers_invalid', {
              status: 422,
              errors: [
                { pointer: '/answers/callback_url', code: 'answers_with_redirect' },
                { pointer: '/answers/summary', code: 'min_length' },
              ],
            });
          }
          sent.push(body);
          return { ...snapshots.inReview, version: 'v8' };
        },
      });
      const shown = await open(store);
      await shown.press(SUBMIT);
      expect(shown.title()).to.equal('Integration');
      expect(shown.alert()).to.equal('');
      expect(shown.focused()).to.contain('2 answers need attention');
      expect(shown.problem('Address for webhooks')).to.equal(
        'The provider does not accept this answer',
      );
      expect(shown.problem('How the integration works')).to.equal('Write at least 40 characters');
      refuses = false;
      // The answer may be right by now: the server decides again.
      await shown.goTo('Review');
      await shown.press(SUBMIT);
      expect(sent.length).to.equal(1);
    });

    it('says so where no field can be named', async () => {
      const { store } = filling(ready, {
        ...complete,
        submit: () =>
          Promise.reject(
            new PipelineError('answers_invalid', {
              status: 422,
              errors: [{ pointer: '/answers/nobody', code: 'unknown_field' }],
            }),
          ),
      });
      const shown = await open(store);
      await shown.press(SUBMIT);
      expect(shown.title()).to.equal('Review');
      expect(shown.focused()).to.contain('1 answer needs attention');
      expect(shown.text()).to.contain('nobody: The provider does not accept this answer');
      expect(shown.alert()).to.equal('');
    });

    it('reads the form again when it changed, keeps what fits and tells the rest', async () => {
      const changed = {
        ...form,
        version: '2026-12',
        steps: form.steps.map((step) => ({
          ...step,
          fields: step.fields
            .filter(({ id }) => id !== 'employees')
            .map((field) =>
              field.id === 'country'
                ? { ...field, options: [{ value: 'xx', label: 'Elsewhere' }] }
                : field,
            ),
        })),
      };
      let now = form;
      const { store, sent } = filling(ready, {
        ...complete,
        getForm: async () => now,
        getSnapshot: async () => ({ ...ready, version: 'v9', formVersion: changed.version }),
        submit: async (_id, body) => {
          sent.push(body);
          now = changed;
          throw new PipelineError('form_changed', { status: 409 });
        },
      });
      const shown = await open(store);
      await shown.press(SUBMIT);
      await shown.rest();
      expect(shown.alert()).to.equal('');
      expect(shown.changedForm()).to.contain('This form has changed');
      expect(shown.changedForm()).to.contain('Employees 27');
      expect(shown.changedForm()).to.contain('Country of registration Ireland');
      expect(shown.focused()).to.contain('This form has changed');
      // The first step that needs something is open.
      expect(shown.title()).to.equal('Company');
      await shown.goTo('Review');
      await shown.press(SUBMIT);
      expect(sent.length).to.equal(1);
      expect(shown.summaryLines()).to.deep.equal(['Country of registration: Choose an answer']);
    });

    it('is not available any more when the host says so while it is filled in', async () => {
      let now = ready;
      const { store, sent } = filling(ready, { ...complete, getSnapshot: async () => now });
      const shown = await open(store);
      now = { ...snapshots.inReview, version: 'v9' };
      await store.refresh();
      await shown.rest();
      expect(shown.isFormOpen()).to.equal(true);
      expect(shown.isAvailable(SUBMIT)).to.equal(false);
      expect(shown.reason()).to.equal('It is in review already.');
      await shown.press(SUBMIT);
      expect(sent).to.deep.equal([]);
      await shown.press('Cancel');
      expect(shown.text()).to.contain('Submitted for Review');
    });

    it('brings what is wrong in several steps back, and what belongs to no field beside it', async () => {
      const { store } = filling(ready, {
        ...complete,
        submit: () =>
          Promise.reject(
            new PipelineError('invalid', {
              status: 422,
              errors: [
                { pointer: '/answers/tech_email', code: 'email_taken' },
                { pointer: '/answers/legal_name', code: 'max_length' },
                { pointer: '/answers/other_use_case', code: 'hidden_field' },
                { pointer: '/formVersion', code: 'type' },
              ],
            }),
          ),
      });
      const shown = await open(store);
      await shown.press(SUBMIT);
      expect(shown.title()).to.equal('Company');
      expect(shown.summary()).to.equal('4 answers need attention');
      expect(shown.summaryLines().map((line) => line.split(':')[0])).to.deep.equal([
        'Legal name',
        'Their email',
      ]);
      expect(shown.text()).to.contain('What else: The provider does not accept');
      await shown.press('Their email');
      expect(shown.title()).to.equal('Contacts');
      expect(shown.problem('Their email')).to.equal('The provider does not accept this answer');
    });
  });
});
