import * as z from 'zod/mini';
import * as contract from '../../../src/contract/index.js';
import type { Operation } from '../../../src/adapter/index.js';
import type { OperationRule } from '../../../src/mocks/host/operation-rule.js';
import { operations } from '../../../src/mocks/host/operations.js';

/** A schema, parameter or answer as OpenAPI writes it. */
export type Node = Record<string, unknown>;

const summaries: Record<Operation, string> = {
  getSnapshot: 'Everything that the page of one subscription shows',
  watchSubscription: 'Tells when the subscription changed',
  createCredentials:
    'Creates the credentials of a lane; the secret is in this answer and nowhere else',
  regenerate: 'Replaces a credential; the old one is dead at once',
  rotateSecret: 'Replaces a secret; the old one goes on for the overlap, if there is one',
  retireSecret: 'Ends an old secret before its overlap does',
  generateToken: 'Gives an access token, once',
  markDelivered: 'Says that the present secrets reached the developer',
  getTestData: "The sandbox's test data",
  getForm: "The plan's form; 204 without one",
  getActivity: 'Who did what and when, newest first',
  getDraft: 'The answers put aside; 204 without any',
  saveDraft: 'Puts answers aside; the last write wins',
  getLatestSubmission: 'The latest attempt; 204 before the first',
  submit: 'Hands answers to the reviewers',
  getQueue: 'A page of the attempts',
  watchQueue: 'Tells when the queue changed',
  getReview: 'Everything that a reviewer sees of one attempt',
  decide: 'Decides an attempt at the version that the reviewer saw',
  decideMany: 'Decides up to 50 attempts, each alone',
};

const queries: Partial<Record<Operation, Record<string, Node>>> = {
  getActivity: { cursor: { type: 'string' } },
  getQueue: {
    state: { type: 'string', description: 'One or more states, with commas' },
    q: { type: 'string', description: 'Looked for in names, plan, developer and ids' },
    plan: { type: 'string' },
    submittedBefore: { $ref: '#/components/schemas/time' },
    sort: { $ref: '#/components/schemas/queueSort' },
    cursor: { type: 'string' },
    limit: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  },
};

/** The contract's HTTP as OpenAPI 3.1, made from its schemas and the table of operations. */
export function contractApi() {
  const paths: Record<string, Record<string, Node>> = {};
  for (const [name, rule] of Object.entries(operations) as [Operation, OperationRule][]) {
    const path = pathOf(rule.route);
    paths[path] = { ...paths[path], [rule.method.toLowerCase()]: describe(name, rule, path) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'GoLive pipeline',
      version: '1',
      description: 'From sandbox to production, with a review between them.',
    },
    paths,
    components: { schemas: schemas() },
  };
}

/** The same of this host: where it is, and how its callers sign in. */
export function openApiOf({ url, base }: { url: string; base: string }) {
  const { components, ...contract } = contractApi();
  return {
    ...contract,
    servers: [{ url: url + base }],
    security: [{ bearer: [] }, { session: [] }],
    components: {
      ...components,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'golive_session',
          description: 'Writes also carry the text of the cookie golive_csrf as X-CSRF-Token.',
        },
      },
    },
  };
}

export type OpenApi = ReturnType<typeof openApiOf>;

function pathOf(route: OperationRule['route']): string {
  const id = route === 'review' || route === 'decision' ? '~submissionId' : '~id';
  const fill = contract.routes[route] as (...parts: string[]) => string;
  return fill(id, '~lane').replace(/~(\w+)/g, '{$1}');
}

function describe(name: Operation, rule: OperationRule, path: string): Node {
  const isWrite = rule.method !== 'GET';
  const isStream = name === 'watchSubscription' || name === 'watchQueue';
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) =>
    parameterOf('path', parameter!, reference(parameter === 'lane' ? 'lane' : 'id'), true),
  );
  for (const [parameter, schema] of Object.entries(queries[name] ?? {})) {
    parameters.push(parameterOf('query', parameter, schema));
  }
  const header = (title: string, isRequired = false) =>
    parameters.push(parameterOf('header', title, { type: 'string' }, isRequired));
  if (isWrite) header('Idempotency-Key');
  if (name === 'decide') header('If-Match', true);
  if (name === 'getSnapshot') header('If-None-Match');
  if (isStream) header('Last-Event-ID');

  return {
    operationId: name,
    summary: summaries[name],
    tags: [rule.who === 'both' ? 'developer and reviewer' : rule.who],
    parameters,
    ...(rule.body ? { requestBody: { required: true, content: jsonOf(rule.body) } } : {}),
    responses: { ...answersOf(name, rule, isStream), default: problemAnswer },
  };
}

const parameterOf = (place: string, name: string, schema: Node, required = false): Node => ({
  name,
  in: place,
  required,
  schema,
});

const problemAnswer = {
  description: 'A problem, with its code',
  content: { 'application/problem+json': { schema: reference('problem') } },
};

/** Those that may have nothing to give. */
const mayBeEmpty: Operation[] = ['getForm', 'getDraft', 'getLatestSubmission'];

function answersOf(name: Operation, { answer }: OperationRule, isStream: boolean): Node {
  if (isStream) {
    const content = { 'text/event-stream': { schema: { type: 'string' } } };
    return { 200: { description: 'Events called `changed`', content } };
  }
  if (!answer) return { 204: { description: 'Done' } };
  const status = name === 'submit' || name === 'createCredentials' ? 201 : 200;
  return {
    [status]: { description: 'Done', content: jsonOf(answer) },
    ...(mayBeEmpty.includes(name) ? { 204: { description: 'There is none' } } : {}),
    ...(name === 'getSnapshot' ? { 304: { description: 'Nothing has changed' } } : {}),
  };
}

/** Every schema of the contract that has a name there. */
const named = new Map<z.ZodMiniType, string>(
  Object.entries(contract as Record<string, unknown>).flatMap(([name, each]) =>
    typeof each === 'object' && each !== null && '_zod' in each
      ? [[each as z.ZodMiniType, name] as const]
      : [],
  ),
);

const jsonOf = (schema: z.ZodMiniType): Node => {
  const name = named.get(schema);
  return {
    'application/json': { schema: name ? reference(name) : z.toJSONSchema(schema, OPTIONS) },
  };
};

function reference(name: string): Node {
  return { $ref: `#/components/schemas/${name}` };
}

const OPTIONS = { io: 'input', unrepresentable: 'any' } as const;

function schemas(): Record<string, Node> {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of named) registry.add(schema, { id });
  const uri = (id: string) => `#/components/schemas/${id}`;
  const made = z.toJSONSchema(registry, { ...OPTIONS, uri }).schemas as Record<string, Node>;
  for (const schema of Object.values(made)) {
    delete schema['$schema'];
    delete schema['$id'];
  }
  return {
    ...made,
    // Its check for a key that objects can't hold hides from the generator what it is.
    answers: { type: 'object', additionalProperties: reference('answer') },
  };
}
