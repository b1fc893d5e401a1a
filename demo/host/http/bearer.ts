import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { ALGORITHM, type Keys } from './keys.js';

/** Whom a token is for; one for the sandbox API opens nothing of the portal. */
export type Audience = 'portal' | 'sandbox-api';

export interface TokenOptions {
  issuer: string;
  audience: Audience;
  subject: string;
  seconds: number;
  claims?: Record<string, string>;
}

export function signToken(keys: Keys, options: TokenOptions): Promise<string> {
  const { issuer, audience, subject, seconds, claims = {} } = options;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: keys.signing.id, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt()
    .setJti(crypto.randomUUID())
    .setExpirationTime(`${seconds}s`)
    .sign(keys.signing.private);
}

/** What a token says, if it is ours, for this audience, and not over. */
export async function readToken(
  keys: Keys,
  token: string,
  { issuer, audience }: Pick<TokenOptions, 'issuer' | 'audience'>,
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, keys.signing.public, {
      issuer,
      audience,
      algorithms: [ALGORITHM],
      typ: 'at+jwt',
      requiredClaims: ['sub', 'exp'],
    });
    return payload;
  } catch {
    return undefined;
  }
}

export const bearerOf = (request: Request): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
