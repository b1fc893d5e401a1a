import { Hono, type Context } from 'hono';
import type { CredentialCheck } from './credential-check.js';
import { signToken } from './bearer.js';
import { ALGORITHM, type Keys } from './keys.js';

const SECONDS = 600;

/**
 * OAuth 2.0 for what developers build: `client_credentials` alone (RFC 6749, section 4.4), with the
 * client's secret in the Authorization header or the form.
 */
export function oauthRoutes(options: { keys: Keys; issuer: string; check: CredentialCheck }): Hono {
  const { keys, issuer, check } = options;
  const app = new Hono();

  app.get('/.well-known/jwks.json', (context) => context.json({ keys: [keys.signing.publicJwk] }));
  app.get('/.well-known/oauth-authorization-server', (context) =>
    context.json({
      issuer,
      token_endpoint: `${issuer}/oauth2/token`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      token_endpoint_auth_signing_alg_values_supported: [ALGORITHM],
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
    const client = clientOf(context.req.header('Authorization'), form);
    const found = client && (await check.byClientSecret(client.id, client.secret));
    if (!found) {
      context.header('WWW-Authenticate', 'Basic realm="token"');
      return fail(context, 'invalid_client', 401);
    }
    const { subscription, lane, credential } = found;
    const token = await signToken(keys, {
      issuer,
      audience: 'sandbox-api',
      subject: client.id,
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
