import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { people } from '../../../src/mocks/index.js';
import { createWorld, decision, makeCredentials, submitNow, versionOf } from './world.js';

const corpus = [
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '\u202Egnp.exe\u2066',
  '\uD800 half a pair',
  'line\u2028separator\u0000nul',
  '__proto__',
  'constructor',
  '"\\\'`${}%s%n',
  ' leading and trailing ',
  'e\u0301 is not \u00e9',
];

describe('whatever people type', () => {
  it('comes back as it was, from every place that it went to', async () => {
    const world = await createWorld();
    const [joel, mara] = [world.as('joel'), world.as('mara')];
    for (const [index, text] of corpus.entries()) {
      const id = `sub_h${index}`;
      await world.host.subscribe({
        id,
        name: text,
        planId: 'explorer',
        tenant: people.joel.tenant,
        by: text,
      });
      assert.equal((await joel.getSnapshot(id))!.name, text);
      const { id: submissionId } = await submitNow(world, id);
      const version = await versionOf(world, submissionId);
      const fieldNotes = [{ fieldId: text, note: text }];
      await mara.decide(submissionId, version, {
        outcome: 'changes_requested',
        notes: text,
        fieldNotes,
      });
      const { review } = (await joel.getSnapshot(id))!;
      assert.deepEqual([review?.notes, review?.fieldNotes], [text, fieldNotes]);
      const { entries } = await joel.getActivity(id);
      assert.deepEqual([entries[0]?.notes, entries.at(-1)?.actor], [text, text]);
      const found = await mara.getQueue({ q: text.toUpperCase() }, { limit: 200 });
      const isWellFormed = !/\p{Surrogate}/u.test(text);
      if (isWellFormed) {
        assert.ok(
          found.items.some((item) => item.submissionId === submissionId),
          text,
        );
      }
    }
    const page = await mara.getQueue({ sort: 'subscriptionName' }, { limit: 1 });
    let { nextCursor } = page;
    const names = page.items.map((item) => item.subscriptionName);
    while (nextCursor !== null) {
      const next = await mara.getQueue(
        { sort: 'subscriptionName' },
        { limit: 1, cursor: nextCursor },
      );
      names.push(...next.items.map((item) => item.subscriptionName));
      ({ nextCursor } = next);
    }
    assert.deepEqual(names.toSorted(), corpus.toSorted(), 'names are in cursors');
  });

  it('is kept in drafts, whatever it is', async () => {
    const world = await createWorld();
    await world.subscribe('sub_1', 'partner', people.joel);
    const joel = world.as('joel');
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.string({ unit: 'binary' }).filter((key) => key !== '__proto__'),
          fc.oneof(fc.string({ unit: 'binary' }), fc.boolean(), fc.integer()),
        ),
        async (answers) => {
          const given = { ...answers };
          await joel.saveDraft('sub_1', { formVersion: 'v', answers: given, step: 0 });
          assert.deepEqual((await joel.getDraft('sub_1'))!.answers, given);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('names nothing that objects have by birth', async () => {
    const world = await createWorld();
    await makeCredentials(world);
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      await assert.rejects(world.as('joel').getSnapshot(name), { code: 'not_found' });
      await assert.rejects(world.as('mara').getReview(name), { code: 'not_found' });
      await assert.rejects(world.as(name).getSnapshot('sub_42'), { code: 'not_signed_in' });
      const items = [{ submissionId: name, version: '1.1' }];
      const { results } = await world.as('mara').decideMany({ ...bulk, items });
      assert.equal(results[0]?.problem?.code, 'not_found');
    }
    assert.equal(decision('approved').notes, null);
  });
});

const bulk = { outcome: 'approved', notes: null } as const;
