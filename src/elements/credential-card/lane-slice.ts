import { selectMissing } from '../../connect/missing.js';
import type { Credential, Delivery, Lane, SecretState } from '../../contract/index.js';
import { isApproved, isLocked, isNextLane } from '../../rules/journey.js';
import { permit } from '../../rules/permit.js';
import type { StoreState } from '../../store/index.js';

const verbs = [
  'create_credentials',
  'regenerate',
  'rotate_secret',
  'retire_secret',
  'generate_token',
] as const;

/** What can be done to a lane's credentials. */
export type Verb = (typeof verbs)[number];

/** What a card shows of its lane, and nothing else: another lane's change does not touch it. */
export function selectLane(
  { snapshot, pending }: Pick<StoreState, 'snapshot' | 'pending'>,
  lane: Lane,
) {
  const { value, error } = snapshot;
  const act = [...pending].find((each) => each.endsWith(`:${lane}`));
  const refusal = (verb: Verb): string | undefined => {
    const permission = value && permit(value, `${verb}:${lane}`);
    return permission && !permission.ok ? permission.code : undefined;
  };
  const isClosed = value !== undefined && isLocked(value, lane);
  // How production opens is told as long as it is not in use.
  const way =
    value && lane === 'production' && (isClosed || !value.credentials[lane]) ? value : undefined;
  return {
    ...selectMissing(snapshot),
    isStale: value !== undefined && error !== undefined,
    credential: value?.credentials[lane],
    isClosed,
    isNext: value !== undefined && isNextLane(value, lane),
    locks: value?.locks[lane],
    status: isClosed ? value.status : undefined,
    isApproved: way && isApproved(way) && way.plan.hasPipeline,
    changesRequested: way?.changesRequested,
    hasForm: way?.hasForm,
    review: way?.review,
    submission: way?.submission,
    plan: value?.plan,
    links: value?.links,
    capabilities: value?.capabilities,
    /** Why each can't be done now; undefined where it can. */
    ...(Object.fromEntries(verbs.map((verb) => [verb, refusal(verb)])) as Record<
      Verb,
      string | undefined
    >),
    pending: act?.split(':')[0] as Verb | undefined,
  };
}
export type LaneSlice = ReturnType<typeof selectLane>;

/** Before there is a store. */
export const NOTHING_KNOWN = selectLane(
  { snapshot: { value: undefined, error: undefined, loading: true }, pending: new Set() },
  'sandbox',
);

/** The secrets that stay, with an overlap's old ones left out. */
export const presentSecrets = ({ secrets }: Credential): SecretState[] =>
  secrets.filter(({ validUntil }) => validUntil === null);

/** Whether a secret is younger than its credential; a host may take a moment to make both. */
export const isYounger = ({ createdAt }: SecretState, credential: Credential): boolean =>
  Date.parse(createdAt) - Date.parse(credential.createdAt) > 1_000;

export const isRotated = (credential: Credential): boolean =>
  presentSecrets(credential).some((secret) => isYounger(secret, credential));

/**
 * Of a credential that was not delivered: whether it is this value that nobody has seen. Of a new one
 * that is each, of a rotated one the newest.
 */
export function isUnseen(credential: Credential, name: string): boolean {
  const present = presentSecrets(credential);
  const secret = present.find((each) => each.name === name);
  return (
    secret !== undefined &&
    (!isRotated(credential) || present.every(({ createdAt }) => createdAt <= secret.createdAt))
  );
}

/** What tells a host that the developer has the secrets of now. */
export const deliveryOf = (credential: Credential): Delivery => ({
  credentialId: credential.id,
  secretIds: presentSecrets(credential).map(({ id }) => id),
});

/** Whether both are about the same secrets. */
export const isSameDelivery = (one: Delivery | undefined, other: Delivery): boolean =>
  one?.credentialId === other.credentialId &&
  one.secretIds.toSorted().join() === other.secretIds.toSorted().join();
