import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/credential-card.js';
import type { Snapshot } from '../src/contract/index.js';
import type { CredentialCard } from '../src/elements/credential-card/credential-card.js';
import { createStore } from '../src/store/index.js';
import { acting, having, kinds, rotation, secretOf } from './fixture/credential.js';
import { snapshots, snapshotOf } from './fixture/snapshot.js';
import { failing, showing, waiting } from './fixture/store.js';

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

const rotated = having('sandbox', rotation);
const { capabilities } = snapshots.fresh;
const noRegenerate = { capabilities: { ...capabilities, regenerate: false } };
const newIsLost = { ...rotation, deliveredAt: null };

const lost = having('sandbox', {
  deliveredAt: null,
  createdAt: '2026-11-24T10:31:00Z',
  secrets: [secretOf('client_secret', '4f2a', { createdAt: '2026-11-24T10:31:00Z' })],
});

export const Empty: Story = { args: { store: showing(snapshots.fresh) } };
export const Loading: Story = { args: { store: waiting() } };
export const Failed: Story = { args: { store: failing('internal', 503) } };
export const Active: Story = { args: { store: acting(snapshots.credentialsMade) } };
export const ActiveProduction: Story = {
  args: { lane: 'production', store: acting(snapshots.live) },
};
export const OneKey: Story = { args: { store: showing(having('sandbox', kinds.oneKey)) } };
export const TwoKeys: Story = { args: { store: showing(having('sandbox', kinds.twoKeys)) } };
export const PrivateKeyJwt: Story = {
  args: {
    lane: 'production',
    store: showing(
      having('production', kinds.privateKeyJwt, {
        capabilities: { ...capabilities, token: false },
      }),
    ),
  },
};
export const KindOfTheHost: Story = { args: { store: acting(having('sandbox', kinds.sftp)) } };

export const TwoSecretsValid: Story = { args: { store: acting(rotated) } };
export const TwoSecretsOfOneKey: Story = {
  args: {
    store: acting(
      having('sandbox', {
        ...kinds.twoKeys,
        secrets: [
          secretOf('primary_key', '31d0', { validUntil: '2026-11-25T10:30:00Z' }),
          secretOf('primary_key', 'a81c', { createdAt: '2026-11-24T10:30:00Z' }),
          secretOf('secondary_key', '07fe'),
        ],
      }),
    ),
  },
};
export const ExpiresSoon: Story = {
  args: { store: acting(having('sandbox', { expiresAt: '2026-12-01T09:50:00Z' })) },
};
export const ExpiresTomorrow: Story = {
  args: {
    store: acting(having('sandbox', { ...rotation, expiresAt: '2026-11-25T18:00:00Z' })),
  },
};
export const ExpiresSoonNoRegenerate: Story = {
  args: {
    store: acting(having('sandbox', { expiresAt: '2026-12-01T09:50:00Z' }, noRegenerate)),
  },
};
export const Expired: Story = {
  args: {
    store: acting({
      ...having('sandbox', { expiresAt: '2026-11-17T09:50:00Z' }),
      allowedActions: ['regenerate:sandbox', 'rotate_secret:sandbox'],
      refusals: { 'generate_token:sandbox': 'credentials_expired' },
    }),
  },
};
export const ExpiredNoRegenerate: Story = {
  args: {
    store: acting(having('sandbox', { expiresAt: '2026-11-17T09:50:00Z' }, noRegenerate)),
  },
};
export const ValueNotReceived: Story = { args: { store: showing(lost) } };
export const ValueNotReceivedNoRegenerate: Story = {
  args: { store: showing({ ...lost, ...noRegenerate }) },
};
export const NewSecretNotReceived: Story = {
  args: { store: acting(having('sandbox', newIsLost)) },
};
export const NewSecretNotReceivedAtOnce: Story = {
  args: {
    store: acting(having('sandbox', { ...newIsLost, secrets: newIsLost.secrets.slice(1) })),
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
    store: showing(having('production', {}, { status: 'payment_failed' })),
  },
};
export const LockedExpired: Story = {
  args: {
    lane: 'production',
    store: acting(
      having('production', { expiresAt: '2026-11-17T09:50:00Z' }, { status: 'payment_failed' }),
    ),
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

/** The facts that locks and permissions follow from. */
function pick({ changesRequested, credentials, submission, review }: Snapshot) {
  return { changesRequested, credentials, submission, review };
}
