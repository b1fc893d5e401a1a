import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { conformanceForm, type Hooks, type PlanKind } from '../../../src/conformance/index.js';
import {
  createFakeFetch,
  createFakeHost,
  credentialTemplates,
  handleRequest,
  type FakeHost,
  type FakeHostOptions,
  type Plan,
} from '../../../src/mocks/index.js';

export const people = {
  developer: { id: 'dana', name: 'Dana', tenant: 'willow' },
  otherDeveloper: { id: 'otto', name: 'Otto', tenant: 'oak' },
  reviewer: { id: 'rita', name: 'Rita', tenant: 'bank', reviews: 'bank' },
  secondReviewer: { id: 'sven', name: 'Sven', tenant: 'bank', reviews: 'bank' },
  foreignReviewer: { id: 'fay', name: 'Fay', tenant: 'shop', reviews: 'shop' },
};

export const headers = Object.fromEntries(
  Object.entries(people).map(([caller, { id }]) => [caller, { Authorization: `Bearer ${id}` }]),
);

const plain: Omit<Plan, 'id' | 'name'> = {
  provider: 'bank',
  paid: false,
  hasPipeline: true,
  credential: credentialTemplates.clientCredentials,
  form: null,
  testData: [{ type: 'card', name: 'Visa', description: 'Works', value: '4242' }],
  links: { sandboxEndpoint: 'https://sandbox.example', checkout: 'https://pay.example' },
};

const plans: Record<PlanKind, Partial<Plan>> = {
  free: {},
  paid: { paid: true },
  form: { form: conformanceForm },
  no_pipeline: { hasPipeline: false },
  no_secret: { credential: credentialTemplates.privateKeyJwt },
  two_secrets: { credential: credentialTemplates.apiKeyPair },
  expiring: { credentialDays: 90 },
};

/** The fake host with everything that the suite asks for: its people, its plans and its hooks. */
export async function createTestedHost(options: FakeHostOptions = {}, create = createFakeHost) {
  let ahead = 0;
  const host = create({ clock: () => Date.now() + ahead, ...options });
  for (const account of Object.values(people)) await host.addAccount(account);
  for (const [id, about] of Object.entries(plans)) {
    await host.addPlan({ ...plain, id, name: `Plan ${id}`, ...about });
  }
  const hooks: Hooks = {
    async createSubscription({ plan, name, owner }) {
      const { tenant, name: by } = people[owner];
      const status = plan === 'paid' ? 'pending_payment' : 'active';
      return { id: await host.subscribe({ name, planId: plan, tenant, by, status }) };
    },
    completePayment: (id) => host.completePayment(id),
    failPayment: (id) => host.failPayment(id),
    setStatus: (id, status) => host.setStatus(id, status),
    setForm: (_, form) => host.setForm('form', form),
    checkKey: ({ value }) => host.checkSecret(value),
    async advanceTime(seconds) {
      ahead += seconds * 1000;
    },
  };
  return { host, hooks };
}

export const BASE = 'http://fake.example/api';

/** Without a network between. */
export const fetchOf = (host: FakeHost): typeof fetch => createFakeFetch(host, { baseUrl: BASE });

/** Serves a fake host on a free port of this machine. */
export async function serveHost(host: FakeHost) {
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const leaving = new AbortController();
    outgoing.on('close', () => leaving.abort());
    // Read to its end first: what is left of it would stand in the way of the next request.
    const body = Buffer.concat(await incoming.toArray());
    const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
      method: incoming.method!,
      headers: new Headers(incoming.headers as Record<string, string>),
      signal: leaving.signal,
      ...(body.length === 0 ? {} : { body }),
    });
    const response = await handleRequest(host, request, { baseUrl: '/api' });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.flushHeaders();
    const reader = response.body?.getReader();
    // Whoever leaves a stream must leave nothing behind.
    outgoing.on('close', () => void reader?.cancel().catch(() => undefined));
    for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
      outgoing.write(part.value);
    }
    return outgoing.end();
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  // On a busy machine a connection must not end while it is being used again.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
