import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createDemoHost, createFakeAdapter } from '../../src/mocks/index.js';
import { createStore } from '../../src/store/index.js';
import type { ReviewQueue } from '../../src/elements/review-queue/review-queue.js';
import * as stories from '../../stories/review-queue.stories.js';
import { queuePageOf, reviewing, waitingItems } from '../../stories/fixture/review.js';
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
    expect(queue.alert()).to.contain('This may be out of date');
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
