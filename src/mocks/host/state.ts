import type {
  ActivityEntry,
  Answers,
  Credential,
  Draft,
  Form,
  Lane,
  Phase,
  Review,
  SecretState,
  Status,
  TestDataEntry,
} from '../../contract/index.js';

/** Somebody who can sign in. */
export interface Account {
  id: string;
  name: string;
  /** Whose subscriptions it sees as a developer: a company, in most portals. */
  tenant: string;
  /** The provider whose queue it reviews; absent for a developer. */
  reviews?: string;
}

/** One value of a new credential. */
export interface CredentialValueTemplate {
  name: string;
  label: string;
  secret: boolean;
  /** Stands before what is made at random. */
  prefix?: string;
  /**
   * The same each time, such as an address; nothing is made at random then. `{tenant}` in it stands
   * for whose subscription it is.
   */
  fixed?: string;
}

/** What a plan's credentials look like. See {@link credentialTemplates} for the usual kinds. */
export interface CredentialTemplate {
  kind: string;
  values: CredentialValueTemplate[];
}

/** What a developer subscribes to. */
export interface Plan {
  id: string;
  name: string;
  provider: string;
  paid: boolean;
  hasPipeline: boolean;
  credential: CredentialTemplate;
  /** Days until a credential expires; for good when absent. */
  credentialDays?: number;
  /** The form that a submission answers now. */
  form: Form | null;
  testData: TestDataEntry[];
  links: {
    sandboxDocs?: string;
    sandboxEndpoint?: string;
    productionEndpoint?: string;
    /** Where a missing payment is made. */
    checkout?: string;
  };
}

/** A secret as a host may keep it: by its hash alone. */
export interface SecretRecord extends SecretState {
  hash: string;
}

export interface CredentialRecord extends Omit<Credential, 'secrets'> {
  secrets: SecretRecord[];
  /** Set once its time ran out, so that the version changes with it. */
  expired: boolean;
}

export interface TokenRecord {
  hash: string;
  credentialId: string;
  expiresAt: string;
}

export interface SubscriptionRecord {
  id: string;
  name: string;
  tenant: string;
  planId: string;
  status: Status;
  phase: Phase;
  changesRequested: boolean;
  version: number;
  updatedAt: string;
  credentials: Record<Lane, CredentialRecord | null>;
  tokens: TokenRecord[];
  draft: Draft | null;
  /** Oldest first. */
  submissionIds: string[];
  /** Oldest first. */
  activity: ActivityEntry[];
}

export interface SubmissionRecord {
  id: string;
  version: number;
  subscriptionId: string;
  attempt: number;
  /** A key of {@link HostState.forms}. */
  formKey: string | null;
  answers: Answers;
  submittedAt: string;
  submittedBy: string;
  /** The account, where `submittedBy` is its name. */
  submitter: string;
  review: Review | null;
}

/** An answer that a repeat with the same key gets again. Never with a secret. */
export interface KeptAnswer {
  body: string;
  at: number;
  outcome: { status: number; body?: unknown; etag?: string };
}

/** Everything a host knows, as plain JSON. No secret is ever in it, so it may be stored anywhere. */
export interface HostState {
  /** Grows when the whole state is exchanged, so that no version is given twice. */
  epoch: number;
  /** Grows with every change. */
  revision: number;
  /** The last number that went into an id. */
  serial: number;
  accounts: Record<string, Account>;
  plans: Record<string, Plan>;
  /** Every form that a submission answered, by id and version. */
  forms: Record<string, Form>;
  subscriptions: Record<string, SubscriptionRecord>;
  submissions: Record<string, SubmissionRecord>;
  /** By provider. */
  queueVersions: Record<string, number>;
  kept: Record<string, KeptAnswer>;
}

export const emptyState = (): HostState => ({
  epoch: 1,
  revision: 0,
  serial: 0,
  accounts: {},
  plans: {},
  forms: {},
  subscriptions: {},
  submissions: {},
  queueVersions: {},
  kept: {},
});

/** A record's own entry. Ids come from outside, and `constructor` is one. */
export const entryOf = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export function nextId(state: HostState, prefix: string): string {
  state.serial += 1;
  return `${prefix}_${state.serial}`;
}

export const planOf = (state: HostState, { planId }: SubscriptionRecord): Plan =>
  state.plans[planId]!;

export function latestSubmission(
  state: HostState,
  { submissionIds }: SubscriptionRecord,
): SubmissionRecord | undefined {
  const id = submissionIds.at(-1);
  return id === undefined ? undefined : state.submissions[id];
}

export const formKeyOf = ({ id, version }: Form): string => `${id}@${version}`;

/** A version as others see it: opaque, and never given twice. */
export const versionText = ({ epoch }: HostState, version: number): string => `${epoch}.${version}`;

/** Something in a subscription's snapshot changed. */
export function touch(state: HostState, subscription: SubscriptionRecord, at: number): void {
  subscription.version += 1;
  subscription.updatedAt = new Date(at).toISOString();
  state.revision += 1;
}
