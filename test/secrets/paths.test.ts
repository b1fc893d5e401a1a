import { expect } from '@open-wc/testing';
import { endScenes, showCard, type SceneOptions } from '../helpers/secrets-scene.js';

interface Path extends SceneOptions {
  name: string;
  act: string;
  /** How many of the values shown are secret; one when absent. */
  secrets?: number;
}

const create = 'Create credentials';
const approved = { scenario: 'approved', lane: 'production' } as const;

const paths: Path[] = [
  { name: 'created, client credentials', act: create },
  { name: 'created, client credentials, production', act: create, ...approved },
  { name: 'created, a key', act: create, subscription: 'sub_51' },
  { name: 'created, a key, production', act: create, subscription: 'sub_51', lane: 'production' },
  { name: 'created, two keys', act: create, subscription: 'sub_52', secrets: 2 },
  {
    name: 'created, two keys, production',
    act: create,
    subscription: 'sub_62',
    lane: 'production',
    secrets: 2,
  },
  { name: 'created, a kind of the host’s own', act: create, subscription: 'sub_54', secrets: 2 },
  {
    name: 'created, a kind of the host’s own, production',
    act: create,
    subscription: 'sub_64',
    lane: 'production',
    secrets: 2,
  },
  { name: 'regenerated', act: 'Regenerate', made: true },
  { name: 'regenerated, production', act: 'Regenerate', made: true, ...approved },
  {
    name: 'regenerated, two keys',
    act: 'Regenerate',
    made: true,
    subscription: 'sub_52',
    secrets: 2,
  },
  { name: 'rotated with an overlap', act: 'Rotate Secret', made: true },
  { name: 'rotated with an overlap, production', act: 'Rotate Secret', made: true, ...approved },
  { name: 'rotated at once', act: 'Rotate Secret', made: true, overlapSeconds: 0 },
  {
    name: 'rotated at once, production',
    act: 'Rotate Secret',
    made: true,
    overlapSeconds: 0,
    ...approved,
  },
  { name: 'a token', act: 'Generate Token', made: true },
  { name: 'a token, production', act: 'Generate Token', made: true, ...approved },
];

describe('a secret is found in its dialog alone, and nowhere once it was saved', () => {
  afterEach(endScenes);

  for (const placing of ['alone', 'in a provider'] as const) {
    describe(`by a card ${placing}:`, () => {
      for (const { name, act, secrets = 1, ...options } of paths) {
        it(name, async () => {
          const scene = await showCard({ ...options, placing });
          await scene.reveal(act);
          expect(scene.secrets.length).to.equal(secrets);
          scene.expectOnlyInDialog();
          await scene.use();
          scene.expectOnlyInDialog();
          await scene.the.press('I have saved it');
          await scene.expectGone();
        });
      }
    });
  }
});
