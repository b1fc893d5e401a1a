import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { QueueFilters } from '../../src/contract/index.js';
import { createDemoHost, createFakeAdapter } from '../../src/mocks/index.js';
import { createStore } from '../../src/store/index.js';
import type { ReviewQueue } from '../../src/elements/review-queue/review-queue.js';
import * as stories from '../../stories/review-queue.stories.js';
import { queueItemOf, queuePageOf, reviewing, waitingItems } from '../../stories/fixture/review.js';
import { countListeners } from '../helpers/listening.js';
import { openQueue, queueByHand, queueDriver } from '../helpers/review-queue.js';
import { itIsAccessibleInEveryStory, settled, showStory } from '../helpers/stories.js';

const show = async (name: keyof typeof stories) =>
  queueDriver(await showStory<ReviewQueue>(stories, name));

describe('golive-review-queue', () => {
  itIsAccessibleInEveryStory(stories);

  it('shows what is waiting with its age, state and attempt', async () => {
    const queue = await show('Waiting');
    expect(queue.tabs()).to.deep.equal([
      'Waiting 8',
      'Returned 7',
      'Approved 298',
      'Rejected 13',
      'All 326',
    ]);
    expect(queue.openTab()).to.equal('Waiting 8');
    expect(queue.rows()[0]).to.equal(
      'Fernwood Ledger Partner plan Joel Adeyemi 2 In Review 2d 4h, late',
    );
    expect(queue.rows()[2]).to.match(/ 1d 22h$/);
    expect(queue.rows().at(-1)).to.contain('12m');
    expect(queue.text()).to.contain('8 of 8 shown');
  });

  it('takes the hours after which a submission is late', async () => {
    const queue = await show('Waiting');
    queue.element.setAttribute('target-hours', '12');
    await settled(queue.element);
    expect(queue.rows().filter((row) => row.includes('late'))).to.have.length(6);
  });

  it('shows when decided ones were decided', async () => {
    const queue = await show('Returned');
    expect(queue.rows()[0]).to.match(/Changes Requested .*24, 2026/);
    expect(queue.openTab()).to.equal('Returned 7');
  });

  it('says that nothing is waiting, and what a search did not find', async () => {
    expect((await show('Empty')).text()).to.contain('Nothing is waiting');
    expect((await show('NoMatch')).text()).to.contain('No submission matches “swift”');
  });

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

  it('tells which submission was chosen, and marks it', async () => {
    const queue = await show('Waiting');
    expect(queue.current()).to.have.length(1);
    const told = oneEvent(queue.element, 'golive-submission-select');
    queue.row('Kestrel Treasury').click();
    expect((await told).detail).to.deep.equal({ submissionId: 'subm_10' });
    await settled(queue.element);
    expect(queue.element.selected).to.equal('subm_10');
    expect(queue.current()[0]).to.contain('Kestrel Treasury');
    queue.element.setAttribute('selected', 'subm_2');
    await settled(queue.element);
    expect(queue.current()[0]).to.contain('Fernwood Ledger');
  });

  it('shows more by fifty, once however often it is pressed, and goes on at the first new row', async () => {
    const { store, answer, reads } = queueByHand();
    const queue = await openQueue({ store });
    answer(queuePageOf(waitingItems.slice(0, 3), { nextCursor: 'c1' }));
    await settled(queue.element);
    await queue.press('Show more');
    await queue.press('Show more');
    expect(reads).to.have.length(2);
    expect(reads[1]!.cursor).to.equal('c1');
    answer(queuePageOf(waitingItems.slice(3)));
    await settled(queue.element);
    await settled(queue.element);
    expect(queue.names()).to.have.length(8);
    expect(queue.focused()).to.contain('Halden Mobility');
    expect(queue.said()).to.contain('8 of 8 shown');
  });

  it('keeps the rows when more of them fails, and tries again', async () => {
    const { store, answer, fail, reads } = queueByHand();
    const errors: string[] = [];
    store.onError(({ error }) => errors.push(error.code));
    const queue = await openQueue({ store });
    answer(queuePageOf(waitingItems.slice(0, 3), { nextCursor: 'c1' }));
    await settled(queue.element);
    await queue.press('Show more');
    fail('network');
    await settled(queue.element);
    expect(queue.alert()).to.contain('More could not be loaded');
    expect(queue.names()).to.have.length(3);
    expect(errors).to.deep.equal(['network']);
    await queue.press('Try again');
    answer(queuePageOf(waitingItems.slice(3)));
    await settled(queue.element);
    expect(queue.alert()).to.equal(undefined);
    expect(queue.names()).to.have.length(8);
    expect(reads).to.have.length(3);
  });

  it('says why it could not be loaded, and tries again', async () => {
    const { store, answer, fail, reads } = queueByHand();
    const queue = await openQueue({ store });
    fail('network');
    await settled(queue.element);
    expect(queue.alert()).to.contain('The queue could not be loaded');
    queue.row('Try again').focus();
    await queue.press('Try again');
    await queue.press('Try again');
    expect(reads).to.have.length(2);
    answer(queuePageOf());
    await settled(queue.element);
    await settled(queue.element);
    expect(queue.names()).to.have.length(8);
    expect(queue.element.shadowRoot!.activeElement?.id).to.equal('list');
  });

  it('keeps what it had when it may be out of date', async () => {
    const { store, answer, fail } = queueByHand();
    const queue = await openQueue({ store });
    answer(queuePageOf());
    await settled(queue.element);
    store.touchQueue();
    await settled(queue.element);
    fail('network');
    await settled(queue.element);
    expect(queue.alert()).to.contain('This may be out of date.');
    expect(queue.names()).to.have.length(8);
    await queue.press('Try again');
    answer(queuePageOf());
    await settled(queue.element);
    expect(queue.alert()).to.equal(undefined);
  });

  it('draws again the row that changed, and no other', async () => {
    const { store, answer } = queueByHand();
    const queue = await openQueue({ store });
    answer(queuePageOf());
    await settled(queue.element);
    const before = queue.rowNodes();
    const touched = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) touched.add(target);
    });
    for (const row of before) {
      observer.observe(row, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    }
    store.touchQueue();
    await settled(queue.element);
    answer(
      queuePageOf(
        structuredClone(waitingItems).map((item, at) =>
          at === 3 ? { ...item, attempt: 4, version: 's9' } : item,
        ),
      ),
    );
    await settled(queue.element);
    for (const { target } of observer.takeRecords()) touched.add(target);
    observer.disconnect();
    expect(queue.rows()[3]).to.contain('Håkon Ness 4 In Review');
    expect([...touched].every((node) => before[3]!.contains(node))).to.equal(true);
    expect(touched.size).to.be.greaterThan(0);
    expect(queue.rowNodes()).to.deep.equal(before);
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

  it('has the columns that its tab needs', async () => {
    const columns = async (state: keyof typeof stories) =>
      (await show(state)).columns().map((each) => each.split(' ')[0]);
    expect(await columns('Waiting'))
      .to.include('Submitted')
      .and.not.include('Decided');
    expect(await columns('Approved'))
      .to.include('Decided')
      .and.not.include('Submitted');
  });

  it('opens a row wherever it is pressed', async () => {
    const queue = await show('Waiting');
    const told = oneEvent(queue.element, 'golive-submission-select');
    queue.rowOf('Halden Mobility').querySelector<HTMLElement>('.developer')!.click();
    expect((await told).detail.submissionId).to.equal('subm_12');
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

  describe('by the keys that a page gives it', () => {
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

  it('speaks the language and the words of the page', async () => {
    const box = await fixture(
      html`<div lang="de"><golive-review-queue></golive-review-queue></div>`,
    );
    const element = box.querySelector('golive-review-queue')!;
    element.store = reviewing({ queue: queuePageOf() });
    element.strings = { queue: { waiting: 'Offen' } };
    await settled(element);
    await settled(element);
    const queue = queueDriver(element);
    expect(queue.openTab()).to.equal('Offen 8');
    expect(queue.rows()[2]).to.contain('1 T');
  });

  it('follows the store it is given, and leaves it when it is removed', async () => {
    const { store, reads } = queueByHand();
    const other = reviewing({ queue: queuePageOf() });
    const [listeners, others] = [countListeners(store), countListeners(other)];
    const queue = await openQueue({ store });
    expect(listeners.now).to.equal(2);
    queue.element.store = other;
    await settled(queue.element);
    await settled(queue.element);
    expect([listeners.now, others.now]).to.deep.equal([0, 2]);
    expect(reads[0]!.signal.aborted).to.equal(true);
    expect(queue.names()).to.have.length(8);
    queue.element.remove();
    expect(others.now).to.equal(0);
  });

  it('works alone with the queue of a host, and sees at once what others do', async () => {
    const host = await createDemoHost('in_review');
    const hugo = createFakeAdapter(host, { as: 'hugo' });
    const store = createStore({ adapter: createFakeAdapter(host, { as: 'mara' }) });
    const queue = await openQueue({ store });
    const until = async (isDone: () => boolean) => {
      for (let round = 0; round < 200 && !isDone(); round += 1) await settled(queue.element);
    };
    await until(() => queue.names().includes('Fernwood Ledger'));
    const [item] = (await hugo.getQueue({ state: ['waiting'], q: 'fernwood' })).items;
    await hugo.decide(item!.submissionId, item!.version, {
      outcome: 'approved',
      notes: null,
      fieldNotes: [],
    });
    const row = () => queue.rows().find((each) => each.startsWith('Fernwood Ledger'));
    await until(() => row()!.includes('No longer in this list'));
    expect(row()).to.contain('No longer in this list');
    queue.element.remove();
  });
});
