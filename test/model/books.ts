import assert from 'node:assert/strict';
import type { BulkDecision } from '../../src/contract/index.js';
import type { FakeHost, HostState } from '../../src/mocks/index.js';
import type { Exchange } from './line.js';

export const SUBSCRIPTION = 'sub_42';

/** What really happened at the host, written down beside it, and what must hold of it. */
export function createBooks(host: FakeHost) {
  /** What each idempotency key brought about. */
  const effects = new Map<string, string[]>();
  let state: HostState;
  let seen = 0;

  const subscription = () => state.subscriptions[SUBSCRIPTION]!;

  const look = async (): Promise<string[]> => {
    const production = state?.subscriptions[SUBSCRIPTION]?.credentials.production?.id;
    state = await host.export();
    const { activity, credentials, phase, status } = subscription();
    const news = activity.slice(seen).map(({ kind }) => kind);
    seen = activity.length;
    if (credentials.production && credentials.production.id !== production) {
      assert.equal(`${phase} ${status}`, 'production active', 'production credentials too early');
      assert.ok(activity.some(({ kind }) => kind === 'approved'));
    }
    return news;
  };

  return {
    get state() {
      return state;
    },
    /** Whatever changed without a request: payments, time. */
    look,
    /** To be called when a request has reached the host. */
    async record(exchange: Exchange, answer: Response) {
      const { method, key, path, ifMatch, who } = exchange;
      if (method === 'GET') return;
      const id = /^\/reviews\/([^/]+)\/decision/.exec(path)?.[1];
      const before = state.submissions;
      const news = await look();
      if (!key) return assert.deepEqual(news, [], `${path} did something without a key`);
      const done = effects.get(key) ?? [];
      effects.set(key, [...done, ...news]);
      assert.ok(done.length + news.length <= 1, `${who} ${path}: done twice under one key`);
      if (done.length > 0) {
        const text = await answer.clone().text();
        assert.ok(!text.includes('"value":"secret_'), `${path} replayed a secret`);
      }
      if (!path.startsWith('/reviews/') || news.length === 0) return;
      const seen = id
        ? [{ submissionId: id, version: ifMatch?.slice(1, -1) }]
        : ((await exchange.again().json()) as BulkDecision).items;
      const versionIn = (all: HostState['submissions'], id: string) => all[id]!.version;
      const decided = seen.filter(
        ({ submissionId }) =>
          versionIn(state.submissions, submissionId) !== versionIn(before, submissionId),
      );
      for (const { submissionId, version } of decided) {
        const submission = before[submissionId]!;
        assert.equal(submission.review, null, 'one attempt was decided twice');
        const now = `${state.epoch}.${submission.version}`;
        assert.equal(version, now, 'a decision on another version');
      }
    },
    /** What all these keys brought about together. */
    effectsOf: (keys: Iterable<string>): string[] =>
      [...keys].flatMap((key) => effects.get(key) ?? []),
  };
}
export type Books = ReturnType<typeof createBooks>;
