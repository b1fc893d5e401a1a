/**
 * Hooks for the conformance command against `npm run host`, through what its demo offers:
 * `npm run conformance -- --url http://localhost:8787/api --setup demo/host/hooks.mjs`.
 */
const host = process.env.HOST_URL ?? 'http://localhost:8787';

async function post(path, body, type = 'application/json') {
  // Acts of the demo are for its own pages.
  const headers = { 'Content-Type': type, Origin: host };
  const response = await fetch(host + path, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

const act = (name, ...args) => post(`/demo/provider/${name}`, JSON.stringify(args));

const people = {
  developer: { id: 'dana', name: 'Dana', tenant: 'willow' },
  otherDeveloper: { id: 'otto', name: 'Otto', tenant: 'oak' },
  reviewer: { id: 'rita', name: 'Rita', tenant: 'bank', reviews: 'bank' },
  secondReviewer: { id: 'sven', name: 'Sven', tenant: 'bank', reviews: 'bank' },
  foreignReviewer: { id: 'fay', name: 'Fay', tenant: 'shop', reviews: 'shop' },
};

const open = (name, fixed) => ({ name, label: name, secret: false, prefix: name, fixed });
const secret = (name) => ({ name, label: name, secret: true, prefix: name });
const client = {
  kind: 'client_credentials',
  values: [open('client_id'), secret('client_secret')],
};
const plans = {
  free: {},
  paid: { paid: true },
  no_pipeline: { hasPipeline: false },
  no_secret: { credential: { kind: 'private_key_jwt', values: [open('client_id')] } },
  two_secrets: { credential: { kind: 'api_key', values: [secret('one_key'), secret('two_key')] } },
  expiring: { credentialDays: 90 },
};

const addPlan = (id, about) =>
  act('addPlan', {
    id,
    name: `Plan ${id}`,
    provider: 'bank',
    paid: false,
    hasPipeline: true,
    credential: client,
    form: null,
    testData: [{ type: 'card', name: 'Visa', description: 'Works', value: '4242' }],
    links: { sandboxEndpoint: `${host}/sandbox/accounts`, checkout: `${host}/checkout.html` },
    ...about,
  });

/** Once, before the first subscription. */
const ready = (async () => {
  for (const account of Object.values(people)) await act('addAccount', account);
  for (const [kind, about] of Object.entries(plans)) await addPlan(`suite_${kind}`, about);
})();
// Whoever waits for it is told; until then it is nobody's.
ready.catch(() => {});

/** Of this run alone: its form changes. */
const formPlan = `suite_form_${crypto.randomUUID()}`;
let formReady;

export async function createSubscription({ plan, name, owner, form }) {
  await ready;
  if (plan === 'form') await (formReady ??= addPlan(formPlan, { form }));
  const planId = plan === 'form' ? formPlan : `suite_${plan}`;
  const { tenant, name: by } = people[owner];
  const status = plan === 'paid' ? 'pending_payment' : 'active';
  return { id: await act('subscribe', { name, planId, tenant, by, status }) };
}

export const completePayment = (id) => act('completePayment', id);
export const failPayment = (id) => act('failPayment', id);
export const setStatus = (id, status) => act('setStatus', id, status);
export const setForm = (_, form) => act('setForm', formPlan, form);

/** A bearer token for each, asked for once. */
export const headers = Object.fromEntries(
  Object.entries(people).map(([caller, { id }]) => {
    let asked;
    const ask = async () => {
      await ready;
      const { access_token: token } = await post('/demo/token', JSON.stringify({ account: id }));
      return { Authorization: `Bearer ${token}` };
    };
    return [caller, () => (asked ??= ask())];
  }),
);

/** Calls the sandbox API as a developer's program does. */
export async function checkKey({ value, kind, lane, credential }) {
  const call = async (headers) => (await fetch(`${host}/${lane}/accounts`, { headers })).ok;
  if (kind === 'token') return call({ Authorization: `Bearer ${value}` });
  if (credential.kind !== 'client_credentials') return call({ 'X-API-Key': value });
  const { value: id } = credential.values.find(({ name }) => name === 'client_id');
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: value,
  });
  const response = await fetch(`${host}/oauth2/token`, { method: 'POST', body });
  if (!response.ok) return false;
  const { access_token: token } = await response.json();
  return call({ Authorization: `Bearer ${token}` });
}
