import { expect } from '@open-wc/testing';
import { createHttpAdapter } from '../../src/adapter/index.js';
import { createDemoHost, MAIN_SUBSCRIPTION, people } from '../../src/mocks/index.js';
import { startMocks } from '../../src/mocks/browser.js';

describe('mocks behind a service worker', () => {
  let stop: () => Promise<void>;

  before(async () => {
    const host = await createDemoHost('fresh', { clock: Date.now });
    stop = await startMocks({ host, baseUrl: '/mocked', caller: () => people.joel.id });
  });
  after(async () => {
    await stop();
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.unregister();
  });

  it('answer what is read, and what is written', async () => {
    const adapter = createHttpAdapter({ baseUrl: '/mocked' });
    const issued = await adapter.createCredentials(MAIN_SUBSCRIPTION, 'sandbox', {});
    expect(issued.revealed).not.to.have.lengthOf(0);
    const snapshot = await adapter.getSnapshot(MAIN_SUBSCRIPTION);
    expect(snapshot?.credentials.sandbox?.id).to.equal(issued.credential.id);
  });

  it('answer what may outlive its page', async () => {
    const adapter = createHttpAdapter({ baseUrl: '/mocked' });
    await adapter.saveDraft(MAIN_SUBSCRIPTION, { formVersion: '1', step: 0, answers: {} });
    const draft = await adapter.getDraft(MAIN_SUBSCRIPTION);
    expect(draft?.step).to.equal(0);
  });
});
