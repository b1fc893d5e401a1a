import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Snapshot } from '../../src/contract/index.js';
import { joelsAnswers, MAIN_SUBSCRIPTION as main } from '../../src/mocks/index.js';
import type { Database } from '../../demo/host/database/database.js';
import { openPostgres } from '../../demo/host/database/postgres.js';
import { noPostgres, startPostgres } from './postgres-server.js';
import { createWorld, type World } from './world.js';

const answers = { answers: joelsAnswers, formVersion: '2026-09' };

describe('the road to production in the embedded database', () => walk(async () => ({})));

describe('the road to production on a PostgreSQL server', { skip: noPostgres }, () => {
  walk(async () => {
    const server = await startPostgres();
    return { database: openPostgres(server.url), stop: () => server.stop() };
  });
});

function walk(start: () => Promise<{ database?: Database; stop?: () => void }>) {
  let world: World;
  let stop: (() => void) | undefined;
  before(async () => {
    const started = await start();
    ({ stop } = started);
    world = await createWorld(started.database ? { database: started.database } : {});
  });
  after(async () => {
    await world?.database.close();
    stop?.();
  });

  const snapshot = async () => (await world.as('joel').getSnapshot(main))!;
  const decide = async (outcome: 'approved' | 'changes_requested', notes: string | null) => {
    const mara = world.as('mara');
    const { submission } = await snapshot();
    const { version } = await mara.getReview(submission!.id);
    return mara.decide(submission!.id, version, { outcome, notes, fieldNotes: [] });
  };

  it('goes from the first credentials to production', async () => {
    const joel = world.as('joel');
    const issued = await joel.createCredentials(main, 'sandbox');
    assert.match(issued.revealed[1]!.value, /^secret_sandbox_[0-9a-f]{64}$/);
    assert.equal((await snapshot()).credentials.sandbox!.id, issued.credential.id);

    const first = await joel.submit(main, answers);
    assert.equal(first.phase, 'in_review');
    const counts = async () => (await world.as('hugo').getQueue({})).counts;
    const waiting = (await counts()).waiting;

    const back = await decide('changes_requested', 'Say more.');
    assert.equal(back.snapshot.phase, 'sandbox');
    assert.equal((await counts()).waiting, waiting - 1);

    const second = await joel.submit(main, answers);
    assert.equal(second.submission!.attempt, 2);
    const approved = await decide('approved', null);
    assert.equal(approved.snapshot.phase, 'production');
    assert.equal(approved.previous!.review!.notes, 'Say more.');
    assert.deepEqual(approved.submission.answers, joelsAnswers);

    const live = await joel.createCredentials(main, 'production');
    assert.equal(live.credential.lane, 'production');
    const kinds = (await joel.getActivity(main)).entries.map(({ kind }) => kind);
    assert.deepEqual(kinds, [
      'credentials_created',
      'approved',
      'submitted',
      'changes_requested',
      'submitted',
      'credentials_created',
      'subscription_created',
    ]);
  });

  it('keeps a draft until the next submission', async () => {
    const ines = world.as('ines');
    const own = 'sub_101';
    await assert.rejects(ines.getDraft(main), { code: 'not_found' });
    const { phase } = (await ines.getSnapshot(own)) as Snapshot;
    assert.equal(phase, 'in_review');
    await assert.rejects(ines.saveDraft(own, { formVersion: '1', answers: {}, step: 0 }), {
      code: 'already_in_review',
    });
  });
}
