import { expect, oneEvent } from '@open-wc/testing';
import { decidedOf } from '../../stories/fixture/review.js';
import { edited, openDesk, showPanel } from '../helpers/review-panel.js';
import { settled } from '../helpers/stories.js';

describe('golive-review-panel', () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  describe('decides', () => {
    it('after a question, with the version and the notes that the reviewer saw', async () => {
      const { panel, last, sent } = await openDesk();
      await panel.writeNotes('Good work.');
      await panel.press('Note at Purpose');
      expect(panel.focused()).to.equal('note');
      await panel.writeFieldNote('Thanks.');
      await panel.press('Keep note');
      expect(panel.focused()).to.equal('note:purpose');
      expect(panel.decision()).to.contain('1 note at a field goes along');
      await panel.press('Approve');
      expect(panel.dialog()).to.match(
        /^Approve Fernwood Ledger\?.*once the plan is paid.*Good work/,
      );
      expect(panel.dialog()).to.contain('Purpose: Thanks.');
      // The safe one, for whoever presses Enter once too often.
      expect(panel.focused()).to.equal('Cancel');
      expect(sent).to.have.length(0);
      const changed = oneEvent(panel.element, 'golive-changed');
      await panel.press('Approve');
      expect(panel.dialog()).to.equal(undefined);
      expect(last()).to.include({ id: 'subm_2', version: 's1' });
      expect(last().body).to.deep.equal({
        outcome: 'approved',
        notes: 'Good work.',
        fieldNotes: [{ fieldId: 'purpose', note: 'Thanks.' }],
      });
      last().answer(decidedOf('approved', { reviewer: 'Mara Lindqvist', notes: 'Good work.' }));
      expect((await changed).detail).to.include({ action: 'approve', phase: 'production' });
      await settled(panel.element);
      await settled(panel.element);
      expect(panel.outcome()).to.contain('Approved Mara Lindqvist');
      expect(panel.banner()).to.equal('');
      expect(panel.focused()).to.equal('outcome');
      expect(panel.said()).to.equal('Fernwood Ledger: Approved');
      expect(sessionStorage.length).to.equal(0);
    });

    it('asks on when it is moved, and no longer once it is removed', async () => {
      const { panel } = await openDesk();
      await panel.press('Approve');
      expect(panel.isModal()).to.equal(true);
      document.body.append(panel.element);
      await settled(panel.element);
      await panel.until(panel.isModal);
      expect(panel.isModal()).to.equal(true);
      panel.element.remove();
      await settled(panel.element);
      expect(panel.dialog()).to.equal(undefined);
      document.body.append(panel.element);
      await panel.until(panel.isModal);
      expect(panel.isModal()).to.equal(true);
      panel.element.remove();
    });

    it('leaves a question to the input method whose key it is', async () => {
      const { panel } = await openDesk();
      await panel.press('Approve');
      await panel.escape({ isComposing: true });
      expect(panel.dialog()).to.contain('Approve Fernwood Ledger?');
    });

    it('rejects with a question that quotes the notes, and can be called off', async () => {
      const { panel, sent } = await openDesk();
      await panel.writeNotes('No licence.');
      await panel.press('Reject');
      expect(panel.dialog()).to.match(
        /^Reject Fernwood Ledger\?.*production stays locked.*No licence\./,
      );
      expect(panel.button('Reject').classList.contains('solid')).to.equal(true);
      await panel.press('Cancel');
      expect(panel.dialog()).to.equal(undefined);
      expect(panel.focused()).to.equal('reject');
      await panel.press('Reject');
      await panel.escape();
      expect(panel.dialog()).to.equal(undefined);
      expect(sent).to.have.length(0);
      expect(panel.notes()).to.equal('No licence.');
    });

    it('asks for notes before changes are requested, beside the field', async () => {
      const { panel, sent, last } = await openDesk();
      await panel.writeNotes('  \n');
      await panel.press('Request changes');
      expect(panel.notesProblem()).to.equal('Write what has to change');
      expect(panel.focused()).to.equal('notes');
      expect(panel.dialog()).to.equal(undefined);
      await panel.writeNotes('The certificate.');
      expect(panel.notesProblem()).to.equal('');
      await panel.press('Request changes');
      await panel.press('Request changes');
      expect(sent).to.have.length(1);
      expect(last().body.outcome).to.equal('changes_requested');
    });

    it('takes ten thousand characters and says when there are more', async () => {
      const { panel } = await openDesk();
      await panel.writeNotes('😀'.repeat(10_000));
      expect(panel.decision()).to.contain('10,000 of 10,000 characters');
      expect(panel.notesProblem()).to.equal('');
      await panel.writeNotes('😀'.repeat(10_001));
      expect(panel.notesProblem()).to.equal('Shorten this to 10,000 characters');
      await panel.press('Approve');
      expect(panel.dialog()).to.equal(undefined);
      expect(panel.focused()).to.equal('notes');
      await panel.writeNotes('');
      await panel.press('Note at Purpose');
      await panel.writeFieldNote('a'.repeat(10_001));
      await panel.press('Keep note');
      await panel.press('Approve');
      expect(panel.dialog()).to.equal(undefined);
      expect(panel.focused()).to.equal('note');
    });

    it('once, however often it is pressed, with the other ways closed meanwhile', async () => {
      const { panel, sent } = await openDesk();
      await panel.press('Approve');
      const confirm = panel.button('Approve');
      confirm.click();
      confirm.click();
      await settled(panel.element);
      expect(sent).to.have.length(1);
      expect(panel.isAvailable('Reject')).to.equal(false);
      expect(panel.decision()).to.contain('Your decision is being sent.');
      await panel.press('Reject');
      expect(panel.dialog()).to.equal(undefined);
      expect(sent).to.have.length(1);
    });

    it('not when the page prevents it', async () => {
      const { panel, sent } = await openDesk();
      panel.element.addEventListener('golive-action', (event) => event.preventDefault());
      await panel.writeNotes('Kept.');
      await panel.press('Approve');
      await panel.press('Approve');
      await settled(panel.element);
      expect(sent).to.have.length(0);
      expect(panel.notes()).to.equal('Kept.');
      expect(panel.isAvailable('Approve')).to.equal(true);
    });

    it('keeps the notes when it fails, says so in place, and tries again as the same act', async () => {
      const { panel, sent, last } = await openDesk();
      await panel.writeNotes('Nearly there.');
      await panel.press('Request changes');
      await panel.press('Request changes');
      last().fail('network');
      await panel.until(() => panel.alerts().length);
      expect(panel.alerts()).to.have.length(1);
      expect(panel.alerts()[0]).to.contain('No changes were requested');
      expect(panel.notes()).to.equal('Nearly there.');
      await panel.press('Try again');
      expect(sent).to.have.length(2);
      expect(last().key).to.equal(sent[0]!.key);
      last().answer(decidedOf('changes_requested'));
      await panel.until(() => panel.outcome());
      expect(panel.alerts()).to.deep.equal([]);
      expect(panel.focused()).to.equal('outcome');
    });

    for (const [code, status] of [
      ['forbidden', 403],
      ['too_large', 413],
      ['subscription_inactive', 409],
      ['not_signed_in', 401],
    ] as const) {
      it(`shows ${code} in place and keeps the notes`, async () => {
        const { panel, last } = await openDesk();
        await panel.writeNotes('Kept.');
        await panel.press('Approve');
        await panel.press('Approve');
        last().fail(code, status);
        await panel.until(() => panel.alerts().length);
        expect(panel.alerts()[0]).to.contain('It was not approved');
        expect(panel.notes()).to.equal('Kept.');
      });
    }

    it('leads back to the notes when the server misses them', async () => {
      const { panel, last } = await openDesk();
      await panel.writeNotes('\u2060');
      await panel.press('Request changes');
      await panel.press('Request changes');
      last().fail('notes_required', 422);
      await panel.until(() => panel.notesProblem());
      expect(panel.notesProblem()).to.equal('Write what has to change');
      expect(panel.alerts()).to.deep.equal([]);
      expect(panel.focused()).to.equal('notes');
    });

    it('takes an answer that got lost for given when the decision stands there', async () => {
      const { panel, last, change } = await openDesk();
      await panel.writeNotes('Good.');
      await panel.press('Approve');
      const changed = oneEvent(panel.element, 'golive-changed');
      await panel.press('Approve');
      change(decidedOf('approved', { notes: 'Good.', reviewer: 'Mara Lindqvist' }));
      last().fail('timeout');
      expect((await changed).detail.action).to.equal('approve');
      await panel.until(() => panel.outcome());
      expect(panel.banner()).to.equal('');
      expect(panel.alerts()).to.deep.equal([]);
      expect(sessionStorage.length).to.equal(0);
    });

    it('by a key as by its button: the same question, and not when it can not be pressed', async () => {
      const { panel, sent, last, change, store } = await openDesk();
      expect(panel.element.begin('request_changes')).to.equal(true);
      await settled(panel.element);
      expect(panel.focused()).to.equal('notes');
      expect(panel.notesProblem()).to.equal('Write what has to change');
      expect(panel.element.begin('approve')).to.equal(true);
      await settled(panel.element);
      expect(panel.dialog()).to.contain('Approve Fernwood Ledger?');
      expect(panel.element.begin('reject')).to.equal(false);
      expect(sent).to.have.length(0);
      await panel.press('Approve');
      expect(panel.element.begin('reject')).to.equal(false);
      last().fail('internal', 500);
      await panel.until(() => panel.alerts().length);
      change(edited());
      await store.refresh();
      await settled(panel.element);
      expect(panel.element.begin('approve')).to.equal(false);
      panel.element.submission = undefined!;
      await settled(panel.element);
      expect(panel.element.begin('approve')).to.equal(false);
      const own = await showPanel('Own');
      expect(own.element.begin('reject')).to.equal(false);
    });

    it('and shows those keys where they work', async () => {
      const panel = await showPanel('Shortcuts');
      expect(panel.keys()).to.deep.equal(['a', 'c', 'r']);
      expect(panel.button('Approve').getAttribute('aria-keyshortcuts')).to.equal('a');
      expect((await showPanel('Waiting')).keys()).to.deep.equal([]);
    });
  });
});
