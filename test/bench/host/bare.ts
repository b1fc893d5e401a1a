/** The limit: a route that does nothing but one SELECT by primary key, with the host's own client. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { openPostgres } from '../../../demo/host/database/postgres.js';

const database = openPostgres(process.env['DATABASE_URL']!);
const app = new Hono();
app.get('/:id', async (context) => {
  const rows = await database.query<{ body: object }>(
    'SELECT body FROM subscriptions WHERE id = $1',
    [context.req.param('id')],
  );
  return rows[0] ? context.json(rows[0].body) : context.notFound();
});
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
server.once('listening', () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ event: 'listening', port }));
});
