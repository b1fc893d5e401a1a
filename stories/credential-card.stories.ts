import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/credential-card.js';
import type { PipelineAdapter } from '../src/adapter/index.js';
import type { Credential, IssuedCredential, Lane, Snapshot } from '../src/contract/index.js';
import type { CredentialCard } from '../src/elements/credential-card/credential-card.js';
import { createStore } from '../src/store/index.js';
import { credentialOf, reviewOf, snapshots, snapshotOf, submissionOf } from './fixture/snapshot.js';
import { answering, failing, showing, waiting } from './fixture/store.js';

type Args = Pick<CredentialCard, 'lane' | 'store' | 'strings'>;

const meta: Meta<Args> = {
  title: 'Elements/Credential card',
  component: 'golive-credential-card',
  args: { lane: 'sandbox' },
  render: ({ lane, store, strings }) =>
    html`<golive-credential-card
      lane=${lane}
      .store=${store}
      .strings=${strings}
    ></golive-credential-card>`,
};
export default meta;

type Story = StoryObj<Args>;

const NOW = Date.parse('2026-11-24T10:49:00Z');

/** A store whose clock stands still, and whose host answers these acts only. */
const acting = (snapshot: Snapshot, answers: Partial<PipelineAdapter> = {}) =>
  answering(snapshot, { now: () => NOW, ...answers });

const having = (lane: Lane, change: Partial<Credential>, more: Partial<Snapshot> = {}) =>
  snapshotOf({
    credentials: {
      sandbox: lane === 'sandbox' ? credentialOf('sandbox', change) : null,
      production: lane === 'production' ? credentialOf('production', change) : null,
    },
    ...more,
  });

const secretOf = (name: string, hint: string, change = {}) => ({
  id: `sec_${hint}`,
  name,
  hint,
  createdAt: '2026-11-12T14:21:00Z',
  validUntil: null,
  ...change,
});

const rotated = having('sandbox', {
  secrets: [
    secretOf('client_secret', '4f2a', { validUntil: '2026-11-25T10:30:00Z' }),
    secretOf('client_secret', '9c0d', { createdAt: '2026-11-24T10:30:00Z' }),
  ],
});

const twoKeys = having('sandbox', {
  kind: 'api_key',
  expiresAt: null,
  values: [
    { name: 'primary_key', label: 'Primary key', secret: true, hint: 'a81c' },
    { name: 'secondary_key', label: 'Secondary key', secret: true, hint: '07fe' },
  ],
  secrets: [secretOf('primary_key', 'a81c'), secretOf('secondary_key', '07fe')],
});

const lost = having('sandbox', {
  deliveredAt: null,
  createdAt: '2026-11-24T10:31:00Z',
  secrets: [secretOf('client_secret', '4f2a', { createdAt: '2026-11-24T10:31:00Z' })],
});

const inProduction = {
  phase: 'production',
  submission: submissionOf(2),
  review: reviewOf('approved'),
} as const;

export const Empty: Story = { args: { store: showing(snapshots.fresh) } };
export const Loading: Story = { args: { store: waiting() } };
export const Failed: Story = { args: { store: failing('internal', 503) } };
export const Active: Story = { args: { store: acting(snapshots.credentialsMade) } };
export const TwoSecretsValid: Story = { args: { store: acting(rotated) } };
export const TwoKeys: Story = { args: { store: showing(twoKeys) } };
export const PrivateKeyJwt: Story = {
  args: {
    lane: 'production',
    store: showing(
      having(
        'production',
        {
          kind: 'private_key_jwt',
          expiresAt: null,
          createdAt: '2026-11-24T10:31:00Z',
          values: credentialOf('production').values.filter(({ secret }) => !secret),
          secrets: [],
        },
        {
          ...inProduction,
          capabilities: { ...snapshots.fresh.capabilities, token: false },
        },
      ),
    ),
  },
};
export const KindOfTheHost: Story = {
  args: {
    store: showing(
      having('sandbox', {
        kind: 'SFTP account',
        values: [
          { name: 'server', label: 'Server', secret: false, value: 'files.northbank.example' },
          { name: 'password', label: 'Password', secret: true, hint: 'k2p9' },
        ],
        secrets: [secretOf('password', 'k2p9')],
      }),
    ),
  },
};
export const ValueNotReceived: Story = { args: { store: showing(lost) } };
export const NewSecretNotReceived: Story = {
  args: {
    store: acting({
      ...rotated,
      credentials: {
        ...rotated.credentials,
        sandbox: { ...rotated.credentials.sandbox!, deliveredAt: null },
      },
    }),
  },
};
export const TokenRefused: Story = {
  args: {
    store: showing({
      ...snapshots.credentialsMade,
      allowedActions: ['regenerate:sandbox', 'rotate_secret:sandbox'],
      refusals: { 'generate_token:sandbox': 'credentials_expired' },
    }),
  },
};
export const OutOfDate: Story = {
  args: {
    store: createStore({
      adapter: failing('network').adapter,
      subscription: 'sub_42',
      initial: snapshots.credentialsMade,
    }),
  },
};

export const Locked: Story = { args: { lane: 'production', store: showing(snapshots.fresh) } };
export const LockedInReview: Story = {
  args: { lane: 'production', store: showing(snapshots.inReview) },
};
export const LockedByTwoReasons: Story = {
  args: {
    lane: 'production',
    store: showing(snapshotOf({ ...pick(snapshots.changesRequested), status: 'pending_payment' })),
  },
};
export const LockedRejected: Story = {
  args: { lane: 'production', store: showing(snapshots.rejected) },
};
export const PaymentPending: Story = {
  args: { lane: 'production', store: showing(snapshots.approvedUnpaid) },
};
export const PaymentFailed: Story = {
  args: { lane: 'production', store: showing(snapshots.paymentFailed) },
};
export const LockedWithCredentials: Story = {
  args: {
    lane: 'production',
    store: showing(having('production', {}, { ...inProduction, status: 'payment_failed' })),
  },
};
export const SubscriptionEnded: Story = {
  args: {
    store: showing(having('sandbox', {}, { status: 'cancelled' })),
  },
};
export const Unlocked: Story = { args: { lane: 'production', store: showing(snapshots.approved) } };
export const NoPipeline: Story = {
  args: { lane: 'production', store: showing(snapshots.noPipeline) },
};

const hostile = '<img src=x onerror=alert(1)> Identifiant très très long '.repeat(3);
export const LongTexts: Story = {
  args: {
    store: showing(
      having('sandbox', {
        kind: hostile,
        values: [
          { name: 'a', label: hostile, secret: false, value: 'x'.repeat(200) },
          { name: 'b', label: hostile, secret: true, hint: 'a81c' },
          { name: 'c', label: '\u202eDrehung', secret: true, hint: '07fe' },
        ],
        secrets: [secretOf('b', 'a81c'), secretOf('c', '07fe')],
      }),
    ),
  },
};
export const OwnWords: Story = {
  args: {
    store: showing(snapshots.fresh),
    strings: { credentials: { sandboxTitle: 'Playground keys', create_credentials: 'Get keys' } },
  },
};

const issued: IssuedCredential = {
  credential: credentialOf('sandbox', { deliveredAt: null }),
  revealed: [
    { name: 'client_id', label: 'Client ID', value: 'nb_sbx_7Q2mK9xT4vLpR8sE' },
    {
      name: 'client_secret',
      label: 'Client secret',
      value: 'nbs_t3Jx0aYw6ZqVh2Lr8NuKc5Pd1Mf7Bg9XeSo4f2a',
    },
    {
      name: 'token_endpoint',
      label: 'Token endpoint',
      value: 'https://auth.sandbox.northbank.example/oauth2/token',
    },
  ],
  replayed: false,
};

/** Presses buttons one after the other, as a person would. */
const pressing =
  (...labels: string[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const card = canvasElement.querySelector('golive-credential-card')!;
    for (const label of labels) {
      const buttons = [...card.shadowRoot!.querySelectorAll('button')];
      buttons.findLast((each) => each.textContent?.trim() === label)?.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

export const Creating: Story = {
  args: {
    store: acting(snapshots.fresh, {
      createCredentials: () => new Promise(() => undefined),
    }),
  },
  play: pressing('Create credentials'),
};
export const Reveal: Story = {
  args: { store: acting(snapshots.fresh, { createCredentials: async () => issued }) },
  play: pressing('Create credentials'),
};
export const RevealToken: Story = {
  args: {
    store: acting(snapshots.credentialsMade, {
      generateToken: async () => ({
        accessToken: 'eyJhbGciOiJFUzI1NiIsImtpZCI6Im5iLXNieCJ9.eyJzdWIiOiJzdWJfNDIifQ.k3Vb',
        tokenType: 'Bearer',
        expiresAt: '2026-11-24T11:48:00Z',
        replayed: false,
      }),
    }),
  },
  play: pressing('Generate Token'),
};
export const CloseWithoutSaving: Story = {
  ...Reveal,
  play: async (context) => {
    await Reveal.play!(context);
    const card = context.canvasElement.querySelector('golive-credential-card')!;
    card
      .shadowRoot!.querySelector('dialog[open]')!
      .dispatchEvent(new Event('cancel', { cancelable: true }));
  },
};
export const ConfirmRotateSecret: Story = {
  args: { store: acting(rotated) },
  play: pressing('Rotate Secret'),
};
export const ConfirmRegenerate: Story = { ...Active, play: pressing('Regenerate') };
export const ConfirmRetireNow: Story = { ...TwoSecretsValid, play: pressing('Retire Now') };
export const ActFailed: Story = { ...Active, play: pressing('Generate Token') };

/** The facts that locks and permissions follow from. */
function pick({ changesRequested, credentials, submission, review }: Snapshot) {
  return { changesRequested, credentials, submission, review };
}
