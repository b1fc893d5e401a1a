import {
  action as actions,
  phase,
  role,
  status,
  type Action,
  type Credential,
  type Lane,
  type RefusalCode,
} from '../../../src/contract/index.js';
import type { Asked, Situation } from '../../../src/rules/index.js';
import { aCredential, aRotatedCredential, aSecretlessCredential } from '../contract/fixtures.js';

/** The moment of every question here; the credentials' times stand around it. */
export const NOW = new Date('2026-11-10T00:00:00Z');

/** Every sort of credential that the rules tell apart. */
export const sorts: Record<string, Credential | null> = {
  none: null,
  plain: aCredential({ expiresAt: null }),
  rotated: aRotatedCredential(),
  secretless: aSecretlessCredential(),
  expired: aCredential({ expiresAt: NOW.toISOString() }),
};

export const aSituation = (over: Partial<Situation> = {}): Situation => ({
  status: 'active',
  phase: 'sandbox',
  changesRequested: false,
  role: 'developer',
  credentials: { sandbox: aCredential(), production: null },
  hasForm: true,
  formVersion: 'f3',
  capabilities: {
    token: true,
    regenerate: true,
    rotate: true,
    overlapSeconds: 0,
    drafts: true,
    events: true,
  },
  ...over,
});

const both = [false, true];

/** Every situation that the rules can tell from another. */
export function* everySituation(): Generator<Situation> {
  for (const at of phase.options)
    for (const money of status.options)
      for (const who of role.options)
        for (const sandbox of Object.values(sorts))
          for (const production of Object.values(sorts))
            for (const changesRequested of both)
              for (const hasForm of both)
                for (let bits = 0; bits < 16; bits += 1) {
                  const [token, regenerate, rotate, drafts] = [1, 2, 4, 8].map(
                    (bit) => (bits & bit) > 0,
                  );
                  yield aSituation({
                    phase: at,
                    status: money,
                    role: who,
                    changesRequested,
                    credentials: { sandbox, production },
                    hasForm,
                    formVersion: hasForm ? 'f3' : null,
                    capabilities: {
                      token: token!,
                      regenerate: regenerate!,
                      rotate: rotate!,
                      drafts: drafts!,
                      overlapSeconds: 0,
                      events: false,
                    },
                  });
                }
}

/**
 * The contract's table once more, in its own words: for each action who does it and the codes that
 * refuse it, in order. LOCKS stands for "the first lock".
 */
const table: Record<string, string> = {
  'create_credentials:sandbox': 'developer: subscription_inactive credentials_exist',
  'create_credentials:production': 'developer: LOCKS credentials_exist',
  regenerate: 'developer: LOCKS credentials_missing not_supported:regenerate',
  rotate_secret: 'developer: LOCKS credentials_missing not_supported:rotate no_secret',
  retire_secret: 'developer: secret_missing',
  generate_token: 'developer: LOCKS credentials_missing credentials_expired not_supported:token',
  save_draft:
    'developer: subscription_inactive rejected already_in_review already_in_production not_supported:drafts',
  submit:
    'developer: subscription_inactive rejected already_in_review already_in_production credentials_missing:sandbox form_changed answers_invalid',
  approve: 'reviewer: version_conflict not_in_review subscription_inactive own_submission',
  reject: 'reviewer: version_conflict not_in_review own_submission',
  request_changes: 'reviewer: version_conflict not_in_review own_submission notes_required',
};

const locks: Record<Lane, string> = {
  sandbox: 'subscription_inactive',
  production:
    'lock:not_approved lock:in_review lock:rejected payment_pending payment_failed subscription_inactive',
};

/** What the table's words say of an action; undefined when it is allowed. */
export function expectedRefusal(
  situation: Situation,
  action: Action,
  asked: Asked = {},
): RefusalCode | undefined {
  const { who, codes, lane } = rows.get(action)!;
  if (situation.role !== who) return 'forbidden';
  return toldAs(codes.find((code) => holds(code, situation, asked, lane)));
}

/** The table's row of each action, read once. */
const rows = new Map(
  actions.options.map((action) => {
    const [verb, lane] = action.split(':') as [string, Lane | undefined];
    const [who, codes] = (table[action] ?? table[verb])!.split(': ') as [string, string];
    return [
      action,
      { who, lane, codes: codes.replace('LOCKS', lane ? locks[lane] : '').split(' ') },
    ];
  }),
);

/** `lock:in_review` and `not_supported:token` without what tells them apart here. */
const toldAs = (code: string | undefined) =>
  code?.replace(/^lock:/, '').replace(/:.*/, '') as RefusalCode | undefined;

/** The locks of a lane by the same words. */
export const expectedLocks = (situation: Situation, lane: Lane) =>
  locks[lane]
    .split(' ')
    .filter((code) => holds(code, situation, {}, lane))
    .map((code) => code.replace('lock:', ''));

function holds(code: string, situation: Situation, asked: Asked, lane: Lane = 'sandbox'): boolean {
  const { status: money, phase: at, capabilities, hasForm } = situation;
  const { values = [], secrets = [], expiresAt = null } = situation.credentials[lane] ?? {};
  switch (code) {
    case 'subscription_inactive':
      return money === 'cancelled' || money === 'expired' || money === 'pending_approval';
    case 'payment_pending':
      return money === 'pending_payment';
    case 'payment_failed':
      return money === 'payment_failed';
    case 'lock:not_approved':
      return at === 'sandbox';
    case 'lock:in_review':
    case 'already_in_review':
      return at === 'in_review';
    case 'lock:rejected':
      return at === 'rejected';
    case 'rejected':
      return at === 'rejected' && asked.rejectedMayResubmit !== true;
    case 'already_in_production':
      return at === 'production';
    case 'not_in_review':
      return at === 'sandbox' || at === 'production' || at === 'rejected';
    case 'credentials_exist':
      return situation.credentials[lane] !== null;
    case 'credentials_missing':
      return situation.credentials[lane] === null;
    case 'credentials_missing:sandbox':
      return situation.credentials.sandbox === null;
    case 'credentials_expired':
      return expiresAt !== null && expiresAt <= (asked.now ?? NOW).toISOString();
    case 'no_secret':
      return !values.some(({ secret }) => secret);
    case 'secret_missing':
      return !secrets
        .filter(({ validUntil }) => validUntil)
        .some(({ id }) => asked.secretId === undefined || asked.secretId === id);
    case 'not_supported:regenerate':
      return !capabilities.regenerate;
    case 'not_supported:rotate':
      return !capabilities.rotate;
    case 'not_supported:token':
      return !capabilities.token;
    case 'not_supported:drafts':
      return !hasForm || !capabilities.drafts;
    case 'version_conflict':
      return asked.versionMatches === false;
    case 'own_submission':
      return asked.own === true;
    case 'form_changed':
      return asked.formVersion !== undefined && asked.formVersion !== situation.formVersion;
    case 'answers_invalid':
      return asked.answersFit === false;
    case 'notes_required':
      return asked.notes === null || asked.notes?.trim() === '';
    default:
      throw new Error(`no words for ${code}`);
  }
}
