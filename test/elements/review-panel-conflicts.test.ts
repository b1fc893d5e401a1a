import { expect, oneEvent } from '@open-wc/testing';
import { decidedOf, detailOf, submissionOf } from '../../stories/fixture/review.js';
import { edited, openDesk, showPanel } from '../helpers/review-panel.js';
import { settled } from '../helpers/stories.js';

describe('golive-review-panel', () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  describe('overwrites nothing', () => {
    it('and keeps the old version on the screen until the reviewer looks at the new one', async () => {
      const { panel, store, change, last } = await openDesk();
      await panel.writeNotes('Mind the URL.');
      change(edited());
      await store.refresh();
      await settled(panel.element);
      expect(panel.banner()).to.match(
        /^Changed since you opened it Joel Adeyemi edited Callback URL\. Your notes are kept\./,
      );
      expect(panel.banner()).to.contain('Removed: v2/northbank; Added: hook;');
      expect(panel.said()).to.equal('Changed since you opened it');
      expect(panel.answer('Callback URL')).to.contain('v2/northbank');
      expect(panel.isAvailable('Approve')).to.equal(false);
      expect(panel.decision()).to.contain('Show the new version first.');
      await panel.press('Show the new version');
      expect(panel.banner()).to.equal('');
      expect(panel.focused()).to.equal('title');
      expect(panel.answer('Callback URL')).to.contain('Added: new.;');
      expect(panel.notes()).to.equal('Mind the URL.');
      await panel.press('Approve');
      await panel.press('Approve');
      expect(last().version).to.equal('s2');
    });

    it('and shows the new version at once when there is nothing to keep', async () => {
      const { panel, store, change } = await openDesk();
      change(edited());
      await store.refresh();
      await settled(panel.element);
      expect(panel.banner()).to.equal('');
      expect(panel.answer('Callback URL')).to.contain('Added: new.;');
      expect(panel.said()).to.equal('Changed since you opened it');
    });

    it('and sends the version that the question was about', async () => {
      const { panel, store, change, sent } = await openDesk();
      await panel.press('Approve');
      change(edited());
      await store.refresh();
      await settled(panel.element);
      expect(panel.banner()).to.contain('Joel Adeyemi edited Callback URL.');
      expect(panel.dialog()).to.contain('Changed since you opened it');
      await panel.press('Approve');
      expect(sent.map(({ version }) => version)).to.deep.equal(['s1']);
    });

    it('and says who was quicker, with the notes to copy or to discard', async () => {
      const { panel, last, change } = await openDesk();
      await panel.writeNotes('My notes.');
      await panel.press('Note at Purpose');
      await panel.writeFieldNote('At the purpose.');
      await panel.press('Keep note');
      await panel.press('Reject');
      await panel.press('Reject');
      change(decidedOf('approved'));
      last().fail('version_conflict', 412);
      await panel.until(() => panel.banner());
      expect(panel.banner()).to.match(/Tomas Berg approved this submission on .*2026/);
      expect(panel.banner()).to.contain('Nothing of yours was sent. Your notes are kept below.');
      expect(panel.banner()).to.contain('My notes. Purpose: At the purpose.');
      expect(panel.alerts()).to.deep.equal([]);
      expect(panel.outcome()).to.contain('Tomas Berg');
      expect(panel.focused()).to.equal('banner');
      expect(panel.has('Approve')).to.equal(false);
      expect(sessionStorage.length).to.equal(1);
      await panel.press('Discard');
      expect(panel.banner()).to.equal('');
      expect(panel.focused()).to.equal('outcome');
      expect(sessionStorage.length).to.equal(0);
    });

    it('and copies the notes where the browser lets it', async () => {
      const panel = await showPanel('DecidedByOther');
      const { writeText } = navigator.clipboard;
      const copied: string[] = [];
      navigator.clipboard.writeText = async (text) => void copied.push(text);
      try {
        await panel.press('Copy my notes');
        await settled(panel.element);
      } finally {
        navigator.clipboard.writeText = writeText;
      }
      expect(copied[0]).to.equal(
        'One last thing: the certificate on the callback host.\n\n' +
          'Callback URL: This host has no valid certificate yet. Please fix it before go-live.',
      );
      expect(panel.has('Copied')).to.equal(true);
    });

    it('and moves out of a field that went away under the fingers', async () => {
      const { panel, store, change } = await openDesk();
      await panel.writeNotes('Half a sen');
      change(decidedOf('rejected'));
      await store.refresh();
      await settled(panel.element);
      await settled(panel.element);
      expect(panel.focused()).to.equal('banner');
      expect(panel.banner()).to.contain('Half a sen');
    });

    it('and closes a question that can not be answered any more', async () => {
      const { panel, store, change } = await openDesk();
      await panel.press('Approve');
      expect(panel.dialog()).to.contain('Approve');
      change(decidedOf('rejected'));
      await store.refresh();
      await settled(panel.element);
      await settled(panel.element);
      expect(panel.dialog()).to.equal(undefined);
      expect(panel.focused()).to.equal('outcome');
    });

    it('and does not open that question again by itself', async () => {
      const { panel, store, change } = await openDesk();
      await panel.press('Approve');
      change(detailOf({ allowedActions: [] }));
      await store.refresh();
      await settled(panel.element);
      expect(panel.dialog()).to.equal(undefined);
      change(detailOf());
      await store.refresh();
      await settled(panel.element);
      expect(panel.dialog()).to.equal(undefined);
      expect(panel.element.begin('approve')).to.equal(true);
    });

    it('and leads to a later attempt', async () => {
      const panel = await showPanel('DecidedByOtherAndResubmitted');
      const told = oneEvent(panel.element, 'golive-submission-select');
      await panel.press('Open attempt 3');
      expect((await told).detail).to.deep.equal({ submissionId: 'subm_3' });
      expect(panel.element.submission).to.equal('subm_3');
    });

    it('and takes the notes along to the attempt that came instead', async () => {
      const third = () =>
        detailOf({
          submission: submissionOf({ id: 'subm_3', version: 's9', attempt: 3, form: null }),
        });
      const { panel, store, change, last } = await openDesk(detailOf(), third());
      await panel.writeNotes('Mind the certificate.');
      await panel.press('Note at Callback URL');
      await panel.writeFieldNote('Expired.');
      const decided = decidedOf('changes_requested');
      const { id, attempt, submittedAt, submittedBy } = third().submission;
      change({
        ...decided,
        snapshot: { ...decided.snapshot, submission: { id, attempt, submittedAt, submittedBy } },
      });
      await store.refresh();
      await panel.until(() => panel.banner());
      expect(panel.banner()).to.match(/Tomas Berg requested changes on .*2026/);
      expect(panel.banner()).to.match(/Joel Adeyemi submitted attempt 3 on .*2026/);
      await panel.press('Open attempt 3 with my notes');
      await panel.until(() => panel.notes());
      expect(panel.element.submission).to.equal('subm_3');
      expect(panel.notes()).to.equal('Mind the certificate.');
      // The field is gone; what was noted at it is not.
      expect(panel.answer('Callback URL')).to.contain('Expired.');
      expect(panel.focused()).to.equal('title');
      await panel.press('Request changes');
      await panel.press('Request changes');
      expect(last()).to.include({ id: 'subm_3', version: 's9' });
      expect(last().body.fieldNotes).to.deep.equal([{ fieldId: 'callback_url', note: 'Expired.' }]);
      panel.element.submission = 'subm_2';
      await panel.until(() => panel.outcome());
      expect(panel.banner()).to.equal('');
    });
  });
});
