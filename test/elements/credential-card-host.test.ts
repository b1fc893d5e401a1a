import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/credential-card.js';
import type { Lane } from '../../src/contract/index.js';
import type { CredentialCard } from '../../src/elements/credential-card/credential-card.js';
import {
  createDemoHost,
  createFakeAdapter,
  createFaults,
  MAIN_SUBSCRIPTION,
  type ScenarioName,
} from '../../src/mocks/index.js';
import { createStore } from '../../src/store/index.js';
import { cardHarness } from '../helpers/credential-card.js';
import { settled } from '../helpers/stories.js';
import { waitUntil } from '../helpers/wait-until.js';

/** A card on an honest host, for its developer. */
async function place(scenario: ScenarioName, about: { lane?: Lane; subscription?: string } = {}) {
  const { lane = 'sandbox', subscription = MAIN_SUBSCRIPTION } = about;
  const host = await createDemoHost(scenario);
  const faults = createFaults();
  const session = { as: 'joel' as string | null };
  const adapter = createFakeAdapter(host, {
    as: () => session.as,
    faults,
    retryDelay: () => 0,
  });
  const store = createStore({ adapter, subscription, live: false });
  const card = await fixture<CredentialCard>(
    html`<golive-credential-card lane=${lane} .store=${store}></golive-credential-card>`,
  );
  const the = cardHarness(card);
  const until = async (holds: () => boolean, what: string) => {
    await waitUntil(holds, what);
    await settled(card);
  };
  await until(() => the.chip !== '', 'the card is there');
  return { card, the, host, faults, store, session, until };
}

describe('golive-credential-card on a host', () => {
  it('takes a developer from nothing to a secret that works', async () => {
    const { the, host, store, until } = await place('fresh');
    await the.press('Create credentials');
    await until(() => the.dialog !== '', 'the secret is shown');
    const secret = the.revealed['Client secret']!;
    expect(await host.checkSecret(secret)).to.equal(true);
    await the.press('I have saved it');
    const credential = () => store.state.snapshot.value!.credentials.sandbox!;
    await until(() => credential().deliveredAt !== null, 'the host knows');
    expect(the.chip).to.equal('Active');
    expect(the.text).to.contain(`Hidden, ends in ${secret.slice(-4)}`);
  });

  it('rotates a secret beside the old one, and retires that', async () => {
    const { the, host, until } = await place('fresh');
    await the.press('Create credentials');
    await until(() => the.dialog !== '', 'the secret is shown');
    const old = the.revealed['Client secret']!;
    await the.press('I have saved it');
    await until(() => the.chip === 'Active' && !the.isUnavailable('Rotate Secret'), 'saved');
    await the.press('Rotate Secret');
    await the.press('Rotate Secret');
    await until(() => the.dialog !== '', 'the new secret is shown');
    const fresh = the.revealed['Client secret']!;
    expect(Object.keys(the.revealed)).to.deep.equal(['Client secret']);
    await the.press('I have saved it');
    await until(() => the.chip === 'Two secrets valid', 'both are valid');
    expect(await host.checkSecret(old)).to.equal(true);
    expect(await host.checkSecret(fresh)).to.equal(true);
    await the.press('Retire Now');
    await the.press('Retire Now');
    await until(() => the.chip === 'Active', 'the old one is retired');
    expect(await host.checkSecret(old)).to.equal(false);
    expect(await host.checkSecret(fresh)).to.equal(true);
  });

  it('guides production from an old secret to a new one, typed word by word', async () => {
    const WORD = 'Type production to confirm';
    const { the, host, store, until } = await place('paid_unpaid', { lane: 'production' });
    await host.completePayment(MAIN_SUBSCRIPTION);
    await store.refresh();
    await until(() => the.chip === 'Unlocked', 'it is unlocked');
    await the.press('Create credentials');
    await until(() => the.dialog !== '', 'the secret is shown');
    const old = the.revealed['Client secret']!;
    await the.press('I have saved it');
    await until(() => the.chip === 'Active' && !the.isUnavailable('Rotate Secret'), 'saved');
    await the.press('Rotate Secret');
    await the.choose('The old secret goes on working for', '1 hour');
    await the.fill(WORD, 'production');
    await the.pressEnter();
    await until(() => the.dialogTitle === 'Save your new production secret', 'it is shown');
    const fresh = the.revealed['Client secret']!;
    await the.press('I have saved it');
    await until(() => the.chip === 'Two secrets valid', 'both are valid');
    expect(the.text).to.match(/59m .*left|1h left/);
    expect(the.text).to.contain(`New secret given, it ends in ${fresh.slice(-4)}`);
    expect(await host.checkSecret(old)).to.equal(true);
    await the.press('Retire Now');
    await the.fill(WORD, 'production');
    await the.press('Retire Now');
    await until(() => the.text.includes('retired'), 'it says so');
    expect(the.focused).to.contain(`Previous secret (ends in ${old.slice(-4)}) retired`);
    expect(await host.checkSecret(old)).to.equal(false);
    expect(await host.checkSecret(fresh)).to.equal(true);
  });

  it('regenerates all of it, and the old ones are dead at once', async () => {
    const { the, host, until } = await place('fresh');
    await the.press('Create credentials');
    await until(() => the.dialog !== '', 'the secret is shown');
    const old = the.revealed;
    await the.press('I have saved it');
    await until(() => the.chip === 'Active', 'saved');
    await the.press('Regenerate');
    await the.press('Regenerate');
    await until(() => the.dialog !== '', 'the new ones are shown');
    expect(the.revealed['Client ID']).not.to.equal(old['Client ID']);
    expect(await host.checkSecret(old['Client secret']!)).to.equal(false);
    expect(await host.checkSecret(the.revealed['Client secret']!)).to.equal(true);
  });

  it('comes out of a lost answer with a secret that works', async () => {
    const { the, host, faults, until } = await place('fresh');
    faults.loseAnswer({ operation: 'createCredentials' });
    await the.press('Create credentials');
    await until(() => the.chip === 'Value not received', 'it says that it was lost');
    expect(the.failure).to.equal('');
    await the.press('Regenerate');
    await the.press('Regenerate');
    await until(() => the.dialog !== '', 'new ones are shown');
    expect(await host.checkSecret(the.revealed['Client secret']!)).to.equal(true);
  });

  it('sends nothing while it is offline, and goes on where it stopped', async () => {
    const { the, faults, until } = await place('fresh');
    faults.offline = true;
    await the.press('Create credentials');
    await until(() => the.failure !== '', 'it says so');
    expect(the.failure).to.contain('You are offline. Nothing was sent.');
    faults.offline = false;
    await the.press('Try again');
    await until(() => the.dialog !== '', 'the secret is shown');
  });

  it('can be tried again once the developer has signed in', async () => {
    const { the, session, until } = await place('fresh');
    session.as = null;
    await the.press('Create credentials');
    await until(() => the.failure !== '', 'it says so');
    expect(the.failure).to.contain('You are signed out.');
    session.as = 'joel';
    await the.press('Try again');
    await until(() => the.dialog !== '', 'the secret is shown');
  });

  it('generates a token with a line that calls the sandbox', async () => {
    const { the, host, until } = await place('credentials_made');
    await the.press('Generate Token');
    await until(() => the.dialog !== '', 'the token is shown');
    const token = the.revealed['Access token']!;
    expect(await host.checkSecret(token)).to.equal(true);
    expect(the.dialog).to.contain("curl 'https://sandbox.northbank.example/v2/accounts'");
    expect(the.dialog).to.contain(`-H 'Authorization: Bearer ${token}'`);
  });

  it('opens production once it is paid', async () => {
    const { the, host, store, until } = await place('paid_unpaid', { lane: 'production' });
    expect(the.chip).to.equal('Payment pending');
    expect(the.buttons).to.deep.equal(['Complete payment']);
    await host.completePayment(MAIN_SUBSCRIPTION);
    await store.refresh();
    await until(() => the.chip === 'Unlocked', 'it is unlocked');
    await the.press('Create credentials');
    await until(() => the.dialog !== '', 'the secret is shown');
    expect(the.dialogTitle).to.equal('Save your production credentials');
  });

  it('knows each kind of credential', async () => {
    const kinds: [subscription: string, kind: string, revealed: string[]][] = [
      ['sub_51', 'API key', ['API key']],
      ['sub_52', 'API key', ['Primary key', 'Secondary key']],
      ['sub_53', 'Private key JWT', []],
      ['sub_54', 'sftp_account', ['Server', 'User name', 'Password', 'Archive password']],
    ];
    for (const [subscription, kind, revealed] of kinds) {
      const { card, the, until } = await place('fresh', { subscription });
      if (the.has('Create credentials')) await the.press('Create credentials');
      else {
        await the.press('Regenerate');
        await the.press('Regenerate');
      }
      await until(() => the.dialog !== '' || the.announced !== '', 'it is made');
      expect(Object.keys(the.revealed), subscription).to.deep.equal(revealed);
      if (revealed.length > 0) await the.press('I have saved it');
      await until(() => the.chip === 'Active', 'it is in use');
      expect(the.text).to.contain(`${kind}, created`);
      card.remove();
    }
  });
});
