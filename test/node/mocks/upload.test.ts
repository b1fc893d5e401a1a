import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDemoHost, createFakeAdapter, createFaults } from '../../../src/mocks/index.js';

const file = new File(['canary-bytes'], 'licence.pdf', { type: 'application/pdf' });
const fieldId = 'licence';

async function world() {
  const faults = createFaults();
  const host = await createDemoHost('credentials_made');
  return { faults, host, joel: createFakeAdapter(host, { as: 'joel', faults }) };
}

test('a file is stored under an id of its own, and no byte of it is kept', async () => {
  const { host, joel } = await world();
  const told: number[] = [];
  const first = await joel.uploadFile!(file, { fieldId, onProgress: (share) => told.push(share) });
  const second = await joel.uploadFile!(file, { fieldId });
  assert.deepEqual({ ...first, id: '' }, { id: '', name: file.name, size: 12, type: file.type });
  assert.notEqual(first.id, second.id);
  assert.deepEqual(told, [0, 0.25, 0.5, 0.75, 1]);
  assert.doesNotMatch(JSON.stringify(await host.export()), /canary|licence\.pdf/);
});

test('faults aim at it by its name', async () => {
  const { faults, joel } = await world();
  faults.fail({ operation: 'uploadFile', code: 'too_large', status: 413 });
  await assert.rejects(joel.uploadFile!(file, { fieldId }), { code: 'too_large', status: 413 });
  faults.loseRequest({ operation: 'uploadFile' });
  await assert.rejects(joel.uploadFile!(file, { fieldId }), { code: 'network' });
  faults.loseAnswer({ operation: 'uploadFile' });
  await assert.rejects(joel.uploadFile!(file, { fieldId }), { code: 'network' });
  faults.offline = true;
  await assert.rejects(joel.uploadFile!(file, { fieldId }), { code: 'offline' });
  faults.clear();
  await joel.uploadFile!(file, { fieldId });
});

test('it can be given up half-way, and nothing is stored then', async () => {
  const { host, joel } = await world();
  const caller = new AbortController();
  const told: number[] = [];
  const before = await host.export();
  const onProgress = (share: number) => {
    told.push(share);
    if (share === 0.5) caller.abort();
  };
  await assert.rejects(joel.uploadFile!(file, { fieldId, signal: caller.signal, onProgress }), {
    code: 'aborted',
  });
  assert.deepEqual(told, [0, 0.25, 0.5]);
  assert.deepEqual(await host.export(), before);
});
