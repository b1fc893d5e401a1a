import { createHash, timingSafeEqual } from 'node:crypto';
import type { Lane } from '../../../src/contract/index.js';
import type { CredentialRecord, SubscriptionRecord } from '../../../src/mocks/host/state.js';
import { isLaneLocked } from '../../../src/mocks/host/views.js';
import type { Host } from '../domain/host.js';
import { loadSubscriptions } from '../domain/load.js';

/** A credential that works at this moment. */
export interface Working {
  subscription: SubscriptionRecord;
  lane: Lane;
  credential: CredentialRecord;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const isSame = (one: string, other: string) =>
  timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'));

/** Asks what the developers' programs present. Each question reads the database: a dead secret is dead. */
export function createCredentialCheck({ database, core }: Pick<Host, 'database' | 'core'>) {
  const isOver = (end: string | null) => end !== null && Date.parse(end) <= core.now();

  async function behind(
    kind: 'client_id' | 'secret' | 'token',
    key: string,
  ): Promise<Working | undefined> {
    const rows = await database.query<{ subscription_id: string; lane: Lane }>(
      'SELECT subscription_id, lane FROM credential_keys WHERE kind = $1 AND key = $2',
      [kind, key],
    );
    const [row] = rows;
    return row && inLane(row.subscription_id, row.lane);
  }

  /** The credential of a lane, unless the lane is locked or the credential's time has run out. */
  async function inLane(id: string, lane: Lane): Promise<Working | undefined> {
    const { state } = await loadSubscriptions(database, null, [id]);
    const subscription = state.subscriptions[id];
    const credential = subscription?.credentials[lane];
    if (!credential || isLaneLocked(subscription, lane) || isOver(credential.expiresAt)) {
      return undefined;
    }
    return { subscription, lane, credential };
  }

  const hasSecret = ({ credential }: Working, hash: string) =>
    credential.secrets.some((secret) => isSame(secret.hash, hash) && !isOver(secret.validUntil));

  return {
    /** The client that presents an id and its secret. */
    async byClientSecret(clientId: string, secret: string): Promise<Working | undefined> {
      const found = await behind('client_id', clientId);
      if (found?.credential.kind !== 'client_credentials') return undefined;
      return hasSecret(found, hashOf(secret)) ? found : undefined;
    },
    /** The client of this id, which has no secret and proves itself with a key of its own. */
    async byOwnKey(clientId: string): Promise<Working | undefined> {
      const found = await behind('client_id', clientId);
      return found?.credential.kind === 'private_key_jwt' ? found : undefined;
    },
    async byApiKey(key: string): Promise<Working | undefined> {
      const hash = hashOf(key);
      const found = await behind('secret', hash);
      if (found?.credential.kind !== 'api_key') return undefined;
      return hasSecret(found, hash) ? found : undefined;
    },
    /** A token that the portal generated on demand. */
    async byToken(token: string): Promise<Working | undefined> {
      const hash = hashOf(token);
      const found = await behind('token', hash);
      const works = found?.subscription.tokens.some(
        (each) =>
          isSame(each.hash, hash) &&
          each.credentialId === found.credential.id &&
          !isOver(each.expiresAt),
      );
      return works ? found : undefined;
    },
    /** The credential that a token of the token endpoint was given for, while it is still there. */
    async byId(subscriptionId: string, lane: Lane, credentialId: string) {
      const found = await inLane(subscriptionId, lane);
      return found?.credential.id === credentialId ? found : undefined;
    },
  };
}

export type CredentialCheck = ReturnType<typeof createCredentialCheck>;
