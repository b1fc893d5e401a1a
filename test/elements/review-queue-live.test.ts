import { expect } from '@open-wc/testing';
import { queueItemOf, queuePageOf, waitingItems } from '../../stories/fixture/review.js';
import { openQueue, queueByHand } from '../helpers/review-queue.js';
import { settled } from '../helpers/stories.js';

const [first, second, third, ...others] = waitingItems as [
  (typeof waitingItems)[0],
  (typeof waitingItems)[0],
  (typeof waitingItems)[0],
];

/** A queue of these rows; `become` is what the host has next. */
async function showRows(items = waitingItems) {
  const { store, answer, reads } = queueByHand();
  const queue = await openQueue({ store });
  answer(queuePageOf(items));
  await settled(queue.element);
  return {
    queue,
    store,
    reads,
    answer,
    async become(now: typeof waitingItems, change = {}) {
      store.touchQueue();
      await settled(queue.element);
      answer(queuePageOf(structuredClone(now), change));
      await settled(queue.element);
      await settled(queue.element);
    },
  };
}

const names = (items: typeof waitingItems) => items.map(({ subscriptionName }) => subscriptionName);

describe('the review queue while others work', () => {
  it('moves no row when new ones come, and shows them when asked to', async () => {
    const { queue, become } = await showRows([second, ...others]);
    const before = queue.rowNodes();
    queue.row(second.subscriptionName).focus();
    await become([first, second, third, ...others], {
      counts: { waiting: 10, changesRequested: 7, approved: 298, rejected: 13 },
    });
    expect(queue.rowNodes()).to.deep.equal(before);
    expect(queue.tabs()[0]).to.equal('Waiting 10');
    expect(queue.said()).to.contain('2 new submissions');
    expect(queue.focused()).to.equal(second.subscriptionName);
    await queue.press('Show 2 new');
    await settled(queue.element);
    expect(queue.names()).to.deep.equal(names(waitingItems));
    expect(queue.focused()).to.equal(first.subscriptionName);
    expect(queue.hasButton('new')).to.equal(false);
  });

  it('tells of new rows once, and again only when there are more', async () => {
    const { queue, become } = await showRows([second, ...others]);
    await become([first, second, ...others]);
    const said = queue.saidExactly();
    await become([first, second, ...others]);
    expect(queue.saidExactly()).to.equal(said);
    await become(waitingItems);
    expect(queue.said()).to.contain('2 new submissions');
  });

  it('tells of new rows that came while it was reading already', async () => {
    const { queue, store, become, answer } = await showRows([second, ...others]);
    store.touchQueue();
    await settled(queue.element);
    await become([second, ...others]);
    answer(queuePageOf(structuredClone(waitingItems)));
    await settled(queue.element);
    await settled(queue.element);
    expect(queue.said()).to.contain('2 new submissions');
  });

  it('leaves a row that others decided where it is, and says so', async () => {
    const { queue, become } = await showRows();
    await become([first, third, ...others]);
    expect(queue.names()).to.deep.equal(names(waitingItems));
    expect(queue.rows()[1]).to.contain('No longer in this list');
    expect(queue.canCheck(second.subscriptionName)).to.equal(false);
    expect(queue.canCheck(first.subscriptionName)).to.equal(true);
    await become(waitingItems);
    expect(queue.rows()[1]).to.contain('In Review');
  });

  it('takes out what was decided here, and leaves what others decided at the same time', async () => {
    const { queue, store, become } = await showRows();
    store.touchQueue([first.submissionId]);
    await settled(queue.element);
    await become([third, ...others]);
    expect(queue.names()).to.deep.equal(names([second, third, ...others]));
    expect(queue.rows()[0]).to.contain('No longer in this list');
  });

  it('shows the list anew when its tab is pressed again', async () => {
    const { queue, become } = await showRows();
    await become([first, third, ...others]);
    await queue.press('Waiting');
    expect(queue.names()).to.deep.equal(names([first, third, ...others]));
    expect(queue.focused()).to.contain('Waiting');
  });

  it('shows nothing in place of what could not be read when the tab is pressed again', async () => {
    const { store, fail } = queueByHand();
    const queue = await openQueue({ store });
    fail('network');
    await settled(queue.element);
    await queue.press('Waiting');
    expect(queue.text()).not.to.contain('Nothing');
  });

  it('takes out what left when the list is shown anew', async () => {
    const { queue, become } = await showRows();
    await become([first, third, ...others]);
    await become([
      queueItemOf({ submissionId: 'new', subscriptionName: 'Newcomer' }),
      first,
      third,
    ]);
    await queue.press('Show 1 new');
    expect(queue.names()).to.deep.equal([
      'Newcomer',
      first.subscriptionName,
      third.subscriptionName,
    ]);
  });

  it('shows rows at once where there were none', async () => {
    const { queue, become } = await showRows([]);
    expect(queue.text()).to.contain('Nothing is waiting');
    await become([first]);
    expect(queue.names()).to.deep.equal([first.subscriptionName]);
    expect(queue.hasButton('new')).to.equal(false);
  });

  it('goes on at the next row when the one with the focus is taken out', async () => {
    const { queue, become } = await showRows();
    queue.row(second.subscriptionName).focus();
    await become([first, third, ...others]);
    expect(queue.focused()).to.equal(second.subscriptionName);
    await become([queueItemOf({ submissionId: 'new', subscriptionName: 'New' }), first, third]);
    queue.row(second.subscriptionName).focus();
    queue.row('Show 1 new').click();
    await settled(queue.element);
    expect(queue.focused()).not.to.equal(null);
  });

  it('moves nothing by its word on new rows', async () => {
    const { queue, become } = await showRows([second, ...others]);
    const top = () => queue.rowNodes()[0]!.getBoundingClientRect().top;
    const before = top();
    await become([first, second, ...others]);
    expect(queue.hasButton('Show 1 new')).to.equal(true);
    expect(top()).to.equal(before);
  });
});
