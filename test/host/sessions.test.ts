import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { demoState, MAIN_SUBSCRIPTION as main } from '../../src/mocks/index.js';
import { people } from '../../demo/host/demo.js';
import { signToken } from '../../demo/host/http/bearer.js';
import { sweep } from '../../demo/host/domain/sweep.js';
import { createWorld, ISSUER, type World } from './world.js';

let world: World;
before(async () => {
  world = await createWorld({
    app: { demo: { people, stateFor: () => demoState('fresh', Date.now()) } },
  });
});
after(() => world.database.close());

const post = (path: string, body: string, headers: Record<string, string>) =>
  world.send(path, { method: 'POST', headers, body });
const form = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
  post(path, new URLSearchParams(fields).toString(), {
    'Content-Type': 'application/x-www-form-urlencoded',
    ...headers,
  });
const own = { Origin: ISSUER };

async function signIn(headers: Record<string, string> = {}) {
  const response = await form(
    '/sign-in',
    { account: 'joel', to: '//evil.example' },
    { ...own, ...headers },
  );
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
  return { response, Cookie: cookies.join('; '), csrf: cookies[1]!.split('=')[1]! };
}

/** Reads a stream of events on; the first one has come. */
async function follow(headers: Record<string, string>) {
  const { body } = await world.send(`/api/subscriptions/${main}/events`, { headers });
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  /** Up to the next event: true, or up to its end: false. */
  const next = async (): Promise<boolean> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return false;
      if (value.includes('event: changed')) return true;
    }
  };
  assert.ok(await next());
  return { next, leave: () => reader.cancel() };
}

const read = async (Cookie: string) =>
  (await world.send(`/api/subscriptions/${main}`, { headers: { Cookie } })).status;

describe('sessions', () => {
  const create = async (headers: Record<string, string>) => {
    const path = '/api/subscriptions/sub_53/credentials/sandbox';
    return (await post(path, '{}', { 'Content-Type': 'application/json', ...headers })).status;
  };

  it('writes by cookie only for its own pages', async () => {
    const { response, Cookie, csrf } = await signIn();
    assert.equal(response.headers.get('Location'), '/');
    assert.match(response.headers.getSetCookie()[0]!, /HttpOnly/);
    assert.equal(await read(Cookie), 200);
    assert.equal(await create({ Cookie }), 403);
    assert.equal(await create({ Cookie, 'X-CSRF-Token': `${csrf}x` }), 403);
    assert.equal(await create({ Cookie, 'X-CSRF-Token': (await signIn()).csrf }), 403);
    assert.equal(await create({ Cookie, 'X-CSRF-Token': csrf }), 201);
  });

  it('ends at sign-out for whoever has its cookie, and no other one', async () => {
    const [one, other] = [await signIn(), await signIn()];
    const { headers } = await form('/sign-out', {}, { ...own, Cookie: one.Cookie });
    for (const cookie of headers.getSetCookie()) assert.match(cookie, /=;.*Max-Age=0/);
    assert.equal(await read(one.Cookie), 401);
    assert.equal(await create({ Cookie: one.Cookie, 'X-CSRF-Token': one.csrf }), 401);
    assert.deepEqual(
      await (await world.send('/session', { headers: { Cookie: one.Cookie } })).json(),
      {},
    );
    assert.equal(await read(other.Cookie), 200);
  });

  it('ends its streams at sign-out, and no other one’s', { timeout: 30_000 }, async () => {
    const [one, other] = [await signIn(), await signIn()];
    const [ended, left] = [
      await follow({ Cookie: one.Cookie }),
      await follow({ Cookie: other.Cookie }),
    ];
    await form('/sign-out', {}, { ...own, Cookie: one.Cookie });
    assert.equal(await ended.next(), false);
    await world.provider.setStatus(main, 'payment_failed');
    assert.equal(await left.next(), true);
    await left.leave();
  });

  it(
    'ends its streams with its time, and a token those that it opened',
    { timeout: 30_000 },
    async () => {
      const { Cookie } = await signIn();
      await world.database.query(`UPDATE sessions SET expires_at = now() + interval '6 seconds'`);
      const ofSession = await follow({ Cookie });
      const token = { issuer: ISSUER, audience: 'portal', subject: 'joel', seconds: 6 } as const;
      const ofToken = await follow({
        Authorization: `Bearer ${await signToken(world.keys, token)}`,
      });
      assert.equal(await ofSession.next(), false);
      assert.equal(await ofToken.next(), false);
    },
  );

  it('ends when somebody signs in in its place', async () => {
    const { Cookie } = await signIn();
    const next = await signIn({ Cookie });
    assert.equal(await read(Cookie), 401);
    assert.equal(await read(next.Cookie), 200);
  });

  it('ends by itself, and is swept away then', async () => {
    const { Cookie } = await signIn();
    await world.database.query(`UPDATE sessions SET expires_at = now() - interval '1 second'`);
    assert.equal(await read(Cookie), 401);
    await sweep(world.database);
    assert.deepEqual(await world.database.query('SELECT id FROM sessions'), []);
  });

  it('stays when the demo starts over, and stays ended', async () => {
    const [one, other] = [await signIn(), await signIn()];
    await form('/sign-out', {}, { ...own, Cookie: one.Cookie });
    const body = JSON.stringify({ scenario: 'fresh' });
    assert.equal((await post('/demo/scenario', body, own)).status, 204);
    assert.equal(await read(one.Cookie), 401);
    assert.equal(await read(other.Cookie), 200);
  });

  it('takes no cookie that it did not give, nor what stands in the database', async () => {
    const { Cookie } = await signIn();
    const [{ id }] = (await world.database.query<{ id: string }>('SELECT id FROM sessions')) as [
      { id: string },
    ];
    for (const forged of [id, `${id}0`, 'x', '']) {
      assert.equal(
        await read(Cookie.replace(/golive_session=[^;]+/, `golive_session=${forged}`)),
        401,
      );
    }
  });
});

/** What the demo alone has, with a body that it would take. */
const acts: [path: string, body: string][] = [
  ['/sign-in', 'account=joel'],
  ['/sign-out', ''],
  ['/demo/token', '{"account":"joel"}'],
  ['/demo/scenario', '{"scenario":"fresh"}'],
  ['/demo/payment', `{"subscription":"${main}","paid":true}`],
  ['/demo/provider/setStatus', `["${main}","cancelled"]`],
];

describe('what stands in for the rest of a portal', () => {
  const strangers: Record<string, Record<string, string>> = {
    'another site': { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
    'a site beside it': { 'Sec-Fetch-Site': 'same-site', Origin: ISSUER },
    'a site in an old browser': { Origin: 'https://evil.example' },
    'a page without an origin': { Origin: 'null' },
    'nobody knows whom': {},
  };
  for (const [who, headers] of Object.entries(strangers)) {
    it(`does nothing for ${who}`, async () => {
      for (const [path, body] of acts) {
        const response = await post(path, body, {
          'Content-Type': 'application/x-www-form-urlencoded',
          ...headers,
        });
        assert.equal(response.status, 403, path);
        assert.deepEqual(response.headers.getSetCookie(), []);
      }
    });
  }

  it('does nothing for a name that another site gave to this address', async () => {
    for (const [path, body] of acts) {
      const headers = { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://evil.example:8787' };
      const request = new Request(`http://evil.example:8787${path}`, {
        method: 'POST',
        headers,
        body,
      });
      assert.equal((await world.app.fetch(request)).status, 403, path);
    }
  });

  it('gives a token to its own pages, for people there are', async () => {
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    assert.equal((await post('/demo/token', '{"account":"joel"}', headers)).status, 200);
    for (const body of ['{"account":"nobody"}', '{"account":7}', '{}', 'null', ''])
      assert.equal((await post('/demo/token', body, headers)).status, 400, body);
  });

  it('is not there where the host is no demo', async () => {
    const real = await createWorld({ database: world.database, isFilled: true });
    for (const [path, body] of acts) {
      const response = await real.send(path, { method: 'POST', headers: own, body });
      assert.equal(response.status, 404, path);
    }
    for (const path of ['/sign-in', '/session'])
      assert.equal((await real.send(path)).status, 404, path);
  });
});
