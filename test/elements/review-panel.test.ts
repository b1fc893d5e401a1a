import { expect } from '@open-wc/testing';
import { createDemoHost, createFakeAdapter, createFaults } from '../../src/mocks/index.js';
import { createStore } from '../../src/store/index.js';
import * as stories from '../../stories/review-panel.stories.js';
import { decidedOf, detailOf, reviewing } from '../../stories/fixture/review.js';
import { countListeners } from '../helpers/listening.js';
import { desk, openPanel, showPanel } from '../helpers/review-panel.js';
import { itIsAccessibleInEveryStory, settled } from '../helpers/stories.js';

describe('golive-review-panel', () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  describe('in every story', () => {
    itIsAccessibleInEveryStory(stories);
  });

  describe('shows', () => {
    it('who submitted what, when, and how it stands', async () => {
      const panel = await showPanel('Waiting');
      expect(panel.head()).to.equal(
        'Fernwood Ledger In Review 2d 4h, late Partner plan · attempt 2 · sub_42',
      );
      expect(panel.facts()[1]).to.equal('By Joel Adeyemi');
      expect(panel.facts()[2]).to.equal('Sandbox credentials Active · ••••4f2a');
      expect(panel.facts()[3]).to.equal('Subscription Pending payment');
    });

    it('what changed since the last attempt, and what was noted then', async () => {
      const panel = await showPanel('Waiting');
      expect(panel.answers()).to.have.length(5);
      expect(panel.answer('Callback URL')).to.equal(
        'Callback URL Changed https:// Added: hooks.; fernwood.example/ Removed: hooks; ' +
          'Added: v2/northbank; Note',
      );
      expect(panel.answer('Purpose')).to.match(/once a day\. Added: Full and partial .* id\.;/);
      expect(panel.struck()).to.deep.equal(['Removed: hooks;', 'No']);
      expect(panel.answer('Holds customer funds')).to.contain('Yes Before: No');
      expect(panel.answer('Safeguarding bank')).to.contain('New Banco Meridian');
      expect(panel.answer('Standards')).to.contain(
        'Note on attempt 1: Is the ISO certificate still valid?',
      );
      expect(panel.all()).to.contain('4 of 10 changed since attempt 1');
    });

    it('every answer in words when asked to', async () => {
      const panel = await showPanel('Waiting');
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
      const panel = await showPanel('FirstAttempt');
      expect(panel.answers()).to.have.length(9);
      expect(panel.struck()).to.deep.equal([]);
      expect(panel.all()).not.to.contain('Only changes');
    });

    it('that a plan has no form', async () => {
      expect((await showPanel('NoForm')).all()).to.contain('This plan has no form');
    });

    it('test data on demand, and the history', async () => {
      const panel = await showPanel('Waiting');
      expect(panel.all()).to.contain('2 entries, as the developer sees them');
      expect(panel.all()).not.to.contain('sca_code');
      await panel.press('Show');
      expect(panel.all()).to.contain('sca_code');
      expect(panel.button('Hide').getAttribute('aria-expanded')).to.equal('true');
      expect(panel.all()).to.contain('Joel Adeyemi rotated the sandbox secret');
    });

    it('both texts in full where little of either stayed', async () => {
      const panel = await showPanel('TextRewritten');
      expect(panel.answer('Purpose')).to.contain(
        'Invoices for dentists, monthly. Before: We pay out marketplace sellers once a day.',
      );
    });

    it('how the credentials stand, and never more of a secret than its last four', async () => {
      const panel = await showPanel('CredentialsOverlap');
      expect(panel.credentials('Sandbox')).to.match(
        /Created .*2026.* Client secret ••••4f2a, since .*2026.* Previous Client secret ••••9c1b, works until .*2026.* Received by the developer .*2026.* Expires Never/,
      );
      expect(panel.credentials('Production')).to.contain('Created');
      const waiting = await showPanel('CredentialsNotReceived');
      expect(waiting.credentials('Sandbox')).to.contain('Received by the developer Not yet');
      const expired = await showPanel('CredentialsExpired');
      expect(expired.credentials('Sandbox')).to.contain('Expires Expired on');
      expect((await showPanel('NoCredentials')).credentials('Sandbox')).to.equal('');
    });

    it('its attempts, and the way to those whose id it was told', async () => {
      const panel = await showPanel('ManyAttempts');
      expect(
        panel.attempts().map((each) => each.replace(/\S+ \d+, 2026.* [AP]M/, 'then')),
      ).to.deep.equal([
        'Attempt 4 In Review then Shown here',
        'Attempt 3 Changes Requested then Open',
        'Attempt 2 Changes Requested then',
        'Attempt 1 Changes Requested then',
      ]);
      await panel.press('Open attempt 3');
      expect(panel.element.submission).to.equal('subm_1');
    });

    it('how it was decided, and no way to decide it again', async () => {
      const panel = await showPanel('ChangesRequested');
      expect(panel.outcome()).to.match(/^Changes Requested .*2026.* The sandbox calls look clean/);
      expect(panel.answer('Callback URL')).to.contain('no valid certificate');
      expect(panel.has('Approve')).to.equal(false);
      expect(panel.has('Note at Purpose')).to.equal(false);
    });

    it('why a reviewer can not decide', async () => {
      const own = await showPanel('Own');
      expect(own.decision()).to.contain('You made this submission');
      expect(own.isAvailable('Approve')).to.equal(false);
      expect(own.notes()).to.equal(undefined);
      const inactive = await showPanel('SubscriptionInactive');
      expect(inactive.decision()).to.contain('Approve: The subscription is not active.');
      expect(inactive.isAvailable('Approve')).to.equal(false);
      expect(inactive.isAvailable('Reject')).to.equal(true);
    });

    it('that nothing is open, and why something can not be shown', async () => {
      expect((await showPanel('Nothing')).all()).to.contain('No submission is open');
      expect((await showPanel('Failed')).alerts()[0]).to.contain('could not be loaded');
      expect((await showPanel('Stale')).alerts()[0]).to.contain('This may be out of date');
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
    const panel = await showPanel('Waiting');
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
