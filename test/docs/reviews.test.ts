import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/review-desk.js';
import { createFakeAdapter } from '../../src/mocks/index.js';
import { serveApi, signedInAs } from '../helpers/api.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('the page on reviews', () => {
  let api: Awaited<ReturnType<typeof serveApi>>;
  let before: string;

  beforeEach(async () => {
    api = await serveApi('in_review');
    before = location.href;
  });
  afterEach(() => {
    api.leave();
    history.replaceState(history.state, '', before);
  });

  async function shown() {
    const desk = await fixture<HTMLElementTagNameMap['golive-review-desk']>(
      // prettier-ignore
      html`
        <golive-review-desk base-url="/api" target-hours="24"></golive-review-desk>
      `,
    );
    desk.headers = signedInAs('mara');
    const [queue, panel] = ['golive-review-queue', 'golive-review-panel'].map(
      (tag) => desk.shadowRoot!.querySelector(tag)!.shadowRoot!,
    );
    await waitUntil(() => queue!.querySelector('[part~=row]'));
    return { desk, queue: queue!, panel: panel! };
  }

  it('keeps the filters in the address', async () => {
    const { desk, queue } = await shown();

    const asked = new URLSearchParams(location.search).get('filters');
    if (asked) desk.filters = JSON.parse(asked);

    desk.addEventListener('golive-filters-changed', ({ detail }) => {
      const address = new URL(location.href);
      address.searchParams.set('filters', JSON.stringify(detail.filters));
      history.replaceState(history.state, '', address);
    });

    queue.querySelector<HTMLElement>('#approved')!.click();
    await waitUntil(() => location.search.includes('approved'));
    const kept = new URLSearchParams(location.search).get('filters');
    expect(JSON.parse(kept!)).to.deep.equal({ state: ['approved'] });
  });

  it('offers the page’s sentences', async () => {
    const { desk, panel } = await shown();

    desk.templates = [
      {
        id: 'certificate',
        label: 'No valid certificate',
        text: 'Hello {developer}, the host of the callback for {name} has no valid certificate: {host}.',
        outcome: 'changes_requested',
      },
    ];

    const joel = createFakeAdapter(api.host, { as: 'joel' });
    desk.submission = (await joel.getSnapshot('sub_42'))!.submission!.id;
    const press = async (name: string) => {
      const found = () =>
        [...panel.querySelectorAll('button')].find(({ textContent }) => textContent.includes(name));
      await waitUntil(found);
      found()!.click();
    };
    await press('Insert a template');
    await press('No valid certificate');
    const notes = () => panel.querySelector<HTMLTextAreaElement>('#notes')!;
    await waitUntil(() => notes().value);
    expect(notes().value).to.equal(
      'Hello Joel Adeyemi, the host of the callback for Fernwood Ledger has no valid certificate: {host}.',
    );
    expect(notes().value.slice(notes().selectionStart, notes().selectionEnd)).to.equal('{host}');
  });
});
