import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createHttpAdapter,
  PipelineError,
  type UploadFile,
  type UploadOptions,
} from '../../../src/adapter/index.js';

const file = new File(['%PDF'], 'licence.pdf', { type: 'application/pdf' });
const stored = { id: 'f_1', name: 'licence.pdf', size: 4, type: 'application/pdf' };

const upload = (hook: UploadFile, given: Partial<UploadOptions> = {}) =>
  createHttpAdapter({ baseUrl: '/api', uploadFile: hook }).uploadFile!(file, {
    fieldId: 'licence',
    ...given,
  });

test('there is none where the host gives none', () => {
  assert.equal('uploadFile' in createHttpAdapter({ baseUrl: '/api' }), false);
});

test('the hook gets the file, its field and a signal, and its answer is parsed', async () => {
  const seen: unknown[] = [];
  const answer = await upload(async (given, { fieldId, signal }) => {
    seen.push(given, fieldId, signal?.aborted);
    return { ...stored, url: 'https://files.example/f_1' } as never;
  });
  assert.deepEqual(answer, stored);
  assert.deepEqual(seen, [file, 'licence', false]);
});

test('an answer that is no reference is unreadable, and its values are not told', async () => {
  for (const wrong of [undefined, null, {}, 'f_1', { id: '../x', name: 'canary' }]) {
    await assert.rejects(
      upload(async () => wrong as never),
      (error) =>
        error instanceof PipelineError &&
        error.code === 'unreadable' &&
        !error.message.includes('canary'),
    );
  }
});

test('whatever a hook throws becomes a PipelineError', async () => {
  const own = new PipelineError('too_large', { status: 413 });
  const table: [unknown, string][] = [
    [own, 'too_large'],
    [new TypeError('Failed to fetch'), 'network'],
    [new DOMException('', 'AbortError'), 'aborted'],
    [new Error('canary'), 'internal'],
    ['canary', 'internal'],
    [undefined, 'internal'],
  ];
  for (const [thrown, code] of table) {
    const hooks: UploadFile[] = [
      async () => Promise.reject(thrown),
      () => {
        throw thrown;
      },
    ];
    for (const hook of hooks) {
      await assert.rejects(
        upload(hook),
        (error) =>
          error instanceof PipelineError &&
          error.code === code &&
          !error.message.includes('canary') &&
          (thrown !== own || error === own),
      );
    }
  }
});

test('it ends with its signal, whether the hook looks at it or not', async () => {
  const caller = new AbortController();
  const ended = upload(() => new Promise(() => undefined), { signal: caller.signal });
  caller.abort();
  await assert.rejects(ended, { code: 'aborted' });
});

test('the hook is not called for one who has given up already', async () => {
  let calls = 0;
  const hook: UploadFile = async () => {
    calls += 1;
    return stored;
  };
  await assert.rejects(upload(hook, { signal: AbortSignal.abort() }), { code: 'aborted' });
  assert.equal(calls, 0);
});

test('progress is told from 0 to 1, and not after the end', async () => {
  const told: number[] = [];
  let late!: (share: number) => void;
  await upload(
    async (_file, { onProgress }) => {
      late = onProgress!;
      for (const share of [-1, 0, 0.5, Number.NaN, 7]) onProgress!(share);
      return stored;
    },
    { onProgress: (share) => told.push(share) },
  );
  late(0.9);
  assert.deepEqual(told, [0, 0, 0.5, 0, 1]);
});

test('nor once nobody waits any more', async () => {
  const caller = new AbortController();
  const told: number[] = [];
  let late!: (share: number) => void;
  const ended = upload(
    (_file, { onProgress }) => {
      late = onProgress!;
      return new Promise(() => undefined);
    },
    { signal: caller.signal, onProgress: (share) => told.push(share) },
  );
  caller.abort();
  late(0.5);
  await assert.rejects(ended, { code: 'aborted' });
  assert.deepEqual(told, []);
});
