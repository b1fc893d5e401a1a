import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

/** What the host signs with. It stands in a file of its own, never in the database. */
export interface Keys {
  /** Signs tokens; whoever verifies them needs the public half alone. */
  signing: { id: string; private: CryptoKey; public: CryptoKey; publicJwk: JWK };
  /** Signs what only this host reads again: what its pages send along with writes by cookie. */
  session: Uint8Array;
}

interface StoredKeys {
  signing: JWK;
  session: string;
}

export const ALGORITHM = 'ES256';

/** New keys, which last as long as the process. */
export async function createKeys(): Promise<Keys> {
  return readKeys(await newKeys());
}

/** The keys in a file that its owner alone can read; made at the first start. */
export async function keysFrom(file: string): Promise<Keys> {
  mkdirSync(dirname(file), { recursive: true });
  try {
    // Two processes that start at once end up with the same keys: the second one can't write.
    writeFileSync(file, JSON.stringify(await newKeys()), { mode: 0o600, flag: 'wx' });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
  }
  return readKeys(JSON.parse(readFileSync(file, 'utf8')) as StoredKeys);
}

async function newKeys(): Promise<StoredKeys> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const signing = await exportJWK(privateKey);
  const kid = randomBytes(8).toString('hex');
  return { signing: { ...signing, kid }, session: randomBytes(32).toString('base64url') };
}

async function readKeys({ signing, session }: StoredKeys): Promise<Keys> {
  const { d: _, ...open } = signing;
  const publicJwk = { ...open, alg: ALGORITHM, use: 'sig' };
  return {
    signing: {
      id: signing.kid!,
      private: (await importJWK(signing, ALGORITHM)) as CryptoKey,
      public: (await importJWK(publicJwk, ALGORITHM)) as CryptoKey,
      publicJwk,
    },
    session: Buffer.from(session, 'base64url'),
  };
}
