import assert from 'node:assert/strict';
import { mock } from 'node:test';
import {
  createFakeHost,
  handleRequest,
  people,
  plans,
  seededRandom,
} from '../../src/mocks/index.js';
import { createBooks, SUBSCRIPTION } from './books.js';
import { BASE, createLine } from './line.js';
import { openPage } from './person.js';

const START = Date.parse('2026-11-24T09:00:00.000Z');

/** Lets everything go on that waits for nothing but the processor. */
async function breathe() {
  for (let round = 0; round < 4; round += 1) await new Promise(setImmediate);
}

/** One subscription with two developers, two reviewers, and a network that the test moves. */
export async function openRoad() {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: START });
  const host = createFakeHost({
    random: seededRandom(7),
    capabilities: { events: false },
    policies: { resubmitAfterReject: true },
  });
  const { joel, mara, hugo } = people;
  const june = { id: 'june', name: 'June Adeyemi', tenant: joel.tenant };
  for (const account of [joel, june, mara, hugo]) await host.addAccount(account);
  await host.addPlan({ ...plans.partner, form: null });
  await host.subscribe({
    id: SUBSCRIPTION,
    name: 'Fernwood Ledger',
    planId: 'partner',
    tenant: joel.tenant,
    by: joel.name,
  });

  const books = createBooks(host);
  await books.look();
  const journal: string[] = [];
  const line = createLine(host, {
    tell: (what) => journal.push(what),
    onSend: ({ who, path, key }, isRepeat) => {
      if (key) persons.find(({ name }) => name === who)?.sent(path, key, isRepeat);
    },
    onArrival: books.record,
  });
  const secrets = new Set<string>();
  const persons = [
    ...['joel', 'june'].map((name) => openPage(name, line, books, { isReviewer: false, secrets })),
    ...['mara', 'hugo'].map((name) => openPage(name, line, books, { isReviewer: true, secrets })),
  ];

  const check = async () => {
    await breathe();
    for (const person of persons) person.check(books);
  };

  /** The line works from now on, and everybody looks again until nothing is left to be said. */
  const calm = async () => {
    const finish = async () => {
      for (let rounds = 0; line.open.length > 0 || rounds < 3; rounds += 1) {
        assert.ok(rounds < 200, 'requests without end');
        for (const exchange of line.open) {
          if (!exchange.answer) await line.arrive(exchange);
          if (!exchange.isForsaken) line.deliver(exchange);
        }
        await breathe();
        // For whoever waits to try again.
        mock.timers.tick(1_000);
        await breathe();
      }
    };
    await finish();
    for (const person of persons) person.refresh();
    await finish();
    await Promise.all(persons.map((person) => person.done()));
    await check();
  };

  const readAs = async (who: string, path: string): Promise<unknown> => {
    const request = new Request(BASE + path);
    return (await handleRequest(host, request, { baseUrl: BASE, caller: () => who })).json();
  };

  /** What each page shows is what the host would tell it now, and no page holds a secret. */
  const checkAgreement = async () => {
    for (const { name, store } of persons) {
      const { snapshot, reviews, pending } = store.state;
      assert.equal(pending.size, 0, `${name} still waits`);
      const path = `/subscriptions/${SUBSCRIPTION}`;
      if (store.subscriptionId) {
        assert.equal(snapshot.error, undefined);
        assert.deepEqual(snapshot.value, await readAs(name, path), `${name} sees another state`);
      }
      for (const [id, { value, error }] of reviews) {
        assert.equal(error, undefined);
        const now = await readAs(name, `/reviews/${id}`);
        assert.deepEqual(value, now, `${name} sees another review`);
      }
      const text = JSON.stringify([store.state.snapshot, ...reviews]);
      for (const secret of secrets) assert.ok(!text.includes(secret), `${name} keeps a secret`);
    }
    const decided = books.state.subscriptions[SUBSCRIPTION]!.activity.filter(({ kind }) =>
      ['approved', 'rejected', 'changes_requested'].includes(kind),
    ).map(({ attempt }) => attempt);
    assert.equal(new Set(decided).size, decided.length, 'an attempt was decided twice');
  };

  return {
    host,
    line,
    persons,
    books,
    /** What became of each request, for whoever has to find out why a run failed. */
    journal,
    check,
    calm,
    checkAgreement,
    pass: (milliseconds: number) => mock.timers.tick(milliseconds),
    leave() {
      for (const person of persons) person.leave();
      mock.timers.reset();
    },
  };
}
export type Road = Awaited<ReturnType<typeof openRoad>>;
