import { Hono, type Context } from 'hono';
import type { FetchImplementation } from 'jose';
import type { Database } from '../database/database.js';
import { signToken } from './bearer.js';
import { ASSERTION_ALGORITHMS, ASSERTION_TYPE, createAssertionCheck } from './client-assertion.js';
import type { CredentialCheck, Working } from './credential-check.js';
import type { Keys } from './keys.js';

const SECONDS = 600;

export interface OauthOptions {
  database: Database;
  keys: Keys;
  issuer: string;
  check: CredentialCheck;
  /** Gets the public keys of clients that have their own. */
  fetchKeys?: FetchImplementation | undefined;
}

/**
 * OAuth 2.0 for what developers build: `client_credentials` alone (RFC 6749, section 4.4), with the
 * client's secret in the Authorization header or the form, or an assertion signed with its own key.
 */
export function oauthRoutes({ database, keys, issuer, check, fetchKeys }: OauthOptions): Hono {
  const app = new Hono();
  const endpoint = `${issuer}/oauth2/token`;
  const byAssertion = createAssertionCheck({
    database,
    check,
    audience: [issuer, endpoint],
    fetch: fetchKeys,
  });

  async function clientBehind(
    authorization: string | undefined,
    form: URLSearchParams,
  ): Promise<Working | undefined> {
    const assertion = form.get('client_assertion');
    if (assertion !== null) {
      return form.get('client_assertion_type') === ASSERTION_TYPE
        ? byAssertion(assertion)
        : undefined;
    }
    const client = clientOf(authorization, form);
    return client && check.byClientSecret(client.id, client.secret);
  }

  app.get('/.well-known/jwks.json', (context) => context.json({ keys: [keys.signing.publicJwk] }));
  app.get('/.well-known/oauth-authorization-server', (context) =>
    context.json({
      issuer,
      token_endpoint: endpoint,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: [
        'client_secret_basic',
        'client_secret_post',
        'private_key_jwt',
      ],
      token_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGORITHMS,
    }),
  );

  app.post('/oauth2/token', async (context) => {
    context.header('Cache-Control', 'no-store');
    const type = context.req.header('Content-Type') ?? '';
    if (!type.startsWith('application/x-www-form-urlencoded'))
      return fail(context, 'invalid_request');
    const form = new URLSearchParams(await context.req.text());
    const grant = form.get('grant_type');
    if (grant !== 'client_credentials') {
      return fail(context, grant ? 'unsupported_grant_type' : 'invalid_request');
    }
    const found = await clientBehind(context.req.header('Authorization'), form);
    if (!found) {
      context.header('WWW-Authenticate', 'Basic realm="token"');
      return fail(context, 'invalid_client', 401);
    }
    const { subscription, lane, credential } = found;
    const token = await signToken(keys, {
      issuer,
      audience: 'sandbox-api',
      subject: credential.values.find(({ name }) => name === 'client_id')!.value!,
      seconds: SECONDS,
      claims: { subscription: subscription.id, lane, credential: credential.id },
    });
    return context.json({ access_token: token, token_type: 'Bearer', expires_in: SECONDS });
  });
  return app;
}

function fail(context: Context, error: string, status: 400 | 401 = 400) {
  return context.json({ error }, status);
}

function clientOf(authorization: string | undefined, form: URLSearchParams) {
  const basic = /^Basic +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (basic === undefined) {
    const [id, secret] = [form.get('client_id'), form.get('client_secret')];
    return id && secret ? { id, secret } : undefined;
  }
  const [id, ...secret] = Buffer.from(basic, 'base64').toString().split(':').map(decode);
  return id && secret.length > 0 ? { id, secret: secret.join(':') } : undefined;
}

/** Ids and secrets are form-encoded inside Basic. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
