import { expect, fixture, html } from '@open-wc/testing';
import { PipelineError } from '../../src/adapter/index.js';
import { PipelineProvider } from '../../src/composed/provider/provider.js';
import { NavigateEvent } from '../../src/connect/events.js';
import { define } from '../../src/define/define.js';
import '../../src/define/credential-card.js';
import '../../src/define/outcome.js';
import '../../src/define/provider.js';
import '../../src/define/stepper.js';
import '../../src/define/submission.js';
import type { PipelineStepper } from '../../src/elements/stepper/stepper.js';
import { createFakeAdapter } from '../../src/mocks/index.js';
import { createStore } from '../../src/store/index.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { failing, showing } from '../../stories/fixture/store.js';
import { serveApi, signedInAs } from '../helpers/api.js';
import { countListeners } from '../helpers/listening.js';
import { settled } from '../helpers/stories.js';
import { waitUntil } from '../helpers/wait-until.js';

const SNAPSHOT = 'GET /api/subscriptions/sub_42';
const joel = signedInAs('joel');

/** What the stepper reads out as the present step. */
const stepNow = (stepper: Element) =>
  stepper.shadowRoot!.querySelector('[aria-current]')?.textContent?.replace(/\s+/g, ' ').trim();

const shown = (stepper: Element, text: string) =>
  waitUntil(() => stepNow(stepper)?.startsWith(text), `the stepper shows ${text}`);

/** The names and details of the kit's events that reach the page. */
function hear(target: EventTarget) {
  const heard: [string, unknown][] = [];
  for (const name of ['golive-error', 'golive-auth-required', 'golive-changed']) {
    target.addEventListener(name, (event) => heard.push([name, (event as CustomEvent).detail]));
  }
  return heard;
}

async function provide() {
  const provider = await fixture<PipelineProvider>(
    html`<golive-provider><golive-stepper></golive-stepper></golive-provider>`,
  );
  return { provider, stepper: provider.querySelector('golive-stepper')! };
}

describe('golive-provider', () => {
  let api: Awaited<ReturnType<typeof serveApi>>;
  beforeEach(async () => {
    api = await serveApi('in_review');
  });
  afterEach(() => api.leave());

  describe('takes what the page sets', () => {
    it('as attributes, with headers set later', async () => {
      const box = await fixture(html`<div></div>`);
      box.innerHTML =
        '<golive-provider base-url="/api" subscription="sub_42"><golive-stepper></golive-stepper></golive-provider>';
      box.querySelector('golive-provider')!.headers = joel;
      await shown(box.querySelector('golive-stepper')!, 'In Review');
      expect(api.count(SNAPSHOT)).to.equal(1);
    });

    const settings = { baseUrl: '/api', subscription: 'sub_42', headers: joel };
    const orders: (keyof typeof settings)[][] = [
      ['baseUrl', 'subscription', 'headers'],
      ['headers', 'subscription', 'baseUrl'],
      ['subscription', 'baseUrl', 'headers'],
    ];
    for (const order of orders) {
      it(`as properties before it is in the page: ${order.join(', ')}`, async () => {
        const provider = document.createElement('golive-provider');
        for (const name of order) Object.assign(provider, { [name]: settings[name] });
        const stepper = provider.appendChild(document.createElement('golive-stepper'));
        (await fixture(html`<div></div>`)).append(provider);
        await shown(stepper, 'In Review');
        expect(api.count(SNAPSHOT)).to.equal(1);
      });

      it(`as properties after it is in the page, at once: ${order.join(', ')}`, async () => {
        const { provider, stepper } = await provide();
        for (const name of order) Object.assign(provider, { [name]: settings[name] });
        await shown(stepper, 'In Review');
        expect(api.count(SNAPSHOT)).to.equal(1);
      });
    }

    it('as properties set before the element is defined', async () => {
      const tag = 'late-provider-properties';
      const box = await fixture(html`<div></div>`);
      const provider = box.appendChild(document.createElement(tag));
      Object.assign(provider, settings);
      const stepper = provider.appendChild(document.createElement('golive-stepper'));
      await settled(stepper);
      define(tag, class extends PipelineProvider {});
      await shown(stepper, 'In Review');
    });

    it('a store set before the element is defined', async () => {
      const tag = 'late-provider-store';
      const box = await fixture(html`<div></div>`);
      const provider = box.appendChild(document.createElement(tag));
      const store = showing(snapshots.live);
      Object.assign(provider, { store });
      const stepper = provider.appendChild(document.createElement('golive-stepper'));
      define(tag, class extends PipelineProvider {});
      await shown(stepper, 'Production');
      expect((provider as PipelineProvider).store).to.equal(store);
    });

    it('an adapter in place of an address', async () => {
      const { provider, stepper } = await provide();
      provider.adapter = createFakeAdapter(api.host, { as: 'joel' });
      provider.subscription = 'sub_42';
      await shown(stepper, 'In Review');
      expect(api.requests).to.deep.equal([]);
    });

    it('phrases, also for elements that are there already', async () => {
      const { provider, stepper } = await provide();
      provider.store = showing(snapshots.credentialsMade);
      await shown(stepper, 'Sandbox');
      provider.strings = { shared: { sandbox: 'Playground' } };
      await shown(stepper, 'Playground');
    });
  });

  it('shows skeletons and asks for nothing while it knows no address', async () => {
    const { provider, stepper } = await provide();
    provider.subscription = 'sub_42';
    provider.headers = joel;
    await settled(stepper);
    expect(provider.store).to.equal(undefined);
    expect(stepper.shadowRoot!.querySelector('[aria-busy=true]')).to.exist;
    expect(api.requests).to.deep.equal([]);
  });

  it('serves elements that were there before it was defined', async () => {
    const tag = 'late-provider';
    const box = await fixture(html`<div></div>`);
    box.innerHTML = `<${tag} base-url="/api" subscription="sub_42"><p><golive-stepper></golive-stepper></p></${tag}>`;
    const stepper = box.querySelector('golive-stepper')!;
    await settled(stepper);
    define(
      tag,
      class extends PipelineProvider {
        override headers = joel;
      },
    );
    await shown(stepper, 'In Review');
  });

  it('serves elements that come later, however deep', async () => {
    const { provider } = await provide();
    provider.store = showing(snapshots.live);
    await provider.updateComplete;
    const shadow = provider
      .appendChild(document.createElement('section'))
      .attachShadow({ mode: 'open' });
    const stepper = shadow.appendChild(document.createElement('golive-stepper'));
    await shown(stepper, 'Production');
  });

  describe('changes its store', () => {
    it('once for all that changes together, and leaves nobody on the old one', async () => {
      const { provider, stepper } = await provide();
      Object.assign(provider, { baseUrl: '/api', subscription: 'sub_42', headers: joel });
      await shown(stepper, 'In Review');
      const first = provider.store!;
      provider.subscription = 'sub_none';
      provider.adapter = createFakeAdapter(api.host, { as: 'joel' });
      provider.subscription = 'sub_51';
      await provider.updateComplete;
      expect(provider.store).not.to.equal(first);
      expect(provider.store!.subscriptionId).to.equal('sub_51');
      await waitUntil(() => provider.store!.state.snapshot.value, 'the other one is read');
      expect(first.state.snapshot.value!.id).to.equal('sub_42');
    });

    it('and an answer that comes too late for the old one changes nothing', async () => {
      let answer = (_snapshot: typeof snapshots.live) => {};
      const slow = createStore({
        adapter: {
          ...showing(snapshots.fresh).adapter,
          getSnapshot: () => new Promise((resolve) => (answer = resolve)),
        },
        subscription: 'sub_42',
      });
      const counted = countListeners(slow);
      const { provider, stepper } = await provide();
      const heard = hear(provider);
      provider.store = slow;
      await settled(stepper);
      expect(counted.now).to.be.greaterThan(0);
      provider.store = showing(snapshots.credentialsMade);
      await shown(stepper, 'Sandbox');
      expect(counted.now).to.equal(0);
      answer(snapshots.live);
      await settled(stepper);
      expect(stepNow(stepper)).to.match(/^Sandbox/);
      expect(heard).to.deep.equal([]);
    });

    it('not for other headers, which hold from the next request on', async () => {
      const { provider, stepper } = await provide();
      Object.assign(provider, { baseUrl: '/api', subscription: 'sub_42', headers: joel });
      await shown(stepper, 'In Review');
      const { store } = provider;
      provider.headers = async () => signedInAs('mara');
      await provider.refresh();
      expect(provider.store).to.equal(store);
      expect(api.requests.map(({ bearer }) => bearer)).to.deep.equal([
        'Bearer joel',
        'Bearer mara',
      ]);
    });

    it('for another account, whose page shows nothing of the last one’s', async () => {
      const { provider, stepper } = await provide();
      Object.assign(provider, { baseUrl: '/api', subscription: 'sub_42', headers: joel });
      await shown(stepper, 'In Review');
      const { store } = provider;
      provider.account = 'joel';
      await provider.updateComplete;
      expect(provider.store, 'his name comes late').to.equal(store);
      provider.account = undefined;
      await provider.updateComplete;
      provider.headers = signedInAs('priya');
      provider.account = 'priya';
      await settled(stepper);
      expect(provider.store).not.to.equal(store);
      expect(stepNow(stepper)).to.equal(undefined);
    });

    it('for none when the page takes its address away', async () => {
      const { provider, stepper } = await provide();
      for (const [name, value] of Object.entries({ 'base-url': '/api', subscription: 'sub_42' }))
        provider.setAttribute(name, value);
      provider.headers = joel;
      await shown(stepper, 'In Review');
      const heard = hear(provider);
      provider.removeAttribute('base-url');
      await settled(stepper);
      expect(provider.store).to.equal(undefined);
      expect(stepNow(stepper)).to.equal(undefined);
      expect(heard).to.deep.equal([]);
    });

    it('no more for an element that is moved out of it', async () => {
      const { provider, stepper } = await provide();
      provider.store = showing(snapshots.live);
      await shown(stepper, 'Production');
      provider.after(stepper);
      await settled(stepper);
      expect(stepNow(stepper)).to.equal(undefined);
      provider.append(stepper);
      await shown(stepper, 'Production');
    });

    it('back to one of its own when the page takes its store away', async () => {
      const { provider, stepper } = await provide();
      Object.assign(provider, { baseUrl: '/api', subscription: 'sub_42', headers: joel });
      provider.store = showing(snapshots.live);
      await shown(stepper, 'Production');
      expect(api.requests).to.deep.equal([]);
      provider.store = undefined;
      await shown(stepper, 'In Review');
    });
  });

  describe('tells the page', () => {
    it('each error once, and that somebody has to sign in', async () => {
      const { provider, stepper } = await provide();
      const heard = hear(provider.parentElement!);
      provider.append(document.createElement('golive-stepper'));
      Object.assign(provider, { baseUrl: '/api', subscription: 'sub_42' });
      await waitUntil(() => heard.length > 0);
      expect(heard).to.deep.equal([
        ['golive-error', { code: 'not_signed_in', status: 401 }],
        ['golive-auth-required', null],
      ]);
      provider.headers = joel;
      await shown(stepper, 'In Review');
      expect(heard).to.have.lengthOf(2);
    });

    it('of another error without asking anybody to sign in', async () => {
      const { provider } = await provide();
      const heard = hear(provider);
      provider.store = failing('internal', 500);
      await waitUntil(() => heard.length > 0);
      await settled(provider);
      const requestId = 'req_8f21c0';
      expect(heard).to.deep.equal([['golive-error', { code: 'internal', status: 500, requestId }]]);
    });

    it('which act an error belongs to', async () => {
      const { provider } = await provide();
      const heard = hear(provider);
      provider.store = showing(snapshots.fresh);
      await provider.updateComplete;
      provider.store.report(new PipelineError('offline'), 'submit');
      expect(heard).to.deep.equal([['golive-error', { code: 'offline', action: 'submit' }]]);
    });

    it('of what somebody else did', async () => {
      const { provider, stepper } = await provide();
      const heard = hear(provider);
      const mara = createFakeAdapter(api.host, { as: 'mara' });
      Object.assign(provider, { baseUrl: '/api', subscription: 'sub_42', headers: joel });
      await shown(stepper, 'In Review');
      const { submission } = provider.store!.state.snapshot.value!;
      const { version } = await mara.getReview(submission!.id);
      const decision = { outcome: 'approved', notes: null, fieldNotes: [] } as const;
      await mara.decide(submission!.id, version, { ...decision, fieldNotes: [] });
      await provider.refresh();
      const after = provider.store!.state.snapshot.value!;
      expect(heard).to.deep.equal([
        ['golive-changed', { phase: 'production', version: after.version }],
      ]);
    });

    it('nothing any more once it is removed, and again when it is back', async () => {
      const { provider, stepper } = await provide();
      const store = showing(snapshots.live);
      const counted = countListeners(store);
      provider.store = store;
      await shown(stepper, 'Production');
      const all = counted.now;
      const box = provider.parentElement!;
      provider.remove();
      expect(counted.now).to.equal(0);
      box.append(provider);
      expect(counted.now).to.equal(all);
      provider.remove();
      provider.store = undefined;
      await provider.updateComplete;
      expect(counted.now).to.equal(0);
    });

    it('nothing for a provider around it that it takes its store from', async () => {
      const outer = await fixture<PipelineProvider>(html`
        <golive-provider .store=${failing('internal', 500)}>
          <golive-provider .strings=${{ shared: { retry: 'Once more' } }}>
            <golive-stepper></golive-stepper>
          </golive-provider>
        </golive-provider>
      `);
      const heard = hear(outer.parentElement!);
      const stepper = outer.querySelector<PipelineStepper>('golive-stepper')!;
      await waitUntil(() => stepper.shadowRoot!.querySelector('[role=alert]'));
      expect(stepper.shadowRoot!.textContent).to.contain('Once more');
      await settled(stepper);
      expect(heard.length).to.be.lessThan(2);
    });
  });

  describe('leads from one element to another', () => {
    async function provideAll() {
      const provider = await fixture<PipelineProvider>(html`
        <golive-provider .store=${showing(snapshots.changesRequested)}>
          <golive-outcome></golive-outcome>
          <section>
            <golive-submission></golive-submission>
            <golive-credential-card lane="sandbox"></golive-credential-card>
            <golive-credential-card lane="production"></golive-credential-card>
          </section>
        </golive-provider>
      `);
      const opened: (string | undefined)[] = [];
      provider.querySelector('golive-submission')!.openAt = (fieldId) => opened.push(fieldId);
      const outcome = provider.querySelector('golive-outcome')!;
      const go = async (detail: NavigateEvent['detail']) => {
        outcome.dispatchEvent(new NavigateEvent(detail));
        await settled(provider);
      };
      return { provider, opened, go };
    }

    it('to the submission, at a field', async () => {
      const { opened, go } = await provideAll();
      await go({ target: 'submission', fieldId: 'purpose' });
      expect(opened).to.deep.equal(['purpose']);
    });

    it('to the production credentials', async () => {
      const { provider, go } = await provideAll();
      await go({ target: 'production-credentials' });
      const card = provider.querySelector('[lane=production]')!;
      expect(document.activeElement).to.equal(card);
      expect(card.shadowRoot!.activeElement!.textContent).to.contain('Production Credentials');
    });

    it('to the production credentials whose lane a framework set as a property', async () => {
      const { provider, go } = await provideAll();
      const [, card] = provider.querySelectorAll('golive-credential-card');
      card!.remove();
      const another = document.createElement('golive-credential-card');
      another.lane = 'production';
      provider.append(another);
      await settled(another);
      await go({ target: 'production-credentials' });
      expect(another.matches(':focus')).to.equal(true);
    });

    it('unless the page does, however far up it listens', async () => {
      const { opened, go } = await provideAll();
      document.addEventListener('golive-navigate', (event) => event.preventDefault(), {
        once: true,
      });
      await go({ target: 'submission' });
      expect(opened).to.deep.equal([]);
    });
  });

  it('is light or dark where the page does not say so, and changes no layout', async () => {
    const { provider, stepper } = await provide();
    expect(getComputedStyle(provider).display).to.equal('contents');
    expect(provider.hasAttribute('theme')).to.equal(false);
    for (const theme of ['dark', 'light'] as const) {
      provider.theme = theme;
      await provider.updateComplete;
      expect(getComputedStyle(stepper).colorScheme).to.equal(theme);
    }
  });
});
