import { expect } from '@open-wc/testing';
import type { PipelineProvider } from '../../src/composed/provider/provider.js';
import { createStore } from '../../src/store/index.js';
import {
  endScenes,
  showBeside,
  showCard,
  type Scene,
  type SceneOptions,
} from '../helpers/secrets-scene.js';

interface Ask extends SceneOptions {
  name: string;
  act: string;
  operation: 'createCredentials' | 'regenerate' | 'rotateSecret' | 'generateToken';
  /** The end of the address that it is sent to. */
  sentTo: string;
}

const asks: Ask[] = [
  {
    name: 'creation',
    act: 'Create credentials',
    operation: 'createCredentials',
    sentTo: 'sandbox',
  },
  {
    name: 'regeneration',
    act: 'Regenerate',
    operation: 'regenerate',
    sentTo: 'regenerate',
    made: true,
  },
  {
    name: 'rotation',
    act: 'Rotate Secret',
    operation: 'rotateSecret',
    sentTo: 'rotate-secret',
    made: true,
  },
  { name: 'token', act: 'Generate Token', operation: 'generateToken', sentTo: 'token', made: true },
];

const approved = { scenario: 'approved', lane: 'production' } as const;
const placings = ['alone', 'in a provider'] as const;

/** Presses, and confirms where it is asked. */
async function ask({ the, confirm }: Scene, act: string) {
  await the.press(act);
  if (the.dialog) await confirm(act);
}

describe('a secret that does not reach whoever asked for it is found nowhere', () => {
  afterEach(endScenes);

  for (const { name, act, operation, sentTo: _, ...options } of asks) {
    for (const placing of placings) {
      it(`when the answer to a ${name} got lost, and when its repeat has none, ${placing}`, async () => {
        const scene = await showCard({ ...options, placing });
        const { the, line } = scene;
        line.faults.loseAnswer({ operation });
        await ask(scene, act);
        await scene.reaches(() => the.chip === 'Value not received' || the.failure !== '');
        await scene.expectGone();
        // Whatever the card offers now, the host answers a repeat without the secret.
        if (the.has('Try again')) {
          await the.press('Try again');
          await scene.reaches(() => the.failure === '');
          await scene.expectGone();
        }
      });
    }
  }

  for (const { name, act, operation: _, sentTo: __, ...options } of asks) {
    it(`when the answer to a ${name} can’t be read`, async () => {
      const scene = await showCard(options);
      scene.line.garble();
      await ask(scene, act);
      await scene.reaches(
        () => scene.the.chip === 'Value not received' || scene.the.failure !== '',
      );
      await scene.expectGone();
    });
  }

  for (const { name, act, operation, sentTo: _, ...options } of asks.slice(1)) {
    it(`when the answer to a ${name} of production got lost`, async () => {
      const scene = await showCard({ ...options, ...approved });
      scene.line.faults.loseAnswer({ operation });
      await ask(scene, act);
      await scene.reaches(
        () => scene.the.chip === 'Value not received' || scene.the.failure !== '',
      );
      await scene.expectGone();
    });
  }

  const turns: [
    name: string,
    turn: (scene: Scene) => unknown,
    placings: (typeof placings)[number][],
  ][] = [
    ['the card was removed', ({ card }) => card.remove(), ['alone', 'in a provider']],
    ['the card was moved out', ({ card }) => document.body.append(card), ['in a provider']],
    [
      'the lane became another',
      ({ card }) => (card.lane = 'production'),
      ['alone', 'in a provider'],
    ],
    [
      'the store became another',
      ({ card, line }) => {
        card.store = createStore({ adapter: line.connect(), subscription: 'sub_52' });
      },
      ['alone', 'in a provider'],
    ],
    [
      'the subscription became another',
      ({ provider }) => (provider!.subscription = 'sub_52'),
      ['in a provider'],
    ],
    [
      'the provider was removed',
      ({ provider }) => (provider as PipelineProvider).remove(),
      ['in a provider'],
    ],
  ];
  for (const { name, act, sentTo: _, operation: __, ...options } of asks) {
    for (const [how, turn, where] of turns) {
      for (const placing of where) {
        it(`when ${how} during a ${name}, ${placing}`, async () => {
          const scene = await showCard({ ...options, placing });
          const { done, release } = scene.line.hold();
          await ask(scene, act);
          await done;
          await turn(scene);
          await scene.the.settled();
          release();
          await scene.expectGone();
          scene.card.remove();
        });
      }
    }
  }
});

describe('a secret is shown once', () => {
  afterEach(endScenes);

  for (const { name, act, sentTo, operation: _, ...options } of asks) {
    it(`when a ${name} is asked for twice at once`, async () => {
      const scene = await showCard(options);
      const { the, line } = scene;
      const before = line.count(sentTo);
      if (options.made && act !== 'Generate Token') await the.press(act);
      the.hit(act);
      the.hit(act);
      await scene.reaches(() => scene.secrets.length > 0);
      expect(line.count(sentTo) - before).to.equal(1);
      await the.settled();
      scene.expectOnlyInDialog();
      await the.press('I have saved it');
      await scene.expectGone();
    });
  }

  it('to each of two tabs its own, and one that stopped working meanwhile goes', async () => {
    const one = await showCard({ scenario: 'credentials_made' });
    const other = await showBeside(one);
    await one.reveal('Rotate Secret');
    const [first] = one.secrets;
    await other.store.refresh();
    await other.the.settled();
    await other.reveal('Rotate Secret');
    const [second] = other.secrets;
    expect(second).not.to.equal(first);
    expect(one.secrets).to.deep.equal([first]);
    one.expectOnlyInDialog();
    other.expectOnlyInDialog();
    await one.store.refresh();
    await one.the.settled();
    expect(one.leaks.find(second!).every((place) => !place.startsWith('heard'))).to.equal(true);
    expect(one.secrets).to.deep.equal([]);
    expect(one.the.text).to.contain('hidden because another one took its place');

    await other.the.press('I have saved it');
    await other.the.settled();
    expect(other.leaks.find(second!)).to.deep.equal([]);
    await one.expectGone();
    other.card.remove();
  });

  it('and another is shown in its place, when one is asked for behind it', async () => {
    const scene = await showCard({ made: true });
    await scene.reveal('Rotate Secret');
    const [first] = scene.secrets;
    await scene.isIdle();
    const behind = scene.the.root.querySelectorAll<HTMLElement>('.card button');
    [...behind].find((button) => button.textContent.includes('Generate Token'))!.click();
    await scene.reaches(() => scene.secrets.some((each) => each !== first));
    await scene.the.settled();
    expect(scene.leaks.find(first!)).to.deep.equal([]);
    scene.expectOnlyInDialog();
    await scene.the.press('I have saved it');
    await scene.expectGone();
  });

  it('and what is asked for next tells nothing of it', async () => {
    const scene = await showCard({ made: true });
    for (const act of ['Generate Token', 'Generate Token', 'Rotate Secret', 'Regenerate']) {
      await scene.reveal(act);
      scene.expectOnlyInDialog();
      await scene.the.press('I have saved it');
      await scene.expectGone();
    }
  });

  it('and no mask shows more of it than its end', async () => {
    const scene = await showCard();
    await scene.reveal('Create credentials');
    const [secret] = scene.secrets;
    await scene.the.press('I have saved it');
    await scene.reaches(() => scene.the.chip === 'Active');
    const rows = scene.the.rows.flat().join(' ');
    expect(rows).to.contain(secret!.slice(-4));
    for (const length of [5, 6, 8]) {
      expect(scene.leaks.find(secret!.slice(-length)), `its last ${length}`).to.deep.equal([]);
    }
  });
});
