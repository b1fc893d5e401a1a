import type {
  ActivityEntry,
  ActivityPage,
  BulkDecision,
  BulkResults,
  Credential,
  Decision,
  Delivery,
  Draft,
  Form,
  IssuedCredential,
  IssuedToken,
  Problem,
  QueueItem,
  QueuePage,
  Review,
  ReviewDetail,
  Snapshot,
  Submission,
  SubmissionBody,
  TestData,
} from '../../../src/contract/index.js';

/** A full, valid body of every kind. Each call gives a fresh one, so that a test may change it. */

export const aCredential = (over: Partial<Credential> = {}): Credential => ({
  id: 'cred_1',
  lane: 'sandbox',
  kind: 'client_credentials',
  createdAt: '2026-11-02T08:00:00Z',
  expiresAt: '2027-11-02T08:00:00Z',
  deliveredAt: '2026-11-02T08:01:00Z',
  values: [
    { name: 'client_id', label: 'Client ID', secret: false, value: 'sandbox-7f3a' },
    { name: 'client_secret', label: 'Client secret', secret: true, hint: 'k9Qz' },
  ],
  secrets: [
    {
      id: 'sec_1',
      name: 'client_secret',
      hint: 'k9Qz',
      createdAt: '2026-11-02T08:00:00Z',
      validUntil: null,
    },
  ],
  ...over,
});

/** The same in the middle of a rotation that overlaps. */
export const aRotatedCredential = (over: Partial<Credential> = {}): Credential =>
  aCredential({
    secrets: [
      {
        id: 'sec_2',
        name: 'client_secret',
        hint: 'p4Lm',
        createdAt: '2026-11-05T08:00:00Z',
        validUntil: null,
      },
      {
        id: 'sec_1',
        name: 'client_secret',
        hint: 'k9Qz',
        createdAt: '2026-11-02T08:00:00Z',
        validUntil: '2026-11-06T08:00:00Z',
      },
    ],
    ...over,
  });

/** A kind with nothing to rotate: no secret, and delivered as soon as it was made. */
export const aSecretlessCredential = (over: Partial<Credential> = {}): Credential =>
  aCredential({
    kind: 'private_key_jwt',
    deliveredAt: '2026-11-02T08:00:00Z',
    values: [
      { name: 'client_id', label: 'Client ID', secret: false, value: 'sandbox-7f3a' },
      {
        name: 'token_endpoint',
        label: 'Token endpoint',
        secret: false,
        value: 'https://auth.example/token',
      },
    ],
    secrets: [],
    ...over,
  });

export const anIssuedCredential = (over: Partial<IssuedCredential> = {}): IssuedCredential => ({
  credential: aCredential({ deliveredAt: null }),
  revealed: [
    { name: 'client_id', label: 'Client ID', value: 'sandbox-7f3a' },
    { name: 'client_secret', label: 'Client secret', value: 'canary-secret-k9Qz' },
  ],
  replayed: false,
  ...over,
});

export const anIssuedToken = (over: Partial<IssuedToken> = {}): IssuedToken => ({
  accessToken: 'canary-token-x1',
  tokenType: 'Bearer',
  expiresAt: '2026-11-02T09:00:00Z',
  curl: 'curl https://sandbox.example/orders',
  replayed: false,
  ...over,
});

export const aReview = (over: Partial<Review> = {}): Review => ({
  outcome: 'changes_requested',
  notes: 'Please name a call-back address that answers.',
  fieldNotes: [{ fieldId: 'callback', note: 'This one answers 404.' }],
  decidedAt: '2026-11-04T10:00:00Z',
  reviewer: 'Rea Viewer',
  ...over,
});

export const aSnapshot = (over: Partial<Snapshot> = {}): Snapshot => ({
  id: 'sub_42',
  version: 'v7',
  name: 'Orders for Acme',
  status: 'active',
  phase: 'sandbox',
  changesRequested: true,
  plan: { id: 'plan_gold', name: 'Gold', paid: true, hasPipeline: true },
  role: 'developer',
  allowedActions: ['regenerate:sandbox', 'rotate_secret:sandbox', 'save_draft', 'submit'],
  refusals: { 'create_credentials:sandbox': 'credentials_exist' },
  locks: { sandbox: [], production: ['not_approved'] },
  credentials: { sandbox: aCredential(), production: null },
  submission: {
    id: 'subm_1',
    attempt: 1,
    submittedAt: '2026-11-03T09:00:00Z',
    submittedBy: 'Dev Eloper',
  },
  review: aReview(),
  hasForm: true,
  formVersion: 'f3',
  links: {
    sandboxDocs: 'https://docs.example/sandbox',
    sandboxEndpoint: 'https://sandbox.example',
    productionEndpoint: 'https://api.example',
    checkout: 'https://pay.example/sub_42',
  },
  capabilities: {
    token: true,
    regenerate: true,
    rotate: true,
    overlapSeconds: 86_400,
    drafts: true,
    events: true,
  },
  updatedAt: '2026-11-04T10:00:00.123Z',
  ...over,
});

/** A field of every kind, with conditions of every sort. */
export const aForm = (over: Partial<Form> = {}): Form => ({
  id: 'form_gold',
  version: 'f3',
  title: 'Going live',
  steps: [
    {
      id: 'company',
      title: 'Your company',
      description: 'Who will call the API.',
      fields: [
        { id: 'intro', kind: 'info', label: 'Takes five minutes.' },
        { id: 'company', kind: 'text', label: 'Company', required: true, maxLength: 80 },
        {
          id: 'email',
          kind: 'email',
          label: 'Contact',
          required: true,
          placeholder: 'a@b.example',
        },
        {
          id: 'phone',
          kind: 'phone',
          label: 'Phone',
          pattern: '\\+?[0-9 ]+',
          patternMessage: 'Digits',
        },
        {
          id: 'sector',
          kind: 'select',
          label: 'Sector',
          default: 'retail',
          options: [
            { value: 'retail', label: 'Retail' },
            { value: 'other', label: 'Other' },
          ],
        },
        {
          id: 'sector_other',
          kind: 'text',
          label: 'Which one?',
          required: true,
          showWhen: { field: 'sector', equals: 'other' },
        },
      ],
    },
    {
      id: 'use',
      title: 'Your use',
      fields: [
        { id: 'callback', kind: 'url', label: 'Call-back address', help: 'Must answer 200.' },
        { id: 'volume', kind: 'number', label: 'Calls a day', min: 1, max: 1_000_000 },
        { id: 'start', kind: 'date', label: 'First day', min: '2026-01-01', max: '2027-12-31' },
        {
          id: 'scopes',
          kind: 'multi_select',
          label: 'Scopes',
          min: 1,
          max: 2,
          options: [
            { value: 'read', label: 'Read' },
            { value: 'write', label: 'Write' },
            { value: 'admin', label: 'Admin' },
          ],
        },
        { id: 'terms', kind: 'boolean', label: 'I agree', required: true },
      ],
    },
    {
      id: 'write_access',
      title: 'Write access',
      showWhen: {
        any: [
          { field: 'scopes', in: ['write', 'admin'] },
          {
            all: [
              { field: 'volume', filled: true },
              { field: 'sector', notEquals: 'retail' },
            ],
          },
        ],
      },
      fields: [
        { id: 'why', kind: 'textarea', label: 'Why?', required: true, minLength: 10 },
        { id: 'audit', kind: 'file', label: 'Audit report' },
      ],
    },
  ],
  ...over,
});

/** Answers that fit {@link aForm}; all of its fields stand open for them. */
export const goodAnswers = (): Submission['answers'] => ({
  company: 'Acme',
  email: 'dev@acme.example',
  phone: '+49 30 1234',
  sector: 'other',
  sector_other: 'Space',
  callback: 'https://acme.example/hook',
  volume: 5000,
  start: '2026-12-01',
  scopes: ['read', 'write'],
  terms: true,
  why: 'We place orders for people.',
  audit: { id: 'file_1', name: 'audit.pdf', size: 12_345, type: 'application/pdf' },
});

export const aSubmission = (over: Partial<Submission> = {}): Submission => ({
  id: 'subm_2',
  version: 's1',
  subscriptionId: 'sub_42',
  attempt: 2,
  form: aForm(),
  answers: goodAnswers(),
  submittedAt: '2026-11-05T09:00:00Z',
  submittedBy: 'Dev Eloper',
  review: null,
  ...over,
});

export const aDraft = (over: Partial<Draft> = {}): Draft => ({
  formVersion: 'f3',
  answers: { company: 'Acm' },
  step: 1,
  updatedAt: '2026-11-05T08:30:00Z',
  ...over,
});

export const aSubmissionBody = (): SubmissionBody => ({
  answers: goodAnswers(),
  formVersion: 'f3',
});

export const aTestData = (): TestData => ({
  entries: [
    {
      type: 'card',
      name: 'Good card',
      description: 'Always accepted.',
      value: '4111 1111 1111 1111',
    },
  ],
});

export const anActivityEntry = (over: Partial<ActivityEntry> = {}): ActivityEntry => ({
  id: 'act_9',
  at: '2026-11-05T09:00:00Z',
  actor: 'Dev Eloper',
  kind: 'submitted',
  lane: 'sandbox',
  attempt: 2,
  notes: 'Second try.',
  ...over,
});

export const anActivityPage = (): ActivityPage => ({
  entries: [anActivityEntry(), anActivityEntry({ id: 'act_8', actor: null, kind: 'moon_landed' })],
  nextCursor: 'c2',
});

export const aQueueItem = (over: Partial<QueueItem> = {}): QueueItem => ({
  submissionId: 'subm_2',
  version: 's1',
  subscriptionId: 'sub_42',
  subscriptionName: 'Orders for Acme',
  planName: 'Gold',
  developer: 'Dev Eloper',
  attempt: 2,
  state: 'waiting',
  submittedAt: '2026-11-05T09:00:00Z',
  decidedAt: null,
  allowedActions: ['approve', 'reject', 'request_changes'],
  ...over,
});

export const aQueuePage = (over: Partial<QueuePage> = {}): QueuePage => ({
  items: [aQueueItem()],
  nextCursor: null,
  counts: { waiting: 1, approved: 4, rejected: 0, changesRequested: 2 },
  capabilities: { events: true, bulkReview: true, fieldNotes: true },
  ...over,
});

export const aReviewDetail = (over: Partial<ReviewDetail> = {}): ReviewDetail => ({
  version: 's1',
  allowedActions: ['approve', 'reject', 'request_changes'],
  refusals: {},
  snapshot: aSnapshot({
    role: 'reviewer',
    phase: 'in_review',
    changesRequested: false,
    allowedActions: [],
    locks: { sandbox: [], production: ['in_review'] },
  }),
  submission: aSubmission(),
  previous: aSubmission({ id: 'subm_1', attempt: 1, review: aReview() }),
  testData: aTestData().entries,
  activity: [anActivityEntry()],
  ...over,
});

export const aDecision = (over: Partial<Decision> = {}): Decision => ({
  outcome: 'changes_requested',
  notes: 'Please look again.',
  fieldNotes: [{ fieldId: 'callback', note: 'Still 404.' }],
  ...over,
});

export const aBulkDecision = (): BulkDecision => ({
  outcome: 'rejected',
  notes: null,
  items: [{ submissionId: 'subm_2', version: 's1' }],
});

export const someBulkResults = (): BulkResults => ({
  results: [
    { submissionId: 'subm_2', ok: true, version: 's2' },
    { submissionId: 'subm_3', ok: false, problem: { code: 'version_conflict', status: 412 } },
  ],
});

export const aDelivery = (): Delivery => ({ credentialId: 'cred_1', secretIds: ['sec_1'] });

export const aProblem = (over: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  title: 'Conflict',
  status: 409,
  detail: 'Somebody was faster.',
  code: 'credentials_exist',
  errors: [{ pointer: '/name', code: 'invalid' }],
  ...over,
});
