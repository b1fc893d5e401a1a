import { expect, fixture, html } from '@open-wc/testing';
import { PipelineError } from '../../src/adapter/index.js';
import { NavigateEvent } from '../../src/connect/events.js';
import { createFakeAdapter, createDemoHost, type FakeHost } from '../../src/mocks/index.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { showing } from '../../stories/fixture/store.js';
import * as stories from '../../stories/pipeline.stories.js';
import { serveApi, signedInAs } from '../helpers/api.js';
import { countListeners } from '../helpers/listening.js';
import { pipelineHarness, showPipeline } from '../helpers/pipeline.js';
import {
  expectAccessible,
  itIsAccessibleInEveryStory,
  settled,
  showStory,
  storyNames,
} from '../helpers/stories.js';
import { waitUntil } from '../helpers/wait-until.js';

const joel = signedInAs('joel');

/** A reviewer who approves what Joel submitted. */
async function approve(host: FakeHost) {
  const mara = createFakeAdapter(host, { as: 'mara' });
  const { submission } = (await mara.getSnapshot('sub_42'))!;
  const { version } = await mara.getReview(submission!.id);
  await mara.decide(submission!.id, version, { outcome: 'approved', notes: null, fieldNotes: [] });
}

/** Joel's page on a host of its own, which is asked again only when `refresh` says so. */
async function live(
  scenario: Parameters<typeof createDemoHost>[0],
  options?: Parameters<typeof showPipeline>[1],
) {
  const host = await createDemoHost(scenario, { capabilities: { events: false } });
  const adapter = createFakeAdapter(host, { as: 'joel' });
  const page = await showPipeline({ adapter, subscription: 'sub_42' }, options);
  await waitUntil(() => page.stepNow());
  return { host, adapter, ...page };
}

describe('golive-pipeline', () => {
  itIsAccessibleInEveryStory(stories);

  for (const name of storyNames(stories)) {
    it(`is accessible in the story ${name} where there is room for one lane`, async () => {
      const pipeline = await showStory<HTMLElement>(stories, name);
      pipeline.style.inlineSize = '320px';
      await settled(pipeline);
      await settled(pipeline);
      await expectAccessible(pipeline);
    });
  }

  describe('where there is room', () => {
    it('opens on the sandbox lane, with production after it', async () => {
      const page = await showPipeline({ store: showing(snapshots.credentialsMade) });
      expect(page.tabs()).to.deep.equal([]);
      expect(page.shown()).to.deep.equal([
        'stepper',
        'outcome',
        'sandbox',
        'test-data',
        'production',
        'submission',
        'activity',
      ]);
    });

    it('puts production first once the integration is approved', async () => {
      const page = await showPipeline({ store: showing(snapshots.approved) });
      expect(page.shown().slice(2, 5)).to.deep.equal(['production', 'sandbox', 'test-data']);
    });

    it('shows the cards alone for a plan without a pipeline', async () => {
      const page = await showPipeline({ store: showing(snapshots.noPipeline) });
      expect(page.shown()).to.deep.equal(['production', 'sandbox', 'test-data', 'activity']);
    });

    it('asks for the subscription once, whatever it shows', async () => {
      const api = await serveApi('changes_requested');
      try {
        const page = await showPipeline({ baseUrl: '/api', subscription: 'sub_42', headers: joel });
        await page.reaches('Sandbox');
        expect(api.count('GET /api/subscriptions/sub_42')).to.equal(1);
      } finally {
        api.leave();
      }
    });
  });

  describe('where there is room for one lane', () => {
    const narrow = { width: 400 };

    it('shows them behind tabs, and opens on the sandbox', async () => {
      const page = await showPipeline({ store: showing(snapshots.credentialsMade) }, narrow);
      expect(page.tabs()).to.deep.equal(['Sandbox', 'Production']);
      expect(page.openTab()).to.equal('Sandbox');
      expect(page.panelOf('Sandbox')).to.deep.equal({
        name: 'Sandbox',
        role: 'tabpanel',
        isShown: true,
      });
      expect(page.panelOf('Production').isShown).to.equal(false);
      expect(page.shown()).not.to.include('production');
    });

    it('opens on production once the integration is approved', async () => {
      const page = await showPipeline({ store: showing(snapshots.approved) }, narrow);
      expect(page.openTab()).to.equal('Production');
    });

    it('changes lanes by pointer and by keyboard', async () => {
      const page = await showPipeline({ store: showing(snapshots.fresh) }, narrow);
      await page.pressTab('Production');
      expect(page.shown()).to.include('production').and.not.to.include('sandbox');
      await page.pressKey('ArrowRight');
      expect(page.openTab()).to.equal('Sandbox');
      expect(page.focused()).to.equal('Sandbox');
      await page.pressKey('End');
      expect(page.focused()).to.equal('Production');
      await page.pressKey('Home');
      expect(page.openTab()).to.equal('Sandbox');
      await page.pressKey('ArrowLeft');
      expect(page.openTab()).to.equal('Production');
    });

    it('follows the room there is, and keeps what it shows', async () => {
      const page = await showPipeline({ store: showing(snapshots.fresh) }, narrow);
      const card = page.card('sandbox');
      await page.resize(900);
      expect(page.tabs()).to.deep.equal([]);
      expect(page.shown()).to.include('production').and.to.include('sandbox');
      await page.resize(400);
      expect(page.openTab()).to.equal('Sandbox');
      expect(page.card('sandbox')).to.equal(card);
    });

    it('is no narrower for being hidden', async () => {
      const page = await showPipeline({ store: showing(snapshots.fresh) });
      page.pipeline.hidden = true;
      await settled(page.pipeline);
      page.pipeline.hidden = false;
      await settled(page.pipeline);
      expect(page.tabs()).to.deep.equal([]);
    });

    it('goes to production when the approval comes', async () => {
      const page = await live('in_review', narrow);
      expect(page.openTab()).to.equal('Sandbox');
      await approve(page.host);
      await page.pipeline.refresh();
      await page.reaches('Production');
      expect(page.openTab()).to.equal('Production');
    });

    it('but not under the hands of somebody who is at work in the sandbox', async () => {
      const page = await live('in_review', narrow);
      page.lane('sandbox').focus();
      await approve(page.host);
      await page.pipeline.refresh();
      await page.reaches('Production');
      expect(page.openTab()).to.equal('Sandbox');
      expect(page.pipeline.shadowRoot!.activeElement).to.equal(page.lane('sandbox'));
    });
  });

  describe('leads on', () => {
    const go = (
      page: { element: (tag: 'golive-outcome') => Element },
      detail: NavigateEvent['detail'],
    ) => page.element('golive-outcome').dispatchEvent(new NavigateEvent(detail));

    it('to a field of the submission, for which the form takes all the room', async () => {
      const page = await showStory(stories, 'ChangesRequested').then((element) =>
        pipelineHarness(element as never),
      );
      const opened: unknown[] = [];
      const submission = page.element('golive-submission');
      const { openAt } = submission;
      submission.openAt = function (fieldId) {
        opened.push(fieldId);
        openAt.call(this, fieldId);
      };
      go(page, { target: 'submission', fieldId: 'callback_url' });
      await waitUntil(() => page.shown().length === 2, 'only the form is left');
      expect(page.shown()).to.deep.equal(['stepper', 'submission']);
      expect(opened).to.deep.equal(['callback_url']);
    });

    for (const width of [400, 1100]) {
      it(`to the production credentials, at ${width} px`, async () => {
        const page = await showPipeline({ store: showing(snapshots.approved) }, { width });
        if (width === 400) await page.pressTab('Sandbox');
        go(page, { target: 'production-credentials' });
        await waitUntil(() => page.focused() === 'Production Credentials');
        expect(page.shown()).to.include('production');
      });
    }
  });

  describe('when something changes elsewhere', () => {
    it('puts production first and keeps the sandbox as it is', async () => {
      const page = await live('in_review');
      const card = page.card('sandbox');
      await approve(page.host);
      await page.pipeline.refresh();
      await page.reaches('Production');
      expect(page.shown().slice(2, 4)).to.deep.equal(['production', 'sandbox']);
      expect(page.card('sandbox')).to.equal(card);
      // The outcome has said it.
      expect(page.announced()).to.equal('');
    });

    it('goes on at the production card when the reader was there', async () => {
      const page = await live('in_review');
      page.card('production').focus();
      await approve(page.host);
      await page.pipeline.refresh();
      await waitUntil(() => page.shown()[2] === 'production');
      await waitUntil(() => page.focused() === 'Production Credentials');
    });

    it('says once that it is in review', async () => {
      const page = await live('no_form');
      await page.adapter.submit('sub_42', { answers: {}, formVersion: null });
      await page.pipeline.refresh();
      await page.reaches('In Review');
      expect(page.announced()).to.equal('Now in review');
    });

    it('says that a payment has opened production', async () => {
      const page = await live('paid_unpaid');
      await page.host.completePayment('sub_42');
      await page.pipeline.refresh();
      await waitUntil(() => page.announced());
      expect(page.announced()).to.equal('Production Credentials are unlocked');
    });
  });

  it('says once that nothing can be loaded, and loads it on demand', async () => {
    let isDown = true;
    const { adapter } = showing(snapshots.live);
    const getSnapshot = async () => {
      if (isDown) throw new PipelineError('internal', { status: 500 });
      return snapshots.live;
    };
    const page = await showPipeline({
      adapter: { ...adapter, getSnapshot },
      subscription: 'sub_42',
    });
    await waitUntil(() => page.alerts().length > 0);
    expect(page.alerts()).to.have.lengthOf(1);
    expect(page.alerts()[0]).to.contain('The subscription could not be loaded');
    expect(page.shown()).to.deep.equal([]);
    isDown = false;
    await page.retry();
    await page.reaches('Production');
    expect(page.alerts()).to.deep.equal([]);
  });

  it('asks for nothing without a subscription', async () => {
    const api = await serveApi('fresh');
    try {
      const page = await showPipeline({ baseUrl: '/api', headers: joel });
      expect(page.pipeline.store).to.equal(undefined);
      expect(api.requests).to.deep.equal([]);
      page.pipeline.subscription = 'sub_42';
      await page.reaches('Sandbox');
    } finally {
      api.leave();
    }
  });

  it('takes what it is not given from a provider around it', async () => {
    const provider = await fixture(html`
      <golive-provider
        .store=${showing(snapshots.inReview)}
        .strings=${{ shared: { sandbox: 'Playground' } }}
      >
        <golive-pipeline></golive-pipeline>
      </golive-provider>
    `);
    await import('../../src/define/provider.js');
    const page = pipelineHarness(provider.querySelector('golive-pipeline')!);
    await waitUntil(() => page.stepNow() === 'In Review');
    expect(page.element('golive-stepper').shadowRoot!.textContent).to.contain('Playground');
  });

  it('lets the page style the parts of what is inside', async () => {
    const style = document.createElement('style');
    style.textContent =
      'golive-pipeline::part(label) { outline: 7px solid } golive-pipeline::part(production) { outline: 3px solid }';
    document.head.append(style);
    try {
      const page = await showPipeline({ store: showing(snapshots.fresh) });
      const label = page.element('golive-stepper').shadowRoot!.querySelector('[part=label]')!;
      expect(getComputedStyle(label).outlineWidth).to.equal('7px');
      expect(getComputedStyle(page.card('production')).outlineWidth).to.equal('3px');
    } finally {
      style.remove();
    }
  });

  it('leaves its store when it is removed', async () => {
    const store = showing(snapshots.live);
    const counted = countListeners(store);
    const { pipeline } = await showPipeline({ store });
    expect(counted.now).to.be.greaterThan(5);
    pipeline.remove();
    expect(counted.now).to.equal(0);
  });
});
