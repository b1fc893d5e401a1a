import assert from 'node:assert/strict';
import type { Operation, PipelineAdapter } from '../../../src/adapter/index.js';
import { problem, statusOf } from '../../../src/contract/index.js';
import { operations } from '../../../src/mocks/host/operations.js';
import {
  createFakeAdapter,
  createFakeHost,
  handleRequest,
  people,
  plans,
  seededRandom,
  type FakeHost,
  type FakeHostOptions,
  type Faults,
  type Plan,
} from '../../../src/mocks/index.js';
import { matchRoute } from '../../../src/mocks/wire/route-match.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const START = Date.parse('2026-11-24T09:00:00.000Z');
export const BASE = 'https://host.example/api';

export interface Sent {
  status: number;
  body: any;
  headers: Headers;
  text: string;
}

export interface SendOptions {
  as?: string | null;
  body?: unknown;
  /** Sent as it is. */
  raw?: BodyInit;
  headers?: Record<string, string>;
}

/** A host whose clock the test moves, with people, plans and Joel's subscription `sub_42`. */
export async function createWorld(
  options: FakeHostOptions & { plan?: Partial<Plan> & { id: string } } = {},
) {
  const world = { now: START };
  const { plan, ...hostOptions } = options;
  const host = createFakeHost({
    clock: () => world.now,
    random: seededRandom(42),
    ...hostOptions,
  });
  for (const account of Object.values(people)) await host.addAccount(account);
  for (const each of Object.values<Plan>(plans)) {
    await host.addPlan(each.id === plan?.id ? { ...each, ...plan } : each);
  }
  const subscribe = (id: string, planId: string, who: { name: string; tenant: string }) =>
    host.subscribe({ id, name: `${who.tenant} ${id}`, planId, tenant: who.tenant, by: who.name });
  await subscribe('sub_42', 'explorer', people.joel);
  await subscribe('sub_77', 'explorer', people.ines);
  return Object.assign(world, {
    host,
    subscribe,
    as: (account: string | null, faults?: Faults): PipelineAdapter =>
      createFakeAdapter(host, { as: account, faults, retryDelay: () => 0 }),
    send: (line: string, sent?: SendOptions) => send(host, line, sent),
  });
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/**
 * Sends `METHOD /path` and checks what must hold for every answer: it fits its schema, errors are
 * problems with the status of their code, and nothing may be cached.
 */
export async function send(
  host: FakeHost,
  line: string,
  { as = 'joel', body, raw, headers = {} }: SendOptions = {},
): Promise<Sent> {
  const [method, path] = line.split(' ') as [string, string];
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const init: RequestInit = { method, headers: { ...headers } };
  if (content !== undefined) {
    init.body = content;
    init.headers = { 'Content-Type': 'application/json', ...headers };
  }
  const request = new Request(BASE + path, init);
  const response = await handleRequest(host, request, { baseUrl: BASE, caller: () => as });
  assert.equal(response.headers.get('Cache-Control'), 'no-store', line);
  assert.ok(response.headers.get('Date'), line);
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.status >= 400) checkProblem(line, response, answer);
  else if (response.status !== 304) checkAnswer(line, method, path, answer);
  return { status: response.status, body: answer, headers: response.headers, text };
}

function checkProblem(line: string, { status, headers }: Response, answer: unknown) {
  assert.equal(headers.get('Content-Type'), 'application/problem+json', line);
  const { code, status: said, errors } = problem.parse(answer);
  assert.equal(said, status, line);
  assert.equal(status, status === 400 ? 400 : statusOf(code), `${line} ${code}`);
  if (status === 422 && code !== 'idempotency_key_reused') assert.ok(errors?.length, line);
}

function checkAnswer(line: string, method: string, path: string, answer: unknown) {
  const match = matchRoute(path.split('?')[0]!);
  const name = (Object.keys(operations) as Operation[]).find(
    (each) => operations[each].route === match?.route && operations[each].method === method,
  )!;
  const rule = operations[name];
  if (answer === undefined) return;
  assert.ok('answer' in rule, line);
  assert.deepEqual(rule.answer.parse(answer), answer, line);
}

/** Makes credentials, says they arrived, and gives the secrets. */
export async function makeCredentials(
  world: World,
  id = 'sub_42',
  as = 'joel',
  lane: 'sandbox' | 'production' = 'sandbox',
) {
  const { credential, revealed } = await world.as(as).createCredentials(id, lane);
  const secretIds = credential.secrets.map((secret) => secret.id);
  await world.as(as).markDelivered(id, lane, { credentialId: credential.id, secretIds });
  return { credential, revealed, secret: revealed.at(-1)!.value };
}

export const noAnswers = { answers: {}, formVersion: null };

/** Makes credentials and submits; gives the id and version of the submission. */
export async function submitNow(world: World, id = 'sub_42', as = 'joel') {
  const adapter = world.as(as);
  if (!(await adapter.getSnapshot(id))!.credentials.sandbox) await makeCredentials(world, id, as);
  const { submission } = await adapter.submit(id, noAnswers);
  return { id: submission!.id, version: await versionOf(world, submission!.id) };
}

export const versionOf = async (world: World, submissionId: string): Promise<string> =>
  (await world.as('mara').getReview(submissionId)).version;

export const decision = (
  outcome: 'approved' | 'rejected' | 'changes_requested',
  notes: string | null = null,
) => ({ outcome, notes, fieldNotes: [] });

/** Approves what is in review. */
export async function approveNow(world: World, id = 'sub_42', as = 'joel') {
  const submission = await submitNow(world, id, as);
  await world.as('mara').decide(submission.id, submission.version, decision('approved'));
  return submission;
}
