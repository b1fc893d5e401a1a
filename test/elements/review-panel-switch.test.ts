import { expect } from '@open-wc/testing';
import { decidedOf, detailOf } from '../../stories/fixture/review.js';
import { desk, openDesk } from '../helpers/review-panel.js';
import { settled } from '../helpers/stories.js';

/** The panel turns to another host, which has a submission of the same id. */
async function turn({ panel }: Awaited<ReturnType<typeof openDesk>>) {
  const other = desk(detailOf());
  panel.element.store = other.store;
  await panel.until(() => panel.title() === 'Fernwood Ledger');
  await settled(panel.element);
  return other;
}

describe('golive-review-panel, when the page gives it another store', () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  it('asks nothing there that was asked of the first one', async () => {
    const first = await openDesk();
    await first.panel.press('Approve');
    expect(first.panel.dialog()).to.contain('Approve Fernwood Ledger?');
    await turn(first);
    expect(first.panel.dialog()).to.equal(undefined);
  });

  it('can decide there while the first one is on its way, and tells nothing of that', async () => {
    const first = await openDesk();
    const { panel } = first;
    await panel.press('Approve');
    await panel.press('Approve');
    const other = await turn(first);
    await panel.writeNotes('For the other one.');
    expect(panel.isAvailable('Reject')).to.equal(true);
    first.last().answer(decidedOf('approved'));
    await settled(panel.element);
    expect(panel.said()).not.to.contain('Approved');
    expect(panel.notes()).to.equal('For the other one.');
    await panel.press('Reject');
    await panel.press('Reject');
    expect(other.last().body).to.include({ outcome: 'rejected', notes: 'For the other one.' });
  });

  it('shows no failure there of the first one', async () => {
    const first = await openDesk();
    await first.panel.press('Approve');
    await first.panel.press('Approve');
    await turn(first);
    first.last().fail('forbidden', 403);
    await settled(first.panel.element);
    expect(first.panel.decision()).not.to.contain('It was not approved');
  });

  it('goes on with a decision when it is only moved', async () => {
    const first = await openDesk();
    const { panel, last, sent } = first;
    await panel.press('Approve');
    await panel.press('Approve');
    document.body.append(panel.element);
    await settled(panel.element);
    await panel.until(() => panel.title());
    expect(panel.isAvailable('Reject')).to.equal(false);
    last().answer(decidedOf('approved'));
    await panel.until(() => panel.said());
    expect(panel.said()).to.equal('Fernwood Ledger: Approved');
    expect(sent).to.have.length(1);
    panel.element.remove();
  });
});
