import { expect } from '@open-wc/testing';
import type { ReviewQueue } from '../../src/elements/review-queue/review-queue.js';
import * as stories from '../../stories/review-queue.stories.js';
import { queuePageOf, waitingItems } from '../../stories/fixture/review.js';
import { openQueue, queueByHand, queueDriver } from '../helpers/review-queue.js';
import { settled, showStory } from '../helpers/stories.js';

const show = async (name: keyof typeof stories) =>
  queueDriver(await showStory<ReviewQueue>(stories, name));

describe('the review queue by the keys that a page gives it', () => {
  it('leads to the search', async () => {
    const queue = await show('Waiting');
    queue.element.focusSearch();
    expect(queue.element.shadowRoot!.activeElement!.localName).to.equal('input');
  });

  it('moves from the open row along the others, and stays at the ends', async () => {
    const queue = await show('Waiting');
    queue.element.selected = 'subm_10';
    await settled(queue.element);
    expect(queue.element.move(1)).to.equal(true);
    expect(queue.focused()).to.equal('Kestrel Treasury');
    queue.element.move(1);
    expect(queue.focused()).to.equal('Ostra Insurance Group');
    queue.element.move(-1);
    queue.element.move(-1);
    expect(queue.focused()).to.equal('Fernwood Ledger');
    expect(queue.element.move(-1)).to.equal(false);
    expect(queue.focused()).to.equal('Fernwood Ledger');
  });

  it('begins at the first row where none is open', async () => {
    const queue = await show('Returned');
    queue.element.move(-1);
    expect(queue.focused()).to.equal('Fernwood Ledger');
  });

  it('goes on at the place of the open row once that has left, and begins anew in another list', async () => {
    const { store, answer } = queueByHand();
    const queue = await openQueue({ store, selected: 'subm_10' });
    answer(queuePageOf());
    await settled(queue.element);
    store.touchQueue(['subm_10']);
    await settled(queue.element);
    answer(queuePageOf(waitingItems.filter(({ submissionId }) => submissionId !== 'subm_10')));
    await settled(queue.element);
    queue.element.move(1);
    expect(queue.focused()).to.equal('Ostra Insurance Group');
    queue.element.focusSearch();
    queue.element.filters = { q: 'o' };
    await settled(queue.element);
    answer(queuePageOf(waitingItems.slice(3)));
    await settled(queue.element);
    queue.element.move(1);
    expect(queue.focused()).to.equal('Halden Mobility');
  });

  it('loads more at the end, and goes on there', async () => {
    const { store, answer, reads } = queueByHand();
    const queue = await openQueue({ store });
    answer(queuePageOf(waitingItems.slice(0, 1), { nextCursor: 'c1' }));
    await settled(queue.element);
    queue.element.move(1);
    queue.element.move(1);
    queue.element.move(1);
    expect(reads).to.have.length(2);
    answer(queuePageOf(waitingItems.slice(1)));
    await settled(queue.element);
    await settled(queue.element);
    expect(queue.focused()).to.equal('Kestrel Treasury');
  });

  it('asks once for what fails, however long the key is held', async () => {
    const { store, answer, fail, reads } = queueByHand();
    const queue = await openQueue({ store });
    answer(queuePageOf(waitingItems.slice(0, 1), { nextCursor: 'c1' }));
    await settled(queue.element);
    queue.element.move(1);
    queue.element.move(1);
    fail('offline');
    await settled(queue.element);
    for (let times = 0; times < 30; times += 1) queue.element.move(1);
    expect(reads).to.have.length(2);
    await queue.press('Try again');
    answer(queuePageOf(waitingItems.slice(1)));
    await settled(queue.element);
    await settled(queue.element);
    expect(queue.names()).to.have.length(waitingItems.length);
  });

  it('selects the focused row, and clears the selection', async () => {
    const queue = await show('Waiting');
    expect(queue.element.toggleSelected()).to.equal(false);
    queue.element.move(1);
    expect(queue.element.toggleSelected()).to.equal(true);
    await settled(queue.element);
    expect(queue.checked()).to.deep.equal(['Fernwood Ledger']);
    expect(queue.element.hasSelection).to.equal(true);
    expect(queue.element.clearSelection()).to.equal(true);
    await settled(queue.element);
    expect(queue.checked()).to.deep.equal([]);
    expect(queue.element.clearSelection()).to.equal(false);
  });
});
