import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/credential-card.js';
import { PipelineError } from '../../src/adapter/index.js';
import type { Credential, Lane, Snapshot } from '../../src/contract/index.js';
import type { CredentialCard } from '../../src/elements/credential-card/credential-card.js';
import { credentialOf, snapshotOf, snapshots } from '../../stories/fixture/snapshot.js';
import { holdClock } from '../helpers/clock.js';
import { cardHarness, handHost } from '../helpers/credential-card.js';
import { settled } from '../helpers/stories.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-24T10:49:00Z');
const at = (after: number) => new Date(NOW + after).toISOString();

const secretOf = (hint: string, change = {}) => ({
  id: `sec_${hint}`,
  name: 'client_secret',
  hint,
  createdAt: '2026-11-17T09:50:00Z',
  validUntil: null,
  ...change,
});
const old = secretOf('4f2a', { validUntil: at(HOUR) });
const fresh = secretOf('9c0d', { createdAt: '2026-11-24T10:30:00Z' });

const having = (change: Partial<Credential>, more: Partial<Snapshot> = {}) =>
  snapshotOf({
    credentials: { sandbox: credentialOf('sandbox', change), production: null },
    ...more,
  });
const both = having({ secrets: [old, fresh] });
const one = having({ secrets: [fresh] });

let clock: ReturnType<typeof holdClock>;

/** A card on a host whose clock goes on as the test lets it, and that counts what it is asked. */
async function place(snapshot: Snapshot, lane: Lane = 'sandbox') {
  const host = handHost(snapshot);
  const start = Date.now();
  host.methods.now = () => NOW + Date.now() - start;
  let reads = 0;
  const read = host.methods.getSnapshot!;
  host.methods.getSnapshot = (...args) => {
    reads += 1;
    return read(...args);
  };
  const card = await fixture<CredentialCard>(
    html`<golive-credential-card lane=${lane} .store=${host.store}></golive-credential-card>`,
  );
  await settled(card);
  return {
    card,
    host,
    the: cardHarness(card),
    get reads() {
      return reads;
    },
    /** The host has this from now on, and the card hears of it. */
    async tell(next: Snapshot) {
      host.show(next);
      await host.store.refresh();
      await settled(card);
    },
    async pass(milliseconds: number) {
      clock.pass(milliseconds);
      await settled(card);
      await settled(card);
    },
  };
}

describe('golive-credential-card, as time passes', () => {
  beforeEach(() => {
    clock = holdClock();
  });
  afterEach(() => {
    clock.leave();
  });

  const RETIRED = 'Previous secret (ends in 4f2a) retired Nov 24';
  const ENDED = 'Previous secret (ends in 4f2a) stopped working Nov 24';

  describe('while two secrets are valid', () => {
    it('guides from the old one to the new one', async () => {
      const { the } = await place(both);
      expect(the.chip).to.equal('Two secrets valid');
      expect(the.text).to.contain('New secret given, it ends in 9c0d');
      expect(the.text).to.match(/Stops working Nov 24, 2026, .*\d+:49/);
      expect(the.text).to.contain('Switch everything to it before then');
      expect(the.text).to.contain('Then retire the previous one, or let it end');
      expect(the.has('Retire Now')).to.equal(true);
    });

    it('guides to nothing that nobody has, or that does not work', async () => {
      const lost = await place(having({ secrets: [old, fresh], deliveredAt: null }));
      expect(lost.the.text).not.to.contain('New secret given');
      expect(lost.the.text).not.to.contain('9c0d');
      expect(lost.the.text).to.contain('1h left');
      const closed = await place(having({ secrets: [old, fresh] }, { status: 'cancelled' }));
      expect(closed.the.text).not.to.contain('Switch everything');
    });

    it('ends with Retire Now, where the person goes on', async () => {
      const scene = await place(both);
      const { the, host } = scene;
      await the.press('Retire Now');
      await the.press('Retire Now');
      expect(the.focused).to.equal('Retiring…');
      // The next read is late, and still shows what is gone.
      host.retireSecret.calls[0]!.resolve();
      await the.settled();
      expect(the.has('Retire Now')).to.equal(false);
      expect(the.chip).to.equal('Active');
      expect(the.announced).to.equal('Previous secret retired');
      expect(the.focused).to.contain(RETIRED);
      await scene.tell(one);
      expect(the.text).to.contain(RETIRED);
      expect(the.rows.filter(([label]) => label === 'Client secret')[0]![1]).to.contain('9c0d');
      await the.press('Generate Token');
      expect(the.text).not.to.contain(RETIRED);
    });

    it('ends when the time is over, and asks the host once', async () => {
      const scene = await place(both);
      const { card, the } = scene;
      const before = scene.reads;
      the.link('Regenerate').focus();
      await scene.pass(HOUR - 1_000);
      expect(the.text).to.contain('1s left');
      await scene.pass(1_000);
      expect(the.chip).to.equal('Active');
      expect(the.text).to.contain(ENDED);
      expect(the.announced).to.contain(ENDED);
      expect(the.focused).to.equal('Regenerate');
      expect(scene.reads).to.equal(before + 1);
      // The host is a moment behind, and says the same again.
      await scene.tell(both);
      await scene.pass(5_000);
      card.requestUpdate();
      await the.settled();
      expect(scene.reads).to.equal(before + 2);
      expect(the.text).to.contain(ENDED);
      await scene.tell(one);
      expect(the.text).to.contain(ENDED);
      card.remove();
      document.body.append(card);
      await the.settled();
      expect(the.text).not.to.contain(ENDED);
      card.remove();
      expect(clock.waiting).to.equal(0);
    });

    it('asks no longer whether to retire what ended meanwhile', async () => {
      const scene = await place(both);
      await scene.the.press('Retire Now');
      await scene.pass(HOUR);
      expect(scene.the.dialog).to.equal('');
      expect(scene.the.focused).to.contain(ENDED);
      expect(scene.host.retireSecret.calls.length).to.equal(0);
    });

    it('ends when another tab retires it', async () => {
      const scene = await place(both);
      await scene.tell(one);
      expect(scene.the.text).to.contain(RETIRED);
      expect(scene.the.announced).to.contain(RETIRED);
    });

    it('ends without a word of its own when another act replaced all of it', async () => {
      for (const next of [
        having({ id: 'cred_2', secrets: [secretOf('77aa')] }),
        having({ secrets: [secretOf('77aa', { createdAt: at(0) })] }),
        snapshots.fresh,
      ]) {
        const scene = await place(both);
        await scene.tell(next);
        expect(scene.the.text).not.to.contain('4f2a');
        scene.card.remove();
      }
    });

    it('takes a retirement whose answer was lost as done once the secret is gone', async () => {
      const { the, host } = await place(both);
      await the.press('Retire Now');
      await the.press('Retire Now');
      host.show(one);
      host.retireSecret.calls[0]!.reject(new PipelineError('network'));
      await the.settled();
      expect(the.failure).to.equal('');
      expect(the.focused).to.contain(RETIRED);
      const other = await place(both);
      await other.the.press('Retire Now');
      await other.the.press('Retire Now');
      other.host.retireSecret.calls[0]!.reject(new PipelineError('network'));
      await other.the.settled();
      expect(other.the.failure).to.contain('The previous secret could not be retired');
      expect(other.the.has('Retire Now')).to.equal(true);
    });

    it('says at which of several secrets it ended', async () => {
      const key = (name: string, hint: string, change = {}) => secretOf(hint, { name, ...change });
      const values = ['primary', 'secondary'].map((name) => ({
        name,
        label: name,
        secret: true,
        hint: '',
      }));
      const keys = (...secrets: Credential['secrets']) =>
        having({ kind: 'api_key', values, secrets, expiresAt: null });
      const present = [key('primary', 'aaaa'), key('secondary', 'bbbb')];
      const scene = await place(
        keys(
          ...present,
          key('primary', '1111', { validUntil: at(HOUR) }),
          key('secondary', '2222', { validUntil: at(HOUR) }),
        ),
      );
      await scene.tell(keys(...present, key('primary', '1111', { validUntil: at(HOUR) })));
      const rows = Object.fromEntries(scene.the.rows);
      expect(rows['primary']).to.contain('Previous secret ••••1111');
      expect(rows['secondary']).to.contain('(ends in 2222) retired');
      await scene.pass(HOUR);
      expect(Object.fromEntries(scene.the.rows)['primary']).to.contain('1111) stopped working');
    });
  });

  describe('as it expires', () => {
    const expiring = (after: number, more = {}) => having({ expiresAt: at(after) }, more);
    const without = (capability: 'regenerate' | 'rotate') => ({
      capabilities: { ...snapshots.fresh.capabilities, [capability]: false },
    });

    it('warns from 14 days before, and says what to do', async () => {
      const scene = await place(expiring(14 * DAY + 2 * HOUR));
      const { the } = scene;
      expect(the.chip).to.equal('Active');
      expect(Object.fromEntries(the.rows)['Expires']).to.contain('(in 14 days)');
      await scene.pass(2 * HOUR);
      expect(the.chip).to.equal('Expires soon');
      expect(the.text).to.contain('These credentials expire in 14 days Regenerate before then.');
      await scene.pass(12 * DAY);
      expect(the.text).to.contain('expire in 2 days');
      await scene.pass(HOUR);
      expect(the.text).to.contain('expire in 1 day 23 hours');
    });

    it('and then is expired, asks the host once, and offers Regenerate first', async () => {
      const scene = await place(expiring(2 * HOUR));
      const { card, the } = scene;
      const before = scene.reads;
      await scene.pass(2 * HOUR);
      expect(the.chip).to.equal('Expired');
      expect(the.announced).to.equal('These credentials have expired');
      expect(the.text).to.contain('Regenerate replaces them with new ones.');
      expect(scene.reads).to.equal(before + 1);
      await scene.pass(DAY);
      expect(scene.reads).to.equal(before + 1);
      expect(the.buttons.slice(2, 5)).to.deep.equal([
        'Regenerate',
        'Generate Token',
        'Rotate Secret',
      ]);
      expect(the.link('Regenerate').classList.contains('primary')).to.equal(true);
      card.remove();
      expect(clock.waiting).to.equal(0);
    });

    it('asks nothing of a time that was over before', async () => {
      const scene = await place(expiring(-DAY));
      expect(scene.the.chip).to.equal('Expired');
      const before = scene.reads;
      await scene.pass(DAY);
      expect(scene.reads).to.equal(before);
      expect(scene.the.announced).to.equal('');
    });

    it('sends to the provider where there is no Regenerate', async () => {
      for (const after of [DAY, -DAY]) {
        const { card, the } = await place(expiring(after, without('regenerate')));
        expect(the.text).to.contain('Ask the API provider for new ones.');
        expect(the.has('Regenerate')).to.equal(false);
        card.remove();
      }
    });

    it('says the graver thing first, and the other all the same', async () => {
      const states: [Snapshot, chip: string, text: string][] = [
        [having({ secrets: [old, fresh], expiresAt: at(DAY) }), 'Two secrets valid', 'expire in'],
        [having({ secrets: [old, fresh], expiresAt: at(-1) }), 'Expired', 'have expired'],
        [having({ deliveredAt: null, expiresAt: at(-1) }), 'Value not received', 'have expired'],
        [
          having({ expiresAt: at(-1) }, { status: 'cancelled' }),
          'Locked',
          'These credentials have expired',
        ],
      ];
      for (const [snapshot, chip, text] of states) {
        const { card, the } = await place(snapshot);
        expect(the.chip).to.equal(chip);
        expect(the.text).to.contain(text);
        card.remove();
      }
    });

    it('names no way that the host does not offer when a secret was lost', async () => {
      const lost = { secrets: [fresh], deliveredAt: null };
      const ways: [Partial<Snapshot>, string][] = [
        [{}, 'Rotate Secret makes another one. Regenerate replaces everything.'],
        [without('rotate'), 'does not work any more. Regenerate replaces everything.'],
        [
          { capabilities: { ...without('rotate').capabilities, regenerate: false } },
          'Ask the API provider for new ones.',
        ],
      ];
      for (const [more, text] of ways) {
        const { card, the } = await place(having(lost, more));
        expect(the.text).to.contain(text);
        expect(the.text).not.to.contain('9c0d');
        card.remove();
      }
    });
  });

  describe('as it is unlocked', () => {
    it('says so, and moves nobody who is elsewhere', async () => {
      const scene = await place(snapshots.inReview, 'production');
      const elsewhere = await fixture<HTMLElement>(html`<button>Elsewhere</button>`);
      elsewhere.focus();
      await scene.tell(snapshots.approved);
      expect(scene.the.chip).to.equal('Unlocked');
      expect(scene.the.announced).to.equal(
        'Your integration is approved. Production credentials are unlocked.',
      );
      expect(document.activeElement).to.equal(elsewhere);
    });

    it('goes on at the title where the focus was on what is gone', async () => {
      const scene = await place(snapshots.approvedUnpaid, 'production');
      scene.the.link('Complete payment').focus();
      await scene.tell(snapshots.approved);
      expect(scene.the.announced).to.equal('Production credentials are unlocked.');
      expect(scene.the.focused).to.equal('Production Credentials');
    });

    it('says nothing when it was open from the start, or is closed', async () => {
      const scene = await place(snapshots.approved, 'production');
      expect(scene.the.announced).to.equal('');
      await scene.tell(snapshots.approvedUnpaid);
      expect(scene.the.announced).to.equal('');
    });
  });
});
