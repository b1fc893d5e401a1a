import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/all.js';
import { createHttpAdapter } from '../../src/adapter/index.js';
import type { Snapshot } from '../../src/contract/index.js';
import { errors } from '../../src/i18n/en/errors.js';
import type { ErrorDetail } from '../../src/connect/index.js';
import { credentialOf, reviewOf, snapshots, submissionOf } from '../../stories/fixture/snapshot.js';
import { showing } from '../../stories/fixture/store.js';
import { settled } from '../helpers/stories.js';

/** The developer's page on a host that answers every request like this, and what it told the page. */
async function pageOn(answer: () => Response | Promise<Response>) {
  const heard: ErrorDetail[] = [];
  let hear: () => void;
  const first = new Promise<void>((resolve) => (hear = resolve));
  const adapter = createHttpAdapter({
    baseUrl: '/api',
    fetch: async () => answer(),
    retryDelay: () => 0,
  });
  const page = await fixture<HTMLElement>(
    html`<div
      @golive-error=${(event: CustomEvent<ErrorDetail>) => {
        heard.push(event.detail);
        hear();
      }}
    >
      <golive-pipeline .adapter=${adapter} subscription="sub_42"></golive-pipeline>
    </div>`,
  );
  await first;
  const pipeline = page.querySelector('golive-pipeline')!;
  await settled(pipeline);
  return { pipeline, heard, said: textOf(pipeline) };
}

/** All that a person can read of an element, shadow trees included. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return '';
  const root = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  return [...root.childNodes].map(textOf).join(' ').replace(/\s+/g, ' ');
}

const problem = (status: number, code: string, headers = {}) =>
  new Response(JSON.stringify({ status, code }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });

describe('a page whose host answers badly', () => {
  const answers: [status: number, code: keyof typeof errors][] = [
    [401, 'not_signed_in'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [412, 'version_conflict'],
    [422, 'invalid'],
    [429, 'too_many_requests'],
    [500, 'internal'],
  ];
  for (const [status, code] of answers) {
    it(`says what ${status} means, once, and tells the page`, async () => {
      const { said, heard } = await pageOn(() => problem(status, code, { 'Retry-After': '0' }));
      expect(said.split(errors[code]).length - 1).to.equal(1);
      expect(heard).to.deep.equal([{ code, status }]);
    });
  }

  it('tells the page which request it was, as the host names it', async () => {
    const { heard } = await pageOn(() => problem(403, 'forbidden', { 'X-Request-Id': 'r-17' }));
    expect(heard).to.deep.equal([{ code: 'forbidden', status: 403, requestId: 'r-17' }]);
  });

  it('has words for a code that it does not know', async () => {
    const { said, heard } = await pageOn(() => problem(409, 'moon_phase'));
    expect(said).to.contain(errors.unknown);
    expect(heard[0]!.code).to.equal('moon_phase');
  });

  it('says that an answer of another shape is not understood', async () => {
    const { said } = await pageOn(() => new Response('<html>Bad gateway</html>'));
    expect(said).to.contain(errors.unreadable);
    expect(said).not.to.contain('gateway');
  });

  it('does not guess at a phase that it does not know, and tells the page where it stood', async () => {
    const { said, heard } = await pageOn(() =>
      Response.json({ ...snapshots.fresh, phase: 'limbo' }),
    );
    expect(said).to.contain(errors.unreadable);
    const detail = 'getSnapshot: phase';
    expect(heard).to.deep.equal([{ code: 'unreadable', status: 200, detail }]);
  });

  it('says that no answer came, and of what was only read not that it may have been done', async () => {
    const { said } = await pageOn(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(said).to.contain(errors.network);
    expect(said).not.to.contain('done');
  });

  it('shows the page once the host is well again', async () => {
    let answer = () => problem(500, 'internal');
    const { pipeline } = await pageOn(() => answer());
    answer = () => Response.json(snapshots.inReview);
    await pipeline.refresh();
    await settled(pipeline);
    const stepper = pipeline.shadowRoot!.querySelector('golive-stepper')!;
    await settled(stepper);
    expect(textOf(stepper)).to.contain('In Review');
  });
});

describe('a page whose host sends hostile texts', () => {
  const hostile = [
    '<img src=x onerror="window.wasHit = true">',
    '<script>window.wasHit = true</script>',
    '"><svg onload=window.wasHit=true>',
    '${window.wasHit = true}{{constructor}}',
    'javascript:window.wasHit=true',
    '\u202Egnp.exe\u202C \u0000 \uD800 __proto__ constructor',
    'A'.repeat(2_000),
  ];

  for (const text of hostile) {
    it(`shows ${JSON.stringify(text.slice(0, 40))} as text and goes nowhere with it`, async () => {
      const snapshot: Snapshot = {
        ...snapshots.changesRequested,
        name: text,
        plan: { ...snapshots.fresh.plan, name: text },
        links: { sandboxDocs: text, checkout: text, sandboxEndpoint: text },
        credentials: {
          sandbox: credentialOf('sandbox', {
            kind: text,
            values: [{ name: text, label: text, secret: false, value: text }],
            secrets: [],
          }),
          production: null,
        },
        submission: { ...submissionOf(), submittedBy: text },
        review: reviewOf('changes_requested', {
          notes: text,
          reviewer: text,
          fieldNotes: [{ fieldId: text, note: text }],
        }),
      };
      const entry = { type: text, name: text, description: text, value: text };
      const store = showing(snapshot, {
        testData: [entry],
        activity: [{ id: 'a1', at: snapshot.updatedAt, actor: text, kind: text, notes: text }],
      });
      const pipeline = await fixture<HTMLElement>(
        html`<golive-pipeline .store=${store}></golive-pipeline>`,
      );
      await settled(pipeline);
      const elements = [...pipeline.shadowRoot!.querySelectorAll('*')].filter((e) => e.shadowRoot);
      const testData = pipeline.shadowRoot!.querySelector('golive-test-data')!;
      testData.open = true;
      for (const element of elements) await settled(element);
      await settled(testData);

      const folded = text.replace(/\s+/g, ' ');
      for (const tag of ['golive-outcome', 'golive-credential-card', 'golive-activity']) {
        expect(textOf(pipeline.shadowRoot!.querySelector(tag)!), tag).to.contain(folded);
      }
      expect(textOf(testData)).to.contain(folded);
      expect('wasHit' in window).to.equal(false);
      for (const element of elements) {
        for (const link of element.shadowRoot!.querySelectorAll('a')) {
          expect(link.protocol).to.match(/^(https?|mailto):$/);
        }
        expect(
          element.shadowRoot!.querySelectorAll('script, img, [onerror], [onload]').length,
        ).to.equal(0);
      }
    });
  }
});

describe('a page that gives phrases that are none', () => {
  for (const phrase of [5, null, {}, [], () => 'x']) {
    it(`keeps the kit's own in place of ${typeof phrase} ${JSON.stringify(phrase)}`, async () => {
      const stepper = await fixture<HTMLElement>(
        html`<golive-stepper
          .store=${showing(snapshots.inReview)}
          .strings=${{ shared: { sandbox: phrase }, stepper: phrase }}
        ></golive-stepper>`,
      );
      await settled(stepper);
      expect(textOf(stepper)).to.contain('Sandbox').and.contain('In Review');
    });
  }
});
