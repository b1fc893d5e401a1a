import type { CredentialTemplate } from './state.js';

/** Bytes at random; a seeded source makes a host repeatable. */
export type RandomBytes = (size: number) => Uint8Array;

export const trueRandom: RandomBytes = (size) => crypto.getRandomValues(new Uint8Array(size));

/**
 * Bytes that repeat for the same seed (mulberry32). For demos and tests: whoever knows the seed
 * knows the secrets.
 */
export function seededRandom(seed: number): RandomBytes {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 24;
  };
  return (size) => Uint8Array.from({ length: size }, next);
}

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export async function sha256(text: string): Promise<string> {
  return hexOf(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  );
}

/** The last four characters, which is all that may be shown again. */
export const hintOf = (secret: string): string => secret.slice(-4);

/** The kinds of credentials that the kit has words for. */
export const credentialTemplates = {
  apiKey: {
    kind: 'api_key',
    values: [{ name: 'api_key', label: 'API key', secret: true, prefix: 'key' }],
  },
  apiKeyPair: {
    kind: 'api_key',
    values: [
      { name: 'primary_key', label: 'Primary key', secret: true, prefix: 'key' },
      { name: 'secondary_key', label: 'Secondary key', secret: true, prefix: 'key' },
    ],
  },
  clientCredentials: {
    kind: 'client_credentials',
    values: [
      { name: 'client_id', label: 'Client ID', secret: false, prefix: 'client' },
      { name: 'client_secret', label: 'Client secret', secret: true, prefix: 'secret' },
    ],
  },
  privateKeyJwt: {
    kind: 'private_key_jwt',
    values: [
      { name: 'client_id', label: 'Client ID', secret: false, prefix: 'client' },
      {
        name: 'token_endpoint',
        label: 'Token endpoint',
        secret: false,
        fixed: 'https://auth.host.example/token',
      },
      // Where the provider reads the developer's public keys.
      {
        name: 'jwks_url',
        label: 'JWKS URL',
        secret: false,
        fixed: 'https://{tenant}.example/.well-known/jwks.json',
      },
    ],
  },
} satisfies Record<string, CredentialTemplate>;
