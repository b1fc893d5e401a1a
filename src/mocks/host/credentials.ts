import type {
  Delivery,
  IssuedCredential,
  IssuedToken,
  Retirement,
  Rotation,
} from '../../contract/index.js';
import { record } from './activity.js';
import { isoOf, type LaneContext } from './context.js';
import { issueCredential, issueSecret } from './issuing.js';
import { HostProblem, invalid } from './problem.js';
import { obeyRules } from './rule.js';
import { hexOf, sha256 } from './secrets.js';
import { planOf, touch, type CredentialRecord } from './state.js';
import { shownCredential } from './views.js';

const TOKEN_LIFETIME = 3_600_000;

export async function createCredentials(context: LaneContext): Promise<IssuedCredential> {
  obeyRules(context, `create_credentials:${context.lane}`);
  return replaceCredential(context, 'credentials_created');
}

/** A new identifier and secret; the old ones and their tokens are dead at once. */
export async function regenerate(context: LaneContext): Promise<IssuedCredential> {
  obeyRules(context, `regenerate:${context.lane}`);
  return replaceCredential(context, 'credentials_regenerated');
}

async function replaceCredential(
  context: LaneContext,
  kind: 'credentials_created' | 'credentials_regenerated',
): Promise<IssuedCredential> {
  const { state, now, lane, subscription, account } = context;
  const old = subscription.credentials[lane];
  const issued = await issueCredential(context);
  subscription.credentials[lane] = issued.record;
  subscription.tokens = subscription.tokens.filter(({ credentialId }) => credentialId !== old?.id);
  record(state, subscription, now, { kind, lane, actor: account.name });
  return {
    credential: shownCredential(issued.record),
    revealed: issued.revealed,
    replayed: false,
  };
}

/** The same identifier with a new secret. The old one goes on for the overlap, if there is one. */
export async function rotateSecret(
  context: LaneContext,
  { overlapSeconds = 0, name }: Rotation,
): Promise<IssuedCredential> {
  const { core, state, now, lane, subscription, account } = context;
  obeyRules(context, `rotate_secret:${lane}`);
  if (overlapSeconds > core.capabilities.overlapSeconds) throw invalid('/overlapSeconds', 'max');
  const credential = subscription.credentials[lane]!;
  const value = rotatedValue(credential, name);
  const plan = planOf(state, subscription);
  const template = plan.credential.values.find((each) => each.name === value.name) ?? value;
  const issued = await issueSecret(context, template);
  const kept = credential.secrets.flatMap((secret) => {
    if (secret.name !== value.name) return [secret];
    // A new rotation ends an earlier overlap at once.
    if (secret.validUntil !== null || overlapSeconds === 0) return [];
    return [{ ...secret, validUntil: isoOf(now + overlapSeconds * 1000) }];
  });
  credential.secrets = [...kept, issued.record];
  credential.deliveredAt = null;
  record(state, subscription, now, { kind: 'secret_rotated', lane, actor: account.name });
  return {
    credential: shownCredential(credential),
    revealed: [{ name: value.name, label: value.label, value: issued.text }],
    replayed: false,
  };
}

/** Where there are several secrets the request has to say which; a wrong name never rotates. */
function rotatedValue({ values }: CredentialRecord, name: string | undefined) {
  const secret = values.filter((value) => value.secret);
  if (name === undefined && secret.length > 1) throw invalid('/name', 'required');
  const value = name === undefined ? secret[0] : secret.find((each) => each.name === name);
  if (!value) throw invalid('/name', 'option');
  return value;
}

export function retireSecret(context: LaneContext, { secretId }: Retirement): void {
  const { state, now, lane, subscription, account } = context;
  obeyRules(context, `retire_secret:${lane}`, { secretId });
  const credential = subscription.credentials[lane]!;
  credential.secrets = credential.secrets.filter(({ id }) => id !== secretId);
  record(state, subscription, now, { kind: 'secret_retired', lane, actor: account.name });
}

export async function generateToken(context: LaneContext): Promise<IssuedToken> {
  const { core, state, now, lane, subscription, account } = context;
  obeyRules(context, `generate_token:${lane}`);
  const accessToken = `token_${lane}_${hexOf(core.random(24))}`;
  const expiresAt = isoOf(now + TOKEN_LIFETIME);
  const credentialId = subscription.credentials[lane]!.id;
  const alive = subscription.tokens.filter((token) => Date.parse(token.expiresAt) > now);
  const hash = await sha256(accessToken);
  subscription.tokens = [...alive, { hash, credentialId, expiresAt }];
  record(state, subscription, now, { kind: 'token_generated', lane, actor: account.name });
  const { sandboxEndpoint, productionEndpoint } = planOf(state, subscription).links;
  const endpoint = lane === 'sandbox' ? sandboxEndpoint : productionEndpoint;
  return {
    accessToken,
    tokenType: 'Bearer',
    expiresAt,
    ...(endpoint === undefined ? {} : { curl: curlOf(endpoint, accessToken) }),
    replayed: false,
  };
}

/**
 * A call to be pasted into a POSIX shell: whatever an address holds, the shell takes it as it is, and
 * curl (`-g`) as one address.
 */
const curlOf = (endpoint: string, accessToken: string): string =>
  `curl ${/[[\]{}]/.test(endpoint) ? '-g ' : ''}${quote(endpoint)} \\\n` +
  `  -H ${quote(`Authorization: Bearer ${accessToken}`)}`;

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The developer has the present secrets. Saying it again changes nothing. */
export function markDelivered(
  { state, now, lane, subscription }: LaneContext,
  { credentialId, secretIds }: Delivery,
): void {
  const credential = subscription.credentials[lane];
  const present = credential?.secrets.filter(({ validUntil }) => validUntil === null) ?? [];
  const named = new Set(secretIds);
  const isPresent =
    credential?.id === credentialId &&
    named.size === present.length &&
    present.every(({ id }) => named.has(id));
  if (!credential || !isPresent) throw new HostProblem('credentials_changed');
  if (credential.deliveredAt !== null) return;
  credential.deliveredAt = isoOf(now);
  touch(state, subscription, now);
}
