import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/all.js';
import { PipelineError } from '../../src/adapter/index.js';
import type { Snapshot } from '../../src/contract/index.js';
import { createStaticStore, createStore } from '../../src/store/index.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { byHand } from '../helpers/by-hand.js';
import { holdClock } from '../helpers/clock.js';
import { settled } from '../helpers/stories.js';
import { text } from '../helpers/text.js';

const SLOW = 'This is taking longer than usual.';
const NAMES = ['stepper', 'outcome', 'credential-card', 'submission', 'activity', 'test-data'];

/** A store whose snapshot and activity come when the test lets them. */
function heldStore() {
  const getSnapshot = byHand<unknown[], Snapshot | null>();
  const getActivity = byHand<unknown[], { entries: []; nextCursor: null }>();
  const { adapter } = createStaticStore(undefined);
  const store = createStore({
    adapter: { ...adapter, getSnapshot, getActivity },
    subscription: 'sub_42',
    live: false,
  });
  return { store, snapshots: getSnapshot.calls, activities: getActivity.calls };
}

/** Pieces of a page on one store, drawn in this order. */
async function place(names = NAMES) {
  const host = heldStore();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const provider = document.createElement('golive-provider');
  provider.store = host.store;
  for (const name of names) provider.append(document.createElement(`golive-${name}`));
  box.append(provider);
  const pieces = () => [...provider.children] as HTMLElement[];
  const all = async () => {
    for (const piece of pieces()) await settled(piece);
    for (const piece of pieces()) await settled(piece);
  };
  await all();
  /** The pieces in whose shadow trees something is, by name. */
  const having = (found: (root: ShadowRoot) => unknown) =>
    pieces()
      .filter((piece) => found(piece.shadowRoot!))
      .map(({ localName }) => localName.slice(7));
  return {
    ...host,
    provider,
    settle: all,
    having,
    slow: () => having((root) => text(root).includes(SLOW)),
    heard: () =>
      having((root) =>
        [...root.querySelectorAll('[role=status]')].some((each) => text(each) === SLOW),
      ),
    alarmed: () => having((root) => root.querySelector('[role=alert]')),
    offering: () =>
      having((root) => [...root.querySelectorAll('button')].some((b) => text(b) === 'Try again')),
    piece: (name: string) => provider.querySelector<HTMLElement>(`golive-${name}`)!,
    async pass(milliseconds: number) {
      clock.pass(milliseconds);
      await all();
    },
    async retry(name: string) {
      const buttons = [...this.piece(name).shadowRoot!.querySelectorAll('button')];
      const found = buttons.find((each) => text(each) === 'Try again')!;
      found.focus();
      found.click();
      await all();
      return found;
    },
  };
}

let clock: ReturnType<typeof holdClock>;

describe('pieces of a page whose host keeps them waiting', () => {
  beforeEach(() => {
    clock = holdClock();
  });
  afterEach(() => clock.leave());

  it('say so after a while, in one place, seen and heard, until the answer comes', async () => {
    const page = await place();
    await page.pass(7_999);
    expect(page.slow()).to.deep.equal([]);
    await page.pass(1);
    expect(page.slow()).to.deep.equal(['stepper']);
    expect(page.heard()).to.deep.equal(['stepper']);
    page.snapshots[0]!.resolve(snapshots.inReview);
    await page.settle();
    page.activities[0]!.resolve({ entries: [], nextCursor: null });
    await page.settle();
    expect(page.slow()).to.deep.equal([]);
    await page.pass(20_000);
    expect(page.slow()).to.deep.equal([]);
  });

  it('say it where something is still missing once the first part is there', async () => {
    const page = await place();
    await page.pass(8_000);
    page.snapshots[0]!.resolve(snapshots.inReview);
    await page.settle();
    expect(page.slow()).to.deep.equal(['activity']);
  });

  it('say it in the one that is there alone', async () => {
    for (const name of ['stepper', 'credential-card', 'submission', 'activity']) {
      const page = await place([name]);
      await page.pass(8_000);
      expect(page.heard()).to.deep.equal([name]);
      page.provider.remove();
    }
  });

  it('say it in another one when the first is hidden, or taken away', async () => {
    const page = await place();
    page.piece('stepper').hidden = true;
    await page.pass(8_000);
    expect(page.slow()).to.deep.equal(['credential-card']);
    page.piece('credential-card').remove();
    await page.settle();
    expect(page.slow()).to.deep.equal(['submission']);
  });

  it('say it in the first of the page, in whichever order they came to it', async () => {
    const page = await place(['activity']);
    const stepper = document.createElement('golive-stepper');
    page.provider.prepend(stepper);
    await page.settle();
    await page.pass(8_000);
    expect(page.slow()).to.deep.equal(['stepper']);
  });

  it('need no word when they are gone before', async () => {
    const page = await place();
    page.provider.remove();
    expect(clock.waiting).to.equal(0);
  });

  it('say it once in a pipeline too', async () => {
    const { store } = heldStore();
    const pipeline = await fixture<HTMLElement>(
      html`<golive-pipeline .store=${store}></golive-pipeline>`,
    );
    await settled(pipeline);
    const parts = [...pipeline.shadowRoot!.querySelectorAll('[part]')].filter((e) => e.shadowRoot);
    for (const part of parts) await settled(part);
    clock.pass(8_000);
    for (const part of parts) await settled(part);
    const slow = parts.filter((part) => text(part.shadowRoot).includes(SLOW));
    expect(slow.map(({ localName }) => localName)).to.deep.equal(['golive-stepper']);
  });
});

describe('golive-test-data whose host keeps it waiting', () => {
  beforeEach(() => {
    clock = holdClock();
  });
  afterEach(() => clock.leave());

  it('says so while it is open', async () => {
    const { adapter } = createStaticStore(snapshots.fresh);
    const getTestData = byHand<unknown[], { entries: [] }>();
    const store = createStore({
      adapter: { ...adapter, getTestData },
      subscription: 'sub_42',
      initial: snapshots.fresh,
      live: false,
    });
    const element = await fixture<HTMLElement>(
      html`<golive-test-data open .store=${store}></golive-test-data>`,
    );
    await settled(element);
    clock.pass(8_000);
    await settled(element);
    expect(text(element.shadowRoot)).to.contain(SLOW);
    getTestData.calls[0]!.resolve({ entries: [] });
    await settled(element);
    expect(text(element.shadowRoot)).not.to.contain(SLOW);
  });
});

describe('pieces of a page that could not be read', () => {
  const fail = async (page: Awaited<ReturnType<typeof place>>, call = 0) => {
    page.snapshots[call]!.reject(new PipelineError('internal', { status: 500 }));
    await page.settle();
  };

  it('say why in one place, and each what is missing and how to try again', async () => {
    const page = await place();
    await fail(page);
    expect(page.alarmed()).to.deep.equal(['stepper']);
    expect(page.having((root) => text(root).includes('The server failed'))).to.deep.equal([
      'stepper',
    ]);
    expect(page.offering()).to.deep.equal(['stepper', 'credential-card', 'submission', 'activity']);
    expect(text(page.piece('credential-card').shadowRoot)).to.contain(
      'Credentials could not be loaded',
    );
    expect(text(page.piece('outcome').shadowRoot)).to.equal('');
  });

  it('say it in the first of the page, in whichever order they came to it', async () => {
    const page = await place(['activity', 'submission']);
    page.provider.prepend(document.createElement('golive-outcome'));
    await page.settle();
    await fail(page);
    expect(page.alarmed()).to.deep.equal(['outcome']);
    page.piece('outcome').remove();
    await page.settle();
    expect(page.alarmed()).to.deep.equal(['activity']);
  });

  it('say it in the one that is there alone', async () => {
    for (const name of ['stepper', 'outcome', 'credential-card', 'submission', 'activity']) {
      const page = await place([name]);
      await fail(page);
      expect(page.alarmed()).to.deep.equal([name]);
      page.provider.remove();
    }
  });

  it('show that they try again wherever that is pressed, and go on from there', async () => {
    for (const name of ['stepper', 'credential-card', 'submission', 'activity']) {
      const page = await place();
      await fail(page);
      const button = await page.retry(name);
      expect(button.getAttribute('aria-disabled'), name).to.equal('true');
      await page.retry(name);
      expect(page.snapshots).to.have.length(2);
      page.snapshots[1]!.resolve(snapshots.inReview);
      await page.settle();
      expect(page.alarmed()).to.deep.equal([]);
      expect(document.activeElement, name).to.equal(page.piece(name));
      page.provider.remove();
    }
  });

  it('say it once more where it fails again', async () => {
    const page = await place();
    await fail(page);
    await page.retry('activity');
    await fail(page, 1);
    expect(page.alarmed()).to.deep.equal(['stepper']);
    expect(page.offering()).to.have.length(4);
  });
});

describe('pieces of a page that lead on', () => {
  for (const [name, snapshot] of Object.entries(snapshots)) {
    it(`have one filled button among them at most: ${name}`, async () => {
      const store = createStaticStore(snapshot);
      const box = await fixture<HTMLElement>(
        html`<golive-provider .store=${store}>
          <golive-outcome></golive-outcome>
          <golive-credential-card lane="sandbox"></golive-credential-card>
          <golive-credential-card lane="production"></golive-credential-card>
          <golive-submission></golive-submission>
        </golive-provider>`,
      );
      const pieces = [...box.children];
      for (const piece of pieces) await settled(piece);
      for (const piece of pieces) await settled(piece);
      const filled = pieces.flatMap((piece) => [
        ...piece.shadowRoot!.querySelectorAll('.button.primary'),
      ]);
      expect(filled.map(text)).to.have.length.below(2);
    });
  }
});
