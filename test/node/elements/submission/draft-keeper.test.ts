import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import type { Draft, DraftBody } from '../../../../src/contract/index.js';
import { PipelineError } from '../../../../src/adapter/index.js';
import {
  DraftKeeper,
  type DraftKeeperOptions,
} from '../../../../src/elements/submission/draft-keeper.js';
import { readKept } from '../../../../src/connect/page-storage.js';
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
  const told: unknown[] = [];
  const keeper = new DraftKeeper({
    key: KEY,
    save: () => save,
    storage: () => storage,
    now: () => NOW,
    onChange: () => undefined,
    onSaved: (draft) => told.push(draft.answers['name']),
    onError: (error) => errors.push(error),
    ...change,
  });
  const saved = () => save.calls.map(({ args: [body] }) => body.answers['name']);
  const kept = () =>
    readKept(
      () => storage,
      KEY,
      (value) => value as Draft,
    );
  const resting = () => kept()?.answers['name'];
  return { keeper, storage, save, errors, saved, told, kept, resting };
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

describe('a save that failed', () => {
  const failing = (code: string, more = {}) => new PipelineError(code, { status: 500, ...more });

  async function fail(given: ReturnType<typeof createKeeper>, error: Error) {
    given.save.calls.at(-1)!.reject(error);
    await settle();
  }

  it('is tried again, each time after twice as long, a minute at most', async () => {
    const given = createKeeper();
    given.keeper.change(draft('a'));
    given.keeper.flush();
    for (const seconds of [2, 4, 8, 16, 32, 60, 60]) {
      const before = given.saved().length;
      await fail(given, failing('internal'));
      mock.timers.tick(seconds * 1000 - 1);
      assert.equal(given.saved().length, before);
      mock.timers.tick(1);
      assert.equal(given.saved().length, before + 1);
    }
    given.save.calls.at(-1)!.resolve();
    await settle();
    assert.equal(given.keeper.hasFailed, false);
    assert.equal(given.errors.length, 1);
    assert.deepEqual(given.told, ['a']);
    // A later failure begins anew.
    given.keeper.change(draft('b'));
    given.keeper.flush();
    await fail(given, failing('network'));
    mock.timers.tick(2000);
    assert.deepEqual(given.saved().slice(-2), ['b', 'b']);
    given.keeper.stop();
  });

  it('waits as long as the host says', async () => {
    const given = createKeeper();
    given.keeper.change(draft('a'));
    given.keeper.flush();
    await fail(given, failing('too_many_requests', { status: 429, retryAfter: 30_000 }));
    mock.timers.tick(29_999);
    assert.equal(given.saved().length, 1);
    mock.timers.tick(1);
    assert.equal(given.saved().length, 2);
    given.keeper.stop();
  });

  it('is not tried again on its own where that can’t help', async () => {
    for (const code of ['not_signed_in', 'forbidden', 'too_large']) {
      const given = createKeeper();
      given.keeper.change(draft('a'));
      given.keeper.flush();
      await fail(given, failing(code, { status: 400 }));
      mock.timers.tick(120_000);
      assert.equal(given.saved().length, 1, code);
      assert.equal(given.keeper.hasFailed, true);
      given.keeper.flush();
      assert.equal(given.saved().length, 2, code);
    }
  });

  it('is left alone once it was stopped, until the next change', async () => {
    const given = createKeeper();
    given.keeper.change(draft('a'));
    given.keeper.flush();
    given.keeper.stop();
    await fail(given, failing('internal'));
    mock.timers.tick(120_000);
    assert.equal(given.saved().length, 1);
    given.keeper.change(draft('b'));
    mock.timers.tick(800);
    assert.deepEqual(given.saved(), ['a', 'b']);
    given.keeper.stop();
  });
});

describe('a draft beside another one', () => {
  it('is held back, and rests in the browser as the older of the two', () => {
    const { keeper, saved, kept } = createKeeper();
    keeper.heldBy = NOW - 60_000;
    keeper.change(draft('mine'));
    mock.timers.tick(800);
    assert.deepEqual(saved(), []);
    assert.equal(kept()!.answers['name'], 'mine');
    assert.ok(Date.parse(kept()!.updatedAt) < NOW - 60_000);
    keeper.heldBy = undefined;
    keeper.flush();
    assert.deepEqual(saved(), ['mine']);
  });

  it('gives way to it', async () => {
    const { keeper, saved, save, resting, told } = createKeeper();
    keeper.change(draft('mine'));
    keeper.flush();
    keeper.adopt({ ...draft('theirs'), updatedAt: '2026-11-24T10:41:00Z' });
    assert.equal(keeper.isUnsaved, false);
    assert.equal(keeper.savedAt, Date.parse('2026-11-24T10:41:00Z'));
    assert.equal(resting(), undefined);
    save.calls[0]!.resolve();
    await settle();
    // Nobody is told of what gave way.
    assert.deepEqual(told, []);
    assert.equal(keeper.savedAt, Date.parse('2026-11-24T10:41:00Z'));
    mock.timers.tick(2000);
    assert.deepEqual(saved(), ['mine']);
  });
});
