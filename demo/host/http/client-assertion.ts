import { createHash } from 'node:crypto';
import {
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  jwtVerify,
  type FetchImplementation,
  type JWTPayload,
} from 'jose';
import type { Database } from '../database/database.js';
import type { CredentialCheck, Working } from './credential-check.js';

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
export const ASSERTION_ALGORITHMS = ['ES256', 'RS256'];

/** Seconds that an assertion may be taken for: each is remembered as long. */
const LONGEST = 300;

export interface AssertionCheckOptions {
  database: Database;
  check: CredentialCheck;
  /** Whom an assertion may be meant for: the host, or its token endpoint. */
  audience: string[];
  /** Gets the keys of a client. */
  fetch?: FetchImplementation | undefined;
}

/**
 * Clients that prove themselves with a key of their own (RFC 7523): `private_key_jwt`. The public one is
 * where their credential's `jwks_url` says.
 */
export function createAssertionCheck(options: AssertionCheckOptions) {
  const { database, check, audience, fetch } = options;
  const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

  function keysAt(address: string) {
    const known = keySets.get(address);
    if (known) return known;
    const keys = createRemoteJWKSet(new URL(address), fetch && { [customFetch]: fetch });
    keySets.set(address, keys);
    return keys;
  }

  async function verified(assertion: string, clientId: string, address: string) {
    try {
      const { payload } = await jwtVerify(assertion, keysAt(address), {
        issuer: clientId,
        subject: clientId,
        audience,
        algorithms: ASSERTION_ALGORITHMS,
        requiredClaims: ['exp', 'jti'],
      });
      return payload.exp! <= Date.now() / 1000 + LONGEST ? payload : undefined;
    } catch {
      // A wrong assertion, or keys that can't be had.
      return undefined;
    }
  }

  async function isFirst(clientId: string, { jti, exp }: JWTPayload): Promise<boolean> {
    const id = createHash('sha256').update(`${clientId} ${jti}`).digest('hex');
    const rows = await database.query(
      `INSERT INTO used_assertions (id, expires_at) VALUES ($1, to_timestamp($2::float8))
       ON CONFLICT DO NOTHING RETURNING id`,
      [id, exp!],
    );
    return rows.length > 0;
  }

  /** The client that an assertion proves; each assertion does so once. */
  return async (assertion: string): Promise<Working | undefined> => {
    const clientId = subjectOf(assertion);
    const found = clientId === undefined ? undefined : await check.byOwnKey(clientId);
    const address = found?.credential.values.find(({ name }) => name === 'jwks_url')?.value;
    if (!address) return undefined;
    const claims = await verified(assertion, clientId!, address);
    return claims && (await isFirst(clientId!, claims)) ? found : undefined;
  };
}

function subjectOf(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).sub;
  } catch {
    return undefined;
  }
}
