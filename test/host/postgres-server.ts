/** A PostgreSQL server of the test's own, from what the system has installed. */
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = '/usr/lib/postgresql';

/** Where the newest installed server is; undefined where there is none. */
export const postgresBin: string | undefined = existsSync(ROOT)
  ? readdirSync(ROOT)
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(ROOT, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'initdb')))
  : undefined;

export const noPostgres: string | false = postgresBin ? false : 'no PostgreSQL is installed';

/** PostgreSQL refuses to run as root. */
const isRoot = process.getuid?.() === 0;
const asOwner = (program: string, ...args: string[]) => {
  const path = join(postgresBin!, program);
  const [command, ...rest]: [string, ...string[]] = isRoot
    ? ['runuser', '-u', 'postgres', '--', path, ...args]
    : [path, ...args];
  return execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir() });
};

export interface PostgresServer {
  url: string;
  /** What `pg_dump` writes of it. */
  dump(): string;
  stop(): void;
}

/** With settings such as `fsync=on`. */
export async function startPostgres(...settings: string[]): Promise<PostgresServer> {
  const home = mkdtempSync(join(tmpdir(), 'golive-postgres-'));
  if (isRoot) {
    const uid = Number(execFileSync('id', ['-u', 'postgres']));
    chownSync(home, uid, Number(execFileSync('id', ['-g', 'postgres'])));
  }
  const data = join(home, 'data');
  const port = await freePort();
  asOwner(
    'initdb',
    '-D',
    data,
    '-U',
    'golive',
    '-A',
    'trust',
    '--no-sync',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  );
  // What is lost with the machine is nothing here.
  const options = [`-p ${port} -k ${home}`, 'listen_addresses=127.0.0.1', 'fsync=off', ...settings];
  asOwner('pg_ctl', '-D', data, '-w', '-l', join(home, 'log'), '-o', options.join(' -c '), 'start');
  const url = `postgres://golive@127.0.0.1:${port}/postgres`;
  return {
    url,
    dump: () =>
      execFileSync(join(postgresBin!, 'pg_dump'), ['--inserts', url], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      }),
    stop() {
      asOwner('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
