import { expect } from '@open-wc/testing';
import { PipelineError, type PipelineAdapter } from '../../src/adapter/index.js';
import type { ReviewDetail } from '../../src/contract/index.js';
import * as stories from '../../stories/review-desk.stories.js';
import { detailOf, queuePageOf, reviewing } from '../../stories/fixture/review.js';
import { serveApi, signedInAs } from '../helpers/api.js';
import { byHand } from '../helpers/by-hand.js';
import { showDesk } from '../helpers/desk.js';
import { countListeners } from '../helpers/listening.js';
import {
  expectAccessible,
  itIsAccessibleInEveryStory,
  settled,
  showStory,
  storyNames,
} from '../helpers/stories.js';
import { waitUntil } from '../helpers/wait-until.js';

const FIRST = 'Fernwood Ledger';
const SECOND = 'Kestrel Treasury';
const queue = queuePageOf();
const withReview = () => reviewing({ queue, reviews: [detailOf()] });

describe('golive-review-desk', () => {
  itIsAccessibleInEveryStory(stories);

  for (const name of storyNames(stories)) {
    it(`is accessible in the story ${name} where there is room for one pane`, async () => {
      const desk = await showStory<HTMLElement>(stories, name);
      desk.style.inlineSize = '320px';
      await settled(desk);
      await settled(desk);
      await expectAccessible(desk);
    });
  }

  describe('where there is room', () => {
    it('shows the queue, and beside it that nothing is open', async () => {
      const desk = await showDesk({ store: withReview() });
      await desk.rowsCome();
      expect(desk.isQueueShown()).to.equal(true);
      expect(desk.panelText()).to.contain('No submission is open');
    });

    it('opens what is chosen beside the queue, and goes on there', async () => {
      const desk = await showDesk({ store: withReview() });
      await desk.rowsCome();
      await desk.choose(FIRST);
      expect(desk.open()).to.equal('subm_2');
      expect(desk.isQueueShown()).to.equal(true);
      expect(desk.isMarked(FIRST)).to.equal(true);
      expect(desk.focusedSide()).to.equal('Submission');
      expect(desk.hasBack()).to.equal(false);
    });

    it('lets the queue end where the window does, wherever the desk begins', async () => {
      const desk = await showDesk({ store: withReview() });
      await desk.rowsCome();
      desk.desk.style.marginBlockStart = '150px';
      desk.desk.style.marginBlockEnd = '2000px';
      window.dispatchEvent(new Event('resize'));
      await waitUntil(() => Math.abs(desk.queueFoot() - innerHeight) <= 1);
      scrollTo(0, 100);
      await waitUntil(() => Math.abs(desk.queueFoot() - innerHeight) <= 1);
      scrollTo(0, 0);
    });

    it('opens another one in its place', async () => {
      const desk = await showDesk({ store: withReview() });
      await desk.rowsCome();
      await desk.choose(FIRST);
      await desk.choose(SECOND);
      expect(desk.open()).to.equal('subm_10');
      expect(desk.isMarked(FIRST)).to.equal(false);
    });

    it('opens what the page asks for', async () => {
      const desk = await showDesk({ store: withReview(), submission: 'subm_2' });
      await desk.rowsCome();
      expect(desk.open()).to.equal('subm_2');
      expect(desk.isMarked(FIRST)).to.equal(true);
    });
  });

  describe('where there is room for one pane', () => {
    const narrow = { width: 600 };

    it('shows the queue, then the submission in its place, and leads back to its row', async () => {
      const desk = await showDesk({ store: withReview() }, narrow);
      await desk.rowsCome();
      expect(desk.isQueueShown()).to.equal(true);
      expect(desk.isPanelShown()).to.equal(false);
      await desk.choose(SECOND);
      expect(desk.isQueueShown()).to.equal(false);
      expect(desk.isPanelShown()).to.equal(true);
      expect(desk.focusedSide()).to.equal('Submission');
      const told: string[] = [];
      desk.desk.addEventListener('golive-submission-select', ({ detail }) =>
        told.push(detail.submissionId),
      );
      await desk.goBack();
      expect(told).to.deep.equal(['']);
      expect(desk.isQueueShown()).to.equal(true);
      expect(desk.isPanelShown()).to.equal(false);
      expect(desk.hasFocus(SECOND)).to.equal(true);
    });

    it('leads back to the queue when nobody came from a row', async () => {
      const desk = await showDesk({ store: withReview(), submission: 'subm_2' }, narrow);
      await waitUntil(() => desk.hasBack());
      await desk.goBack();
      expect(desk.focusedSide()).to.equal('Queue');
    });

    it('leads on to the side that is shown when the other one goes away', async () => {
      const desk = await showDesk({ store: withReview(), submission: 'subm_2' });
      await desk.rowsCome();
      desk.enter();
      await desk.resize(600);
      await waitUntil(() => desk.focusedSide() === 'Submission');
      desk.desk.submission = undefined;
      await waitUntil(() => desk.focusedSide() === 'Queue');
    });

    it('leaves the focus of the rest of the page alone', async () => {
      const desk = await showDesk({ store: withReview(), submission: 'subm_2' });
      await desk.rowsCome();
      const field = document.createElement('input');
      desk.desk.parentElement!.append(field);
      field.focus();
      await desk.resize(600);
      expect(document.activeElement).to.equal(field);
    });

    it('keeps no question open that nobody can see', async () => {
      const desk = await showDesk({ store: withReview(), submission: 'subm_2' });
      await desk.rowsCome();
      await desk.askForAll();
      expect(desk.bulkQuestion()).to.contain('Approve');
      await desk.resize(600);
      await waitUntil(() => !desk.bulkQuestion());
      await waitUntil(() => desk.focusedSide() === 'Submission');
    });

    it('tells above the queue of a decision that failed once the reviewer had gone back', async () => {
      const decide = byHand<Parameters<PipelineAdapter['decide']>, ReviewDetail>();
      const parts = { queue, reviews: [detailOf()] };
      const desk = await showDesk({ store: reviewing(parts, { decide }) }, narrow);
      await desk.rowsCome();
      await desk.choose(FIRST);
      await desk.decide('Approve');
      await desk.goBack();
      decide.calls[0]!.reject(new PipelineError('forbidden', { status: 403 }));
      await waitUntil(() => desk.isPanelShown(), 'the failure is told');
      expect(desk.panelText()).to.contain(FIRST).and.not.to.contain('No submission is open');
      expect(desk.isQueueShown()).to.equal(true);
      expect(desk.hasBack()).to.equal(false);
      expect(desk.isPanelAboveQueue()).to.equal(true);
      await expectAccessible(desk.desk);
      await desk.pressInPanel('Open it');
      expect(desk.isQueueShown()).to.equal(false);
      expect(desk.panelText()).to.contain('It was not approved');
      await desk.goBack();
      await waitUntil(() => !desk.isPanelShown(), 'what was told is gone');
    });

    it('keeps what is open when there is more room', async () => {
      const desk = await showDesk({ store: withReview() }, narrow);
      await desk.rowsCome();
      await desk.choose(FIRST);
      const panel = desk.panel();
      await desk.resize(1200);
      expect(desk.isQueueShown()).to.equal(true);
      expect(desk.panel()).to.equal(panel);
    });
  });

  it('tells the page what was chosen', async () => {
    const desk = await showDesk({ store: withReview() });
    await desk.rowsCome();
    const heard: unknown[] = [];
    desk.desk.addEventListener('golive-submission-select', ({ detail }) => heard.push(detail));
    await desk.choose(FIRST);
    expect(heard).to.deep.equal([{ submissionId: 'subm_2' }]);
  });

  it('works with nothing but an address and headers', async () => {
    const api = await serveApi('in_review');
    try {
      const desk = await showDesk({ baseUrl: '/api', headers: signedInAs('mara') });
      await desk.rowsCome();
      await desk.choose(FIRST);
      await waitUntil(() => api.requests.some(({ line }) => line.includes('/reviews/')));
      expect(api.count('GET /api/reviews')).to.equal(1);
      expect(api.requests.every(({ bearer }) => bearer === 'Bearer mara')).to.equal(true);
    } finally {
      api.leave();
    }
  });

  it('says that somebody has to sign in, and reads the queue with headers that come late', async () => {
    const api = await serveApi('in_review');
    try {
      const desk = await showDesk({});
      let asked = 0;
      desk.desk.addEventListener('golive-auth-required', () => (asked += 1));
      desk.desk.baseUrl = '/api';
      await waitUntil(() => asked > 0);
      expect(asked).to.equal(1);
      desk.desk.headers = signedInAs('mara');
      await desk.rowsCome();
    } finally {
      api.leave();
    }
  });

  it('leaves its store when it is removed', async () => {
    const store = withReview();
    const counted = countListeners(store);
    const { desk, rowsCome, choose } = await showDesk({ store });
    await rowsCome();
    await choose(FIRST);
    expect(counted.now).to.be.greaterThan(3);
    desk.remove();
    expect(counted.now).to.equal(0);
  });
});
