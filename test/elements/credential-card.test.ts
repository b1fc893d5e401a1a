import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/credential-card.js';
import { PipelineError } from '../../src/adapter/index.js';
import type { Lane, Snapshot } from '../../src/contract/index.js';
import type { CredentialCard } from '../../src/elements/credential-card/credential-card.js';
import type { PipelineStore } from '../../src/store/index.js';
import * as acts from '../../stories/credential-card-acts.stories.js';
import * as stories from '../../stories/credential-card.stories.js';
import { credentialOf, snapshotOf, snapshots } from '../../stories/fixture/snapshot.js';
import { showing } from '../../stories/fixture/store.js';
import { idle } from '../helpers/idle.js';
import { withClipboard } from '../helpers/clipboard.js';
import { cardHarness, handHost } from '../helpers/credential-card.js';
import { countListeners } from '../helpers/listening.js';
import {
  expectAccessible,
  itIsAccessibleInEveryStory,
  settled,
  showStory,
} from '../helpers/stories.js';

const show = async (name: string) => cardHarness(await showStory<CredentialCard>(stories, name));
const showAct = async (name: string) => cardHarness(await showStory<CredentialCard>(acts, name));

async function place(store: PipelineStore, lane: Lane = 'sandbox') {
  const card = await fixture<CredentialCard>(
    html`<golive-credential-card lane=${lane} .store=${store}></golive-credential-card>`,
  );
  await settled(card);
  return { card, the: cardHarness(card) };
}

describe('golive-credential-card', () => {
  itIsAccessibleInEveryStory(stories);
  itIsAccessibleInEveryStory(acts);

  describe('shows', () => {
    it('that there is nothing yet, and the one thing to do', async () => {
      const the = await show('Empty');
      expect(the.title).to.equal('Sandbox Credentials');
      expect(the.chip).to.equal('Not created');
      expect(the.isNotYet).to.equal(true);
      expect(the.buttons).to.deep.equal(['Create credentials', 'Sandbox documentation']);
    });

    it('skeletons while it waits, also without a store', async () => {
      expect((await show('Loading')).text).to.equal('Sandbox Credentials Loading');
      const card = await fixture<CredentialCard>(
        html`<golive-credential-card lane="production"></golive-credential-card>`,
      );
      expect(cardHarness(card).text).to.equal('Production Credentials Loading');
    });

    it('why nothing could be loaded, and tries again', async () => {
      const the = await show('Failed');
      expect(the.failure).to.contain('Credentials could not be loaded');
      expect(the.failure).to.contain('req_8f21c0');
      await the.press('Try again');
      expect(the.failure).to.contain('Credentials could not be loaded');
    });

    it('each value, and a secret only as a mask that can not be copied', async () => {
      const the = await show('Active');
      expect(the.chip).to.equal('Active');
      expect(the.text).to.contain('Client credentials, created Nov 12, 2026');
      const rows = Object.fromEntries(the.rows);
      expect(rows['Client ID']).to.equal('nb_sbx_7Q2mK9xT4vLpR8sE');
      expect(rows['Client secret']).to.equal(
        '••••••••••••4f2aHidden, ends in 4f2a Shown once, on Nov 17, 2026',
      );
      expect(rows['Expires']).to.equal('Nov 17, 2027 (in 358 days)');
      expect(the.buttons).to.deep.equal([
        'Copy Client ID',
        'Copy Token endpoint',
        'Generate Token',
        'Rotate Secret',
        'Regenerate',
        'Sandbox documentation',
      ]);
    });

    it('both secrets while two are valid, and the time that is left', async () => {
      const the = await show('TwoSecretsValid');
      expect(the.chip).to.equal('Two secrets valid');
      expect(the.text).to.contain('secret rotated Nov 24, 2026');
      const secret = Object.fromEntries(the.rows)['Client secret'];
      expect(secret).to.match(/^•{12}9c0d/);
      expect(secret).to.contain('Previous secret ••••4f2a');
      expect(secret).to.contain('23h 41m left Stops working Nov 25, 2026');
      const meter = the.root.querySelector('.meter > .left')!;
      expect(parseFloat(meter.getAttribute('width')!)).to.be.closeTo(98.7, 0.1);
    });

    it('a Rotate Secret at each of several secrets', async () => {
      const the = await show('TwoKeys');
      expect(the.text).to.contain('API key, created');
      expect(the.buttons).to.contain.members([
        'Rotate Secret: Primary key',
        'Rotate Secret: Secondary key',
      ]);
      expect(the.has('Rotate Secret')).to.equal(false);
    });

    it('no empty bar where the host offers nothing to do', async () => {
      const { credentialsMade } = snapshots;
      const capabilities = {
        ...credentialsMade.capabilities,
        token: false,
        regenerate: false,
        rotate: false,
      };
      const { card } = await place(showing({ ...credentialsMade, capabilities, links: {} }));
      expect(card.shadowRoot!.querySelector('[part=actions]')).to.equal(null);
      expect(card.shadowRoot!.querySelector('footer')).to.equal(null);
    });

    it('no Rotate Secret where there is no secret', async () => {
      const the = await show('PrivateKeyJwt');
      expect(the.chip).to.equal('Active');
      expect(the.buttons).to.deep.equal([
        'Copy Client ID',
        'Copy Token endpoint',
        'Copy JWKS URL',
        'Regenerate',
      ]);
    });

    it('a kind that it has no name for as the host calls it', async () => {
      const the = await show('KindOfTheHost');
      expect(the.text).to.contain('SFTP account, created');
      expect(the.rows.map(([label]) => label)).to.deep.equal(['Server', 'Password', 'Expires']);
    });

    it('that a value never arrived, and the way out', async () => {
      const the = await show('ValueNotReceived');
      expect(the.chip).to.equal('Value not received');
      expect(the.text).to.contain(
        'These credentials were created, but their value never reached you.',
      );
      expect(the.rows).to.deep.equal([]);
      expect(the.buttons).to.deep.equal(['Regenerate']);
    });

    it('that a new secret never arrived, while the old one still works', async () => {
      const the = await show('NewSecretNotReceived');
      expect(the.chip).to.equal('Value not received');
      expect(the.text).to.contain('A new secret was created, but its value never reached you.');
      const secret = Object.fromEntries(the.rows)['Client secret'];
      expect(secret).to.match(/^Value not received Previous secret/);
      expect(the.buttons).to.contain.members(['Retire Now', 'Rotate Secret', 'Regenerate']);
    });

    it('the reason at a button that is refused', async () => {
      const the = await show('TokenRefused');
      expect(the.isUnavailable('Generate Token')).to.equal(true);
      expect(the.reason('Generate Token')).to.equal('The credentials have expired.');
      expect(the.isUnavailable('Regenerate')).to.equal(false);
      await the.press('Generate Token');
      expect(the.failure).to.equal('');
    });

    it('the last it knew when that may be out of date', async () => {
      const the = await show('OutOfDate');
      expect(the.text).to.contain('This may be out of date');
      expect(the.rows.length).to.equal(4);
    });

    it('texts of the host as texts', async () => {
      const the = await show('LongTexts');
      expect(the.root.querySelector('img')).to.equal(null);
      expect(the.text).to.contain('<img src=x onerror=alert(1)>');
    });

    it('the words of the page', async () => {
      const the = await show('OwnWords');
      expect(the.title).to.equal('Playground keys');
      expect(the.has('Get keys')).to.equal(true);
    });

    it('dates and digits in the language of the page', async () => {
      const box = await fixture(
        html`<div lang="de"><golive-credential-card></golive-credential-card></div>`,
      );
      const card = box.querySelector('golive-credential-card')!;
      card.store = showing(snapshots.credentialsMade);
      await settled(card);
      expect(Object.fromEntries(cardHarness(card).rows)['Expires']).to.contain('17.11.2027');
    });
  });

  it('comes by its acts to what each story is called after', async () => {
    const words: [story: string, words: string][] = [
      ['TypedConfirmation', 'Type production to confirm'],
      ['TypedConfirmationMistyped', 'This is not “production”.'],
      ['ConfirmRegenerateNoSecret', 'There is no secret to replace'],
      ['ChooseOverlap', 'Old secret works until'],
      ['ChooseNoOverlap', 'The old secret stops working at once'],
      ['RotateDuringOverlapTyped', 'ends when you rotate again'],
      ['RotateAfterLoss', 'The secret that never reached you stops working at once'],
      ['Retired', '(ends in 4f2a) retired'],
      ['OverlapEnded', '(ends in 4f2a) stopped working'],
      ['ProductionReveal', 'Save your production credentials'],
      ['RevealOneKey', 'API key'],
      ['RevealTwoKeys', 'Secondary key'],
      ['RevealUnknownKind', 'files.northbank.example'],
      ['RevealLastMinute', 'It will be hidden in less than a minute.'],
      ['RevealProductionToken', 'Production token'],
      ['CopyBlocked', 'Your browser blocked copying.'],
      ['DeliveryFailed', 'It could not be recorded that you saved the secret'],
      ['HiddenAfterTimeout', 'The secret was hidden after 5 minutes'],
      ['SignedOutHidden', 'The secret was hidden because you are signed out'],
      ['TokenLost', 'The token was generated, but it never reached you'],
    ];
    for (const [story, said] of words) {
      const the = await showAct(story);
      expect(the.dialog || the.text, story).to.contain(said);
      the.root.host.remove();
    }
  });

  describe('locked', () => {
    it('says that production comes once it was reviewed and approved', async () => {
      const the = await show('Locked');
      expect(the.title).to.equal('Production Credentials');
      expect(the.chip).to.equal('Locked');
      expect(the.isNotYet).to.equal(true);
      expect(the.text).to.contain('once the API provider has reviewed and approved');
      expect(the.text).to.contain('Not approved yet Submit your sandbox integration');
      expect(the.buttons).to.deep.equal([]);
      expect((await show('LockedInReview')).text).to.contain('In review since Nov 19, 2026.');
      expect((await show('LockedRejected')).text).to.contain('Turned down on Nov 20, 2026.');
    });

    it('lists each reason with its next step', async () => {
      const the = await show('LockedByTwoReasons');
      expect(the.text).to.contain('and the plan is paid.');
      expect(the.text).to.contain('Changes were requested on Nov 20, 2026. Edit submission');
      expect(the.buttons).to.deep.equal(['Edit submission', 'Complete payment']);
      expect(the.link('Complete payment').href).to.equal(
        'https://billing.northbank.example/checkout/sub_42',
      );
      const heard: unknown[] = [];
      const hear = (event: Event) => heard.push((event as CustomEvent).detail);
      window.addEventListener('golive-navigate', hear, { once: true });
      await the.press('Edit submission');
      expect(heard).to.deep.equal([{ target: 'submission' }]);
    });

    it('leads to the submission by its own name where there is no form to edit', async () => {
      const snapshot = { ...snapshots.changesRequested, hasForm: false };
      const { the } = await place(showing(snapshot), 'production');
      expect(the.buttons).to.deep.equal(['Go to Submit for Review']);
    });

    it('makes the payment the one thing to do when only that is missing', async () => {
      const pending = await show('PaymentPending');
      expect(pending.chip).to.equal('Payment pending');
      expect(pending.text).to.contain('Your integration is approved. Production opens when');
      expect(pending.text).to.contain('Approved Mara Lindqvist, Nov 20, 2026');
      expect(pending.link('Complete payment').classList.contains('primary')).to.equal(true);
      const failed = await show('PaymentFailed');
      expect(failed.chip).to.equal('Payment failed');
      expect(failed.buttons).to.deep.equal(['Update payment']);
    });

    it('leads nowhere where the host gives no link, or one that can not be trusted', async () => {
      for (const links of [{}, { checkout: 'javascript:alert(1)' }]) {
        const { the } = await place(showing({ ...snapshots.approvedUnpaid, links }), 'production');
        expect(the.buttons).to.deep.equal([]);
        expect(the.text).to.contain('The Partner plan has to be paid.');
      }
    });

    it('keeps the credentials in sight that do not work for now', async () => {
      const the = await show('LockedWithCredentials');
      expect(the.isNotYet).to.equal(false);
      expect(the.text).to.contain('For now the credentials below do not work.');
      expect(the.rows.length).to.equal(4);
      expect(the.has('Regenerate')).to.equal(false);
      const ended = await show('SubscriptionEnded');
      expect(ended.text).to.contain('Subscription not active The subscription was cancelled.');
    });

    it('confirms the approval when it opens', async () => {
      const the = await show('Unlocked');
      expect(the.chip).to.equal('Unlocked');
      expect(the.isNotYet).to.equal(false);
      expect(the.text).to.contain('Your integration was approved on Nov 20, 2026.');
      expect(the.text).to.contain('Payment complete Partner plan');
      expect(the.buttons).to.deep.equal(['Create credentials']);
    });

    it('speaks of no approval where a plan has no pipeline', async () => {
      const the = await show('NoPipeline');
      expect(the.chip).to.equal('Not created');
      expect(the.text).not.to.contain('approved');
    });
  });

  describe('asks first', () => {
    const two = () => {
      const host = handHost(stories.TwoSecretsValid.args!.store!.state.snapshot.value!);
      return place(host.store).then(({ the }) => ({ host, the }));
    };

    it('what Regenerate changes, what stays, and when the old ones stop', async () => {
      const { host, the } = await two();
      await the.press('Regenerate');
      expect(the.dialogTitle).to.equal('Regenerate sandbox credentials?');
      expect(the.dialog).to.contain('Stays: Token endpoint');
      expect(the.dialog).to.contain('Changes: Client ID and Client secret');
      expect(the.dialog).to.contain('The old ones stop working at once');
      expect(the.focused).to.equal('Cancel');
      await the.press('Cancel');
      expect(the.dialog).to.equal('');
      expect(the.focused).to.equal('Regenerate');
      await the.press('Regenerate');
      await the.pressEscape();
      expect(the.dialog).to.equal('');
      expect(host.regenerate.calls.length).to.equal(0);
      await the.press('Regenerate');
      await the.press('Regenerate');
      expect(host.regenerate.calls.length).to.equal(1);
    });

    it('what Rotate Secret does to the old secret, and to an older one', async () => {
      const { host, the } = await two();
      await the.press('Rotate Secret');
      expect(the.dialogTitle).to.equal('Rotate the sandbox secret?');
      expect(the.dialog).to.contain('Stays: Client ID and Token endpoint');
      expect(the.dialog).to.contain('Changes: Client secret');
      expect(the.dialog).to.contain('Old secret works until Nov 25, 2026');
      expect(the.dialog).to.contain('The previous secret that ends in 4f2a stops working at once');
      await the.press('Rotate Secret');
      expect(host.rotateSecret.calls[0]!.args.slice(1, 3)).to.deep.equal([
        'sandbox',
        { overlapSeconds: 86_400 },
      ]);
    });

    it('with no overlap the old secret stops at once', async () => {
      const { capabilities } = snapshots.credentialsMade;
      const host = handHost({
        ...snapshots.credentialsMade,
        capabilities: { ...capabilities, overlapSeconds: 0 },
      });
      const { the } = await place(host.store);
      await the.press('Rotate Secret');
      expect(the.dialog).to.contain('The old secret stops working at once');
      await the.press('Rotate Secret');
      expect(host.rotateSecret.calls[0]!.args[2]).to.deep.equal({});
    });

    it('which of several secrets is rotated', async () => {
      const host = handHost(stories.TwoKeys.args!.store!.state.snapshot.value!);
      const { the } = await place(host.store);
      await the.press('Rotate Secret: Secondary key');
      expect(the.dialog).to.contain('Stays: Primary key');
      expect(the.dialog).to.contain('Changes: Secondary key');
      await the.press('Rotate Secret');
      expect(host.rotateSecret.calls[0]!.args[2]).to.deep.equal({
        overlapSeconds: 86_400,
        name: 'secondary_key',
      });
    });

    it('what Retire Now ends, and takes a secret that is gone already as done', async () => {
      const { host, the } = await two();
      await the.press('Retire Now');
      expect(the.dialogTitle).to.equal('Retire the previous sandbox secret?');
      expect(the.dialog).to.contain('Stays: Client secret that ends in 9c0d');
      expect(the.dialog).to.contain('The previous secret that ends in 4f2a stops working at once');
      await the.press('Retire Now');
      expect(the.isUnavailable('Retiring…')).to.equal(true);
      expect(the.isUnavailable('Regenerate')).to.equal(true);
      host.show(snapshots.credentialsMade);
      host.retireSecret.calls[0]!.reject(new PipelineError('secret_missing', { status: 409 }));
      await the.settled();
      expect(host.retireSecret.calls[0]!.args.slice(1, 3)).to.deep.equal([
        'sandbox',
        { secretId: 'sec_4f2a' },
      ]);
      expect(the.failure).to.equal('');
      expect(the.announced).to.equal('Previous secret retired');
      expect(the.chip).to.equal('Active');
      expect(the.focused).to.equal('Sandbox Credentials');
    });

    it('in dialogs that are accessible', async () => {
      const { the } = await two();
      for (const scheme of ['light', 'dark']) {
        document.documentElement.style.colorScheme = scheme;
        for (const name of ['Regenerate', 'Rotate Secret', 'Retire Now']) {
          await the.press(name);
          await expectAccessible(the.root.host);
          await the.press('Cancel');
        }
      }
      document.documentElement.style.removeProperty('color-scheme');
    });
  });

  describe('acts', () => {
    it('once, however often it is pressed', async () => {
      const host = handHost(snapshots.fresh);
      const { the } = await place(host.store);
      the.hit('Create credentials');
      the.hit('Create credentials');
      await the.settled();
      expect(the.isUnavailable('Creating…')).to.equal(true);
      await the.press('Creating…');
      expect(host.createCredentials.calls.length).to.equal(1);
    });

    it('only where the page lets it', async () => {
      const host = handHost(snapshots.fresh);
      const { card, the } = await place(host.store);
      const asked: unknown[] = [];
      card.addEventListener('golive-action', (event) => {
        asked.push(event.detail);
        event.preventDefault();
      });
      await the.press('Create credentials');
      expect(asked).to.deep.equal([{ action: 'create_credentials:sandbox', input: undefined }]);
      expect(host.createCredentials.calls.length).to.equal(0);
      expect(the.isUnavailable('Create credentials')).to.equal(false);
    });

    it('tells in place why it was refused, for each code', async () => {
      const reasons: [code: string, status: number, words: string][] = [
        ['forbidden', 403, 'You are not allowed to do this.'],
        ['credentials_exist', 409, 'Credentials exist already.'],
        ['subscription_inactive', 409, 'The subscription is not active.'],
        ['not_supported', 409, 'The provider does not offer this.'],
        ['invalid', 422, 'The server did not accept this.'],
        ['made_up', 409, 'That did not work.'],
      ];
      for (const [code, status, words] of reasons) {
        const host = handHost(snapshots.fresh);
        const { the } = await place(host.store);
        await the.press('Create credentials');
        host.createCredentials.calls[0]!.reject(new PipelineError(code, { status }));
        await the.settled();
        expect(the.failure).to.contain('The credentials could not be created');
        expect(the.failure).to.contain(words);
        expect(the.has('Try again')).to.equal(false);
        expect(the.focused).to.equal('Create credentials');
      }
    });

    it('again after a failure that may pass, and keeps the focus meanwhile', async () => {
      const host = handHost(snapshots.fresh);
      const { the } = await place(host.store);
      await the.press('Create credentials');
      host.createCredentials.calls[0]!.reject(new PipelineError('offline'));
      await the.settled();
      expect(the.failure).to.contain('You are offline. Nothing was sent.');
      await the.press('Try again');
      expect(host.createCredentials.calls.length).to.equal(2);
      expect(the.focused).to.equal('Try again');
      expect(the.isUnavailable('Try again')).to.equal(true);
      host.createCredentials.calls[1]!.reject(new PipelineError('offline'));
      await the.settled();
      expect(the.focused).to.equal('Try again');
      expect(the.announced).to.equal('The credentials could not be created');
    });

    it('waits while another card of the lane acts', async () => {
      const host = handHost(snapshots.credentialsMade);
      const one = await place(host.store);
      const other = await place(host.store);
      await one.the.press('Generate Token');
      expect(other.the.isUnavailable('Generating…')).to.equal(true);
      expect(other.the.isUnavailable('Regenerate')).to.equal(true);
    });

    it('confirms nothing while another card acts', async () => {
      const host = handHost(snapshots.credentialsMade);
      const one = await place(host.store);
      const other = await place(host.store);
      await other.the.press('Regenerate');
      await one.the.press('Generate Token');
      await other.the.settled();
      expect(other.the.isUnavailable('Regenerate')).to.equal(true);
      await other.the.press('Regenerate');
      expect(other.the.dialogTitle).to.equal('Regenerate sandbox credentials?');
      expect(host.regenerate.calls.length).to.equal(0);
    });

    it('shows a credential without a secret with no ado', async () => {
      const host = handHost(snapshots.fresh);
      const { card, the } = await place(host.store);
      const facts: unknown[] = [];
      card.addEventListener('golive-changed', (event) => facts.push(event.detail));
      await the.press('Create credentials');
      const values = credentialOf('sandbox').values.filter(({ secret }) => !secret);
      const credential = credentialOf('sandbox', { kind: 'private_key_jwt', values, secrets: [] });
      host.show(snapshotOf({ credentials: { sandbox: credential, production: null } }));
      const revealed = values.map(({ name, label, value = '' }) => ({ name, label, value }));
      host.createCredentials.calls[0]!.resolve({ credential, revealed, replayed: false });
      await the.settled();
      expect(the.dialog).to.equal('');
      expect(the.chip).to.equal('Active');
      expect(the.announced).to.equal('Credentials created');
      expect(the.focused).to.equal('Sandbox Credentials');
      expect(facts).to.deep.equal([
        { action: 'create_credentials:sandbox', phase: 'sandbox', version: 'v101' },
      ]);
    });

    it('copies an open value, and where that is blocked selects it and says so', async () => {
      const { the } = await place(showing(snapshots.credentialsMade));
      const copied: string[] = [];
      await withClipboard(
        async (value) => void copied.push(value),
        () => the.press('Copy Client ID'),
      );
      expect(copied).to.deep.equal(['nb_sbx_7Q2mK9xT4vLpR8sE']);
      expect(the.announced).to.equal('Client ID copied');
      await withClipboard(
        () => Promise.reject(new Error('blocked')),
        () => the.press('Copy Token endpoint'),
      );
      expect(the.text).to.contain('Your browser blocked copying. The value is selected');
      expect(the.announced).to.contain('Your browser blocked copying.');
    });
  });

  describe('as an element', () => {
    it('follows its store and lane, and leaves both when it is removed', async () => {
      const store = showing(snapshots.live);
      const listeners = countListeners(store);
      const { card, the } = await place(store);
      // What acts is there with the first act.
      await the.press('Regenerate');
      await the.press('Cancel');
      expect(listeners.now).to.equal(2);
      card.lane = 'production';
      await the.settled();
      expect(the.title).to.equal('Production Credentials');
      expect(Object.fromEntries(the.rows)['Client ID']).to.contain('nb_live');
      for (const lane of ['nonsense', '__proto__', undefined, null, 7]) {
        card.lane = lane as Lane;
        await the.settled();
        expect(the.title).to.equal('Sandbox Credentials');
      }
      card.setAttribute('lane', 'production');
      await the.settled();
      expect(the.title).to.equal('Production Credentials');
      card.setAttribute('lane', 'nonsense');
      await the.settled();
      expect(the.title).to.equal('Sandbox Credentials');
      card.remove();
      expect(listeners.now).to.equal(0);
      document.body.append(card);
      expect(listeners.now).to.equal(2);
      card.store = showing(snapshots.fresh);
      await the.settled();
      expect(listeners.now).to.equal(0);
      expect(the.chip).to.equal('Not created');
      card.remove();
    });

    it('is drawn again for its own lane only', async () => {
      const host = handHost(snapshots.credentialsMade);
      const { card } = await place(host.store);
      // What a card acts with comes once the page is idle, and it is drawn with it.
      await idle();
      await settled(card);
      let drawn = 0;
      const { render } = card as unknown as { render: () => unknown };
      (card as unknown as { render: () => unknown }).render = () => {
        drawn += 1;
        return render.call(card);
      };
      const { credentials } = snapshots.credentialsMade;
      const elsewhere: Partial<Snapshot>[] = [
        { credentials: { ...credentials, production: credentialOf('production') } },
        { credentials, phase: 'in_review', hasForm: false },
      ];
      for (const change of elsewhere) {
        host.show(snapshotOf(change));
        await host.store.refresh();
        await settled(card);
      }
      expect(drawn).to.equal(0);
      host.show(snapshotOf({ credentials: { ...credentials, sandbox: null } }));
      await host.store.refresh();
      await settled(card);
      expect(drawn).to.equal(1);
    });

    it('closes what it asks when its lane or store becomes another', async () => {
      const { card, the } = await place(showing(snapshots.live));
      await the.press('Regenerate');
      card.lane = 'production';
      await the.settled();
      expect(the.dialog).to.equal('');
      await the.press('Regenerate');
      card.store = showing(snapshots.credentialsMade);
      await the.settled();
      expect(the.dialog).to.equal('');
    });
  });
});
