// hooks.mjs
const api = process.env.TEST_API;

async function post(path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(api + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

export const createSubscription = ({ plan, name, owner, form }) =>
  post('/subscriptions', { plan, name, owner, form });

export const completePayment = (id) => post(`/subscriptions/${id}/payment`, { paid: true });
export const failPayment = (id) => post(`/subscriptions/${id}/payment`, { paid: false });
export const setStatus = (id, status) => post(`/subscriptions/${id}/status`, { status });
export const setForm = (id, form) => post(`/subscriptions/${id}/form`, { form });
export const advanceTime = (seconds) => post('/clock', { seconds });

// What an integration does: call the API with what was issued.
export async function checkKey({ value }) {
  const headers = { Authorization: `Bearer ${value}` };
  const { status } = await fetch(process.env.SANDBOX, { headers });
  return status !== 401 && status !== 403;
}
