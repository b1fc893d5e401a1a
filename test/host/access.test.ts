import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MAIN_SUBSCRIPTION as main } from '../../src/mocks/index.js';
import { createWorld, type World } from './world.js';

let world: World;
let now = Date.now();
before(async () => {
  world = await createWorld({
    clock: () => now,
    app: {
      rates: { reads: { burst: 400, perSecond: 0.001 }, writes: { burst: 100, perSecond: 0.001 } },
    },
  });
});
after(() => world.database.close());

const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
});
const accounts = async (lane: string, headers: Record<string, string>) =>
  (await world.send(`/${lane}/accounts`, { headers })).status;

describe('credentials at the sandbox API', () => {
  const tokenFor = (id: string, secret: string) => {
    const Authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
    return world.send(
      '/oauth2/token',
      form({ grant_type: 'client_credentials' }, { Authorization }),
    );
  };
  const bearerFor = async (id: string, secret: string) => {
    const { access_token } = (await (await tokenFor(id, secret)).json()) as {
      access_token: string;
    };
    return { Authorization: `Bearer ${access_token}` };
  };

  it('gives tokens for a secret that works, and none for one that ended', async () => {
    const joel = world.as('joel');
    const [id, first] = (await joel.createCredentials(main, 'sandbox')).revealed.map(
      ({ value }) => value,
    );
    const early = await bearerFor(id!, first!);
    assert.equal(await accounts('sandbox', early), 200);
    assert.equal(await accounts('production', early), 401);

    const rotated = await joel.rotateSecret(main, 'sandbox', { overlapSeconds: 60 });
    const second = rotated.revealed[0]!.value;
    assert.equal((await tokenFor(id!, first!)).status, 200);
    assert.equal((await tokenFor(id!, second)).status, 200);
    now += 61_000;
    assert.equal((await tokenFor(id!, first!)).status, 401);
    assert.equal((await tokenFor(id!, second)).status, 200);

    const { accessToken } = await joel.generateToken(main, 'sandbox');
    assert.equal(await accounts('sandbox', { Authorization: `Bearer ${accessToken}` }), 200);

    const fresh = await joel.regenerate(main, 'sandbox');
    assert.equal((await tokenFor(id!, second)).status, 401);
    assert.equal(await accounts('sandbox', early), 401);
    assert.equal(await accounts('sandbox', { Authorization: `Bearer ${accessToken}` }), 401);
    const [newId, third] = fresh.revealed.map(({ value }) => value);
    assert.equal(await accounts('sandbox', await bearerFor(newId!, third!)), 200);

    await world.provider.setStatus(main, 'cancelled');
    assert.equal((await tokenFor(newId!, third!)).status, 401);
    await world.provider.setStatus(main, 'active');
    assert.equal((await tokenFor(newId!, third!)).status, 200);
  });

  it('takes API keys as they are', async () => {
    const { revealed } = await world.as('joel').createCredentials('sub_52', 'sandbox');
    for (const { value } of revealed)
      assert.equal(await accounts('sandbox', { 'X-API-Key': value }), 200);
    assert.equal(await accounts('sandbox', { 'X-API-Key': `${revealed[0]!.value}0` }), 401);
  });

  it('says why it gives no token, in the words of OAuth', async () => {
    const error = async (init: RequestInit) =>
      ((await (await world.send('/oauth2/token', init)).json()) as { error: string }).error;
    assert.equal(await error(form({})), 'invalid_request');
    assert.equal(await error(form({ grant_type: 'password' })), 'unsupported_grant_type');
    assert.equal(await error(form({ grant_type: 'client_credentials' })), 'invalid_client');
  });

  it('does not take a portal token at the API, nor one of the API at the portal', async () => {
    assert.equal(await accounts('sandbox', await world.bearer('joel')), 401);
    const fresh = await world.as('joel').regenerate(main, 'sandbox');
    const headers = await bearerFor(fresh.revealed[0]!.value, fresh.revealed[1]!.value);
    assert.equal((await world.send(`/api/subscriptions/${main}`, { headers })).status, 401);
  });

  it('keeps no secret in the database', async () => {
    const { revealed } = await world.as('joel').regenerate('sub_52', 'sandbox');
    const { accessToken } = await world.as('joel').generateToken('sub_52', 'sandbox');
    const tables = await world.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    let dump = '';
    for (const { name } of tables) {
      const rows = await world.database.query(`SELECT t::text AS row FROM ${name} t`);
      dump += JSON.stringify(rows);
    }
    assert.ok(dump.includes('sub_52'));
    for (const secret of [...revealed.map(({ value }) => value), accessToken!]) {
      assert.ok(!dump.includes(secret.slice(-16)), 'a secret is in the database');
    }
  });

  it('lets nobody change the trail', async () => {
    for (const change of [
      'UPDATE activity SET id = id',
      'DELETE FROM activity',
      'TRUNCATE activity',
    ]) {
      await assert.rejects(world.database.query(change), /append-only/);
    }
  });
});

describe('the edges of the host', () => {
  it('asks whoever asks too often to wait', async () => {
    const headers = await world.bearer('hugo');
    const answers = [];
    for (let count = 0; count < 402; count += 1)
      answers.push(await world.send('/api/reviews?limit=1', { headers }));
    const last = answers.at(-1)!;
    assert.equal(last.status, 429);
    assert.ok(Number(last.headers.get('Retry-After')) >= 1);
    assert.equal(((await last.json()) as { code: string }).code, 'too_many_requests');
    assert.equal(
      (await world.send('/api/reviews?limit=1', { headers: await world.bearer('mara') })).status,
      200,
    );
  });

  it('takes a megabyte and no byte more', async () => {
    const headers = { ...(await world.bearer('joel')), 'Content-Type': 'application/json' };
    const put = (body: string) =>
      world.send(`/api/subscriptions/${main}/draft`, { method: 'PUT', headers, body });
    const text = (size: number) => {
      const empty = JSON.stringify({ formVersion: '1', step: 0, answers: { a: '' } });
      return empty.replace('"a":""', `"a":"${'x'.repeat(size - empty.length)}"`);
    };
    assert.equal((await put(text(1_048_576))).status, 204);
    assert.equal((await put(text(1_048_577))).status, 413);
  });

  it('gives back to the character what was typed, also what a database dislikes', async () => {
    const odd = 'NUL \0, half a pair \ud800, right to left \u202e, quote \' " \\';
    const joel = world.as('joel');
    await joel.saveDraft(main, { formVersion: '1', step: 0, answers: { odd } });
    assert.equal((await joel.getDraft(main))!.answers['odd'], odd);
    const queue = await world.as('mara').getQueue({ q: odd });
    assert.deepEqual(queue.items, []);
    const headers = await world.bearer('mara');
    assert.equal((await world.send('/api/reviews/%00', { headers })).status, 404);
  });

  it('says on each answer what browsers may not do with it', async () => {
    const { headers } = await world.send('/healthz');
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
    assert.match(headers.get('Content-Security-Policy')!, /default-src 'none'/);
    assert.ok(headers.get('X-Request-Id'));
    assert.deepEqual(await (await world.send('/readyz')).json(), { ready: true });
  });
});
