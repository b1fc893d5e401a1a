import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWK } from 'jose';
import { createWorld, ISSUER, type World } from './world.js';

/** Joel's subscription whose credentials have no secret. */
const subscription = 'sub_53';
const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

let world: World;
let clientId: string;
/** What stands at the client's own address, and which addresses were asked for. */
const published: JWK[] = [];
const asked: string[] = [];
const own: Record<string, CryptoKey> = {};
let foreign: CryptoKey;

before(async () => {
  world = await createWorld({
    app: {
      fetchKeys: async (url) => {
        asked.push(url);
        return Response.json({ keys: published });
      },
    },
  });
  for (const alg of ['ES256', 'RS256']) {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    own[alg] = privateKey;
    published.push({ ...(await exportJWK(publicKey)), kid: alg, alg, use: 'sig' });
  }
  foreign = (await generateKeyPair('ES256')).privateKey;
  const { credential } = await world.as('joel').createCredentials(subscription, 'sandbox');
  clientId = credential.values.find(({ name }) => name === 'client_id')!.value!;
});
after(() => world.database.close());

/** What a client says of itself, changed. */
const claims = (more: object = {}) => ({
  iss: clientId,
  sub: clientId,
  aud: ISSUER,
  exp: Math.floor(Date.now() / 1000) + 60,
  jti: crypto.randomUUID(),
  ...more,
});
const sign = (about: object, alg = 'ES256', key = own[alg]!) =>
  new SignJWT({ ...about }).setProtectedHeader({ alg, kid: alg }).sign(key);

const send = (assertion: string, more: Record<string, string> = {}) =>
  world.send('/oauth2/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: type,
      client_assertion: assertion,
      ...more,
    }),
  });
const refused = async (assertion: string, more?: Record<string, string>) => {
  const response = await send(assertion, more);
  assert.equal(response.status, 401);
  assert.deepEqual(await response.json(), { error: 'invalid_client' });
};

describe('a client with a key of its own', () => {
  for (const alg of ['ES256', 'RS256']) {
    it(`gets a token that works for an assertion signed with ${alg}`, async () => {
      const response = await send(await sign(claims(), alg));
      const { access_token: token } = (await response.json()) as { access_token: string };
      const headers = { Authorization: `Bearer ${token}` };
      assert.equal((await world.send('/sandbox/accounts', { headers })).status, 200);
      assert.deepEqual(
        new Set(asked),
        new Set(['https://fernwood-ledger.example/.well-known/jwks.json']),
      );
    });
  }

  it('may mean the token endpoint, as most clients do', async () => {
    assert.equal((await send(await sign(claims({ aud: `${ISSUER}/oauth2/token` })))).status, 200);
  });

  it('shows each assertion once, also at the same moment', async () => {
    const assertion = await sign(claims());
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(assertion)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    await refused(assertion);
  });

  it('gets none for what it did not sign, or not for here and now', async () => {
    const now = Math.floor(Date.now() / 1000);
    const wrong: Record<string, object> = {
      'for another host': { aud: 'https://other.example' },
      'for nobody': { aud: undefined },
      over: { exp: now - 1 },
      'without an end': { exp: undefined },
      'for too long': { exp: now + 3600 },
      'not yet': { nbf: now + 50 },
      'without an id': { jti: undefined },
      'by another client': { iss: 'client_other' },
      'of another client': { sub: 'client_other' },
      'of nobody': { sub: undefined },
    };
    for (const [name, more] of Object.entries(wrong)) {
      assert.equal((await send(await sign(claims(more)))).status, 401, name);
    }
    await refused(await sign(claims(), 'ES256', foreign));
    await refused(new UnsecuredJWT(claims()).encode());
    const secret = new TextEncoder().encode(JSON.stringify(published[0]));
    await refused(
      await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'ES256' }).sign(secret),
    );
    for (const junk of ['', 'x', 'a.b.c', '..']) await refused(junk);
    await refused(await sign(claims()), { client_assertion_type: 'jwt' });
  });

  it('gets none any more once its credentials were regenerated', async () => {
    await world.as('joel').regenerate(subscription, 'sandbox');
    await refused(await sign(claims()));
  });
});
