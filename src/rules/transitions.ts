import type { Action, Credential, Lane, RefusalCode, Role } from '../contract/index.js';
import { isLive, locksOf, type Situation } from './locks.js';

/**
 * What a request adds to the situation. A part left out is not known yet (a browser asks before
 * there is a request), and refuses nothing.
 */
export interface Asked {
  /** Whether the version it carries is the present one. */
  versionMatches?: boolean;
  /** Whether the caller made the submission and the host forbids deciding one's own. */
  own?: boolean;
  notes?: string | null;
  formVersion?: string | null;
  /** Whether the answers fit the present form. */
  answersFit?: boolean;
  secretId?: string;
  now?: Date;
  /** The host lets a rejected subscription submit again, as from sandbox. */
  rejectedMayResubmit?: boolean;
}

/** One reason to refuse: its code, and when it holds. A function gives the code that holds. */
type Refusal =
  | readonly [RefusalCode, (situation: Situation, asked: Asked) => boolean]
  | ((situation: Situation) => RefusalCode | undefined);

export interface Transition {
  readonly role: Role;
  /** In the order in which they are told. */
  readonly refusals: readonly Refusal[];
  /** What it makes of the phase, if it moves it. */
  readonly effect?: Partial<Pick<Situation, 'phase' | 'changesRequested'>>;
}

const inactive: Refusal = ['subscription_inactive', ({ status }) => !isLive(status)];
const credentialsExist = (lane: Lane): Refusal => [
  'credentials_exist',
  ({ credentials }) => credentials[lane] !== null,
];
const credentialsMissing = (lane: Lane): Refusal => [
  'credentials_missing',
  ({ credentials }) => credentials[lane] === null,
];
const locked =
  (lane: Lane): Refusal =>
  (situation) =>
    locksOf(situation, lane)[0];
const unsupported = (capability: 'regenerate' | 'rotate' | 'token' | 'drafts'): Refusal => [
  'not_supported',
  ({ capabilities }) => !capabilities[capability],
];

const rejected: Refusal = [
  'rejected',
  ({ phase }, { rejectedMayResubmit }) => phase === 'rejected' && !rejectedMayResubmit,
];
const inReview: Refusal = ['already_in_review', ({ phase }) => phase === 'in_review'];
const inProduction: Refusal = ['already_in_production', ({ phase }) => phase === 'production'];

const versionConflict: Refusal = ['version_conflict', (_, asked) => asked.versionMatches === false];
const notInReview: Refusal = ['not_in_review', ({ phase }) => phase !== 'in_review'];
const ownSubmission: Refusal = ['own_submission', (_, asked) => asked.own === true];

/** Whether a kind has something to rotate, told by what the credential shows. */
export function hasSecret(credential: Credential | null): boolean {
  return credential !== null && credential.values.some(({ secret }) => secret);
}

/** Whether it has a secret that nobody has confirmed to have. */
export function isUndelivered(credential: Credential | null): boolean {
  return credential?.deliveredAt === null && hasSecret(credential);
}

/** Whether its time has run out. */
export function isExpired(credential: Credential | null, now = new Date()): boolean {
  return credential?.expiresAt != null && Date.parse(credential.expiresAt) <= now.getTime();
}

const onCredential = (lane: Lane) =>
  ({
    create: {
      role: 'developer',
      refusals: [lane === 'sandbox' ? inactive : locked(lane), credentialsExist(lane)],
    },
    regenerate: {
      role: 'developer',
      refusals: [locked(lane), credentialsMissing(lane), unsupported('regenerate')],
    },
    rotate: {
      role: 'developer',
      refusals: [
        locked(lane),
        credentialsMissing(lane),
        unsupported('rotate'),
        ['no_secret', ({ credentials }) => !hasSecret(credentials[lane])],
      ],
    },
    retire: {
      role: 'developer',
      refusals: [
        [
          'secret_missing',
          ({ credentials }, { secretId }) =>
            !credentials[lane]?.secrets.some(
              ({ id, validUntil }) => validUntil !== null && (secretId ?? id) === id,
            ),
        ],
      ],
    },
    token: {
      role: 'developer',
      refusals: [
        locked(lane),
        credentialsMissing(lane),
        ['credentials_expired', ({ credentials }, { now }) => isExpired(credentials[lane], now)],
        unsupported('token'),
      ],
    },
  }) as const satisfies Record<string, Transition>;

const sandbox = onCredential('sandbox');
const production = onCredential('production');

const rejectLike = [versionConflict, notInReview, ownSubmission] as const;

/** The whole pipeline: who may do what, when not, with which code, and what it does to the phase. */
export const transitions: Record<Action, Transition> = {
  'create_credentials:sandbox': sandbox.create,
  'create_credentials:production': production.create,
  'regenerate:sandbox': sandbox.regenerate,
  'regenerate:production': production.regenerate,
  'rotate_secret:sandbox': sandbox.rotate,
  'rotate_secret:production': production.rotate,
  'retire_secret:sandbox': sandbox.retire,
  'retire_secret:production': production.retire,
  'generate_token:sandbox': sandbox.token,
  'generate_token:production': production.token,
  save_draft: {
    role: 'developer',
    refusals: [
      inactive,
      rejected,
      inReview,
      inProduction,
      ['not_supported', ({ hasForm, capabilities }) => !hasForm || !capabilities.drafts],
    ],
  },
  submit: {
    role: 'developer',
    refusals: [
      inactive,
      rejected,
      inReview,
      inProduction,
      credentialsMissing('sandbox'),
      [
        'form_changed',
        (situation, { formVersion }) =>
          formVersion !== undefined && formVersion !== situation.formVersion,
      ],
      ['answers_invalid', (_, { answersFit }) => answersFit === false],
    ],
    effect: { phase: 'in_review', changesRequested: false },
  },
  approve: {
    role: 'reviewer',
    refusals: [versionConflict, notInReview, inactive, ownSubmission],
    effect: { phase: 'production' },
  },
  reject: { role: 'reviewer', refusals: rejectLike, effect: { phase: 'rejected' } },
  request_changes: {
    role: 'reviewer',
    refusals: [
      ...rejectLike,
      ['notes_required', (_, { notes }) => notes !== undefined && !notes?.trim()],
    ],
    effect: { phase: 'sandbox', changesRequested: true },
  },
};

/**
 * Why the rules refuse an action now, or undefined when they let it through. It reads the table
 * alone; what a server said of the action is {@link permit}'s to weigh.
 */
export function refusalOf(
  situation: Situation,
  action: Action,
  asked: Asked = {},
): RefusalCode | undefined {
  const { role, refusals } = transitions[action];
  if (situation.role !== role) return 'forbidden';
  for (const refusal of refusals) {
    if (typeof refusal === 'function') {
      const code = refusal(situation);
      if (code) return code;
    } else if (refusal[1](situation, asked)) {
      return refusal[0];
    }
  }
  return undefined;
}
