/** Runs the model of test/model: people at random over a network that fails. */
import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { startHelper, stopHelper } from './children.mjs';
import { editPlugin } from './edit.mjs';

const folder = resolve('node_modules/.model');

/** Bundled once, since a bundle starts and runs much faster than sources; `edit` is a seeded fault. */
async function bundleModel(name, edit) {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: edit ? [editPlugin(edit)] : [],
    build: {
      ssr: resolve('test/model/model.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return join(folder, `${name}.mjs`);
}

/** Starts one; `done` resolves with what it said, and whether it found nothing. */
function startProcess(file, sequences, seed) {
  const env = { ...process.env, SEQUENCES: sequences, SEED: seed, NODE_NO_WARNINGS: '1' };
  const child = startHelper(process.execPath, [file], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  const done = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ passed: code === 0, said }));
  });
  return { child, done };
}

/**
 * Walks so many sequences, shared among the cores, from a seed that a second run may repeat. Resolves
 * with whether all held, and what was found where one did not.
 */
export async function runModel({
  name = 'model',
  sequences,
  edit,
  seed = randomInt(2 ** 30),
  processes = availableParallelism(),
}) {
  const file = await bundleModel(name, edit);
  try {
    const share = Math.ceil(sequences / processes);
    const runs = Array.from({ length: processes }, (_, at) => startProcess(file, share, seed + at));
    // What one of them finds is enough.
    const failed = await new Promise((resolve, reject) => {
      for (const { done } of runs) done.then((result) => result.passed || resolve(result), reject);
      Promise.all(runs.map(({ done }) => done)).then(() => resolve(undefined), reject);
    });
    for (const { child } of runs) stopHelper(child);
    return { passed: !failed, seed, said: failed?.said ?? '' };
  } finally {
    rmSync(file, { force: true });
  }
}
