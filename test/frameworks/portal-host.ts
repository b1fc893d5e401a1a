import {
  createFakeAdapter,
  createFakeHost,
  credentialTemplates,
  people,
  plans,
  type FakeHost,
} from '../../src/mocks/index.js';
import { decideLatest, makeCredentials, submitAnswers } from '../../src/mocks/demo/stage.js';

/** The subscriptions of the examples' developer, in the order in which each page lists them first. */
export const subscriptions = [
  { id: 'sub_1', name: 'Fernwood Ledger' },
  { id: 'sub_2', name: 'Fernwood Rates' },
  { id: 'sub_3', name: 'Fernwood Archive' },
];

/** A host with one subscription at each place of the road: Joel's first has its road before it. */
export async function createPortalHost(): Promise<FakeHost> {
  const host = createFakeHost();
  const { joel, mara } = people;
  for (const account of [joel, mara]) await host.addAccount(account);
  const credential = credentialTemplates.clientCredentials;
  await host.addPlan({ ...plans.explorer, credential });
  for (const subscription of subscriptions) {
    await host.subscribe({
      ...subscription,
      planId: 'explorer',
      tenant: joel.tenant,
      by: joel.name,
    });
  }
  const developer = createFakeAdapter(host, { as: joel.id });
  const reviewer = createFakeAdapter(host, { as: mara.id });
  for (const id of ['sub_2', 'sub_3']) {
    await makeCredentials(developer, id);
    await submitAnswers(developer, id, {});
  }
  await decideLatest(reviewer, 'sub_3', 'approved', null);
  return host;
}
