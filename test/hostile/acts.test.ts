import { expect, html } from '@open-wc/testing';
import '../../src/define/all.js';
import { createHttpAdapter, PipelineError, type PipelineAdapter } from '../../src/adapter/index.js';
import type { Field, IssuedCredential, IssuedToken, Snapshot } from '../../src/contract/index.js';
import { asking } from '../../stories/fixture/fields.js';
import { credentialOf, snapshots } from '../../stories/fixture/snapshot.js';
import { answering } from '../../stories/fixture/store.js';
import { waitUntil } from '../helpers/wait-until.js';
import { expectTexts, openForm, type Next, type Scene } from './scene.js';
import { spoil } from './spoil.js';
import { watch } from './watch.js';

const press = (root: ParentNode, name: string) => {
  const buttons = [...root.querySelectorAll<HTMLElement>('button')];
  buttons.find(({ textContent }) => textContent.trim() === name)!.click();
};

/** A card whose host answers an act with hostile texts. */
const card = (methods: Partial<PipelineAdapter>, snapshot = snapshots.fresh) =>
  html`<golive-credential-card .store=${answering(snapshot, methods)}></golive-credential-card>`;

/** Does an act of the card, and waits for what is shown once. */
const reveal = (act: string) => async (page: HTMLElement) => {
  const root = page.querySelector('golive-credential-card')!.shadowRoot!;
  press(root, act);
  await waitUntil(() => root.querySelector('dialog[open] .values') !== null);
};

/** An upload that never ends, one that fails, and one that the host calls otherwise. */
function filesOf(next: Next): { file: File; uploadFile: PipelineAdapter['uploadFile'] }[] {
  const made = () => new File(['x'], next(), { type: 'application/pdf' });
  const code = next();
  const stored = { id: 'file_1', name: next() };
  return [
    { file: made(), uploadFile: () => new Promise(() => undefined) },
    { file: made(), uploadFile: () => Promise.reject(new PipelineError(code, { status: 422 })) },
    { file: made(), uploadFile: () => Promise.resolve(stored) },
  ];
}

const choose = (input: HTMLInputElement, file: File) => {
  const given = new DataTransfer();
  given.items.add(file);
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

/** What a card of hostile values can do more: give a token. */
const spoiled = (next: Next, links: Snapshot['links'] = {}): Snapshot => ({
  ...snapshots.credentialsMade,
  credentials: { sandbox: spoil(credentialOf('sandbox'), next), production: null },
  links,
});

const text = (id: string): Field => ({ id, kind: 'text', label: id });

/** In a text that no person is to see. */
const UNSEEN = 'for engineers alone';

let files: File[];

const scenes: Record<string, Scene> = {
  'what is shown once': {
    draw: (next) => {
      const credential = spoil(credentialOf('sandbox', { deliveredAt: null }), next);
      const revealed = spoil(
        ['client_id', 'client_secret'].map((name) => ({ name, label: '', value: '' })),
        next,
      );
      const answer: IssuedCredential = { credential, revealed, replayed: false };
      const after = { ...snapshots.fresh, version: 'v8' };
      return {
        page: card({
          createCredentials: async () => answer,
          getSnapshot: async () => ({
            ...after,
            credentials: { sandbox: credential, production: null },
          }),
        }),
        shown: revealed.flatMap(({ label, value }) => [label, value]),
      };
    },
    open: reveal('Create credentials'),
  },
  'a token and its curl line': {
    draw: (next) => {
      const curl = next();
      const token: IssuedToken = {
        accessToken: next(),
        tokenType: next(),
        expiresAt: '2099-01-01T00:00:00Z',
        curl,
        replayed: false,
      };
      return {
        page: card({ generateToken: async () => token }, spoiled(next)),
        shown: [token.accessToken!, curl],
      };
    },
    open: reveal('Generate Token'),
  },
  'a curl line of the kit’s own': {
    draw: (next) => {
      const token: IssuedToken = {
        accessToken: next(),
        tokenType: next(),
        expiresAt: '2099-01-01T00:00:00Z',
        replayed: false,
      };
      const links = { sandboxEndpoint: `https://api.example/${next()}` };
      return {
        page: card({ generateToken: async () => token }, spoiled(next, links)),
        shown: [token.accessToken!],
      };
    },
    open: reveal('Generate Token'),
  },
  'names of files': {
    draw: (next) => {
      const uploads = filesOf(next);
      const stored = { id: 'file_0', name: next() };
      files = uploads.map(({ file }) => file);
      const fields = ['stored', 'file 0', 'file 1', 'file 2'].map((id): Field => ({
        id,
        kind: 'file',
        label: id,
      }));
      const store = asking(fields, {
        answers: { stored },
        methods: {
          uploadFile: (file, options) =>
            uploads[Number(options.fieldId.at(-1))]!.uploadFile!(file, options),
        },
      });
      return {
        page: html`<golive-submission .store=${store}></golive-submission>`,
        shown: [stored.name, ...files.slice(0, 2).map(({ name }) => name)],
      };
    },
    open: async (page) => {
      const root = await openForm(page);
      const inputs = root.querySelectorAll<HTMLInputElement>('input[type=file]');
      for (const [at, file] of files.entries()) choose(inputs[at + 1]!, file);
      await waitUntil(() => root.querySelectorAll('.file').length === 4);
    },
  },
  'what a host says of answers': {
    draw: (next) => {
      const pointer = next();
      const problem = {
        type: next(),
        title: `${next()} ${UNSEEN}`,
        detail: `${next()} ${UNSEEN}`,
        code: 'answers_invalid',
        errors: [
          { pointer: '/answers/one', code: next() },
          { pointer, code: next() },
        ],
      };
      const { submit } = createHttpAdapter({
        baseUrl: 'https://host.example',
        fetch: async () => Response.json(problem, { status: 422 }),
      });
      const store = asking([text('one'), text('two')], { methods: { submit } });
      return {
        page: html`<golive-submission .store=${store}></golive-submission>`,
        shown: [pointer],
        hidden: [UNSEEN],
      };
    },
    open: async (page) => {
      const root = await openForm(page);
      const forward = () => root.querySelector<HTMLElement>('[part=forward]')!.click();
      forward();
      await waitUntil(() => root.querySelector('[part=group]') !== null);
      forward();
      await waitUntil(() => root.getElementById('summary') !== null);
    },
  },
};

describe('hostile texts in what a host answers to an act', () => {
  let watching: ReturnType<typeof watch>;
  beforeEach(() => {
    sessionStorage.clear();
    watching = watch();
  });
  afterEach(() => watching.stop());

  for (const [name, scene] of Object.entries(scenes)) {
    it(`stay texts in ${name}`, () => expectTexts(scene, watching));
  }

  it('are told of to engineers without what the host said in words', async () => {
    const adapter = createHttpAdapter({
      baseUrl: 'https://host.example',
      fetch: async () =>
        Response.json({ code: 'invalid', title: UNSEEN, detail: UNSEEN }, { status: 422 }),
    });
    const thrown = await adapter.getForm('sub_42').catch((error: unknown) => error);
    expect(thrown).to.be.instanceOf(PipelineError);
    expect(`${String(thrown)} ${JSON.stringify(thrown)}`).not.to.contain(UNSEEN);
  });
});
