import type { Lane } from '../../contract/index.js';
import { touch, type CredentialRecord, type HostState, type SubscriptionRecord } from './state.js';

const lanes: readonly Lane[] = ['sandbox', 'production'];

/**
 * Does what time alone did to a subscription since it was last looked at: overlaps end, credentials
 * expire. Each is a change of its own, dated when it happened.
 */
export function letTimePass(state: HostState, subscription: SubscriptionRecord, now: number): void {
  for (;;) {
    const next = nextChange(subscription);
    if (!next || next.at > now) return;
    next.happen();
    touch(state, subscription, next.at);
  }
}

/** When time alone will next change a subscription. */
export const nextChangeAt = (subscription: SubscriptionRecord): number | undefined =>
  nextChange(subscription)?.at;

function nextChange(subscription: SubscriptionRecord) {
  return lanes
    .map((lane) => subscription.credentials[lane])
    .filter((credential) => credential !== null)
    .flatMap(changesOf)
    .sort((one, other) => one.at - other.at)[0];
}

function changesOf(credential: CredentialRecord) {
  const changes = credential.secrets
    .filter(({ validUntil }) => validUntil !== null)
    .map((ended) => ({
      at: Date.parse(ended.validUntil!),
      happen: () => {
        credential.secrets = credential.secrets.filter((secret) => secret !== ended);
      },
    }));
  if (credential.expiresAt !== null && !credential.expired) {
    changes.push({
      at: Date.parse(credential.expiresAt),
      happen: () => {
        credential.expired = true;
      },
    });
  }
  return changes;
}
