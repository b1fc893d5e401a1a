import { expect, fixture, html } from '@open-wc/testing';
import type { SubmissionForm } from '../../src/elements/submission/submission.js';
import { ready, returned } from '../../stories/fixture/form.js';
import { snapshotOf, snapshots } from '../../stories/fixture/snapshot.js';
import { idle } from '../helpers/idle.js';
import { filling } from '../helpers/submission-page.js';
import { waitUntil } from '../helpers/wait-until.js';

// Every module of the page counts, and there are more than the browser keeps by itself.
performance.setResourceTimingBufferSize(5_000);

/** Whether this page has asked for what an open form is made of. In the order of the tests. */
const isFetched = () =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('/form-part.'));

async function show(store: SubmissionForm['store']) {
  const element = await fixture<SubmissionForm>(
    html`<golive-submission .store=${store}></golive-submission>`,
  );
  const root = element.shadowRoot!;
  const button = () => root.querySelector<HTMLElement>('#begin');
  await waitUntil(button, 'the card is shown');
  return { element, root, button: () => button()! };
}

describe('the submission, before its form is fetched', () => {
  const { requestIdleCallback } = globalThis;
  afterEach(() => {
    globalThis.requestIdleCallback = requestIdleCallback;
  });

  it('fetches no form for a plan without one', async () => {
    const { element } = await show(
      filling(snapshotOf({ ...ready, hasForm: false, formVersion: null })).store,
    );
    await idle();
    await element.updateComplete;
    expect(isFetched()).to.equal(false);
  });

  it('fetches no form that can’t be sent', async () => {
    const { button } = await show(filling(snapshots.fresh).store);
    await idle();
    button().focus();
    button().click();
    expect(isFetched()).to.equal(false);
  });

  it('fetches it when it is asked for, and shows so until it opens', async () => {
    globalThis.requestIdleCallback = () => 0;
    const { element, root, button } = await show(filling(ready).store);
    expect(isFetched()).to.equal(false);
    button().click();
    await element.updateComplete;
    expect(button().getAttribute('aria-disabled')).to.equal('true');
    await waitUntil(() => root.querySelector('form'), 'the form opens');
    await waitUntil(() => root.activeElement?.id === 'heading', 'the focus goes on with it');
    expect(isFetched()).to.equal(true);
  });

  it('opens at the field that was asked for meanwhile', async () => {
    globalThis.requestIdleCallback = () => 0;
    const { element, root } = await show(filling(returned).store);
    element.openAt();
    element.openAt('website');
    await waitUntil(() => root.querySelector('form'), 'the form opens');
    await waitUntil(() => root.activeElement?.matches('input[type=url]'), 'at its field');
  });

  for (const what of ['pointerenter', 'focusin']) {
    it(`is ready by the time of the press after ${what}`, async () => {
      globalThis.requestIdleCallback = () => 0;
      const { root, button } = await show(filling(ready).store);
      const before = root.adoptedStyleSheets.length;
      button().parentElement!.dispatchEvent(new Event(what));
      await waitUntil(() => root.adoptedStyleSheets.length > before, 'its styles are there');
      expect(root.querySelector('form')).to.equal(null);
    });
  }

  it('opens nothing when it is removed meanwhile, and opens once it is back', async () => {
    globalThis.requestIdleCallback = () => 0;
    const { element, root, button } = await show(filling(ready).store);
    const parent = element.parentElement!;
    button().click();
    element.remove();
    await waitUntil(() => root.querySelector('dialog'), 'it is fetched all the same');
    expect(root.querySelector('form')).to.equal(null);
    parent.append(element);
    await waitUntil(() => root.querySelector('form'), 'the form opens');
  });
});
