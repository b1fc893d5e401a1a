import { expect, oneEvent } from '@open-wc/testing';
import { decidedOf, detailOf, submissionOf } from '../../stories/fixture/review.js';
import { openDesk, openPanel } from '../helpers/review-panel.js';
import { settled } from '../helpers/stories.js';

describe('golive-review-panel', () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  describe('keeps what was written', () => {
    const other = () =>
      detailOf({ submission: submissionOf({ id: 'subm_3', attempt: 1, submittedBy: 'Noor' }) });

    it('while other submissions are looked at', async () => {
      const { panel } = await openDesk(detailOf(), other());
      await panel.writeNotes('For the first.');
      await panel.press('Note at Purpose');
      await panel.writeFieldNote('Not kept yet');
      panel.element.submission = 'subm_3';
      await settled(panel.element);
      await settled(panel.element);
      expect(panel.notes()).to.equal('');
      expect(panel.fieldNote()).to.equal(undefined);
      panel.element.setAttribute('submission', 'subm_2');
      await settled(panel.element);
      await settled(panel.element);
      expect(panel.notes()).to.equal('For the first.');
      expect(panel.answer('Purpose')).to.contain('Not kept yet');
    });

    it('when the page is loaded again', async () => {
      const { panel, store } = await openDesk();
      await panel.writeNotes('Still here.');
      panel.element.remove();
      const again = await openPanel({ store, submission: 'subm_2' });
      expect(again.notes()).to.equal('Still here.');
    });

    it('until a note is discarded', async () => {
      const { panel } = await openDesk();
      await panel.press('Note at Purpose');
      await panel.writeFieldNote('Never mind.');
      await panel.press('Discard');
      expect(panel.focused()).to.equal('note:purpose');
      expect(panel.answer('Purpose')).not.to.contain('Never mind.');
      expect(sessionStorage.length).to.equal(0);
    });

    it('only until it turns out that it was sent after all', async () => {
      const { panel, last, change } = await openDesk(detailOf(), other());
      await panel.writeNotes('Good.');
      await panel.press('Approve');
      await panel.press('Approve');
      panel.element.submission = 'subm_3';
      await settled(panel.element);
      change(decidedOf('approved', { notes: 'Good.', reviewer: 'Mara Lindqvist' }));
      last().fail('network');
      await panel.until(() => panel.title() && panel.isAvailable('Approve'));
      panel.element.submission = 'subm_2';
      await panel.until(() => panel.outcome());
      expect(panel.banner()).to.equal('');
      expect(panel.said()).to.equal('Fernwood Ledger: Approved');
      expect(sessionStorage.length).to.equal(0);
    });

    it('and shows a failure at its own submission only', async () => {
      const { panel, last, sent } = await openDesk(detailOf(), other());
      await panel.press('Approve');
      await panel.press('Approve');
      panel.element.submission = 'subm_3';
      await settled(panel.element);
      await settled(panel.element);
      expect(panel.isAvailable('Approve')).to.equal(false);
      expect(panel.decision()).to.contain('on another submission');
      last().fail('network');
      await panel.until(() => panel.isAvailable('Approve'));
      // Elsewhere, that it failed and the way there; why, and to try again, only there.
      expect(panel.alerts()).to.deep.equal(['Your decision on Fernwood Ledger failed Open it']);
      await panel.press('Open it');
      await panel.until(() => panel.decision().includes('It was not approved'));
      expect(panel.alerts()).to.have.length(1);
      expect(panel.alerts()[0]).to.contain('It was not approved');
      expect(sent).to.have.length(1);
    });

    it('and knows a decision that was sent as the page was left', async () => {
      const { panel, store, change } = await openDesk();
      await panel.writeNotes('Good.');
      await panel.press('Approve');
      await panel.press('Approve');
      // Its answer comes to nobody.
      panel.element.remove();
      change(decidedOf('approved', { notes: 'Good.', reviewer: 'Mara Lindqvist' }));
      const changed = oneEvent(document.body, 'golive-changed');
      const again = await openPanel({ store, submission: 'subm_2' });
      expect((await changed).detail.action).to.equal('approve');
      await again.until(() => again.outcome());
      expect(again.banner()).to.equal('');
      expect(sessionStorage.length).to.equal(0);
    });

    describe('where the browser stores nothing', () => {
      const { setItem } = Storage.prototype;
      beforeEach(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      });
      afterEach(() => {
        Storage.prototype.setItem = setItem;
      });
      const mayLeave = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));

      it('for as long as the page lives, and asks before it is left', async () => {
        const { panel, store } = await openDesk();
        expect(mayLeave()).to.equal(true);
        await panel.writeNotes('Only here.');
        expect(panel.decision()).to.contain('leaving the page loses what you wrote');
        expect(mayLeave()).to.equal(false);
        panel.element.remove();
        const again = await openPanel({ store, submission: 'subm_2' });
        expect(again.notes()).to.equal('Only here.');
        await again.writeNotes('');
        expect(again.decision()).not.to.contain('leaving the page');
        expect(mayLeave()).to.equal(true);
      });
    });
  });
});
