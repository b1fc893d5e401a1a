import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import type { DraftBody } from '../../../../src/contract/index.js';
import {
  DraftKeeper,
  newestDraft,
  type DraftKeeperOptions,
} from '../../../../src/elements/submission/draft-keeper.js';
import { byHand } from '../../../helpers/by-hand.js';

mock.timers.enable({ apis: ['setTimeout'] });

const NOW = Date.parse('2026-11-24T10:42:00Z');
const KEY = 'golive-draft/sub_1';

function createStorage() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => void held.set(key, text),
    removeItem: (key: string) => void held.delete(key),
  };
}

const draft = (name: string): DraftBody => ({ formVersion: '1', answers: { name }, step: 0 });
/** Lets promises that are settled run on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

function createKeeper(change: Partial<DraftKeeperOptions> = {}) {
  const storage = createStorage();
  const save = byHand<[DraftBody], void>();
  const errors: unknown[] = [];
  const keeper = new DraftKeeper({
    key: KEY,
    save: () => save,
    storage: () => storage,
    now: () => NOW,
    onChange: () => undefined,
    onError: (error) => errors.push(error),
    ...change,
  });
  const saved = () => save.calls.map(({ args: [body] }) => body.answers['name']);
  const resting = () => newestDraft(undefined, () => storage, KEY)?.answers['name'];
  return { keeper, storage, save, errors, saved, resting };
}

const forbidden = () => {
  throw new DOMException('', 'SecurityError');
};

describe('a draft at the host', () => {
  let given: ReturnType<typeof createKeeper>;
  beforeEach(() => {
    given = createKeeper();
  });

  it('is saved 800 ms after the last change, once', async () => {
    const { keeper, saved, save } = given;
    keeper.change(draft('a'));
    mock.timers.tick(700);
    keeper.change(draft('b'));
    mock.timers.tick(799);
    assert.deepEqual(saved(), []);
    mock.timers.tick(1);
    assert.deepEqual(saved(), ['b']);
    assert.deepEqual(Object.keys(save.calls[0]!.args[0]).toSorted(), [
      'answers',
      'formVersion',
      'step',
    ]);
    assert.equal(keeper.isUnsaved, true);
    save.calls[0]!.resolve();
    await settle();
    assert.equal(keeper.isUnsaved, false);
    assert.equal(keeper.savedAt, NOW);
  });

  it('is saved at once when asked, and not again', async () => {
    const { keeper, saved, save } = given;
    keeper.change(draft('a'));
    keeper.flush();
    save.calls[0]!.resolve();
    await settle();
    mock.timers.tick(2000);
    keeper.flush();
    assert.deepEqual(saved(), ['a']);
  });

  it('goes out one at a time, and the newest last', async () => {
    const { keeper, saved, save } = given;
    keeper.change(draft('a'));
    keeper.flush();
    keeper.change(draft('b'));
    keeper.flush();
    keeper.change(draft('c'));
    keeper.flush();
    assert.deepEqual(saved(), ['a']);
    save.calls[0]!.resolve();
    await settle();
    assert.deepEqual(saved(), ['a', 'c']);
    assert.equal(keeper.isUnsaved, true);
    save.calls[1]!.resolve();
    await settle();
    assert.equal(keeper.isUnsaved, false);
    assert.deepEqual(saved(), ['a', 'c']);
  });

  it('rests in the browser until the host has it', async () => {
    const { keeper, save, resting } = given;
    keeper.change(draft('a'));
    keeper.flush();
    keeper.change(draft('b'));
    keeper.flush();
    assert.equal(resting(), 'b');
    save.calls[0]!.resolve();
    await settle();
    assert.equal(resting(), 'b');
    save.calls[1]!.resolve();
    await settle();
    assert.equal(resting(), undefined);
  });

  it('that could not be saved is told once, rests in the browser, and the next change tries again', async () => {
    const { keeper, save, errors, saved, resting } = given;
    keeper.change(draft('a'));
    keeper.flush();
    save.calls[0]!.reject(new Error('no'));
    await settle();
    assert.equal(keeper.hasFailed, true);
    assert.equal(keeper.isUnsaved, true);
    assert.equal(resting(), 'a');
    keeper.change(draft('b'));
    mock.timers.tick(800);
    assert.deepEqual(saved(), ['a', 'b']);
    save.calls[1]!.reject(new Error('no'));
    await settle();
    assert.equal(errors.length, 1);
    keeper.flush();
    save.calls[2]!.resolve();
    await settle();
    assert.equal(keeper.hasFailed, false);
    assert.equal(keeper.isUnsaved, false);
    assert.equal(resting(), undefined);
  });

  it('is gone after the submission, even where a save was under way', async () => {
    const { keeper, save, saved, errors, resting } = given;
    keeper.change(draft('a'));
    keeper.flush();
    keeper.change(draft('b'));
    keeper.clear();
    assert.equal(resting(), undefined);
    save.calls[0]!.reject(new Error('already_in_review'));
    await settle();
    mock.timers.tick(2000);
    keeper.flush();
    assert.deepEqual(saved(), ['a']);
    assert.deepEqual(errors, []);
    assert.equal(resting(), undefined);
  });

  it('is saved where the browser keeps nothing', async () => {
    const { keeper, save } = createKeeper({ storage: forbidden });
    keeper.change(draft('a'));
    keeper.flush();
    save.calls[0]!.resolve();
    await settle();
    assert.equal(keeper.isUnsaved, false);
  });
});

describe('a draft without a host that keeps it', () => {
  it('rests in the browser, and is saved with that', () => {
    const { keeper, resting } = createKeeper({ save: () => undefined });
    keeper.change(draft('a'));
    mock.timers.tick(800);
    assert.equal(resting(), 'a');
    assert.equal(keeper.isUnsaved, false);
    assert.equal(keeper.savedAt, NOW);
    keeper.clear();
    assert.equal(resting(), undefined);
  });

  it('is not said to be saved where the browser forbids it', () => {
    const { keeper } = createKeeper({ save: () => undefined, storage: forbidden });
    keeper.change(draft('a'));
    mock.timers.tick(800);
    assert.equal(keeper.isUnsaved, true);
    assert.equal(keeper.hasFailed, true);
  });
});

describe('the draft to open', () => {
  const at = (name: string, updatedAt: string) => ({ ...draft(name), updatedAt });
  const older = at('older', '2026-11-24T10:00:00Z');
  const later = at('later', '2026-11-24T10:00:00.5Z');
  const storing = (text: string) => {
    const storage = createStorage();
    storage.setItem(KEY, text);
    return () => storage;
  };

  it('is the later one', () => {
    assert.equal(newestDraft(older, storing(JSON.stringify(later)), KEY)!.answers['name'], 'later');
    assert.equal(newestDraft(later, storing(JSON.stringify(older)), KEY)!.answers['name'], 'later');
    assert.equal(newestDraft(null, storing(JSON.stringify(older)), KEY)!.answers['name'], 'older');
  });

  it('is the one of the host where the browser has none that can be read', () => {
    for (const text of ['', '{', 'null', '{"formVersion":"1"}']) {
      assert.deepEqual(newestDraft(older, storing(text), KEY), older);
    }
    assert.equal(newestDraft(null, createStorage, KEY), undefined);
    assert.deepEqual(newestDraft(older, forbidden, KEY), older);
  });
});
