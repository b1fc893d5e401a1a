import { routes } from '../../../src/contract/index.js';
import type { FakeHost } from '../../../src/mocks/index.js';
import { callerOf, Refusal, upstreamOf, type Serve, type Upstream } from './upstream.js';

type Input = Record<string, any>;
type Resolver = (ask: Upstream, given: Input) => Promise<unknown>;

const lower = (word: string): any => word.toLowerCase();
const done = { clientMutationId: 'done' };

/** The body itself, without what the path and the headers say of it. */
function bodyOf(input: Input) {
  const body = { ...input };
  for (const name of ['id', 'lane', 'version', 'clientMutationId']) delete body[name];
  return 'outcome' in body ? { ...body, outcome: lower(body['outcome']) } : body;
}

const act =
  (path: (input: Input) => string): Resolver =>
  (ask, { input }) =>
    ask(path(input), {
      method: 'POST',
      body: bodyOf(input),
      key: input.clientMutationId,
      version: input.version && `"${input.version}"`,
    });

const resolvers: Record<string, Resolver> = {
  subscription: (ask, { id }) => ask(routes.snapshot(id)),
  testData: (ask, { id }) => ask(routes.testData(id)),
  plan: async (ask, { id }) => ({ form: await ask(routes.form(id)) }),
  activity: (ask, { id, after }) => ask(routes.activity(id) + (after ? `?cursor=${after}` : '')),
  draft: (ask, { id }) => ask(routes.draft(id)),
  latestSubmission: (ask, { id }) => ask(routes.latestSubmission(id)),
  review: (ask, { id }) => ask(routes.review(id)),
  reviews: (ask, { filters, after, first }) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...filters, cursor: after, limit: first })) {
      if (value)
        search.set(name, name === 'state' ? lower((value as string[]).join()) : (value as string));
    }
    return ask(`${routes.queue()}?${search}`);
  },
  createCredentials: act(({ id, lane }) => routes.credentials(id, lower(lane))),
  regenerate: act(({ id, lane }) => routes.regenerate(id, lower(lane))),
  rotateSecret: act(({ id, lane }) => routes.rotateSecret(id, lower(lane))),
  retireSecret: act(({ id, lane }) => routes.retireSecret(id, lower(lane))),
  generateToken: act(({ id, lane }) => routes.token(id, lower(lane))),
  markDelivered: act(({ id, lane }) => routes.delivered(id, lower(lane))),
  saveDraft: (ask, { input }) =>
    ask(routes.draft(input.id), { method: 'PUT', body: bodyOf(input) }),
  submit: act(({ id }) => routes.submissions(id)),
  decide: act(({ id }) => routes.decision(id)),
  decideMany: act(() => routes.bulkDecision()),
};

/** A GraphQL server as small as can be: one root field under the alias `result`, a flat set of arguments. */
export const graphqlHost =
  (host: FakeHost): Serve =>
  async (request) => {
    const { query, variables } = (await request.json()) as { query: string; variables: Input };
    const { name, selection } = parse(query);
    try {
      const answer = await resolvers[name]!(upstreamOf(host, callerOf(request)), variables);
      const found = answer ?? (selection?.has('clientMutationId') ? done : null);
      return Response.json({ data: { result: select(found, selection, name) } });
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      const { problem, retryAfter } = thrown;
      const code =
        problem.code === 'not_signed_in' ? 'UNAUTHENTICATED' : problem.code.toUpperCase();
      const extensions = {
        code,
        problems: problem.errors,
        ...(retryAfter && { retryAfter: Number(retryAfter) }),
      };
      return Response.json({ data: null, errors: [{ message: 'Refused.', extensions }] });
    }
  };

type Selection = Map<string, Selection | undefined>;

function parse(query: string) {
  const tokens = query.replaceAll(/\([^)]*\)/g, '').match(/[{}:]|\w+/g)!;
  let place = 0;
  const selectionAt = (): Selection => {
    const fields: Selection = new Map();
    place += 1;
    while (tokens[place] !== '}') {
      const field = tokens[place]!;
      place += 1;
      fields.set(field, tokens[place] === '{' ? selectionAt() : undefined);
    }
    place += 1;
    return fields;
  };
  if (!/^(query|mutation)$/.test(tokens[0])) throw new Error('neither query nor mutation');
  const [, , alias, colon, name] = tokens;
  if (alias !== 'result' || colon !== ':') throw new Error('the root field is no result');
  place = 5;
  return { name: name!, selection: tokens[place] === '{' ? selectionAt() : undefined };
}

const enums = /^(phase|status|role|lane|outcome|state)$/;
const scalars = /^(answers|form)$/;

/** Only what was asked for leaves a GraphQL server; what is not there is null. */
function select(value: any, selection: Selection | undefined, name: string): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((each) => select(each, selection, name));
  if (name === 'refusals') {
    return Object.entries(value).map(([action, code]) => ({ action, code }));
  }
  if (typeof value === 'string') return enums.test(name) ? value.toUpperCase() : value;
  if (typeof value !== 'object' || scalars.test(name)) return value;
  if (!selection) throw new Error(`${name} needs a selection of its fields`);
  return Object.fromEntries(
    [...selection].map(([field, inner]) => [field, select(value[field], inner, field)]),
  );
}
