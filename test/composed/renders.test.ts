import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/define/pipeline.js';
import '../../src/define/review-desk.js';
// What comes on demand is there beforehand, so that no render is late for the sake of a module.
import '../../src/elements/review-panel/panel-part.js';
import '../../src/elements/submission/form-part.js';
import {
  createDemoHost,
  createFakeAdapter,
  MAIN_SUBSCRIPTION,
  type FakeHost,
  type ScenarioName,
} from '../../src/mocks/index.js';
import { createStore, type PipelineStore } from '../../src/store/index.js';
import { idle } from '../helpers/idle.js';
import { countCalls, countRenders } from '../helpers/counting.js';
import { waitUntil } from '../helpers/wait-until.js';

/** Frames without anything happening after which nothing is under way: the host is in the page. */
const QUIET = 12;

describe('what a change costs', () => {
  let host: FakeHost;
  let calls: ReturnType<typeof countCalls>;
  let renders: ReturnType<typeof countRenders>;
  let store: PipelineStore;

  beforeEach(() => {
    renders = countRenders();
  });
  afterEach(() => renders.stop());

  const as = (account: string) => createFakeAdapter(host, { as: account });

  /** Renders and requests since it was asked last, once nothing more comes. */
  async function cost() {
    const rendered: Record<string, number> = {};
    const asked: Record<string, number> = {};
    const add = (sum: Record<string, number>, more: Record<string, number>) => {
      for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count;
      return Object.keys(more).length > 0;
    };
    for (let quiet = 0; quiet < QUIET; quiet += 1) {
      await nextFrame();
      await idle();
      const isRendered = add(rendered, renders.take());
      if (add(asked, calls.take()) || isRendered) quiet = 0;
    }
    return { rendered, asked };
  }

  const open = async (account: string, scenario: ScenarioName, events = true) => {
    host = await createDemoHost(scenario);
    host.capabilities.events = events;
    calls = countCalls(as(account));
  };

  async function openPipeline(scenario: ScenarioName) {
    await open('joel', scenario);
    store = createStore({ adapter: calls.adapter, subscription: MAIN_SUBSCRIPTION });
    await fixture(html`<golive-pipeline .store=${store}></golive-pipeline>`);
  }

  async function openDesk() {
    await open('mara', 'in_review');
    store = createStore({ adapter: calls.adapter });
    const filters = { state: ['waiting', 'approved', 'rejected', 'changes_requested'] };
    const desk = await fixture(
      html`<golive-review-desk .store=${store} .filters=${filters}></golive-review-desk>`,
    );
    const queue = desk.shadowRoot!.querySelector('golive-review-queue')!.shadowRoot!;
    return { rows: () => [...queue.querySelectorAll<HTMLElement>('[part~=row]')], queue };
  }

  it('one request for the state at first, and one for each part that has data of its own', async () => {
    await openPipeline('credentials_made');
    const { asked } = await cost();
    expect(asked).to.deep.equal({
      getSnapshot: 1,
      watchSubscription: 1,
      getForm: 1,
      getDraft: 1,
      getActivity: 1,
    });
    expect(await cost(), 'idle').to.deep.equal({ rendered: {}, asked: {} });
  });

  it('one read for the change of somebody else, and only what shows it is drawn again', async () => {
    await openPipeline('credentials_made');
    await cost();
    await as('joel').rotateSecret(MAIN_SUBSCRIPTION, 'sandbox', {});
    const { rendered, asked } = await cost();
    expect(asked).to.deep.equal({ getSnapshot: 1, getActivity: 1 });
    expect(Object.keys(rendered)).to.have.members([
      'credential-card sandbox',
      // Its button gives way to what has to be done about the secret first.
      'submission',
      'activity',
    ]);
    expect(rendered['credential-card sandbox']).to.equal(1);
  });

  it('one request for an act whose answer is the new state, and no read when its event comes', async () => {
    await openPipeline('no_form');
    await cost();
    const result = await store.run('submit', { answers: {}, formVersion: null });
    expect(result.ok).to.equal(true);
    const { asked } = await cost();
    expect(asked).to.deep.equal({ submit: 1, getActivity: 1 });
  });

  it('one request for an act that answers with its result alone, and one read of the state', async () => {
    await openPipeline('credentials_made');
    await cost();
    await store.run('regenerate:sandbox', undefined);
    const { rendered, asked } = await cost();
    expect(asked).to.deep.equal({ regenerate: 1, getSnapshot: 1, getActivity: 1 });
    expect(rendered).not.to.include.keys(['stepper', 'outcome', 'credential-card production']);
  });

  it('nothing drawn at a poll that brings nothing new', async () => {
    await open('joel', 'in_review', false);
    store = createStore({
      adapter: calls.adapter,
      subscription: MAIN_SUBSCRIPTION,
      pollInterval: 50,
    });
    await fixture(html`<golive-pipeline .store=${store}></golive-pipeline>`);
    let polls = 0;
    const isPolled = () => (polls += calls.take()['getSnapshot'] ?? 0) > 4;
    await waitUntil(isPolled);
    renders.take();
    polls = 0;
    await waitUntil(isPolled);
    expect(renders.take()).to.deep.equal({});
  });

  it('one row touched when one submission changes, and nothing of another that is open', async () => {
    const { rows, queue } = await openDesk();
    await cost();
    const { items } = await as('hugo').getQueue({}, { limit: 50 });
    const [shown, decided] = items.filter(({ allowedActions }) =>
      allowedActions.includes('approve'),
    );
    const rowOf = ({ submissionId }: { submissionId: string }) =>
      rows()[items.findIndex((item) => item.submissionId === submissionId)]!;
    rowOf(shown!).querySelector('button')!.click();
    await cost();

    const touched = new Set<Element>();
    const observer = new MutationObserver((records) => {
      for (const row of rows()) {
        if (records.some(({ target }) => row.contains(target))) touched.add(row);
      }
    });
    const everything = { subtree: true, childList: true, characterData: true, attributes: true };
    observer.observe(queue, everything);
    const { submissionId, version } = decided!;
    const body = { outcome: 'approved' as const, notes: null, fieldNotes: [] };
    await as('hugo').decide(submissionId, version, body);
    const { rendered, asked } = await cost();
    observer.disconnect();
    expect([...touched]).to.deep.equal([rowOf(decided!)]);
    expect(Object.keys(rendered)).to.deep.equal(['review-queue']);
    expect(asked).to.deep.equal({ getQueue: 1, getReview: 1 });
  });
});
