/** A GraphQL host: an adapter whose methods each send one document. */
import type * as z from 'zod/mini';
import {
  createIdempotencyKey,
  PipelineError,
  type PipelineAdapter,
  type ReadOptions,
  type WriteOptions,
} from '../../src/index.js';
import {
  activityPage,
  bulkResults,
  draft,
  issuedCredential,
  issuedToken,
  queuePage,
  reviewDetail,
  snapshot,
  statusOf,
  submission,
  testData,
} from '../../src/contract/index.js';
import { exchange, fitted, type ExchangeOptions } from './exchange.js';
import { parts } from './graphql-parts.js';

export interface GraphqlOptions extends ExchangeOptions {
  url: string;
}

/**
 * @example
 * const adapter = createGraphqlAdapter({ url: '/graphql', headers: async () => ({ Authorization }) });
 */
export function createGraphqlAdapter(options: GraphqlOptions): PipelineAdapter {
  async function ask(
    query: string,
    variables: object,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    const body = { query, variables };
    const answer = await exchange(options.url, { method: 'POST', body, signal }, options);
    const { data, errors } = (answer.body ?? {}) as GraphqlAnswer;
    // One refused part is no answer, whatever came of the others.
    if (errors?.[0]) throw errorOf(errors[0]);
    if (answer.status === 401) throw new PipelineError('not_signed_in', { status: 401 });
    if (answer.status >= 400) throw new PipelineError('internal', { status: answer.status });
    return fromGraphql(data?.result);
  }

  const read = (field: string, id: string, part: string, given: ReadOptions = {}) =>
    ask(`query ($id: ID!) { result: ${field}(id: $id) ${part} }`, { id }, given.signal);

  /** Every mutation takes the key of its repeats as `clientMutationId`. */
  async function write<T extends z.ZodMiniType>(
    field: string,
    input: object,
    part: string,
    schema: T,
    { signal, idempotencyKey = createIdempotencyKey() }: WriteOptions = {},
  ): Promise<z.infer<T>> {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { result: ${field}(input: $input) ${part} }`;
    const variables = { input: { ...input, clientMutationId: idempotencyKey } };
    return fitted(schema, await ask(document, variables, signal));
  }

  /** For those that have nothing to say but that they were done. */
  const tell = async (field: string, input: object, given?: WriteOptions) => {
    await write(field, input, parts.done, parts.doneSchema, given);
  };

  const inLane = (id: string, lane: string) => ({ id, lane: lane.toUpperCase() });
  const verdict = <T extends { outcome: string }>(body: T) => ({
    ...body,
    outcome: body.outcome.toUpperCase(),
  });

  return {
    async getSnapshot(id, { unlessVersion, ...given } = {}) {
      const found = fitted(snapshot, await read('subscription', id, parts.snapshot, given));
      return found.version === unlessVersion ? null : found;
    },

    createCredentials: (id, lane, given) =>
      write('createCredentials', inLane(id, lane), parts.issued, issuedCredential, given),
    regenerate: (id, lane, given) =>
      write('regenerate', inLane(id, lane), parts.issued, issuedCredential, given),
    rotateSecret: (id, lane, body, given) =>
      write(
        'rotateSecret',
        { ...inLane(id, lane), ...body },
        parts.issued,
        issuedCredential,
        given,
      ),
    retireSecret: (id, lane, body, given) =>
      tell('retireSecret', { ...inLane(id, lane), ...body }, given),
    generateToken: (id, lane, given) =>
      write('generateToken', inLane(id, lane), parts.token, issuedToken, given),
    markDelivered: (id, lane, body, given) =>
      tell('markDelivered', { ...inLane(id, lane), ...body }, given),

    getTestData: async (id, given) =>
      fitted(testData, await read('testData', id, parts.testData, given)),
    // A form and answers are JSON scalars: their keys belong to those who made the form.
    getForm: async (id, given) =>
      fitted(parts.planSchema, await read('plan', id, parts.plan, given)).form,
    getActivity: async (id, { signal, cursor } = {}) => {
      const head = 'query ($id: ID!, $after: String) { result: activity(id: $id, after: $after)';
      const found = await ask(`${head} ${parts.activity} }`, { id, after: cursor }, signal);
      return fitted(activityPage, found);
    },
    getDraft: async (id, given) => orNull(draft, await read('draft', id, parts.draft, given)),
    saveDraft: (id, body, given) => tell('saveDraft', { id, ...body }, given),
    getLatestSubmission: async (id, given) =>
      orNull(submission, await read('latestSubmission', id, parts.submission, given)),
    submit: (id, body, given) => write('submit', { id, ...body }, parts.snapshot, snapshot, given),

    getQueue: async (filters, { signal, cursor, limit } = {}) => {
      const state = filters.state?.map((each) => each.toUpperCase());
      const variables = { filters: { ...filters, state }, after: cursor, first: limit };
      const head = `query ($filters: ReviewFilters!, $after: String, $first: Int) {
        result: reviews(filters: $filters, after: $after, first: $first)`;
      return fitted(queuePage, await ask(`${head} ${parts.queue} }`, variables, signal));
    },
    getReview: async (id, given) =>
      fitted(reviewDetail, await read('review', id, parts.review, given)),
    // GraphQL has no If-Match: the version that the reviewer saw is a part of the input.
    decide: (id, version, body, given) =>
      write('decide', { id, version, ...verdict(body) }, parts.review, reviewDetail, given),
    decideMany: (body, given) =>
      write('decideMany', verdict(body), parts.results, bulkResults, given),
  };
}

interface GraphqlAnswer {
  data?: { result: unknown } | null;
  errors?: GraphqlError[];
}

interface GraphqlError {
  extensions?: {
    code?: string;
    /** Seconds. */
    retryAfter?: number;
    problems?: { pointer: string; code: string }[];
  };
}

/** What servers of GraphQL call by other names. */
const codes: Record<string, string> = {
  UNAUTHENTICATED: 'not_signed_in',
  BAD_USER_INPUT: 'invalid',
  INTERNAL_SERVER_ERROR: 'internal',
};

/** The status goes along though none was sent: after 409, 412 and the like the store reads anew. */
function errorOf({ extensions = {} }: GraphqlError): PipelineError {
  const { code: said = 'INTERNAL_SERVER_ERROR', retryAfter, problems } = extensions;
  const code = codes[said] ?? said.toLowerCase();
  return new PipelineError(code, {
    status: statusOf(code),
    errors: problems,
    retryAfter: retryAfter === undefined ? undefined : retryAfter * 1000,
  });
}

const orNull = <T extends z.ZodMiniType>(schema: T, body: unknown): z.infer<T> | null =>
  body === null ? null : fitted(schema, body);

const enums = new Set(['phase', 'status', 'role', 'lane', 'outcome', 'state']);
/** GraphQL says null where the contract leaves out. */
const optional = new Set([
  ...['hint', 'value', 'lane', 'attempt', 'curl', 'problem', 'version'],
  ...['sandboxDocs', 'sandboxEndpoint', 'productionEndpoint', 'checkout'],
]);
const scalars = new Set(['answers', 'form']);

/** From the host's words to the contract's: enums, lists of pairs, and nulls. */
function fromGraphql(value: unknown, key = ''): unknown {
  if (scalars.has(key)) return value;
  if (typeof value === 'string') return enums.has(key) ? value.toLowerCase() : value;
  if (Array.isArray(value)) {
    if (key !== 'refusals') return value.map((each) => fromGraphql(each, key));
    const pairs = value as { action: string; code: string }[];
    return Object.fromEntries(pairs.map(({ action, code }) => [action, code]));
  }
  if (typeof value !== 'object' || value === null) return value;
  // What a host adds to an entry of the activity is absent where it has nothing to add.
  const isEntry = 'actor' in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name, part]) => part !== null || !(optional.has(name) || (isEntry && name === 'notes')),
      )
      .map(([name, part]) => [name, fromGraphql(part, name)]),
  );
}
