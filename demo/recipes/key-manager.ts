/**
 * A gateway that keeps application keys in one place and approves subscriptions by a workflow in
 * another, as WSO2 API Manager does: one adapter puts both together.
 */
import type * as z from 'zod/mini';
import { PipelineError, type PipelineAdapter, type WriteOptions } from '../../src/index.js';
import { queuePage, reviewDetail, submission, type Lane } from '../../src/contract/index.js';
import { exchange, fitted, type ExchangeOptions, type Outgoing } from './exchange.js';
import {
  application,
  applicationKey,
  issuedOf,
  listOf,
  queueItemOf,
  reviewOf,
  snapshotOf,
  submissionOf,
  subscription,
  workflow,
  workflowStatus,
} from './key-manager-shapes.js';

export interface KeyManagerOptions extends ExchangeOptions {
  baseUrl: string;
}

/**
 * @example
 * const adapter = createKeyManagerAdapter({ baseUrl: '/devportal/v3', headers: async () => ({ Authorization }) });
 */
export function createKeyManagerAdapter(options: KeyManagerOptions): PipelineAdapter {
  async function ask<T extends z.ZodMiniType>(
    schema: T,
    path: string,
    outgoing: Outgoing,
  ): Promise<z.infer<T>> {
    const answer = await exchange(options.baseUrl + path, outgoing, options);
    if (answer.status >= 400) throw errorOf(answer.status, answer.body, answer.headers);
    return fitted(schema, answer.body);
  }

  const write = <T extends z.ZodMiniType>(
    schema: T,
    path: string,
    body: unknown,
    { signal, idempotencyKey }: WriteOptions = {},
    headers: Record<string, string> = {},
  ) => {
    if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
    return ask(schema, path, { method: 'POST', body, headers, signal });
  };

  const keysOf = async (id: string, signal?: AbortSignal) =>
    (await ask(listOf(applicationKey), `/applications/${e(id)}/oauth-keys`, { signal })).list;

  async function partsOf(id: string, signal?: AbortSignal) {
    const [app, keys, { list }] = await Promise.all([
      ask(application, `/applications/${e(id)}`, { signal }),
      keysOf(id, signal),
      ask(listOf(subscription), `/subscriptions?applicationId=${e(id)}`, { signal }),
    ]);
    return { app, keys, subscription: list[0] };
  }

  const getSnapshot = async (id: string, signal?: AbortSignal) =>
    snapshotOf(await partsOf(id, signal), 'developer');

  async function getReview(id: string, signal?: AbortSignal) {
    const found = await ask(workflow, `/workflows/${e(id)}`, { signal });
    const parts = await partsOf(found.applicationId, signal);
    return fitted(reviewDetail, reviewOf(found, snapshotOf(parts, 'reviewer')));
  }

  const count = async (status: string, signal?: AbortSignal) =>
    (await ask(listOf(workflow), `/workflows?status=${status}&limit=1`, { signal })).count;

  return {
    async getSnapshot(id, { signal, unlessVersion } = {}) {
      const found = await getSnapshot(id, signal);
      return found.version === unlessVersion ? null : found;
    },

    createCredentials: async (id, lane, given) => {
      const body = { keyType: keyTypeOf(lane), grantTypesToBeSupported: ['client_credentials'] };
      const path = `/applications/${e(id)}/generate-keys`;
      return issuedOf(lane, await write(applicationKey, path, body, given));
    },
    // Their "regenerate secret" keeps the consumer key: in the contract's words it is a rotation.
    rotateSecret: async (id, lane, _, given) => {
      const keys = await keysOf(id, given?.signal);
      const key = keys.find(({ keyType }) => keyType === keyTypeOf(lane));
      if (!key) throw new PipelineError('credentials_missing', { status: 409 });
      const path = `/applications/${e(id)}/oauth-keys/${e(key.keyMappingId)}/regenerate-secret`;
      return issuedOf(lane, await write(applicationKey, path, {}, given));
    },
    // The capabilities of the snapshot say so beforehand, so that no element offers these.
    regenerate: notSupported,
    retireSecret: notSupported,
    generateToken: notSupported,
    saveDraft: notSupported,
    decideMany: notSupported,
    // There is nowhere to write it down: see `deliveredAt` in key-manager-shapes.ts.
    markDelivered: async () => undefined,

    getTestData: async () => ({ entries: [] }),
    getForm: async () => null,
    getDraft: async () => null,
    getActivity: async () => ({ entries: [], nextCursor: null }),
    getLatestSubmission: async (id, { signal } = {}) => {
      const { subscription: latest } = await partsOf(id, signal);
      return latest ? fitted(submission, submissionOf(id, latest)) : null;
    },

    // Done in two requests. Where the second gets lost the person tries again, with the same key.
    submit: async (id, _, given) => {
      await write(subscription, '/subscriptions', { applicationId: id }, given);
      return getSnapshot(id, given?.signal);
    },

    async getQueue({ state, q, plan, submittedBefore, sort }, { signal, cursor, limit = 50 } = {}) {
      // Rather an error than a queue that silently shows something else.
      if (plan || submittedBefore || (sort && sort !== 'submittedAt')) return notSupported();
      const statuses = (state ?? []).flatMap((each) => workflowStatus[each] ?? []);
      const search = new URLSearchParams({ limit: `${limit}`, offset: cursor ?? '0' });
      if (statuses.length > 0) search.set('status', statuses.join());
      if (q) search.set('query', q);
      const rows =
        state?.length && statuses.length === 0
          ? { count: 0, list: [] }
          : ask(listOf(workflow), `/workflows?${search}`, { signal });
      const [page, waiting, approved, rejected] = await Promise.all([
        rows,
        count('CREATED', signal),
        count('APPROVED', signal),
        count('REJECTED', signal),
      ]);
      const end = Number(cursor ?? 0) + page.list.length;
      return fitted(queuePage, {
        items: page.list.map(queueItemOf),
        nextCursor: end < page.count ? `${end}` : null,
        counts: { waiting, approved, rejected, changesRequested: 0 },
        capabilities: { events: false, bulkReview: false, fieldNotes: false },
      });
    },
    getReview: (id, { signal } = {}) => getReview(id, signal),
    async decide(id, version, { outcome, notes }, given) {
      const status = workflowStatus[outcome];
      if (!status) return notSupported();
      const path = `/workflows/update-workflow-status?workflowReferenceId=${e(id)}`;
      const seen = { 'If-Match': `"${version}"` };
      await write(workflow, path, { status, description: notes }, given, seen);
      return getReview(id, given?.signal);
    },
  };
}

const e = encodeURIComponent;

const keyTypeOf = (lane: Lane) => (lane === 'sandbox' ? 'SANDBOX' : 'PRODUCTION');

async function notSupported(): Promise<never> {
  throw new PipelineError('not_supported', { status: 409 });
}

/** The gateway's own numbers, as far as they say more than the status does. */
const codes: Record<number, string> = {
  900801: 'credentials_exist',
  900802: 'credentials_missing',
  900803: 'not_approved',
  900804: 'in_review',
  900805: 'not_in_review',
};

const codesByStatus: Record<number, string> = {
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  412: 'version_conflict',
  429: 'too_many_requests',
};

function errorOf(status: number, body: unknown, headers: Headers): PipelineError {
  const number = Number((body as { code?: unknown } | undefined)?.code);
  const fallback = codesByStatus[status] ?? (status >= 500 ? 'internal' : 'refused');
  const seconds = Number(headers.get('Retry-After') ?? NaN);
  return new PipelineError(codes[number] ?? fallback, {
    status,
    retryAfter: Number.isNaN(seconds) ? undefined : seconds * 1000,
  });
}
