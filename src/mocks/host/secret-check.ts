import type { Lane } from '../../contract/index.js';
import { sha256 } from './secrets.js';
import type { CredentialRecord, HostState, SubscriptionRecord } from './state.js';
import { isLaneLocked } from './views.js';

const lanes: readonly Lane[] = ['sandbox', 'production'];

/** Whether a secret or token opens anything now: known, not ended, not expired, its lane not locked. */
export async function secretWorks(state: HostState, now: number, value: string): Promise<boolean> {
  const hash = await sha256(value);
  return Object.values(state.subscriptions).some((subscription) =>
    lanes.some((lane) => {
      const credential = subscription.credentials[lane];
      if (!credential || isLaneLocked(subscription, lane)) return false;
      if (isOver(credential.expiresAt, now)) return false;
      return (
        credential.secrets.some((each) => each.hash === hash && !isOver(each.validUntil, now)) ||
        hasToken(subscription, credential, hash, now)
      );
    }),
  );
}

const hasToken = (
  { tokens }: SubscriptionRecord,
  { id }: CredentialRecord,
  hash: string,
  now: number,
): boolean =>
  tokens.some(
    (token) => token.hash === hash && token.credentialId === id && !isOver(token.expiresAt, now),
  );

const isOver = (end: string | null, now: number): boolean => end !== null && Date.parse(end) <= now;
