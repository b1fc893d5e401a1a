/** An act waits for the database a few times and not for each statement, however far away that is. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection, Database } from '../../demo/host/database/database.js';
import { openPglite } from '../../demo/host/database/pglite.js';
import { joelsAnswers, MAIN_SUBSCRIPTION as main } from '../../src/mocks/index.js';
import { createWorld, type World } from './world.js';

/** A transaction begins and ends beside that. */
const MOST = 10;
let trips = 0;

/** Counts how often somebody waits: what is sent while something is on its way goes along with it. */
function counted(database: Database): Database {
  let underWay = 0;
  const connection = ({ query }: Connection): Connection => ({
    async query(...statement) {
      if (underWay === 0) trips += 1;
      underWay += 1;
      try {
        return await query(...statement);
      } finally {
        underWay -= 1;
      }
    },
  });
  return {
    ...database,
    ...connection(database),
    transaction: (work) => database.transaction((within) => work(connection(within))),
  };
}

describe('an act', () => {
  let world: World;
  before(async () => {
    const database = counted(await openPglite());
    world = await createWorld({ database, scenario: 'credentials_made' });
  });
  after(() => world.database.close());

  it('waits for the database at most ten times', async () => {
    const joel = world.as('joel');
    const mara = world.as('mara');
    trips = 0;
    const { submission } = await joel.submit(main, {
      answers: joelsAnswers,
      formVersion: '2026-09',
    });
    assert.ok(trips <= MOST, `submit: ${trips}`);
    const { version } = await mara.getReview(submission!.id);
    trips = 0;
    await mara.decide(submission!.id, version, {
      outcome: 'approved',
      notes: null,
      fieldNotes: [],
    });
    assert.ok(trips <= MOST, `decide: ${trips}`);
  });
});
