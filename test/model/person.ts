import assert from 'node:assert/strict';
import { createHttpAdapter, type PipelineError } from '../../src/adapter/index.js';
import type { Lane, Snapshot } from '../../src/contract/index.js';
import { permit, permitReview } from '../../src/rules/index.js';
import {
  createStore,
  type Act,
  type DecisionInput,
  type PipelineStore,
  type Result,
} from '../../src/store/index.js';
import { SUBSCRIPTION, type Books } from './books.js';
import { openSelection } from './bulk.js';
import { BASE, type Line } from './line.js';

/** One wish of a person: what is pressed for it, again and again, should be done once. */
interface Wish {
  input: unknown;
  /** What the person saw when it began. */
  seen: string;
  keys: Set<string>;
  presses: number;
  requests: number;
  /** How often the network sent one of its requests again. */
  repeats: number;
  isOver: boolean;
}

/** A page with a person before it. */
export interface Person {
  readonly name: string;
  readonly store: PipelineStore;
  /** Whether there is a button to press. */
  canPress(): boolean;
  /** Presses one of the buttons that are there now. */
  press(which: number, knob: number): void;
  /** A request with a key left this page; `isRepeat` when the network sends it a second time. */
  sent(path: string, key: string, isRepeat: boolean): void;
  /** Reads anew, as after a poll or an event. */
  refresh(): void;
  /** What must hold of the page at any moment. */
  check(books: Books): void;
  /** Resolves when every press has been answered. */
  done(): Promise<unknown>;
  leave(): void;
}

const lanes: readonly Lane[] = ['sandbox', 'production'];
const developerActs = lanes.flatMap((lane): Act[] => [
  `create_credentials:${lane}`,
  `regenerate:${lane}`,
  `rotate_secret:${lane}`,
  `retire_secret:${lane}`,
  `generate_token:${lane}`,
]);
const decisions = ['approve', 'reject', 'request_changes'] as const;

/** Codes that a page brings upon itself. */
const mistakes = new Set(['invalid', 'idempotency_key_reused', 'version_missing', 'unreadable']);

/** Whether the host has refused for good, as far as anybody can tell from outside. */
function isFinal({ code, status }: PipelineError): boolean {
  if (code === 'idempotency_in_progress' || status === 401 || status === 429) return false;
  if (status !== undefined) return status < 500;
  return !['network', 'timeout', 'offline', 'aborted'].includes(code);
}

interface Button {
  act: Act;
  path: string;
  input: unknown;
  seen: string;
}

/** Opens a page for somebody: a developer's, or with `isReviewer` a desk. */
export function openPage(
  name: string,
  line: Line,
  books: Books,
  { isReviewer, secrets }: { isReviewer: boolean; secrets: Set<string> },
): Person {
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    fetch: line.fetchAs(name),
    retryDelay: () => 100,
  });
  const store = createStore({
    adapter,
    ...(isReviewer ? {} : { subscription: SUBSCRIPTION }),
    // Reads come when the test says so.
    live: false,
  });
  const leave = store.subscribe(() => undefined);
  const selection = openSelection(name, adapter, store, books);
  const wishes = new Map<string, Wish>();
  const wishOf = new Map<string, Wish>();
  const answers: Promise<unknown>[] = [];
  const newest = new Map<string, number>();
  let failed: unknown;
  const fail = (thrown: unknown) => {
    failed ??= thrown;
  };
  let opened: { id: string; close: () => void } | undefined;

  const buttons = (knob: number): Button[] =>
    isReviewer ? decisionButtons(store, opened?.id, knob) : developerButtons(store, knob);

  const settle = (wish: Wish, button: Button, result: Result<unknown>) => {
    const { act, input } = button;
    if (!result.ok) {
      wish.isOver = isFinal(result.error);
      assert.ok(!mistakes.has(result.error.code), `${name} ${act}: ${result.error.code}`);
      return;
    }
    wish.isOver = true;
    void result.settled.then(() => mustShow(wish, button));
    const done = books.effectsOf(wish.keys);
    assert.equal(done.length, 1, `${name} was told that ${act} is done: ${done.join()}`);
    const answer = result.value as { revealed?: { value: string }[]; replayed?: boolean };
    if (answer?.replayed)
      assert.ok(wish.requests + wish.repeats > 1, `${act} was replayed to a new wish`);
    for (const { value } of answer?.revealed ?? []) {
      if (!value.startsWith('secret_')) continue;
      assert.ok(!secrets.has(value), 'a secret was given twice');
      secrets.add(value);
      assert.ok(!JSON.stringify(store.state).includes(value), `${name} keeps a secret`);
    }
    if (!isReviewer) return;
    const { submissionId, notes } = input as DecisionInput;
    const { review } = books.state.submissions[submissionId]!;
    assert.equal(review?.notes ?? null, notes, 'an acknowledged decision is another one');
  };

  return {
    name,
    store,
    canPress() {
      follow();
      return buttons(0).length > 0;
    },
    press(which, knob) {
      if (isReviewer && knob % 5 === 4) {
        answers.push(selection.press(knob).catch(fail));
        return;
      }
      const all = buttons(knob);
      const button = all[which % all.length]!;
      const before = wishes.get(button.path);
      // While one is under way, the element would not let anybody press.
      const { pending } = store.state;
      if (isReviewer ? pending.size > 0 : pending.has(button.act)) return;
      const isSame =
        before !== undefined &&
        !before.isOver &&
        before.seen === button.seen &&
        JSON.stringify(before.input) === JSON.stringify(button.input);
      const wish: Wish = isSame
        ? before
        : {
            ...button,
            keys: new Set<string>(),
            presses: 0,
            requests: 0,
            repeats: 0,
            isOver: false,
          };
      wishes.set(button.path, wish);
      wish.presses += 1;
      const run = store.run(button.act, button.input as never);
      if (knob % 5 === 0) {
        const second = store.run(button.act, button.input as never);
        assert.equal(second, run, `${name} was not held back from a double press`);
      }
      answers.push(run.then((result) => settle(wish, button, result)).catch(fail));
    },
    sent(path, key, isRepeat) {
      if (path === '/reviews/decisions') selection.sent(key);
      const wish = isRepeat ? wishOf.get(key) : wishes.get(path);
      if (!wish) return;
      wish.keys.add(key);
      wishOf.set(key, wish);
      if (isRepeat) wish.repeats += 1;
      else wish.requests += 1;
    },
    refresh() {
      follow();
      void store.refresh();
    },
    check() {
      if (failed) throw failed as Error;
      for (const { keys, input, requests, presses } of wishes.values()) {
        assert.ok(requests <= presses, `${name} pressed ${presses} times: ${requests} requests`);
        const done = books.effectsOf(keys);
        assert.ok(done.length <= 1, `${name} wished once: ${done.join()} ${JSON.stringify(input)}`);
      }
      const { snapshot, reviews } = store.state;
      mustGrow('snapshot', snapshot.value?.version);
      for (const [id, { value }] of reviews) mustGrow(id, value?.version);
    },
    async done() {
      await Promise.all(answers);
    },
    leave() {
      opened?.close();
      leave();
    },
  };

  /** Once an act has settled the page shows what it did, unless it could not read. */
  function mustShow({ seen }: Wish, { act }: Button) {
    const { error, value } = store.state.snapshot;
    if (isReviewer || error || act.startsWith('generate_token')) return;
    if (seenOf(value!, act) === seen) failed ??= new Error(`${name} does not see ${act} done`);
  }

  function mustGrow(what: string, version: string | undefined) {
    if (version === undefined) return;
    const number = Number(version.split('.')[1]);
    assert.ok(number >= (newest.get(what) ?? 0), `${name} sees an older ${what}: ${version}`);
    newest.set(what, number);
  }

  /** A reviewer opens what was submitted last. */
  function follow() {
    if (!isReviewer) return;
    selection.see();
    const id = books.state.subscriptions[SUBSCRIPTION]!.submissionIds.at(-1);
    if (!id || opened?.id === id) return;
    opened?.close();
    opened = { id, close: store.openReview(id) };
  }
}

function developerButtons(store: PipelineStore, knob: number): Button[] {
  const { value } = store.state.snapshot;
  if (!value) return [];
  const base = `/subscriptions/${SUBSCRIPTION}`;
  const inputs: Record<string, unknown> = {
    rotate_secret: knob % 2 === 0 ? {} : { overlapSeconds: 3_600 },
  };
  const buttons = developerActs
    .filter((act) => permit(value, act).ok)
    .map((act): Button => {
      const [verb, lane] = act.split(':') as [string, Lane];
      const credential = value.credentials[lane];
      const old = credential?.secrets.find(({ validUntil }) => validUntil !== null);
      const tails: Record<string, string> = {
        create_credentials: '',
        regenerate: '/regenerate',
        rotate_secret: '/rotate-secret',
        retire_secret: '/retire-secret',
        generate_token: '/token',
      };
      return {
        act,
        path: `${base}/credentials/${lane}${tails[verb]}`,
        input: verb === 'retire_secret' ? { secretId: old?.id } : inputs[verb],
        seen: seenOf(value, act),
      };
    });
  if (permit(value, 'submit').ok) buttons.push(submitButton(value, base));
  return buttons;
}

/** What a person sees of the thing that an act changes. */
function seenOf({ credentials, submission }: Snapshot, act: Act): string {
  if (act === 'submit') return submission?.id ?? '';
  const credential = credentials[act.split(':')[1] as Lane];
  return JSON.stringify(credential && [credential.id, credential.secrets]);
}

const submitButton = (value: Snapshot, base: string): Button => ({
  act: 'submit',
  path: `${base}/submissions`,
  input: { answers: {}, formVersion: null },
  seen: seenOf(value, 'submit'),
});

function decisionButtons(
  store: PipelineStore,
  submissionId: string | undefined,
  knob: number,
): Button[] {
  const detail = submissionId ? store.state.reviews.get(submissionId)?.value : undefined;
  if (!detail || !submissionId) return [];
  return decisions
    .filter((act) => permitReview(detail, act).ok)
    .map((act) => ({
      act,
      path: `/reviews/${submissionId}/decision`,
      seen: detail.version,
      input: {
        submissionId,
        version: detail.version,
        notes: act === 'request_changes' || knob % 2 === 0 ? `Note ${knob}` : null,
        fieldNotes: [],
      } satisfies DecisionInput,
    }));
}
