import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { applyEdit } from '../../../scripts/edit.mjs';
import { findSeeded } from '../../../scripts/seeded.mjs';
import { faults } from '../../model/faults.mjs';
import { leaks } from '../../secrets/leaks.mjs';
import { wrongKeys } from '../conformance/wrong-keys.js';
import { wrongRoad } from '../conformance/wrong-road.js';
import { wrongWire } from '../conformance/wrong-wire.js';

interface Edit {
  name: string;
  file: string;
  find: string;
  replace: string;
}

const edit = (name: string, find: string): Edit => ({ name, file: 'a.ts', find, replace: '' });

/** A test that holds as long as the source says both words. */
async function test(change?: Edit) {
  const source = change ? applyEdit('first second second', change) : 'first second second';
  const found = ['first', 'second'].find((word) => !source.includes(word));
  return { passed: found === undefined, found };
}

async function find(edits: Edit[], run = test) {
  const said: string[] = [];
  const all = async (changes: (Edit | undefined)[]) => changes.map((change) => run(change));
  const counts = await findSeeded(edits, all, (line: string) => said.push(line));
  return { counts, said };
}

describe('seeded faults', () => {
  it('are caught by the test that fails', async () => {
    const { counts, said } = await find([edit('no first', 'first')]);
    assert.deepEqual(said, ['caught  no first — by: first']);
    assert.deepEqual(counts, { passed: 1, failed: 0, skipped: 0 });
  });

  it('are missed where every test passes', async () => {
    const { counts, said } = await find([edit('a space', 'first ')], async () => ({
      passed: true,
      found: undefined,
    }));
    assert.deepEqual(said, ['MISSED  a space']);
    assert.equal(counts.failed, 1);
  });

  it('are missed where their text is not there exactly once, and the others go on', async () => {
    const { counts, said } = await find([
      edit('twice', 'second'),
      edit('never', 'third'),
      edit('once', 'first'),
    ]);
    assert.deepEqual(said, [
      'MISSED  twice: twice: what it edits stands 2 times in a.ts',
      'MISSED  never: never: what it edits stands 0 times in a.ts',
      'caught  once — by: first',
    ]);
    assert.deepEqual(counts, { passed: 1, failed: 2, skipped: 0 });
  });

  it('prove nothing where the tests fail without any', async () => {
    const { counts, said } = await find([edit('no first', 'first')], async () => ({
      passed: false,
      found: 'everything',
    }));
    assert.deepEqual(said, ['MISSED  all of them: the tests fail without any: everything']);
    assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
  });

  it('of secrets have names of their own, and change what they edit', () => {
    assert.equal(new Set(leaks.map(({ name }) => name)).size, leaks.length);
    assert.ok(leaks.every((leak) => leak.find !== leak.replace));
  });

  it('find what they edit, those too that few runs make', () => {
    const hosts = [...wrongKeys, ...wrongRoad, ...wrongWire];
    const ofHosts = hosts.flatMap(({ name, edits }) => edits.map((each) => ({ name, ...each })));
    const lost = [...leaks, ...faults, ...ofHosts].filter(
      ({ file, find }) => readFileSync(file, 'utf8').split(find).length !== 2,
    );
    assert.deepEqual(lost, []);
  });
});
