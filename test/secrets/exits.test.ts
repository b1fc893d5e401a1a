import { expect } from '@open-wc/testing';
import { holdClock } from '../helpers/clock.js';
import {
  endScenes,
  showCard,
  type Placing,
  type Scene,
  type SceneOptions,
} from '../helpers/secrets-scene.js';
import { createStore } from '../../src/store/index.js';

interface Kind extends SceneOptions {
  name: string;
  act: string;
}

const kinds: Kind[] = [
  { name: 'a secret', act: 'Create credentials' },
  { name: 'a secret that has an old one beside it', act: 'Rotate Secret', made: true },
  { name: 'a token', act: 'Generate Token', made: true },
];

interface Exit {
  name: string;
  leave: (scene: Scene) => unknown;
  /** Where it can be; both when absent. */
  only?: Placing;
  /** The page may be frozen right after it. */
  isLast?: boolean;
}

const exits: Exit[] = [
  { name: 'it was saved', leave: ({ the }) => the.press('I have saved it') },
  {
    name: 'it was closed without saving',
    leave: async ({ the }) => {
      await the.pressEscape();
      await the.press('Close without saving');
    },
  },
  { name: 'the card was removed', leave: ({ card }) => card.remove(), isLast: true },
  {
    name: 'the card was moved to another place',
    leave: ({ card }) => {
      const box = card.parentElement!;
      card.remove();
      box.append(card);
    },
    isLast: true,
  },
  {
    name: 'the card was moved to another document',
    leave: ({ card }) => {
      document.implementation.createHTMLDocument().body.append(card);
    },
    isLast: true,
  },
  {
    name: 'the page was left',
    leave: () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false })),
    isLast: true,
  },
  {
    name: 'the page was put aside, to come back',
    leave: () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
    isLast: true,
  },
  {
    name: 'the page came back as it was',
    leave: () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    isLast: true,
  },
  {
    name: 'a read was answered with 401',
    leave: ({ line, store }) => {
      line.signOut();
      return store.refresh();
    },
  },
  {
    name: 'an act was answered with 401',
    leave: async ({ line, store, isIdle }) => {
      await isIdle();
      line.signOut();
      await store.run('submit', { answers: {}, formVersion: null });
    },
  },
  {
    name: 'a read of another element was answered with 401',
    only: 'in a provider',
    leave: ({ line, provider, store }) => {
      line.signOut();
      provider!.append(document.createElement('golive-activity'));
      return new Promise((resolve) => store.onError(resolve));
    },
  },
  {
    name: 'another tab replaced the credential',
    leave: async ({ line, store, the, isIdle }) => {
      await isIdle();
      await line.connect().regenerate('sub_42', 'sandbox', {});
      await store.refresh();
      await the.settled();
      expect(the.text).to.contain('hidden because another one took its place');
    },
  },
  { name: 'the lane became another', leave: ({ card }) => (card.lane = 'production') },
  {
    name: 'the store became another',
    leave: ({ card, line }) => {
      card.store = createStore({ adapter: line.connect(), subscription: 'sub_52' });
    },
  },
  {
    name: 'the store was given anew, for the same subscription',
    leave: ({ card, line }) => {
      card.store = createStore({ adapter: line.connect(), subscription: 'sub_42' });
    },
  },
  {
    name: 'the provider’s subscription became another',
    only: 'in a provider',
    leave: ({ provider }) => (provider!.subscription = 'sub_52'),
  },
  {
    name: 'the provider’s adapter became another',
    only: 'in a provider',
    leave: ({ provider, line }) => (provider!.adapter = line.connect()),
  },
  {
    name: 'the provider was removed',
    only: 'in a provider',
    leave: ({ provider }) => provider!.remove(),
    isLast: true,
  },
  {
    name: 'the card was moved out of its provider',
    only: 'in a provider',
    leave: ({ card }) => document.body.append(card),
    isLast: true,
  },
];

/** What comes to an end before a page that is left is frozen: no frame, no timer. */
async function microtasks() {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

async function showAndUse(kind: Kind, placing: Placing) {
  const scene = await showCard({ ...kind, placing });
  await scene.reveal(kind.act);
  await scene.use();
  scene.expectOnlyInDialog();
  return scene;
}

for (const placing of ['alone', 'in a provider'] as const) {
  describe(`by a card ${placing},`, () => {
    afterEach(endScenes);

    for (const kind of kinds) {
      for (const { name, leave, isLast } of exits.filter(
        ({ only = placing }) => only === placing,
      )) {
        it(`${kind.name} is found nowhere after ${name}`, async () => {
          const scene = await showAndUse(kind, placing);
          const left = leave(scene);
          if (isLast) {
            await microtasks();
            scene.expectNowhere();
          }
          await left;
          await scene.expectGone();
          scene.card.remove();
        });
      }

      it(`${kind.name} is found nowhere after its time was over`, async () => {
        const clock = holdClock();
        try {
          const scene = await showAndUse(kind, placing);
          clock.pass(300_000);
          await microtasks();
          scene.expectNowhere();
          await scene.expectGone();
        } finally {
          clock.leave();
        }
      });
    }
  });
}

describe('a secret that is asked about', () => {
  afterEach(endScenes);

  it('is found nowhere after the page was left with the question open', async () => {
    const scene = await showAndUse(kinds[0]!, 'alone');
    await scene.the.pressEscape();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await microtasks();
    scene.expectNowhere();
    await scene.expectGone();
  });

  it('stays while the page shows for the first time', async () => {
    const scene = await showAndUse(kinds[0]!, 'alone');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    await scene.the.settled();
    scene.expectOnlyInDialog();
    await scene.the.press('I have saved it');
    await scene.expectGone();
  });

  it('leaves the card where nobody has it, until somebody confirms it', async () => {
    const unsaved = [
      'the page was left',
      'it was closed without saving',
      'a read was answered with 401',
    ];
    for (const { leave } of exits.filter(({ name }) => unsaved.includes(name))) {
      const scene = await showAndUse(kinds[0]!, 'alone');
      await leave(scene);
      await scene.expectGone();
      expect(scene.the.chip).to.equal('Value not received');
      scene.card.remove();
      endScenes();
    }
  });
});
