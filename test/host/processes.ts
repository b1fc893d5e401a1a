/** Hosts in processes of their own, as they run. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createHttpAdapter, type PipelineAdapter } from '../../src/adapter/index.js';
import { signToken } from '../../demo/host/http/bearer.js';
import { keysFrom } from '../../demo/host/http/keys.js';

const ISSUER = 'http://host.example';

export interface HostProcess {
  url: string;
  child: ChildProcess;
  /** Everything that it has logged. */
  lines: string[];
  /** Waits until it is gone. */
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

export async function startProcess(
  env: Record<string, string>,
  entry = 'demo/host/main.ts',
): Promise<HostProcess> {
  const child = spawn(process.execPath, ['--import=tsx', entry], {
    env: {
      ...process.env,
      HOST_PORT: '0',
      HOST_URL: ISSUER,
      HOST_PAGES: 'off',
      HOST_LIMITS: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      const { event, port } = JSON.parse(line) as { event: string; port?: number };
      if (event === 'listening') resolve(`http://127.0.0.1:${port}`);
    });
    void exited.then((code) => reject(new Error(`the host ended with ${code}`)));
  });
  return {
    url,
    child,
    lines,
    kill(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

/** Headers of one of the demo's people, at every host that shares the keys. */
export async function bearerFrom(keysFile: string, account: string) {
  const keys = await keysFrom(keysFile);
  const options = { issuer: ISSUER, audience: 'portal', subject: account, seconds: 3600 } as const;
  return { Authorization: `Bearer ${await signToken(keys, options)}` };
}

export const adapterTo = (url: string, keysFile: string, account: string): PipelineAdapter =>
  createHttpAdapter({ baseUrl: `${url}/api`, headers: () => bearerFrom(keysFile, account) });
