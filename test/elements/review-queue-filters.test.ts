import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { QueueFilters, QueueState } from '../../src/contract/index.js';
import type { ReviewQueue } from '../../src/elements/review-queue/review-queue.js';
import * as stories from '../../stories/review-queue.stories.js';
import { queueItemOf, queuePageOf, reviewing, waitingItems } from '../../stories/fixture/review.js';
import { openQueue, queueByHand, queueDriver } from '../helpers/review-queue.js';
import { settled, showStory } from '../helpers/stories.js';
import { waitUntil } from '../helpers/wait-until.js';

const show = async (name: keyof typeof stories) =>
  queueDriver(await showStory<ReviewQueue>(stories, name));

/** Whether the open tab can be seen whole; lists scroll by whole pixels. */
function isOpenTabInSight({ shadowRoot }: Element) {
  const tab = shadowRoot!.querySelector('[aria-selected=true]')!.getBoundingClientRect();
  const list = shadowRoot!.querySelector('[role=tablist]')!.getBoundingClientRect();
  return tab.left > list.left - 1 && tab.right < list.right + 1;
}

describe('the tabs of a narrow review queue', () => {
  for (const dir of ['ltr', 'rtl']) {
    it(`are scrolled to the open one, and keep it in sight (${dir})`, async () => {
      const place = await fixture<HTMLElement>(html`<div dir=${dir}></div>`);
      const element = document.createElement('golive-review-queue');
      Object.assign(element, { store: reviewing({ queue: queuePageOf([]) }) });
      element.style.inlineSize = '280px';
      place.append(element);
      const list = () => element.shadowRoot!.querySelector('[role=tablist]')!;
      const comesInSight = () => waitUntil(() => isOpenTabInSight(element), 'the tab is in sight');
      await waitUntil(() => element.shadowRoot?.querySelector('.count'), 'the counts are there');
      expect(list().scrollWidth).to.be.greaterThan(list().clientWidth);
      for (const state of [[], ['rejected'], ['waiting'], ['rejected']] as QueueState[][]) {
        element.filters = { state };
        await settled(element);
        await comesInSight();
      }
      element.style.inlineSize = '900px';
      await settled(element);
      element.style.inlineSize = '240px';
      await comesInSight();
    });
  }

  it('stay where a person scrolled them while the list is read again', async () => {
    const store = reviewing({ queue: queuePageOf([]) });
    const queue = await openQueue({ store, filters: { state: [] } });
    queue.element.style.inlineSize = '280px';
    await waitUntil(() => isOpenTabInSight(queue.element), 'the tab is in sight');
    const list = queue.element.shadowRoot!.querySelector('[role=tablist]')!;
    list.scrollLeft = 0;
    store.touchQueue();
    await settled(queue.element);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(list.scrollLeft).to.equal(0);
  });
});

describe('the filters of the review queue', () => {
  it('opens a tab, tells the page, and announces what is there', async () => {
    const { store, answer, reads } = queueByHand();
    const queue = await openQueue({ store });
    answer(queuePageOf());
    await settled(queue.element);
    const told = oneEvent(queue.element, 'golive-filters-changed');
    queue.tab('Approved').click();
    expect((await told).detail.filters).to.deep.equal({ state: ['approved'] });
    await settled(queue.element);
    expect(queue.rows()).to.deep.equal([]);
    expect(reads.at(-1)!.filters).to.deep.equal({ state: ['approved'], q: '' });
    answer(queuePageOf([queueItemOf({ state: 'approved', decidedAt: '2026-11-23T08:00:00Z' })]));
    await settled(queue.element);
    expect(queue.openTab()).to.equal('Approved 298');
    expect(queue.said().trim()).to.equal('1 of 298 shown');
  });

  it('moves among the tabs by arrows without opening them', async () => {
    const { store, answer, reads } = queueByHand();
    const queue = await openQueue({ store });
    answer(queuePageOf());
    await settled(queue.element);
    queue.tab('Waiting').focus();
    const press = (key: string) =>
      queue.element.shadowRoot!.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true }),
      );
    press('ArrowRight');
    expect(queue.focused()).to.equal('Returned 7');
    press('End');
    expect(queue.focused()).to.equal('All 326');
    press('ArrowRight');
    expect(queue.focused()).to.equal('Waiting 8');
    queue.element.dir = 'rtl';
    press('ArrowRight');
    expect(queue.focused()).to.equal('All 326');
    expect(reads).to.have.length(1);
    expect(queue.openTab()).to.equal('Waiting 8');
  });

  it('searches once typing pauses, and keeps to the last search', async () => {
    const { store, answer, reads } = queueByHand();
    const queue = await openQueue({ store });
    answer(queuePageOf());
    await settled(queue.element);
    queue.type('f');
    queue.type('fern');
    expect(reads).to.have.length(1);
    await oneEvent(queue.element, 'golive-filters-changed');
    await settled(queue.element);
    expect(reads).to.have.length(2);
    expect(reads[1]!.filters).to.deep.equal({ state: ['waiting'], q: 'fern' });
    queue.type('fernw');
    await oneEvent(queue.element, 'golive-filters-changed');
    expect(reads[1]!.signal.aborted).to.equal(true);
    answer(queuePageOf([waitingItems[0]!]), 2);
    answer(queuePageOf(waitingItems), 1);
    await settled(queue.element);
    expect(queue.names()).to.deep.equal(['Fernwood Ledger']);
    expect(queue.searched()).to.equal('fernw');
    expect(queue.text()).to.contain('1 shown');
  });

  it('takes a search along that was not sent yet when a tab is opened', async () => {
    const { store, answer, reads } = queueByHand();
    const queue = await openQueue({ store });
    answer(queuePageOf());
    await settled(queue.element);
    queue.type('fern');
    await queue.press('Returned');
    expect(reads.at(-1)!.filters).to.deep.equal({ state: ['changes_requested'], q: 'fern' });
  });

  it('clears a search that found nothing, and leads back to it', async () => {
    const queue = await show('NoMatch');
    await queue.press('Clear search');
    expect(queue.searched()).to.equal('');
    expect(queue.element.filters).to.deep.equal({});
    expect(queue.element.shadowRoot!.activeElement!.localName).to.equal('input');
  });

  it('sorts', async () => {
    const { store, answer, reads } = queueByHand();
    const queue = await openQueue({ store });
    answer(queuePageOf());
    await queue.sortBy('Newest first');
    expect(reads.at(-1)!.filters).to.deep.equal({
      state: ['waiting'],
      sort: '-submittedAt',
      q: '',
    });
    expect(queue.element.filters.sort).to.equal('-submittedAt');
  });

  it('takes filters of the page, with one request for them', async () => {
    const { store, reads } = queueByHand();
    const filters: QueueFilters = { state: ['rejected'], plan: 'Partner', sort: '-decidedAt' };
    const queue = await openQueue({ filters, store });
    expect(reads.map((read) => read.filters)).to.deep.equal([{ ...filters, q: '' }]);
    queue.element.filters = structuredClone(filters);
    await settled(queue.element);
    expect(reads).to.have.length(1);
  });

  it('shows all states together, with the sum as their count', async () => {
    const { store, answer, reads } = queueByHand();
    const queue = await openQueue({ store });
    answer(queuePageOf());
    await settled(queue.element);
    await queue.press('All 326');
    expect(reads.at(-1)!.filters).to.deep.equal({ state: [], q: '' });
    expect(queue.openTab()).to.equal('All 326');
  });

  it('is a table whose columns sort, each first the way that it is wanted most', async () => {
    const { store, answer, reads } = queueByHand();
    const queue = await openQueue({ store, filters: { state: [] } });
    answer(queuePageOf());
    await settled(queue.element);
    expect(queue.columns()).to.deep.equal([
      'Select all shown',
      'Subscription none',
      'Developer',
      'Attempt',
      'State',
      'Submitted ascending',
      'Decided none',
    ]);
    await queue.sortByColumn('Submitted');
    expect(reads.at(-1)!.filters.sort).to.equal('-submittedAt');
    expect(queue.columns()).to.include('Submitted descending');
    await queue.sortByColumn('Decided');
    expect(reads.at(-1)!.filters.sort).to.equal('-decidedAt');
    await queue.sortByColumn('Subscription');
    expect(reads.at(-1)!.filters.sort).to.equal('subscriptionName');
    expect(queue.choices('sort')![0]).to.equal('Name, A to Z');
  });

  it('narrows by plan and by age, and tells the page', async () => {
    const { store, answer, reads } = queueByHand();
    const queue = await openQueue({ store, plans: ['Trial'] });
    answer(queuePageOf());
    await settled(queue.element);
    expect(queue.choices('plan')!.slice(1)).to.deep.equal([
      'Any plan',
      'Explorer',
      'Partner',
      'Rates',
      'Trial',
    ]);
    const told = oneEvent(queue.element, 'golive-filters-changed');
    await queue.narrow('plan', 'Rates');
    expect((await told).detail.filters).to.deep.equal({ plan: 'Rates' });
    await queue.narrow('age', 'Over 1 day');
    expect(reads.at(-1)!.filters).to.deep.equal({
      state: ['waiting'],
      q: '',
      plan: 'Rates',
      submittedBefore: '2026-11-23T11:00:00Z',
    });
    expect(queue.choices('age')).to.deep.equal([
      'Over 1 day',
      'Any age',
      'Over target',
      'Over 1 day',
      'Over 1 week',
    ]);
    await queue.narrow('age', 'Any age');
    await queue.narrow('plan', 'Any plan');
    expect(queue.element.filters).to.deep.equal({});
  });

  it('shows an age of the page as the moment that it is', async () => {
    const queue = await openQueue({
      store: reviewing({ queue: queuePageOf() }),
      filters: { submittedBefore: '2026-11-20T08:00:00Z' },
    });
    expect(queue.choices('age')![0]).to.match(/^Before Nov 20, 2026/);
  });

  it('drops what a page can not mean, as an address may say anything', async () => {
    const queue = await openQueue({ store: reviewing({ queue: queuePageOf() }) });
    const bad: unknown[] = [
      null,
      undefined,
      'waiting',
      { state: 'waiting', q: 5, plan: [], submittedBefore: 'soon', sort: 'x' },
      { state: null },
      { state: ['toString', 'moon'] },
    ];
    for (const filters of bad) {
      queue.element.filters = filters as QueueFilters;
      await settled(queue.element);
      expect(queue.openTab(), JSON.stringify(filters)).to.equal('Waiting 8');
      expect(queue.choices('age')![0]).to.equal('Any age');
    }
    queue.element.filters = { state: ['approved', 'moon'] } as unknown as QueueFilters;
    Object.assign(queue.element, { plans: undefined, targetHours: NaN });
    await settled(queue.element);
    expect(queue.openTab()).to.equal('Approved 298');
  });

  it('offers no choice among one plan', async () => {
    const queue = await openQueue({
      store: reviewing({ queue: queuePageOf(waitingItems.slice(0, 2)) }),
    });
    await settled(queue.element);
    expect(queue.choices('plan')).to.equal(null);
  });

  it('clears filters that found nothing', async () => {
    const queue = await show('NoMatchOfFilters');
    expect(queue.text()).to.contain('No submission matches these filters');
    await queue.press('Clear filters');
    expect(queue.element.filters).to.deep.equal({});
  });
});
