/** A REST host with paths and names of its own: the HTTP adapter, with `routes`, `map` and `fetch`. */
import {
  createHttpAdapter,
  type BodyMap,
  type HttpAdapterOptions,
  type Operation,
  type PipelineAdapter,
} from '../../src/index.js';
import type { Lane, Phase, Routes } from '../../src/contract/index.js';

const app = (id: string) => `/apps/${encodeURIComponent(id)}`;
const keys = (id: string, lane: Lane) => `${app(id)}/keys/${lane === 'sandbox' ? 'test' : 'live'}`;
const request = (id: string) => `/requests/${encodeURIComponent(id)}`;

/** Only what differs: what stands not here keeps the contract's path. */
const paths: Partial<Routes> = {
  snapshot: (id) => `${app(id)}/state`,
  subscriptionEvents: (id) => `${app(id)}/changes`,
  credentials: (id, lane) => keys(id, lane),
  regenerate: (id, lane) => `${keys(id, lane)}/reissue`,
  rotateSecret: (id, lane) => `${keys(id, lane)}/roll`,
  delivered: (id, lane) => `${keys(id, lane)}/received`,
  submissions: (id) => `${app(id)}/requests`,
  latestSubmission: (id) => `${app(id)}/requests/current`,
  // The adapter adds its filters to a query that is there.
  queue: () => '/requests?view=desk',
  queueEvents: () => '/requests/changes',
  review: request,
  decision: (id) => `${request(id)}/verdict`,
};

const stages: Record<string, Phase> = {
  building: 'sandbox',
  waiting: 'in_review',
  live: 'production',
  declined: 'rejected',
};

/** Under these the keys are data: ids of fields, and names of actions. */
const untouched = new Set(['answers', 'form', 'refusals']);

function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (key === 'stage') return ['phase', stages[part as string]];
      return [rename(key), untouched.has(key) ? part : renamed(part, rename)];
    }),
  );
}

const toSnake = (key: string) => key.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`);
const toCamel = (key: string) =>
  key.replaceAll(/_([a-z])/g, (_, sign: string) => sign.toUpperCase());

const everyBody: BodyMap = {
  request: (body: object) => renamed(body, toSnake),
  response: ({ data }: { data: unknown }) => renamed(data, toCamel),
};

/** A form has its own shape here already; it only comes in an envelope like all else. */
const formBody: BodyMap = { response: ({ data }: { data: unknown }) => data };

const reasons: Record<string, string> = {
  keys_there: 'credentials_exist',
  keys_missing: 'credentials_missing',
  request_moved_on: 'version_conflict',
};

/** Error answers are not mapped, so the host's own become problems on their way in. */
const withProblems =
  (send: typeof fetch): typeof fetch =>
  async (address, init) => {
    const answer = await send(address, init);
    if (answer.ok || answer.status === 304) return answer;
    const body = (await answer
      .clone()
      .json()
      .catch(() => null)) as { error?: { reason: string; fields?: object[] } } | null;
    if (!body?.error) return answer;
    const { reason, fields } = body.error;
    // The headers stay: `Retry-After` and the host's `Date` are among them.
    const { status, headers } = answer;
    return new Response(JSON.stringify({ code: reasons[reason] ?? reason, errors: fields }), {
      status,
      headers,
    });
  };

/** Every one that has a body, but the form. */
const operations: Operation[] = [
  'getSnapshot',
  'createCredentials',
  'regenerate',
  'rotateSecret',
  'retireSecret',
  'generateToken',
  'markDelivered',
  'getTestData',
  'getActivity',
  'getDraft',
  'saveDraft',
  'getLatestSubmission',
  'submit',
  'getQueue',
  'getReview',
  'decide',
  'decideMany',
];

/**
 * @example
 * const adapter = createRenamedAdapter({ baseUrl: '/v3', headers, account: user.id });
 */
export function createRenamedAdapter(
  options: Pick<HttpAdapterOptions, 'baseUrl' | 'headers' | 'fetch' | 'account'>,
): PipelineAdapter {
  return createHttpAdapter({
    ...options,
    routes: paths,
    map: {
      ...Object.fromEntries(operations.map((name) => [name, everyBody])),
      getForm: formBody,
    },
    fetch: withProblems(options.fetch ?? ((address, init) => fetch(address, init))),
  });
}
