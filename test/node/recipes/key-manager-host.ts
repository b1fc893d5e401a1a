import { routes, type Credential, type Lane } from '../../../src/contract/index.js';
import type { FakeHost } from '../../../src/mocks/index.js';
import { callerOf, Refusal, upstreamOf, type Serve, type Upstream } from './upstream.js';

interface Asked {
  ask: Upstream;
  body: any;
  search: URLSearchParams;
  key: string | null;
  version: string | null;
}

const laneOf = (keyType: string): Lane => (keyType === 'SANDBOX' ? 'sandbox' : 'production');
const value = ({ values }: Credential, name: string) =>
  values.find((each) => each.name === name)?.value;

/** A key as lists have it: without its secret. */
const keyOf = (credential: Credential) => ({
  keyMappingId: credential.id,
  keyType: credential.lane.toUpperCase(),
  consumerKey: value(credential, 'client_id'),
  secretReference: credential.secrets[0]!.id,
  createdTime: credential.createdAt,
  supportedGrantTypes: ['client_credentials'],
});

const issued = ({ credential, revealed }: any) => ({
  ...keyOf(credential),
  consumerSecret: revealed.find((each: any) => each.name === 'client_secret')?.value ?? null,
});

const subscriptionOf = ({ submission, phase, review, plan }: any) => ({
  subscriptionId: submission.id,
  status: { in_review: 'ON_HOLD', production: 'UNBLOCKED', rejected: 'REJECTED' }[phase as string],
  requestedTime: submission.submittedAt,
  requestedBy: submission.submittedBy,
  decidedTime: review?.decidedAt ?? null,
  remarks: review?.notes ?? null,
  throttlingPolicy: plan.name,
});

const statuses: Record<string, string> = {
  waiting: 'CREATED',
  approved: 'APPROVED',
  rejected: 'REJECTED',
};
const states = Object.fromEntries(
  Object.entries(statuses).map(([state, status]) => [status, state]),
);

const workflowOf = ({ version, snapshot, submission }: any) => ({
  referenceId: submission.id,
  revision: version,
  status: statuses[submission.review?.outcome ?? 'waiting'],
  applicationId: submission.subscriptionId,
  applicationName: snapshot.name,
  throttlingPolicy: snapshot.plan.name,
  requestedBy: submission.submittedBy,
  createdTime: submission.submittedAt,
  updatedTime: submission.review?.decidedAt ?? null,
  description: submission.review?.notes ?? null,
});

const list = (items: unknown[], count = items.length) => ({ count, list: items });
const act = ({ key, version }: Asked, body: unknown = {}) =>
  ({ method: 'POST', body, key, version }) as const;

const endpoints: [string, RegExp, (asked: Asked, ...parts: string[]) => Promise<unknown>][] = [
  [
    'GET',
    /^\/applications\/([^/]+)$/,
    async ({ ask }, id) => {
      const { name, plan, updatedAt } = await ask(routes.snapshot(id));
      return { applicationId: id, name, throttlingPolicy: plan.id, updatedTime: updatedAt };
    },
  ],
  [
    'GET',
    /^\/applications\/([^/]+)\/oauth-keys$/,
    async ({ ask }, id) => {
      const { credentials } = await ask(routes.snapshot(id));
      const both = [credentials.sandbox, credentials.production] as (Credential | null)[];
      return list(both.flatMap((each) => (each ? [keyOf(each)] : [])));
    },
  ],
  [
    'POST',
    /^\/applications\/([^/]+)\/generate-keys$/,
    async (asked, id) =>
      issued(await asked.ask(routes.credentials(id, laneOf(asked.body.keyType)), act(asked))),
  ],
  [
    'POST',
    /^\/applications\/([^/]+)\/oauth-keys\/([^/]+)\/regenerate-secret$/,
    async (asked, id, keyMappingId) => {
      const { credentials } = await asked.ask(routes.snapshot(id));
      const lane = credentials.sandbox?.id === keyMappingId ? 'sandbox' : 'production';
      return issued(await asked.ask(routes.rotateSecret(id, lane), act(asked)));
    },
  ],
  [
    'GET',
    /^\/subscriptions$/,
    async ({ ask, search }) => {
      const snapshot = await ask(routes.snapshot(search.get('applicationId')!));
      return list(snapshot.submission ? [subscriptionOf(snapshot)] : []);
    },
  ],
  [
    'POST',
    /^\/subscriptions$/,
    async (asked) => {
      const path = routes.submissions(asked.body.applicationId);
      return subscriptionOf(await asked.ask(path, act(asked, { answers: {}, formVersion: null })));
    },
  ],
  [
    'GET',
    /^\/workflows$/,
    async ({ ask, search }) => {
      const state = (search.get('status') ?? '').split(',').map((each) => states[each] ?? '');
      const query = new URLSearchParams({ state: state.join(), q: search.get('query') ?? '' });
      const { items } = await ask(`${routes.queue()}?limit=200&${cleaned(query)}`);
      const start = Number(search.get('offset') ?? 0);
      const page = items.slice(start, start + Number(search.get('limit')));
      const found = page.map((item: any) => ask(routes.review(item.submissionId)));
      return list((await Promise.all(found)).map(workflowOf), items.length);
    },
  ],
  [
    'GET',
    /^\/workflows\/([^/]+)$/,
    async ({ ask }, id) => workflowOf(await ask(routes.review(id))),
  ],
  [
    'POST',
    /^\/workflows\/update-workflow-status$/,
    async (asked) => {
      const { status, description } = asked.body;
      const path = routes.decision(asked.search.get('workflowReferenceId')!);
      const body = { outcome: states[status], notes: description, fieldNotes: [] };
      return workflowOf(await asked.ask(path, act(asked, body)));
    },
  ],
];

function cleaned(query: URLSearchParams) {
  for (const [name, text] of [...query]) if (!text) query.delete(name);
  return query;
}

/** Numbers of the gateway for what the fake host refuses. */
const numbers: Record<string, number> = {
  credentials_exist: 900801,
  credentials_missing: 900802,
  not_approved: 900803,
  in_review: 900804,
  not_in_review: 900805,
};

/** A gateway in which keys are one thing and approval is another, with errors by number. */
export const keyManagerHost =
  (host: FakeHost, baseUrl: string): Serve =>
  async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.slice(new URL(baseUrl).pathname.length);
    const [, pattern, answer] = endpoints.find(
      ([method, each]) => method === request.method && each.test(path),
    )!;
    const text = await request.text();
    const asked: Asked = {
      ask: upstreamOf(host, callerOf(request)),
      body: text ? JSON.parse(text) : undefined,
      search: searchParams,
      key: request.headers.get('Idempotency-Key'),
      version: request.headers.get('If-Match'),
    };
    try {
      const parts = pattern.exec(path)!.slice(1).map(decodeURIComponent);
      return Response.json(await answer(asked, ...parts));
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      const { status, problem } = thrown;
      const code = numbers[problem.code] ?? 900000 + status;
      return Response.json({ code, message: 'Refused', description: '' }, { status });
    }
  };
