import { createHttpAdapter, createStaticStore } from 'golive-elements';

const signedInAs = (name: string) => ({ Authorization: `Bearer ${name}` });

/** Asked for at each request, so that it may refresh a token. */
export const headers = async () => signedInAs('joel');

/** The reviewers of this portal have an adapter of their own. */
export const reviewer = createHttpAdapter({ baseUrl: '/api', headers: signedInAs('mara') });

/** The portal's own words, in place of the kit's. */
export const strings = { stepper: { productionLater: 'Not open yet' } };

const developer = createHttpAdapter({ baseUrl: '/api', headers });

/** Every subscription as it is now, each with a store of what was read. */
export async function readSubscriptions() {
  const read = async (id: string) => (await developer.getSnapshot(id))!;
  const snapshots = await Promise.all(['sub_1', 'sub_2', 'sub_3'].map(read));
  return snapshots.map((snapshot) => ({ snapshot, store: createStaticStore(snapshot) }));
}
