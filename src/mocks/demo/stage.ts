import type { PipelineAdapter } from '../../adapter/index.js';
import type { Answers, Decision, IssuedCredential, Outcome } from '../../contract/index.js';
import { createFakeHost, type FakeHost } from '../host/host.js';
import { seededRandom } from '../host/secrets.js';
import type { HostState } from '../host/state.js';
import { createFakeAdapter } from '../wire/fake-adapter.js';

export const HOUR = 3_600_000;

/** Something that happened, so many hours before now. */
export interface Scene {
  hoursAgo: number;
  act: (stage: Stage) => Promise<unknown>;
}

/** Lets the past happen on a host of its own, by real acts of real accounts. */
export interface Stage {
  host: FakeHost;
  as: (account: string) => PipelineAdapter;
}

/** Plays scenes in the order of time, after an earlier state if there is one, and gives their end. */
export async function play(scenes: Scene[], now: number, before?: HostState): Promise<HostState> {
  let moment = now;
  const random = seededRandom(before ? before.serial : 2026);
  const start = before ? { state: before } : {};
  const host = createFakeHost({ ...start, clock: () => moment, random });
  const stage: Stage = { host, as: (account) => createFakeAdapter(host, { as: account }) };
  for (const { hoursAgo, act } of scenes.toSorted((one, two) => two.hoursAgo - one.hoursAgo)) {
    moment = now - hoursAgo * HOUR;
    await act(stage);
  }
  // The requests that made this past will never be repeated.
  return { ...(await host.export()), kept: {} };
}

/** Creates a lane's credentials and says that they arrived. */
export async function makeCredentials(
  adapter: PipelineAdapter,
  subscriptionId: string,
  lane: 'sandbox' | 'production' = 'sandbox',
): Promise<void> {
  await keep(adapter, subscriptionId, await adapter.createCredentials(subscriptionId, lane));
}

/** Says that what was issued arrived. */
export async function keep(
  adapter: PipelineAdapter,
  subscriptionId: string,
  { credential: { id, lane, secrets } }: IssuedCredential,
): Promise<void> {
  const present = secrets.filter(({ validUntil }) => validUntil === null);
  const secretIds = present.map((secret) => secret.id);
  await adapter.markDelivered(subscriptionId, lane, { credentialId: id, secretIds });
}

/** Submits with these answers, on whatever form the plan has now. */
export async function submitAnswers(
  adapter: PipelineAdapter,
  subscriptionId: string,
  answers: Answers,
): Promise<void> {
  const form = await adapter.getForm(subscriptionId);
  const body = form ? { answers, formVersion: form.version } : { answers: {}, formVersion: null };
  await adapter.submit(subscriptionId, body);
}

/** Decides the attempt that a subscription has in review. */
export async function decideLatest(
  adapter: PipelineAdapter,
  subscriptionId: string,
  outcome: Outcome,
  notes: string | null,
  fieldNotes: Decision['fieldNotes'] = [],
): Promise<void> {
  const { submission } = (await adapter.getSnapshot(subscriptionId))!;
  const { id, version } = (await adapter.getReview(submission!.id)).submission;
  await adapter.decide(id, version, { outcome, notes, fieldNotes });
}
