import type * as z from 'zod/mini';
import {
  activityPage,
  bulkResults,
  draft,
  form,
  issuedCredential,
  issuedToken,
  queuePage,
  reviewDetail,
  routes as standardRoutes,
  snapshot,
  submission,
  testData,
  type QueueFilters,
  type Routes,
} from '../contract/index.js';
import type { PipelineAdapter, UploadFile, WatchOptions, WriteOptions } from './adapter.js';
import { PipelineError, toPipelineError } from './error.js';
import type * as eventStream from './event-stream.js';
import { createIdempotencyKey } from './idempotency-key.js';
import {
  createRequest,
  drop,
  type Answer,
  type BodyMap,
  type Call,
  type HttpOptions,
} from './request.js';
import { guardUpload } from './upload.js';

export interface HttpAdapterOptions extends HttpOptions {
  /** Paths that differ from the contract's. */
  routes?: Partial<Routes> | undefined;
  /**
   * Who is signed in: any text that is another one for another account. Tabs of one account share one
   * stream of events. Needed only beside `headers` or `fetch`, for cookies are the same in all tabs.
   */
  account?: string | undefined;
  /** Stores the files of a form, by whatever way the host has. Without it the kit takes none. */
  uploadFile?: UploadFile | undefined;
}

/** What reads streams; fetched with the first one, for a page is drawn before. */
let streams: typeof eventStream | undefined;
const fetchStreams = async () => (streams ??= await import('./event-stream.js'));

/**
 * An adapter for the contract's HTTP, or for a backend near it: rename paths with `routes`, bodies
 * with `map`. Every answer is parsed; one that does not fit rejects with code `unreadable`.
 *
 * @example
 * const adapter = createHttpAdapter({ baseUrl: '/api', headers: async () => ({ Authorization }) });
 */
export function createHttpAdapter(options: HttpAdapterOptions): PipelineAdapter {
  const request = createRequest(options);
  const routes: Routes = { ...standardRoutes, ...options.routes };

  async function send(call: Call): Promise<Answer> {
    const rename = options.map?.[call.operation]?.request;
    if (!rename || call.body === undefined) return request.send(call);
    try {
      call.body = rename(call.body as never);
    } catch (thrown) {
      throw toPipelineError(thrown);
    }
    return request.send(call);
  }

  async function read<T extends z.ZodMiniType>(call: Call, schema: T): Promise<z.infer<T>> {
    return parsed(call, await send(call), schema);
  }

  /** Null for the one status that says so: 204 where there is none, 304 where nothing is new. */
  async function readOrNull<T extends z.ZodMiniType>(
    call: Call,
    schema: T,
    none: 204 | 304 = 204,
  ): Promise<z.infer<T> | null> {
    const answer = await send(call);
    return answer.status === none ? null : parsed(call, answer, schema);
  }

  function parsed<T extends z.ZodMiniType>(
    { operation }: Call,
    { status, text }: Answer,
    schema: T,
  ): z.infer<T> {
    const fit = fitted(text, options.map?.[operation]?.response, schema);
    if ('data' in fit) return fit.data;
    throw new PipelineError('unreadable', { status, detail: `${operation}: ${fit.misfit}` });
  }

  async function* watch(call: Call, lastEventId: string | undefined) {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (lastEventId) headers['Last-Event-ID'] = lastEventId;
    const opened = request.open({ ...call, headers });
    // What the host tells meanwhile waits in its answer, which is let go where nothing comes to read it.
    const fetched = fetchStreams();
    fetched.catch(async () => drop(await opened)).catch(() => undefined);
    const response = await opened;
    yield* (await fetched).readEvents(response, call.signal);
  }

  return {
    now: request.now,
    channel() {
      const account = options.account ?? (options.headers || options.fetch ? undefined : '');
      return account === undefined ? undefined : `${options.baseUrl} ${account}`;
    },
    ...(options.uploadFile && { uploadFile: guardUpload(options.uploadFile) }),

    getSnapshot: (id, { signal, unlessVersion } = {}) => {
      const call: Call = {
        operation: 'getSnapshot',
        method: 'GET',
        path: routes.snapshot(id),
        signal,
      };
      if (!unlessVersion) return read(call, snapshot);
      call.headers = { 'If-None-Match': `"${unlessVersion}"` };
      return readOrNull(call, snapshot, 304);
    },

    createCredentials: (id, lane, given) =>
      read(write('createCredentials', routes.credentials(id, lane), {}, given), issuedCredential),
    regenerate: (id, lane, given) =>
      read(write('regenerate', routes.regenerate(id, lane), {}, given), issuedCredential),
    rotateSecret: (id, lane, body, given) =>
      read(write('rotateSecret', routes.rotateSecret(id, lane), body, given), issuedCredential),
    retireSecret: async (id, lane, body, given) => {
      await send(write('retireSecret', routes.retireSecret(id, lane), body, given));
    },
    generateToken: (id, lane, given) =>
      read(write('generateToken', routes.token(id, lane), {}, given), issuedToken),
    markDelivered: async (id, lane, body, { signal } = {}) => {
      const path = routes.delivered(id, lane);
      await send({
        operation: 'markDelivered',
        method: 'POST',
        path,
        body,
        signal,
        keepalive: true,
      });
    },

    getTestData: (id, { signal } = {}) =>
      read(
        { operation: 'getTestData', method: 'GET', path: routes.testData(id), signal },
        testData,
      ),
    getForm: (id, { signal } = {}) =>
      readOrNull({ operation: 'getForm', method: 'GET', path: routes.form(id), signal }, form),
    getActivity: (id, { signal, cursor } = {}) => {
      const path = withQuery(routes.activity(id), { cursor });
      return read({ operation: 'getActivity', method: 'GET', path, signal }, activityPage);
    },
    getDraft: (id, { signal } = {}) =>
      readOrNull({ operation: 'getDraft', method: 'GET', path: routes.draft(id), signal }, draft),
    saveDraft: async (id, body, { signal } = {}) => {
      const path = routes.draft(id);
      await send({ operation: 'saveDraft', method: 'PUT', path, body, signal, keepalive: true });
    },
    getLatestSubmission: (id, { signal } = {}) => {
      const path = routes.latestSubmission(id);
      return readOrNull(
        { operation: 'getLatestSubmission', method: 'GET', path, signal },
        submission,
      );
    },
    submit: (id, body, given) =>
      read(write('submit', routes.submissions(id), body, given), snapshot),

    getQueue: (filters, { signal, cursor, limit } = {}) => {
      const path = withQuery(routes.queue(), { ...queryOf(filters), cursor, limit });
      return read({ operation: 'getQueue', method: 'GET', path, signal }, queuePage);
    },
    getReview: (submissionId, { signal } = {}) => {
      const path = routes.review(submissionId);
      return read({ operation: 'getReview', method: 'GET', path, signal }, reviewDetail);
    },
    decide: (submissionId, version, body, given) => {
      const call = write('decide', routes.decision(submissionId), body, given);
      call.headers = { ...call.headers, 'If-Match': `"${version}"` };
      return read({ ...call, keepalive: true }, reviewDetail);
    },
    decideMany: (body, given) =>
      read(write('decideMany', routes.bulkDecision(), body, given), bulkResults),

    watchSubscription: (id, { signal, lastEventId }: WatchOptions = {}) => {
      const path = routes.subscriptionEvents(id);
      return watch({ operation: 'watchSubscription', method: 'GET', path, signal }, lastEventId);
    },
    watchQueue: ({ signal, lastEventId }: WatchOptions = {}) =>
      watch(
        { operation: 'watchQueue', method: 'GET', path: routes.queueEvents(), signal },
        lastEventId,
      ),
  };
}

function write(
  operation: Call['operation'],
  path: string,
  body: unknown,
  { signal, idempotencyKey = createIdempotencyKey() }: WriteOptions = {},
): Call {
  const headers = { 'Idempotency-Key': idempotencyKey };
  return { operation, method: 'POST', path, body, headers, signal };
}

/** What an answer says, or where it does not fit: by place alone, for its values may be secrets. */
function fitted<T extends z.ZodMiniType>(
  text: string,
  rename: BodyMap['response'],
  schema: T,
): { data: z.infer<T> } | { misfit: string } {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { misfit: 'no JSON' };
  }
  try {
    if (rename) body = rename(body as never);
  } catch (thrown) {
    const { detail, code } = toPipelineError(thrown);
    return { misfit: `map threw ${detail ?? code}` };
  }
  try {
    const result = schema.safeParse(body);
    if (result.success) return { data: result.data };
    const places = result.error.issues.slice(0, 5).map(({ path }) => path.join('.'));
    return { misfit: places.join().slice(0, 200) || 'the whole' };
  } catch {
    return { misfit: 'nested without an end' };
  }
}

const queryOf = ({ state, ...others }: QueueFilters) => ({
  ...others,
  state: state?.length ? state.join(',') : undefined,
});

/** The path with the parts that are there; one of the host's own may have a query already. */
function withQuery(path: string, parts: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  if (search.size === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${search}`;
}
