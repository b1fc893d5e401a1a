import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { it, mock } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { editPlugin } from '../../../scripts/edit.mjs';
import { runConformance, type Report } from '../../../src/conformance/index.js';
import type * as hostEntry from './host-entry.js';
import { BASE, createTestedHost, headers } from './fake-host.js';

/** A host that breaks a promise: one small edit of the fake host, and the checks that must tell. */
export interface WrongHost {
  name: string;
  /** Whether each run of the tests holds it against the suite; with `WRONG_HOSTS=all` all are. */
  inEachRun?: boolean;
  /** Where the fault is; several edits where one is not enough. */
  edits: { file: string; find: string; replace: string }[];
  /** The ids of exactly the checks that fail. */
  fails: string[];
  /** Checks that may tell too, where chance has a hand in it. */
  mayFail?: string[];
  /** Only these checks run, where the fault takes long to show. */
  only?: string[];
}

type HostModule = typeof hostEntry;

async function bundleHost({ name, edits }: WrongHost): Promise<HostModule> {
  const folder = mkdtempSync(resolve('node_modules/.conformance-'));
  try {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      plugins: edits.map((edit) => editPlugin({ name, ...edit })),
      build: {
        ssr: resolve('test/node/conformance/host-entry.ts'),
        outDir: folder,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'host.mjs' } },
      },
    });
    return (await import(pathToFileURL(join(folder, 'host.mjs')).href)) as HostModule;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Holds a wrong host against the contract, without a network between. */
export async function runAgainst(wrong: WrongHost): Promise<Report> {
  const { createFakeHost, createFakeFetch } = await bundleHost(wrong);
  const { host, hooks } = await createTestedHost({}, createFakeHost);
  return runConformance({
    baseUrl: BASE,
    hooks,
    headers,
    only: wrong.only ?? [],
    fetch: createFakeFetch(host, { baseUrl: BASE }),
    quick: !wrong.only,
    parallel: 16,
  });
}

/** Each of them must fail, at the checks that it names and at no other. */
export function proveWrong(hosts: WrongHost[]): void {
  hashFast();
  const isAll = process.env['WRONG_HOSTS'] === 'all';
  for (const wrong of hosts.filter(({ inEachRun }) => isAll || inEachRun)) {
    it(wrong.name, async () => {
      const { fails, mayFail = [] } = wrong;
      const failed = failedIn(await runAgainst(wrong)).filter((id) => !mayFail.includes(id));
      assert.deepEqual(failed.sort(), fails.toSorted());
    });
  }
}

export const failedIn = ({ results }: Report): string[] =>
  results.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check.id);

/** The fake host hashes as browsers do, which takes Node most of its time; this is ten times as fast. */
function hashFast(): void {
  const digest = async (_: unknown, data: Uint8Array) =>
    new Uint8Array(createHash('sha256').update(data).digest()).buffer;
  mock.method(webcrypto.subtle, 'digest', digest as never);
}
