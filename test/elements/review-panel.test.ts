import { expect, oneEvent } from '@open-wc/testing';
import { PipelineError } from '../../src/adapter/index.js';
import type { Decision, ReviewDetail } from '../../src/contract/index.js';
import { createDemoHost, createFakeAdapter, createFaults } from '../../src/mocks/index.js';
import { createStore } from '../../src/store/index.js';
import type { ReviewPanel } from '../../src/elements/review-panel/review-panel.js';
import * as stories from '../../stories/review-panel.stories.js';
import { decidedOf, detailOf, reviewing, submissionOf } from '../../stories/fixture/review.js';
import { countListeners } from '../helpers/listening.js';
import { openPanel, panelDriver } from '../helpers/review-panel.js';
import { itIsAccessibleInEveryStory, settled, showStory } from '../helpers/stories.js';

const show = async (name: keyof typeof stories) => {
  const panel = panelDriver(await showStory<ReviewPanel>(stories, name));
  await settled(panel.element);
  await settled(panel.element);
  return panel;
};

interface Sent {
  id: string;
  version: string;
  body: Decision;
  key: string | undefined;
  answer(detail: ReviewDetail): void;
  fail(code: string, status?: number): void;
}

/** A store of submissions that the test may exchange, and whose decisions it answers by hand. */
function desk(...details: ReviewDetail[]) {
  const now = new Map(details.map((detail) => [detail.submission.id, detail]));
  const sent: Sent[] = [];
  const store = reviewing(
    {},
    {
      getReview: async (id) => structuredClone(now.get(id)!),
      decide: (id, version, body, { idempotencyKey } = {}) =>
        new Promise((resolve, reject) => {
          sent.push({
            id,
            version,
            body,
            key: idempotencyKey,
            answer: (detail) => {
              now.set(id, detail);
              resolve(structuredClone(detail));
            },
            fail: (code, status) => reject(new PipelineError(code, { status })),
          });
        }),
    },
  );
  return {
    store,
    sent,
    last: () => sent.at(-1)!,
    change: (detail: ReviewDetail) => void now.set(detail.submission.id, detail),
  };
}

const edited = () => {
  const { answers } = submissionOf();
  return detailOf({
    submission: submissionOf({
      version: 's2',
      answers: { ...answers, callback_url: 'https://new.example/hook' },
    }),
  });
};

async function openDesk(...details: ReviewDetail[]) {
  const given = desk(...(details.length > 0 ? details : [detailOf()]));
  const panel = await openPanel({ store: given.store, submission: 'subm_2' });
  return { ...given, panel };
}

describe('golive-review-panel', () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  describe('in every story', () => {
    itIsAccessibleInEveryStory(stories);
  });

  describe('shows', () => {
    it('who submitted what, when, and how it stands', async () => {
      const panel = await show('Waiting');
      expect(panel.head()).to.equal(
        'Fernwood Ledger In Review 2d 4h, late Partner plan · attempt 2 · sub_42',
      );
      expect(panel.facts()[1]).to.equal('By Joel Adeyemi');
      expect(panel.facts()[2]).to.equal('Sandbox credentials Active, ••••4f2a');
      expect(panel.facts()[3]).to.equal('Subscription Pending payment');
    });

    it('what changed since the last attempt, and what was noted then', async () => {
      const panel = await show('Waiting');
      expect(panel.answers()).to.have.length(5);
      expect(panel.answer('Callback URL')).to.equal(
        'Callback URL Changed https://hooks.fernwood.example/v2/northbank ' +
          'Before: https://fernwood.example/hooks Note',
      );
      expect(panel.answer('Holds customer funds')).to.contain('Yes Before: No');
      expect(panel.answer('Safeguarding bank')).to.contain('New Banco Meridian');
      expect(panel.answer('Standards')).to.contain(
        'Note on attempt 1: Is the ISO certificate still valid?',
      );
      expect(panel.all()).to.contain('4 of 10 changed since attempt 1');
    });

    it('every answer in words when asked to', async () => {
      const panel = await show('Waiting');
      await panel.press('Show 5 unchanged answers');
      expect(panel.answers()).to.have.length(10);
      expect(panel.focused()).to.equal('answers');
      expect(panel.answer('Country')).to.equal('Country Ireland Note');
      expect(panel.answer('Employees')).to.contain('1,240');
      expect(panel.answer('Go-live date')).to.match(/2027/);
      expect(panel.answer('Certificate')).to.contain('iso-27001.pdf');
      await panel.tick('Only changes');
      expect(panel.answers()).to.have.length(5);
    });

    it('every answer of a first attempt, without marks', async () => {
      const panel = await show('FirstAttempt');
      expect(panel.answers()).to.have.length(9);
      expect(panel.struck()).to.deep.equal([]);
      expect(panel.all()).not.to.contain('Only changes');
    });

    it('that a plan has no form', async () => {
      expect((await show('NoForm')).all()).to.contain('This plan has no form');
    });

    it('test data on demand, and the history', async () => {
      const panel = await show('Waiting');
      expect(panel.all()).to.contain('2 entries, as the developer sees them');
      expect(panel.all()).not.to.contain('sca_code');
      await panel.press('Show');
      expect(panel.all()).to.contain('sca_code');
      expect(panel.button('Hide').getAttribute('aria-expanded')).to.equal('true');
      expect(panel.all()).to.contain('Joel Adeyemi rotated the sandbox secret');
    });

    it('how it was decided, and no way to decide it again', async () => {
      const panel = await show('ChangesRequested');
      expect(panel.outcome()).to.match(/^Changes Requested .*2026.* The sandbox calls look clean/);
      expect(panel.answer('Callback URL')).to.contain('no valid certificate');
      expect(panel.has('Approve')).to.equal(false);
      expect(panel.has('Note at Purpose')).to.equal(false);
    });

    it('why a reviewer can not decide', async () => {
      const own = await show('Own');
      expect(own.decision()).to.contain('You made this submission');
      expect(own.isAvailable('Approve')).to.equal(false);
      expect(own.notes()).to.equal(undefined);
      const inactive = await show('SubscriptionInactive');
      expect(inactive.decision()).to.contain('Approve: The subscription is not active.');
      expect(inactive.isAvailable('Approve')).to.equal(false);
      expect(inactive.isAvailable('Reject')).to.equal(true);
    });

    it('that nothing is open, and why something can not be shown', async () => {
      expect((await show('Nothing')).all()).to.contain('No submission is open');
      expect((await show('Failed')).alerts()[0]).to.contain('could not be loaded');
      expect((await show('Stale')).alerts()[0]).to.contain('This may be out of date.');
    });
  });

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
  });

  describe('overwrites nothing', () => {
    it('and keeps the old version on the screen until the reviewer looks at the new one', async () => {
      const { panel, store, change, last } = await openDesk();
      await panel.writeNotes('Mind the URL.');
      change(edited());
      await store.refresh();
      await settled(panel.element);
      expect(panel.banner()).to.match(
        /^Changed since you opened it Edited: Callback URL\. Your notes are kept\./,
      );
      expect(panel.said()).to.equal('Changed since you opened it');
      expect(panel.answer('Callback URL')).to.contain('v2/northbank');
      expect(panel.isAvailable('Approve')).to.equal(false);
      expect(panel.decision()).to.contain('Show the new version first.');
      await panel.press('Show the new version');
      expect(panel.banner()).to.equal('');
      expect(panel.focused()).to.equal('title');
      expect(panel.answer('Callback URL')).to.contain('new.example');
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
      expect(panel.answer('Callback URL')).to.contain('new.example');
      expect(panel.said()).to.equal('Changed since you opened it');
    });

    it('and sends the version that the question was about', async () => {
      const { panel, store, change, sent } = await openDesk();
      await panel.press('Approve');
      change(edited());
      await store.refresh();
      await settled(panel.element);
      expect(panel.banner()).to.contain('Edited: Callback URL.');
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
      const panel = await show('DecidedByOther');
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

    it('and leads to a later attempt', async () => {
      const panel = await show('DecidedByOtherAndResubmitted');
      const told = oneEvent(panel.element, 'golive-submission-select');
      await panel.press('Open attempt 3');
      expect((await told).detail).to.deep.equal({ submissionId: 'subm_3' });
      expect(panel.element.submission).to.equal('subm_3');
    });
  });

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
      expect(panel.alerts()).to.deep.equal([]);
      panel.element.submission = 'subm_2';
      await panel.until(() => panel.alerts().length);
      expect(panel.alerts()[0]).to.contain('It was not approved');
      expect(sent).to.have.length(1);
    });
  });

  it('follows the store and the submission it is given, and leaves them when it is removed', async () => {
    const { store } = desk(detailOf(), decidedOf('approved'));
    const listeners = countListeners(store);
    const panel = await openPanel({ store, submission: 'subm_2' });
    const open = listeners.now;
    panel.element.submission = 'subm_1';
    await settled(panel.element);
    expect(listeners.now).to.equal(open);
    panel.element.remove();
    expect(listeners.now).to.equal(0);
    document.body.append(panel.element);
    await settled(panel.element);
    expect(listeners.now).to.equal(open);
    panel.element.store = reviewing({ reviews: [detailOf()] });
    await settled(panel.element);
    expect(listeners.now).to.equal(0);
    panel.element.remove();
  });

  it('never shows or keeps a secret', async () => {
    const panel = await show('Waiting');
    expect(panel.all()).not.to.contain('client_secret');
    expect(panel.all()).not.to.contain('nb_sbx_');
  });

  it('works alone with a host: two reviewers, one decision', async () => {
    const host = await createDemoHost('in_review');
    const faults = createFaults();
    const mara = createStore({ adapter: createFakeAdapter(host, { as: 'mara', faults }) });
    const hugo = createFakeAdapter(host, { as: 'hugo' });
    const [item] = (await hugo.getQueue({ state: ['waiting'], q: 'fernwood' })).items;
    const panel = await openPanel({ store: mara, submission: item!.submissionId });
    await panel.until(() => panel.title());
    await panel.writeNotes('The rotation is too slow.');
    await panel.press('Request changes');
    await hugo.decide(item!.submissionId, item!.version, {
      outcome: 'approved',
      notes: null,
      fieldNotes: [],
    });
    await panel.until(() => panel.banner());
    expect(panel.banner()).to.contain('Hugo Steenkamp approved this submission');
    expect(panel.banner()).to.contain('The rotation is too slow.');
    panel.element.remove();
  });
});
