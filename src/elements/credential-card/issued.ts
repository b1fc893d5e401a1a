import type { IssuedCredential, IssuedToken } from '../../contract/index.js';
import { curlLine } from './curl-line.js';
import { deliveryOf, presentSecrets, type Verb } from './lane-slice.js';
import type { About, Secret } from './secret-holder.js';

/** What an act's answer gives to be shown once, and what may be known of it. */
export function ofCredential(
  verb: Verb,
  { credential, revealed }: IssuedCredential,
): [Secret, About] {
  const names = new Set(revealed.map(({ name }) => name));
  const shown = presentSecrets(credential).filter(({ name }) => names.has(name));
  return [
    { values: revealed },
    {
      verb,
      delivery: deliveryOf(credential),
      credentialId: credential.id,
      secretIds: shown.map(({ id }) => id),
    },
  ];
}

/** The same of a token that came. */
export function ofToken(
  verb: Verb,
  { accessToken, tokenType, expiresAt, curl }: IssuedToken,
  about: { label: string; endpoint: string | undefined; credentialId: string | undefined },
): [Secret, About] {
  const { label, endpoint, credentialId } = about;
  const value = accessToken!;
  return [
    {
      values: [{ name: 'access_token', label, value }],
      curl: curl ?? curlLine(endpoint, tokenType, value),
    },
    { verb, expiresAt, credentialId, secretIds: [] },
  ];
}
