import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/credential-card.js';
import { PipelineError } from '../src/adapter/index.js';
import type { IssuedCredential, RevealedValue } from '../src/contract/index.js';
import type { CredentialCard } from '../src/elements/credential-card/credential-card.js';
import { acting, having, kinds, rotation } from './fixture/credential.js';
import { NOW, credentialOf, snapshots } from './fixture/snapshot.js';
import { answering } from './fixture/store.js';

type Args = Pick<CredentialCard, 'lane' | 'store' | 'hideAfter'>;

/** What comes of acts: questions, what is shown once, and what is said afterwards. */
const meta: Meta<Args> = {
  title: 'Elements/Credential card, acts',
  component: 'golive-credential-card',
  args: { lane: 'sandbox', hideAfter: 5 },
  render: ({ lane, store, hideAfter }) =>
    html`<golive-credential-card
      lane=${lane}
      .store=${store}
      .hideAfter=${hideAfter}
    ></golive-credential-card>`,
};
export default meta;

type Story = StoryObj<Args>;
type Play = (context: { canvasElement: HTMLElement }) => Promise<void> | void;

const cardIn = (canvas: HTMLElement) => canvas.querySelector('golive-credential-card')!;
const isBusy = ({ shadowRoot }: CredentialCard) => shadowRoot!.querySelector('.spin') !== null;
const lookOf = (card: CredentialCard) => card.shadowRoot!.innerHTML;

/** Waits for what a press leads to, however long a busy machine takes. */
async function until<Found>(find: () => Found): Promise<NonNullable<Found>> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

/** Presses a button, in the dialog on top if there is one, and waits until something comes of it. */
async function press(card: CredentialCard, label: string) {
  const button = await until(() =>
    [...card.shadowRoot!.querySelectorAll('button')].findLast(
      ({ textContent }) => textContent.trim() === label,
    ),
  );
  const before = lookOf(card);
  button.focus();
  button.click();
  await until(() => lookOf(card) !== before);
}

/** Presses buttons one after the other, as a person would, each once the one before was answered. */
const pressing =
  (...labels: string[]): Play =>
  async ({ canvasElement }) => {
    const card = cardIn(canvasElement);
    for (const label of labels) {
      await press(card, label);
      await until(() => !isBusy(card));
      await card.updateComplete;
    }
  };

async function saying(card: CredentialCard, words: string) {
  await until(() => card.shadowRoot!.textContent.includes(words));
}

/** Does one thing after another. */
const then =
  (...plays: Play[]): Play =>
  async (context) => {
    for (const play of plays) {
      await play(context);
      await cardIn(context.canvasElement).updateComplete;
    }
  };

const revealedOf = ({ values }: { values: readonly { name: string; label: string }[] }) =>
  values.map((value): RevealedValue => ({
    name: value.name,
    label: value.label,
    value:
      (value as { value?: string }).value ?? `nb_${value.name}_t3Jx0aYw6ZqVh2Lr8NuKc5Pd1Mf7Bg9Xe`,
  }));

/** Credentials of a kind as they come, in a lane that has none yet. */
const creating = (lane: 'sandbox' | 'production', change = {}) => {
  const credential = credentialOf(lane, { deliveredAt: null, ...change });
  const issued: IssuedCredential = {
    credential,
    revealed: revealedOf(credential),
    replayed: false,
  };
  const first = lane === 'sandbox' ? snapshots.fresh : snapshots.approved;
  return { lane, store: acting(first, { createCredentials: async () => issued }) };
};

const token = {
  accessToken: 'eyJhbGciOiJFUzI1NiIsImtpZCI6Im5iLXNieCJ9.eyJzdWIiOiJzdWJfNDIifQ.k3Vb',
  tokenType: 'Bearer',
  expiresAt: '2026-11-24T11:48:00Z',
  replayed: false,
};
const generating = (lane: 'sandbox' | 'production', answer: object = token) => ({
  lane,
  store: acting(lane === 'sandbox' ? snapshots.credentialsMade : snapshots.live, {
    generateToken: async () => ({ ...token, ...answer }),
  }),
});

const made = { store: acting(snapshots.credentialsMade) };
const overlapping = { store: acting(having('sandbox', rotation)) };
const live = { lane: 'production', store: acting(snapshots.live) } as const;

export const ConfirmRegenerate: Story = { args: made, play: pressing('Regenerate') };
export const ConfirmRegenerateNoSecret: Story = {
  args: { lane: 'production', store: acting(having('production', kinds.privateKeyJwt)) },
  play: pressing('Regenerate'),
};
export const TypedConfirmation: Story = { args: live, play: pressing('Regenerate') };
export const TypedConfirmationMistyped: Story = {
  args: live,
  play: then(pressing('Rotate Secret'), pressing('Rotate Secret')),
};
export const ChooseOverlap: Story = {
  args: {
    store: acting(
      having(
        'sandbox',
        {},
        { capabilities: { ...snapshots.fresh.capabilities, overlapSeconds: 604_800 } },
      ),
    ),
  },
  play: pressing('Rotate Secret'),
};
export const ChooseNoOverlap: Story = {
  args: made,
  play: then(pressing('Rotate Secret'), ({ canvasElement }) => {
    const select = cardIn(canvasElement).shadowRoot!.querySelector('select')!;
    select.selectedIndex = 0;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }),
};
export const RotateDuringOverlap: Story = { args: overlapping, play: pressing('Rotate Secret') };
export const RotateDuringOverlapTyped: Story = {
  args: { lane: 'production', store: acting(having('production', rotation)) },
  play: pressing('Rotate Secret'),
};
export const RotateAfterLoss: Story = {
  args: { store: acting(having('sandbox', { ...rotation, deliveredAt: null })) },
  play: pressing('Rotate Secret'),
};
export const ConfirmRetireNow: Story = { args: overlapping, play: pressing('Retire Now') };
export const Retired: Story = {
  args: {
    store: acting(having('sandbox', rotation), { retireSecret: async () => undefined }),
  },
  play: pressing('Retire Now', 'Retire Now'),
};

const clock = { now: NOW };
export const OverlapEnded: Story = {
  args: { store: answering(having('sandbox', rotation), { now: () => clock.now }) },
  play: then(
    ({ canvasElement }) => {
      clock.now = NOW;
      cardIn(canvasElement).requestUpdate();
    },
    ({ canvasElement }) => {
      clock.now = Date.parse('2026-11-25T10:30:00Z');
      cardIn(canvasElement).requestUpdate();
    },
  ),
};

export const Creating: Story = {
  args: {
    store: acting(snapshots.fresh, { createCredentials: () => new Promise(() => undefined) }),
  },
  play: async ({ canvasElement }) => {
    const card = cardIn(canvasElement);
    // Drawn a second time, it goes on with the first.
    if (!isBusy(card)) await press(card, 'Create credentials');
  },
};
export const Reveal: Story = { args: creating('sandbox'), play: pressing('Create credentials') };
export const ProductionReveal: Story = {
  args: creating('production'),
  play: pressing('Create credentials'),
};
export const RevealOneKey: Story = {
  args: creating('sandbox', kinds.oneKey),
  play: pressing('Create credentials'),
};
export const RevealTwoKeys: Story = {
  args: creating('sandbox', kinds.twoKeys),
  play: pressing('Create credentials'),
};
export const RevealUnknownKind: Story = {
  args: creating('sandbox', kinds.sftp),
  play: pressing('Create credentials'),
};
export const RevealNewSecret: Story = {
  args: {
    store: acting(snapshots.credentialsMade, {
      rotateSecret: async () => ({
        credential: credentialOf('sandbox', { ...rotation, deliveredAt: null }),
        revealed: revealedOf({ values: [{ name: 'client_secret', label: 'Client secret' }] }),
        replayed: false,
      }),
    }),
  },
  play: pressing('Rotate Secret', 'Rotate Secret'),
};
export const RevealLastMinute: Story = {
  args: { ...creating('sandbox'), hideAfter: 0.7 },
  play: pressing('Create credentials'),
};
export const RevealToken: Story = {
  args: generating('sandbox'),
  play: pressing('Generate Token'),
};
export const RevealProductionToken: Story = {
  args: generating('production'),
  play: pressing('Generate Token'),
};
export const CopyBlocked: Story = {
  ...Reveal,
  play: then(pressing('Create credentials'), async (context) => {
    const before = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    const writeText = () => Promise.reject(new Error('blocked'));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    await pressing('Copy')(context);
    if (before) Object.defineProperty(navigator, 'clipboard', before);
    else delete (navigator as { clipboard?: unknown }).clipboard;
  }),
};
export const CloseWithoutSaving: Story = {
  ...Reveal,
  play: then(pressing('Create credentials'), ({ canvasElement }) => {
    const { shadowRoot } = cardIn(canvasElement);
    const dialog = shadowRoot!.querySelector('dialog[open]')!;
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  }),
};
export const DeliveryFailed: Story = {
  args: {
    store: acting(snapshots.credentialsMade, {
      regenerate: async () => ({
        credential: credentialOf('sandbox', { deliveredAt: null }),
        revealed: revealedOf(credentialOf('sandbox')),
        replayed: false,
      }),
      markDelivered: () => Promise.reject(new PipelineError('network')),
    }),
  },
  play: then(pressing('Regenerate', 'Regenerate', 'I have saved it'), ({ canvasElement }) =>
    saying(cardIn(canvasElement), 'It could not be recorded'),
  ),
};
export const HiddenAfterTimeout: Story = {
  args: generating('sandbox'),
  play: async (context) => {
    const card = cardIn(context.canvasElement);
    card.hideAfter = 0.001;
    await pressing('Generate Token')(context);
    await saying(card, 'The secret was hidden');
    card.hideAfter = 5;
  },
};
export const SignedOutHidden: Story = {
  args: generating('sandbox'),
  play: then(pressing('Generate Token'), ({ canvasElement }) => {
    const { store } = cardIn(canvasElement);
    store!.report(new PipelineError('not_signed_in', { status: 401 }));
  }),
};
export const TokenLost: Story = {
  args: generating('sandbox', { accessToken: null, replayed: true }),
  play: pressing('Generate Token'),
};
export const ActFailed: Story = { args: made, play: pressing('Generate Token') };
