import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { editPlugin } from '../../../scripts/edit.mjs';
import { runConformance, type Report } from '../../../src/conformance/index.js';
import { BASE, createTestedHost, headers } from './fake-host.js';

/** A host that breaks a promise: one small edit of the fake host, and the checks that must tell. */
export interface WrongHost {
  name: string;
  /** Where the fault is; several edits where one is not enough. */
  edits: { file: string; find: string; replace: string }[];
  /** The ids of exactly the checks that fail. */
  fails: string[];
  /** Only these checks run, where the fault takes long to show. */
  only?: string[];
}

type HostModule = typeof import('./host-entry.js');

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
  const { only = [] } = wrong;
  return runConformance({
    baseUrl: BASE,
    hooks,
    headers,
    only,
    fetch: createFakeFetch(host, { baseUrl: BASE }),
    quick: only.length === 0,
    parallel: 16,
  });
}

export const failedIn = ({ results }: Report): string[] =>
  results.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check.id);
