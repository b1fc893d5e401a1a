import type { Credential } from '../../contract/index.js';
import { isExpired } from '../../rules/transitions.js';

const DAY = 86_400_000;

/** How long before its end a credential's time is spoken of. */
const NOTICE = 14 * DAY;

/** Under two days, days are too coarse to tell what is left. */
export const isNear = (left: number): boolean => Math.abs(left) < 2 * DAY;

/** Whether a credential's time is over, or soon will be. */
export function expiryOf(
  credential: Credential | null | undefined,
  now: number,
): 'expired' | 'expiring' | undefined {
  if (!credential?.expiresAt) return undefined;
  if (isExpired(credential, new Date(now))) return 'expired';
  return Date.parse(credential.expiresAt) - now <= NOTICE ? 'expiring' : undefined;
}
