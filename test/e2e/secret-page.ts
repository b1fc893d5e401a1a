/** The page of secrets.e2e.ts: a card on an adapter that lives in the page, and nothing else. */
import '../../src/define/credential-card.js';
import '../../src/define/provider.js';
import type { PipelineAdapter } from '../../src/adapter/index.js';
import type { IssuedCredential } from '../../src/contract/index.js';
import { createStaticStore } from '../../src/store/index.js';
import { credentialOf, snapshotOf, snapshots } from '../../stories/fixture/snapshot.js';

declare global {
  interface Window {
    /** What a page that was put aside held when it came back, before anything else ran. */
    cameBackWith: string | undefined;
    /** Whether a button of this name could be given the focus, in the dialog on top if there is one. */
    focusButton: (name: string) => boolean;
    dialogTitle: () => string;
    /** Ends the writing of a copy that waits. */
    endCopy: () => void;
    /** Lets reads be answered again. */
    answerReads: () => void;
  }
}

const rootOfCard = () => document.querySelector('golive-credential-card')!.shadowRoot!;
const topDialog = () => [...rootOfCard().querySelectorAll('dialog[open]')].at(-1);

window.dialogTitle = () => topDialog()?.querySelector('h3')?.textContent.trim() ?? '';
window.focusButton = (name) => {
  const buttons = (topDialog() ?? rootOfCard()).querySelectorAll('button');
  const isNamed = ({ ariaLabel, textContent }: Element) =>
    (ariaLabel ?? textContent.trim()) === name;
  const found = [...buttons].find(isNamed);
  found?.focus();
  return found?.matches(':focus') ?? false;
};

addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.cameBackWith = rootOfCard().textContent;
});

/** Made when it is asked for, so that no text of this script has it. */
const secret = () => 'cafed00d'.repeat(Number('5')) + Math.random().toString(16).slice(2, 10);

const made = credentialOf('sandbox', { deliveredAt: null });
let snapshot = snapshots.fresh;
let reads = Promise.resolve();

const issue = (): IssuedCredential => {
  snapshot = snapshotOf({
    version: `v${snapshot.version}`,
    credentials: { sandbox: made, production: null },
  });
  // The state catches up when the test says so.
  reads = new Promise((resolve) => (window.answerReads = resolve));
  const revealed = [{ name: 'client_secret', label: 'Client secret', value: secret() }];
  return { credential: made, revealed, replayed: false };
};

const methods: Partial<PipelineAdapter> = {
  getSnapshot: async () => {
    await reads;
    return snapshot;
  },
  createCredentials: async () => issue(),
  regenerate: async () => issue(),
  generateToken: async () => ({
    accessToken: secret(),
    tokenType: 'Bearer',
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    replayed: false,
  }),
  markDelivered: async () => {
    snapshot = snapshotOf({
      version: `v${snapshot.version}`,
      credentials: { sandbox: credentialOf('sandbox'), production: null },
    });
  },
};
const provider = document.querySelector('golive-provider')!;
provider.adapter = new Proxy(createStaticStore(undefined).adapter, {
  get: (others, name: keyof PipelineAdapter) => methods[name] ?? others[name],
});
