import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { joelsAnswers, MAIN_SUBSCRIPTION as main } from '../../src/mocks/index.js';
import { startDispatch, type Send } from '../../demo/host/outbox/dispatch.js';
import { mailer, type Mail } from '../../demo/host/outbox/mail.js';
import { enqueue, messagesOf, type Message } from '../../demo/host/outbox/message.js';
import { signatureOf, webhook } from '../../demo/host/outbox/webhook.js';
import { createWorld, type World } from './world.js';

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes, or').toString('base64')}`;

interface Received {
  headers: Record<string, string>;
  body: string;
}

/** A receiver that answers with these statuses, then with 204. */
async function startReceiver(statuses: number[]) {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      const status = statuses.shift() ?? 204;
      if (status === 0) request.socket.destroy();
      else response.writeHead(status, { Location: '/elsewhere' }).end();
      server.emit('received');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const until = async (count: number) => {
    while (received.length < count) await once(server, 'received');
  };
  return { url, received, until, close: () => server.close() };
}

describe('webhooks', () => {
  let world: World;
  const ends: (() => unknown)[] = [];
  before(async () => {
    world = await createWorld({
      scenario: 'credentials_made',
      onChanges: (connection, loaded, changes) =>
        enqueue(connection, ['webhook', 'mail'], messagesOf(loaded, changes)),
    });
  });
  after(async () => {
    for (const end of ends) await end();
    await world.database.close();
  });
  const dispatch = (channels: Record<string, Send>) => {
    const { database, host } = world;
    const stop = startDispatch({
      database,
      topics: host.topics,
      channels,
      log: () => undefined,
      backOff: () => 0.01,
      every: 20,
    });
    ends.push(stop);
    return stop;
  };

  it('are tried until they are taken, with one id and a signature', async () => {
    const receiver = await startReceiver([500, 302, 0]);
    ends.push(receiver.close);
    await world.as('joel').submit(main, { answers: joelsAnswers, formVersion: '2026-09' });
    const stop = dispatch({ webhook: webhook({ url: receiver.url, secret }) });
    await receiver.until(4);
    assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1);
    for (const { headers, body } of receiver.received) {
      const expected = signatureOf(
        secret,
        headers['webhook-id']!,
        Number(headers['webhook-timestamp']),
        body,
      );
      assert.equal(headers['webhook-signature'], expected);
    }
    const { type, data } = JSON.parse(receiver.received[0]!.body) as Message;
    assert.equal(type, 'submission.submitted');
    assert.equal(data.subscriptionId, main);
    await stop();
    const rows = await world.database.query<{ attempts: number; done: boolean }>(
      `SELECT attempts, delivered_at IS NOT NULL AS done FROM outbox WHERE channel = 'webhook'`,
    );
    assert.deepEqual(rows, [{ attempts: 4, done: true }]);
  });

  it('tell of a decision, and so does the mailer', async () => {
    const receiver = await startReceiver([]);
    ends.push(receiver.close);
    const mails: Mail[] = [];
    const stop = dispatch({
      webhook: webhook({ url: receiver.url, secret }),
      mail: mailer(async (mail) => void mails.push(mail)),
    });
    const mara = world.as('mara');
    const { submission } = (await world.as('joel').getSnapshot(main))!;
    const { version } = await mara.getReview(submission!.id);
    await mara.decide(submission!.id, version, {
      outcome: 'rejected',
      notes: 'No.',
      fieldNotes: [],
    });
    await receiver.until(1);
    while (mails.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await stop();
    const { data } = JSON.parse(receiver.received[0]!.body) as Message;
    assert.equal(data.outcome, 'rejected');
    assert.deepEqual(
      mails.map(({ to }) => to),
      [{ reviewersOf: 'northbank' }, { developersOf: 'fernwood-ledger' }],
    );
    assert.ok(!JSON.stringify(mails).includes('No.'));
  });

  it('are not written for what did not happen', async () => {
    const count = async () => (await world.database.query('SELECT id FROM outbox')).length;
    const had = await count();
    await assert.rejects(
      world.as('joel').submit(main, { answers: joelsAnswers, formVersion: '2026-09' }),
      {
        code: 'rejected',
      },
    );
    assert.equal(await count(), had);
  });

  it('agree with the example of Standard Webhooks', () => {
    const signature = signatureOf(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1614265330,
      '{"test": 2432232314}',
    );
    assert.equal(signature, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });
});
