import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/credential-card.js';
import { PipelineError } from '../../src/adapter/index.js';
import type { IssuedCredential, IssuedToken, Snapshot } from '../../src/contract/index.js';
import type { ReactiveControllerHost } from 'lit';
import type { CredentialCard } from '../../src/elements/credential-card/credential-card.js';
import type { Verb } from '../../src/elements/credential-card/lane-slice.js';
import { SecretHolder } from '../../src/elements/credential-card/secret-holder.js';
import { credentialOf, snapshotOf, snapshots } from '../../stories/fixture/snapshot.js';
import { withClipboard } from '../helpers/clipboard.js';
import { holdClock } from '../helpers/clock.js';
import {
  CANARY,
  cardHarness,
  handHost,
  TOKEN_CANARY,
  type CardHarness,
  type HandHost,
} from '../helpers/credential-card.js';
import { watchForLeaks } from '../helpers/secrets.js';
import { expectAccessible, settled } from '../helpers/stories.js';

const undelivered = credentialOf('sandbox', {
  id: 'cred_new',
  createdAt: '2026-11-24T10:31:00Z',
  deliveredAt: null,
  secrets: [
    {
      id: 'sec_new',
      name: 'client_secret',
      hint: '4f2a',
      createdAt: '2026-11-24T10:31:00Z',
      validUntil: null,
    },
  ],
});

const issued = (change: Partial<IssuedCredential> = {}): IssuedCredential => ({
  credential: undelivered,
  revealed: [
    { name: 'client_id', label: 'Client ID', value: 'nb_sbx_7Q2mK9xT4vLpR8sE' },
    { name: 'client_secret', label: 'Client secret', value: CANARY },
  ],
  replayed: false,
  ...change,
});

const token = (change: Partial<IssuedToken> = {}): IssuedToken => ({
  accessToken: TOKEN_CANARY,
  tokenType: 'Bearer',
  expiresAt: '2026-11-24T11:48:00Z',
  replayed: false,
  ...change,
});

const holding = (sandbox: Snapshot['credentials']['sandbox']) =>
  snapshotOf({ credentials: { sandbox, production: null } });
const made = holding(undelivered);
const delivered = holding({ ...undelivered, deliveredAt: '2026-11-24T10:32:00Z' });

interface Scene {
  card: CredentialCard;
  the: CardHarness;
  host: HandHost;
}

async function place(snapshot: Snapshot): Promise<Scene> {
  const host = handHost(snapshot);
  const card = await fixture<CredentialCard>(
    html`<golive-credential-card .store=${host.store}></golive-credential-card>`,
  );
  await settled(card);
  return { card, the: cardHarness(card), host };
}

/** Credentials that were created a moment ago and are shown now. */
async function reveal(): Promise<Scene> {
  const scene = await place(snapshots.fresh);
  const { the, host } = scene;
  await the.press('Create credentials');
  host.show(made);
  host.createCredentials.calls[0]!.resolve(issued());
  await the.settled();
  return scene;
}

async function revealToken(answer = token()): Promise<Scene> {
  const scene = await place(snapshots.credentialsMade);
  await scene.the.press('Generate Token');
  scene.host.generateToken.calls[0]!.resolve(answer);
  await scene.the.settled();
  return scene;
}

const isLeavingHeldBack = () =>
  !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('golive-credential-card, what is shown once', () => {
  it('stands in a dialog with each value and a warning, and has the focus', async () => {
    const { the } = await reveal();
    expect(the.dialogTitle).to.equal('Save your sandbox credentials');
    expect(the.dialogRole).to.equal('dialog');
    expect(the.dialog).to.contain('This is the only time the secret is shown');
    expect(the.revealed).to.deep.equal({
      'Client ID': 'nb_sbx_7Q2mK9xT4vLpR8sE',
      'Client secret': CANARY,
    });
    expect(the.focused).to.equal('Copy Client ID');
    expect(the.buttons).to.deep.equal([
      'Copy Client ID',
      'Copy Client secret',
      'Copy all',
      'Download .env',
      'Keep open',
      'I have saved it',
    ]);
    expect(the.text).not.to.contain('never reached you');
  });

  it('is accessible, with its question and for a token, in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      const { card, the } = await reveal();
      await expectAccessible(card);
      await the.pressEscape();
      await expectAccessible(card);
      card.remove();
      const other = await revealToken();
      await expectAccessible(other.card);
      other.card.remove();
    }
    document.documentElement.style.removeProperty('color-scheme');
  });

  it('is copied one by one, or all as lines of a file', async () => {
    const { the } = await reveal();
    const copied: string[] = [];
    const write = async (text: string) => void copied.push(text);
    await withClipboard(write, async () => {
      await the.press('Copy Client secret');
      expect(the.announcedInDialog).to.equal('Client secret copied');
      expect(the.has('Client secret copied')).to.equal(true);
      await the.press('Copy all');
      expect(the.has('Copied')).to.equal(true);
    });
    expect(copied).to.deep.equal([
      CANARY,
      `SANDBOX_CLIENT_ID=nb_sbx_7Q2mK9xT4vLpR8sE\nSANDBOX_CLIENT_SECRET=${CANARY}\n`,
    ]);
  });

  it('is selected where copying is blocked, and the dialog says so', async () => {
    const { the, host } = await reveal();
    await withClipboard(
      () => Promise.reject(new Error('blocked')),
      async () => {
        await the.press('Copy Client secret');
        expect(the.dialog).to.contain('Your browser blocked copying. The value is selected');
        expect(the.announcedInDialog).to.contain('Your browser blocked copying');
        expect(the.dialog).not.to.contain('Copied');
        await the.press('Copy all');
        // The values with their labels, without the buttons between them.
        const selected = String(getSelection());
        expect(selected).to.match(/Client ID\s+nb_sbx_7Q2mK9xT4vLpR8sE\s+Client secret/);
        expect(selected).not.to.contain('Copy');
        await the.press('I have saved it');
        await the.press('Regenerate');
        await the.press('Regenerate');
        host.regenerate.calls[0]!.resolve(issued());
        await the.settled();
        expect(the.dialog).to.contain('This is the only time');
        expect(the.dialog).not.to.contain('blocked');
      },
    );
  });

  it('is saved as a file that is readable only as long as it is shown', async () => {
    const { the } = await reveal();
    const { click } = HTMLAnchorElement.prototype;
    const files: { name: string; address: string }[] = [];
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      files.push({ name: this.download, address: this.href });
    };
    try {
      await the.press('Download .env');
      expect(files[0]!.name).to.equal('sandbox.env');
      expect(await (await fetch(files[0]!.address)).text()).to.contain(
        `SANDBOX_CLIENT_SECRET=${CANARY}`,
      );
      await the.press('I have saved it');
      const late = await fetch(files[0]!.address).then(
        () => 'read',
        () => 'gone',
      );
      expect(late).to.equal('gone');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it('is held by one thing alone, which is emptied though nothing is drawn', () => {
    const clock = holdClock();
    const over: Verb[] = [];
    const host = { addController() {}, requestUpdate() {} } as unknown as ReactiveControllerHost;
    const holder = new SecretHolder(host, ({ verb }) => over.push(verb));
    const secret = { values: issued().revealed };
    const hold = () =>
      holder.hold(secret, { verb: 'regenerate', credentialId: 'cred_1', secretIds: [] }, 60_000);
    try {
      hold();
      expect(JSON.stringify(holder)).not.to.contain(CANARY);
      expect(holder.secret).to.equal(secret);
      hold();
      clock.pass(60_000);
      expect(holder.secret).to.equal(undefined);
      expect(over).to.deep.equal(['regenerate']);
      for (const empty of [() => holder.wipe(), () => holder.hostDisconnected()]) {
        hold();
        empty();
        expect(holder.secret).to.equal(undefined);
        expect(isLeavingHeldBack()).to.equal(false);
      }
      hold();
      expect(holder.isExtended).to.equal(false);
      clock.pass(59_000);
      holder.extend(60_000);
      clock.pass(59_000);
      expect(holder.secret).to.equal(secret);
      clock.pass(1_000);
      expect(holder.secret).to.equal(undefined);
      holder.extend(60_000);
      expect(holder.about).to.equal(undefined);
      expect(isLeavingHeldBack()).to.equal(false);
      expect(clock.waiting).to.equal(0);
    } finally {
      clock.leave();
    }
  });

  it('is told to the host once it is saved, and shows as a mask', async () => {
    const { the, host } = await reveal();
    await the.press('I have saved it');
    expect(the.dialog).to.equal('');
    expect(host.markDelivered.calls[0]!.args).to.deep.equal([
      'sub_42',
      'sandbox',
      { credentialId: 'cred_new', secretIds: ['sec_new'] },
    ]);
    expect(the.chip).to.equal('Active');
    host.show(delivered);
    host.markDelivered.calls[0]!.resolve();
    await the.settled();
    expect(the.chip).to.equal('Active');
    expect(Object.fromEntries(the.rows)['Client secret']).to.contain('Hidden, ends in 4f2a');
    expect(the.focused).to.equal('Sandbox Credentials');
    expect(host.markDelivered.calls.length).to.equal(1);
  });

  it('stays saved when the next read fails or is late', async () => {
    const { the, host } = await reveal();
    await the.press('I have saved it');
    host.methods.getSnapshot = () => Promise.reject(new PipelineError('network'));
    host.markDelivered.calls[0]!.resolve();
    await the.settled();
    expect(the.chip).to.equal('Active');
    expect(the.text).to.contain('This may be out of date');
  });

  it('says when the host could not be told, and tells it again', async () => {
    const { the, host } = await reveal();
    await the.press('I have saved it');
    host.markDelivered.calls[0]!.reject(new PipelineError('network'));
    await the.settled();
    expect(the.failure).to.contain('It could not be recorded that you saved the secret');
    expect(the.chip).to.equal('Active');
    await the.press('Try again');
    await the.press('Try again');
    expect(host.markDelivered.calls.length).to.equal(2);
    host.show(delivered);
    host.markDelivered.calls[1]!.resolve();
    await the.settled();
    expect(the.failure).to.equal('');
  });

  it('says when the credentials were changed before they were saved', async () => {
    const { the, host } = await reveal();
    await the.press('I have saved it');
    host.show(holding({ ...undelivered, id: 'cred_other' }));
    host.markDelivered.calls[0]!.reject(new PipelineError('credentials_changed', { status: 409 }));
    await the.settled();
    expect(the.failure).to.contain('The credentials changed in the meantime.');
    expect(the.chip).to.equal('Value not received');
  });

  it('asks before it goes unsaved; the safe answer has the focus', async () => {
    const { the, host } = await reveal();
    await the.pressEscape();
    expect(the.dialogTitle).to.equal('Close without saving?');
    expect(the.dialogRole).to.equal('alertdialog');
    expect(the.focused).to.equal('Keep it open');
    await the.press('Keep it open');
    expect(the.dialogTitle).to.equal('Save your sandbox credentials');
    expect(the.focused).to.equal('Copy Client ID');
    await the.pressEscape();
    await the.pressEscape();
    expect(the.dialogTitle).to.equal('Save your sandbox credentials');
    await the.pressEscape();
    await the.press('Close without saving');
    expect(the.dialog).to.equal('');
    expect(the.chip).to.equal('Value not received');
    expect(the.text).to.contain('It was closed without saving.');
    expect(the.focused).to.equal('Sandbox Credentials');
    expect(host.markDelivered.calls.length).to.equal(0);
  });

  it('holds the page back while it is shown, and not a moment longer', async () => {
    expect(isLeavingHeldBack()).to.equal(false);
    const { the } = await reveal();
    expect(isLeavingHeldBack()).to.equal(true);
    await the.press('I have saved it');
    expect(isLeavingHeldBack()).to.equal(false);
  });

  it('moves the focus back to the button that it came from', async () => {
    const { the, host } = await place(snapshots.credentialsMade);
    await the.press('Rotate Secret');
    await the.press('Rotate Secret');
    expect(the.focused).to.equal('Rotating…');
    const old = { ...snapshots.credentialsMade.credentials.sandbox!.secrets[0]! };
    const credential = credentialOf('sandbox', {
      deliveredAt: null,
      secrets: [
        { ...old, validUntil: '2026-11-25T10:49:00Z' },
        { ...old, id: 'sec_2', hint: '9c0d', createdAt: '2026-11-24T10:49:00Z' },
      ],
    });
    host.show(holding(credential));
    const revealed = [{ name: 'client_secret', label: 'Client secret', value: CANARY }];
    host.rotateSecret.calls[0]!.resolve({ credential, revealed, replayed: false });
    await the.settled();
    expect(the.dialogTitle).to.equal('Save your new sandbox secret');
    expect(the.revealed).to.deep.equal({ 'Client secret': CANARY });
    await the.press('I have saved it');
    expect(host.markDelivered.calls[0]!.args[2]).to.deep.equal({
      credentialId: 'cred_sbx',
      secretIds: ['sec_2'],
    });
    expect(the.focused).to.equal('Rotate Secret');
    expect(the.chip).to.equal('Two secrets valid');
  });

  describe('for a time', () => {
    let clock: ReturnType<typeof holdClock>;
    beforeEach(() => {
      clock = holdClock();
    });
    afterEach(() => {
      clock.leave();
    });

    it('counts down by minutes, then by seconds, and is hidden after five minutes', async () => {
      const { card, the, host } = await reveal();
      expect(the.dialog).to.contain('Hidden in 5:00');
      const seen: string[] = [];
      for (const seconds of [30, 30, 180, 1, 58]) {
        clock.pass(seconds * 1_000);
        await the.settled();
        seen.push(/Hidden in (\S+)/.exec(the.dialog)![1]!);
      }
      expect(seen).to.deep.equal(['5:00', '4:00', '1:00', '0:59', '0:01']);
      clock.pass(1_000);
      await the.settled();
      expect(the.dialog).to.equal('');
      expect(the.text).to.contain('The secret was hidden after 5 minutes');
      expect(the.announced).to.equal('The secret was hidden after 5 minutes');
      expect(the.chip).to.equal('Value not received');
      expect(the.focused).to.equal('Sandbox Credentials');
      expect(host.markDelivered.calls.length).to.equal(0);
      card.remove();
      expect(clock.waiting).to.equal(0);
    });

    it('is kept open as often as it is asked for, and warns in its last minute', async () => {
      const { card, the } = await reveal();
      const leaks = watchForLeaks();
      for (const _ of [1, 2]) {
        clock.pass(239_000);
        await the.settled();
        expect(the.warned).to.not.contain('less than a minute');
        clock.pass(1_000);
        await the.settled();
        expect(the.warned).to.contain('It will be hidden in less than a minute.');
        clock.pass(59_000);
        await the.settled();
        expect(the.dialog).to.contain('Hidden in 0:01');
        await the.press('Keep open');
        expect(the.dialog).to.contain('Hidden in 5:00');
        expect(the.warned).to.equal('It stays open for 5 minutes');
        expect(the.focused).to.equal('Keep open');
      }
      expect(the.revealed['Client secret']).to.equal(CANARY);
      clock.pass(300_000);
      await the.settled();
      expect(the.dialog).to.equal('');
      expect(leaks.find(CANARY, card)).to.deep.equal([]);
      leaks.leave();
      card.remove();
      expect(clock.waiting).to.equal(0);
    });

    it('is hidden while it is asked whether to close it, and asks no more', async () => {
      const { the } = await reveal();
      await the.pressEscape();
      clock.pass(300_000);
      await the.settled();
      expect(the.dialog).to.equal('');
      expect(the.focused).to.equal('Sandbox Credentials');
    });

    it('is hidden when a device woke up too late and somebody looks at the page', async () => {
      const { the } = await reveal();
      clock.sleep(600_000);
      window.dispatchEvent(new Event('focus'));
      await the.settled();
      expect(the.text).to.contain('The secret was hidden after 5 minutes');
    });

    it('of the page, within an hour', async () => {
      for (const [given, shown] of [
        [1, '1:00'],
        [Infinity, '60:00'],
        [0, '5:00'],
        [Number.NaN, '5:00'],
      ] as const) {
        const { card, the, host } = await place(snapshots.fresh);
        card.hideAfter = given;
        await the.press('Create credentials');
        host.createCredentials.calls[0]!.resolve(issued());
        await the.settled();
        expect(the.dialog).to.contain(`Hidden in ${shown}`);
        card.remove();
      }
    });

    it('shows the time that an old secret has left, until it has none', async () => {
      const old = snapshots.credentialsMade.credentials.sandbox!.secrets[0]!;
      const scene = await place(
        holding(
          credentialOf('sandbox', {
            secrets: [
              { ...old, validUntil: '2026-11-24T10:51:00Z' },
              { ...old, id: 'sec_2', hint: '9c0d', createdAt: '2026-11-24T10:41:00Z' },
            ],
          }),
        ),
      );
      const { card, the, host } = scene;
      const start = Date.now();
      host.methods.now = () => Date.parse('2026-11-24T10:49:00Z') + Date.now() - start;
      card.requestUpdate();
      await the.settled();
      expect(the.text).to.contain('2m left');
      clock.pass(61_000);
      await the.settled();
      expect(the.text).to.contain('59s left');
      clock.pass(59_000);
      await the.settled();
      expect(the.chip).to.equal('Active');
      expect(the.text).not.to.contain('m left');
      expect(the.has('Retire Now')).to.equal(false);
      card.remove();
      expect(clock.waiting).to.equal(0);
    });
  });

  describe('a token', () => {
    it('comes with its expiry and a line that calls the sandbox with it', async () => {
      const { the, host } = await revealToken();
      expect(the.dialogTitle).to.equal('Sandbox token');
      expect(the.dialog).to.contain('Expires in 59m');
      expect(the.dialog).to.contain('Shown once');
      expect(the.revealed).to.deep.equal({ 'Access token': TOKEN_CANARY });
      const copied: string[] = [];
      await withClipboard(
        async (text) => void copied.push(text),
        () => the.press('Copy curl'),
      );
      expect(copied).to.deep.equal([
        `curl 'https://api.sandbox.northbank.example/v2' \\\n  -H 'Authorization: Bearer ${TOKEN_CANARY}'`,
      ]);
      await the.press('I have saved it');
      expect(the.dialog).to.equal('');
      expect(the.focused).to.equal('Generate Token');
      expect(host.markDelivered.calls.length).to.equal(0);
      expect(the.chip).to.equal('Active');
    });

    it('comes with the line of the host, where it has one', async () => {
      const { the } = await revealToken(token({ curl: `curl --oauth2-bearer ${TOKEN_CANARY} x` }));
      expect(the.dialog).to.contain(`curl --oauth2-bearer ${TOKEN_CANARY} x`);
    });

    it('asks before it goes, and leaves the card as it was', async () => {
      const { the } = await revealToken();
      await the.pressEscape();
      expect(the.dialog).to.contain('you will need Generate Token');
      await the.press('Close without saving');
      expect(the.chip).to.equal('Active');
    });

    it('that was lost says so, and offers another', async () => {
      const { the, host } = await place(snapshots.credentialsMade);
      await the.press('Generate Token');
      host.generateToken.calls[0]!.reject(new PipelineError('network'));
      await the.settled();
      await the.press('Try again');
      const again = host.generateToken.calls.map(({ args }) => args[2]);
      expect(again[1]).to.deep.equal(again[0]);
      host.generateToken.calls[1]!.resolve(token({ accessToken: null, replayed: true }));
      await the.settled();
      expect(the.dialog).to.equal('');
      expect(the.text).to.contain('The token was generated, but it never reached you');
      expect(the.isUnavailable('Generate Token')).to.equal(false);
    });
  });

  describe('lost', () => {
    it('when the act was done and its answer never came', async () => {
      for (const code of ['network', 'timeout', 'unreadable', 'internal']) {
        const { card, the, host } = await place(snapshots.fresh);
        await the.press('Create credentials');
        host.show(made);
        const status = code === 'internal' ? 503 : undefined;
        host.createCredentials.calls[0]!.reject(new PipelineError(code, { status }));
        await the.settled();
        expect(the.chip).to.equal('Value not received');
        expect(the.text).to.contain('their value never reached you. The connection dropped');
        expect(the.failure).to.equal('');
        expect(the.rows).to.deep.equal([]);
        expect(the.focused).to.equal('Sandbox Credentials');
        card.remove();
      }
    });

    it('when the snapshot that tells of it comes later', async () => {
      const { the, host } = await place(snapshots.fresh);
      await the.press('Create credentials');
      host.createCredentials.calls[0]!.reject(new PipelineError('network'));
      await the.settled();
      expect(the.failure).to.contain('No answer came. It may have been done all the same.');
      host.show(made);
      await host.store.refresh();
      await the.settled();
      expect(the.failure).to.equal('');
      expect(the.chip).to.equal('Value not received');
    });

    it('when a repeat finds it done', async () => {
      const { the, host } = await place(snapshots.fresh);
      await the.press('Create credentials');
      host.createCredentials.calls[0]!.reject(new PipelineError('network'));
      await the.settled();
      await the.press('Try again');
      host.show(made);
      host.createCredentials.calls[1]!.resolve(issued({ revealed: [], replayed: true }));
      await the.settled();
      expect(the.dialog).to.equal('');
      expect(the.chip).to.equal('Value not received');
      expect(the.text).to.contain('The connection dropped before the answer arrived.');
    });

    it('ends with Regenerate, which may get lost as well', async () => {
      const { the, host } = await place(made);
      await the.press('Regenerate');
      await the.press('Regenerate');
      expect(the.focused).to.equal('Regenerating…');
      host.regenerate.calls[0]!.reject(new PipelineError('network'));
      await the.settled();
      // Nothing changed: this one was not done.
      expect(the.failure).to.contain('The credentials could not be regenerated');
      await the.press('Try again');
      const credential = { ...undelivered, id: 'cred_3' };
      host.show(holding(credential));
      host.regenerate.calls[1]!.resolve(issued({ credential }));
      await the.settled();
      expect(the.revealed['Client secret']).to.equal(CANARY);
    });
  });
});
