/** What the host knows of Northbank: its people and its past, the same as the mocks'. */
import {
  demoState,
  people as all,
  type HostState,
  type ScenarioName,
} from '../../src/mocks/index.js';
import type { DemoPerson } from './http/sign-in.js';

export const people: DemoPerson[] = Object.values(all).map((account) => ({
  id: account.id,
  name: account.name,
  role: 'reviews' in account ? 'reviewer' : 'developer',
}));

/** A scenario's past, up to this moment, with links that lead to this host. */
export async function demoStateFor(scenario: ScenarioName, url: string): Promise<HostState> {
  const state = await demoState(scenario, Date.now(), {
    checkoutUrl: `${url}/checkout.html?subscription=sub_42`,
  });
  for (const plan of Object.values(state.plans)) {
    plan.links.sandboxEndpoint = `${url}/sandbox/accounts`;
    plan.links.productionEndpoint = `${url}/production/accounts`;
    const values = plan.credential.values.map((value) =>
      value.name === 'token_endpoint' ? { ...value, fixed: `${url}/oauth2/token` } : value,
    );
    plan.credential = { ...plan.credential, values };
  }
  return state;
}
