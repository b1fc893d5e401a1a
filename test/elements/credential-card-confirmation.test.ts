import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/credential-card.js';
import { PipelineError } from '../../src/adapter/index.js';
import type { Credential, Lane, Snapshot } from '../../src/contract/index.js';
import type { CredentialCard } from '../../src/elements/credential-card/credential-card.js';
import {
  credentialOf,
  reviewOf,
  snapshotOf,
  submissionOf,
} from '../../stories/fixture/snapshot.js';
import { CANARY, cardHarness, handHost } from '../helpers/credential-card.js';
import { settled } from '../helpers/stories.js';

const DAY = 86_400;
const WORD = 'Type production to confirm';
const OVERLAP = 'The old secret goes on working for';

const secretOf = (hint: string, change = {}) => ({
  id: `sec_${hint}`,
  name: 'client_secret',
  hint,
  createdAt: '2026-11-17T09:50:00Z',
  validUntil: null,
  ...change,
});

/** Two secrets that are valid: the old one until tomorrow. */
const overlapping = {
  secrets: [
    secretOf('4f2a', { validUntil: '2026-11-25T10:30:00Z' }),
    secretOf('9c0d', { createdAt: '2026-11-24T10:30:00Z' }),
  ],
};

function having(lane: Lane, change: Partial<Credential> = {}, overlapSeconds = 7 * DAY): Snapshot {
  const base = snapshotOf();
  return snapshotOf({
    credentials: {
      sandbox: credentialOf('sandbox', lane === 'sandbox' ? change : {}),
      production: lane === 'production' ? credentialOf('production', change) : null,
    },
    ...(lane === 'production' && {
      phase: 'production',
      submission: submissionOf(),
      review: reviewOf('approved'),
    }),
    capabilities: { ...base.capabilities, overlapSeconds },
  });
}

async function place(lane: Lane, snapshot = having(lane)) {
  const host = handHost(snapshot);
  const card = await fixture<CredentialCard>(
    html`<golive-credential-card lane=${lane} .store=${host.store}></golive-credential-card>`,
  );
  await settled(card);
  return { card, host, the: cardHarness(card) };
}

describe('golive-credential-card, before an act in production', () => {
  const acts: [name: string, operation: 'regenerate' | 'rotateSecret' | 'retireSecret'][] = [
    ['Regenerate', 'regenerate'],
    ['Rotate Secret', 'rotateSecret'],
    ['Retire Now', 'retireSecret'],
  ];
  const inOverlap = () => place('production', having('production', overlapping));

  for (const [name, operation] of acts) {
    it(`${name} has the lane typed, and is sent once it is`, async () => {
      const { the, host } = await inOverlap();
      await the.press(name);
      expect(the.focused).to.equal(WORD);
      expect(the.isUnavailable(name)).to.equal(true);
      expect(the.reason(name)).to.equal('Type “production” first.');
      await the.press(name);
      expect(host[operation].calls.length).to.equal(0);
      expect(the.errorAt(WORD)).to.equal('This is not “production”.');
      expect(the.focused).to.equal(WORD);
      await the.fill(WORD, ' Production\n');
      expect(the.errorAt(WORD)).to.equal('');
      expect(the.isUnavailable(name)).to.equal(false);
      expect(the.reason(name)).to.equal('');
      await the.press(name);
      expect(host[operation].calls.length).to.equal(1);
      expect(the.dialog).to.equal('');
    });
  }

  it('takes Enter for the button, with a wrong word as well', async () => {
    const { the, host } = await inOverlap();
    await the.press('Regenerate');
    for (const wrong of ['', '  ', 'prod', 'sandbox', 'production!']) {
      await the.fill(WORD, wrong);
      await the.pressEnter();
      expect(the.errorAt(WORD)).to.equal('This is not “production”.');
      expect(the.focused).to.equal(WORD);
    }
    expect(host.regenerate.calls.length).to.equal(0);
    await the.fill(WORD, 'PRODUCTION');
    // The key ends what an input method composes.
    await the.pressEnter({ isComposing: true });
    expect(host.regenerate.calls.length).to.equal(0);
    await the.pressEnter();
    expect(host.regenerate.calls.length).to.equal(1);
  });

  it('asks for the word of the page, whatever its language makes of case', async () => {
    const { card, the, host } = await inOverlap();
    card.lang = 'tr';
    card.strings = { credentials: { productionWord: 'ÜRETİM' } };
    await settled(card);
    await the.press('Regenerate');
    const label = 'Type ÜRETİM to confirm';
    await the.fill(label, 'production');
    expect(the.isUnavailable('Regenerate')).to.equal(true);
    await the.fill(label, 'üretim');
    await the.press('Regenerate');
    expect(host.regenerate.calls.length).to.equal(1);
    card.strings = {};
    await settled(card);
    host.regenerate.calls[0]!.reject(new PipelineError('offline'));
    await the.settled();
    await the.press('Regenerate');
    await the.fill(WORD, 'PRODUCTION');
    expect(the.isUnavailable('Regenerate')).to.equal(false);
  });

  it('forgets what was typed with each question', async () => {
    const { card, the, host } = await inOverlap();
    const leave: (() => unknown)[] = [
      () => the.press('Cancel'),
      () => the.pressEscape(),
      () => the.pressEnter(),
    ];
    for (const close of leave) {
      await the.press('Regenerate');
      expect(the.chosen(WORD)).to.equal('');
      await the.fill(WORD, 'production');
      await close();
      expect(the.dialog).to.equal('');
      expect(card.shadowRoot!.querySelector('input')).to.equal(null);
    }
    host.regenerate.calls[0]!.reject(new PipelineError('offline'));
    await the.settled();
    await the.press('Rotate Secret');
    expect(the.chosen(WORD)).to.equal('');
    expect(the.isUnavailable('Rotate Secret')).to.equal(true);
  });

  it('leaves the field to the person alone', async () => {
    const { the } = await inOverlap();
    await the.press('Regenerate');
    for (const [name, value] of [
      ['autocomplete', 'off'],
      ['autocorrect', 'off'],
      ['autocapitalize', 'none'],
      ['spellcheck', 'false'],
    ] as const) {
      expect(the.attribute(WORD, name)).to.equal(value);
    }
  });

  it('says why it is refused rather than what to type', async () => {
    const { the, host } = await inOverlap();
    await the.press('Regenerate');
    host.show({
      ...having('production', overlapping),
      allowedActions: ['rotate_secret:production'],
      refusals: { 'regenerate:production': 'not_supported' },
    });
    await host.store.refresh();
    await the.settled();
    expect(the.reason('Regenerate')).to.equal('The provider does not offer this.');
    await the.fill(WORD, 'production');
    await the.pressEnter();
    await the.press('Regenerate');
    expect(host.regenerate.calls.length).to.equal(0);
    expect(the.errorAt(WORD)).to.equal('');
  });

  it('asks for no word in the sandbox, nor to create or to let a token come', async () => {
    const sandbox = await place('sandbox', having('sandbox', overlapping));
    for (const [name] of acts) {
      await sandbox.the.press(name);
      expect(sandbox.the.hasField(WORD)).to.equal(false);
      expect(sandbox.the.isUnavailable(name)).to.equal(false);
      await sandbox.the.press('Cancel');
    }
    const { the, host } = await inOverlap();
    await the.press('Generate Token');
    expect(host.generateToken.calls.length).to.equal(1);
  });
});

describe('golive-credential-card, how long the old secret goes on', () => {
  it('is chosen within the limit of the host, a day beforehand', async () => {
    const { the, host } = await place('sandbox');
    await the.press('Rotate Secret');
    expect(the.focused).to.equal(OVERLAP);
    expect(the.choices(OVERLAP)).to.deep.equal(['Not at all', '1 hour', '1 day', '7 days']);
    expect(the.chosen(OVERLAP)).to.equal('1 day');
    expect(the.dialog).to.contain('Old secret works until Nov 25, 2026');
    await the.choose(OVERLAP, '7 days');
    expect(the.dialog).to.contain('Old secret works until Dec 1, 2026');
    await the.press('Rotate Secret');
    expect(host.rotateSecret.calls[0]!.args[2]).to.deep.equal({ overlapSeconds: 7 * DAY });
  });

  it('not at all, and then it stops at once', async () => {
    const { the, host } = await place('sandbox');
    await the.press('Rotate Secret');
    await the.choose(OVERLAP, 'Not at all');
    expect(the.dialog).to.contain('The old secret stops working at once');
    expect(the.dialog).not.to.contain('Old secret works until');
    await the.press('Rotate Secret');
    expect(host.rotateSecret.calls[0]!.args[2]).to.deep.equal({});
  });

  it('is forgotten with the question, and follows a limit that changes', async () => {
    const { the, host } = await place('sandbox');
    await the.press('Rotate Secret');
    await the.choose(OVERLAP, '7 days');
    await the.press('Cancel');
    await the.press('Rotate Secret');
    expect(the.chosen(OVERLAP)).to.equal('1 day');
    await the.choose(OVERLAP, '7 days');
    host.show(having('sandbox', {}, 7_200));
    await host.store.refresh();
    await the.settled();
    expect(the.choices(OVERLAP)).to.deep.equal(['Not at all', '1 hour', '2 hours']);
    expect(the.chosen(OVERLAP)).to.equal('2 hours');
    await the.press('Rotate Secret');
    expect(host.rotateSecret.calls[0]!.args[2]).to.deep.equal({ overlapSeconds: 7_200 });
  });

  it('is no question where the host has no overlap', async () => {
    const { the } = await place('sandbox', having('sandbox', {}, 0));
    await the.press('Rotate Secret');
    expect(the.hasField(OVERLAP)).to.equal(false);
    expect(the.dialog).to.contain('The old secret stops working at once');
  });

  it('comes after what a rotation during an overlap ends', async () => {
    for (const limit of [7 * DAY, 0]) {
      const { card, the } = await place('sandbox', having('sandbox', overlapping, limit));
      await the.press('Rotate Secret');
      expect(the.dialog).to.match(
        /^Rotate the sandbox secret\? The previous secret that ends in 4f2a stops working at once Its overlap until Nov 25, 2026, .* ends when you rotate again\. Stays: /,
      );
      card.remove();
    }
  });

  it('is no question either where nobody has the secret that would go on', async () => {
    const lost = { ...overlapping, deliveredAt: null };
    const { the, host } = await place('sandbox', having('sandbox', lost));
    expect(the.text).to.contain('The previous secret that ends in 4f2a still works until Nov 25');
    await the.press('Rotate Secret');
    expect(the.hasField(OVERLAP)).to.equal(false);
    expect(the.dialog).to.contain('The previous secret that ends in 4f2a stops working at once');
    expect(the.dialog).to.contain('The secret that never reached you stops working at once');
    await the.press('Cancel');
    await the.press('Retire Now');
    expect(the.dialog).to.contain('It is the only one that you have');
    expect(the.dialog).not.to.contain('9c0d');
    await the.press('Cancel');
    await the.press('Rotate Secret');
    await the.press('Rotate Secret');
    expect(host.rotateSecret.calls[0]!.args[2]).to.deep.equal({});
    const credential = credentialOf('sandbox', {
      deliveredAt: null,
      secrets: [secretOf('77aa', { createdAt: '2026-11-24T10:49:00Z' })],
    });
    host.show(having('sandbox', credential));
    const revealed = [{ name: 'client_secret', label: 'Client secret', value: CANARY }];
    host.rotateSecret.calls[0]!.resolve({ credential, revealed, replayed: false });
    await the.settled();
    expect(the.revealed).to.deep.equal({ 'Client secret': CANARY });
  });
});
