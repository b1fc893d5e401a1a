import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ActionEvent } from '../../connect/events.js';
import type { WordsController } from '../../connect/words-controller.js';
import { NOTES_LIMIT } from '../../contract/review.js';
import { outcomeByAction } from '../../contract/words.js';
import { queueBulk } from '../../i18n/en/queue-bulk.js';
import { joined } from '../../i18n/words.js';
import type { PipelineStore } from '../../store/index.js';
import { Modal } from '../../ui/modal.js';
import { BulkRun, type Lost } from './bulk-run.js';
import { renderBar, renderQuestion } from './bulk.view.js';
import type { BulkWords, QueueSections } from './model.js';
import { NOTHING_SELECTED, type BulkAction, type Chosen, type Selection } from './selection.js';

/** The queue that several are selected in. */
export interface BulkHooks {
  words: WordsController<QueueSections>;
  store: () => PipelineStore | undefined;
  selection: () => Selection;
  onSelection: (selection: Selection) => void;
  announce: (text: string) => void;
}

/** Several submissions under one decision: the question, the notes, the way through, what came of it. */
export class Bulk implements ReactiveController {
  asked: BulkAction | undefined;
  notes = '';
  /** Notes are missing that the decision needs. */
  isMissing = false;
  /** The last one, while any of its submissions may be selected. */
  run: BulkRun | undefined;
  action: BulkAction = 'approve';
  readonly hooks: BulkHooks;
  readonly words: BulkWords;
  #host: ReactiveControllerHost & HTMLElement;
  #modal: Modal;
  #lost: Lost | undefined;
  /** How many are known to be selected. */
  #told = 0;
  /** The store of the last run; what another one answers late is told to nobody. */
  #about: PipelineStore | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, hooks: BulkHooks) {
    this.#host = host;
    this.hooks = hooks;
    this.words = hooks.words.add({ queue: queueBulk });
    this.#modal = new Modal(host);
    host.addController(this);
  }

  hostUpdate() {
    const { run } = this;
    const count = this.chosen.length;
    // What came of all is told until others are selected; what came of some, while these are.
    if (run && !run.isRunning && run.isDone !== (count === 0)) this.run = undefined;
    if (count !== this.#told && !this.run)
      this.hooks.announce(this.words.say('queue.selected', { count }));
    this.#told = count;
  }

  hostDisconnected() {
    this.stop();
  }

  /** For another store: its submissions may have the same ids. */
  forget() {
    this.stop();
    this.run = this.asked = this.#lost = this.#about = undefined;
    this.notes = '';
  }

  get chosen(): Chosen[] {
    return [...this.hooks.selection().values()];
  }

  get isTooLong(): boolean {
    return [...this.notes].length > NOTES_LIMIT;
  }

  render() {
    const { asked } = this;
    return [
      renderBar(this),
      this.#modal.render(
        asked && {
          labelledBy: 'bulk-title',
          describedBy: 'bulk-effect',
          content: renderQuestion(this, asked),
          onCancel: () => this.ask(undefined),
        },
      ),
    ];
  }

  ask = (action: BulkAction | undefined) => {
    this.asked = action;
    this.isMissing = false;
    this.#host.requestUpdate();
  };

  write = (notes: string) => {
    this.notes = notes;
    this.isMissing &&= !notes.trim();
    this.#host.requestUpdate();
  };

  clear = () => {
    this.run = undefined;
    this.#host.requestUpdate();
    this.hooks.onSelection(NOTHING_SELECTED);
    void this.#goOn();
  };

  /** The second press: sends it, unless the page stops it. */
  confirm = (action: BulkAction) => {
    const store = this.hooks.store();
    const { chosen, isTooLong } = this;
    const notes = this.notes.trim() ? this.notes : null;
    this.isMissing = action === 'request_changes' && notes === null;
    this.#host.requestUpdate();
    if (this.isMissing || isTooLong) return this.#modal.focus('textarea');
    this.asked = undefined;
    if (!store || chosen.length === 0 || this.run?.isRunning) return;
    const items = chosen.map(({ submissionId, version }) => ({ submissionId, version }));
    if (!this.#host.dispatchEvent(new ActionEvent({ action, input: { notes, items } }))) return;
    this.action = action;
    this.#about = store;
    this.run = new BulkRun({
      send: (body, options) => store.adapter.decideMany(body, options),
      wish: { outcome: outcomeByAction[action], notes },
      chosen,
      isWanted: ({ submissionId, version }) =>
        this.hooks.selection().get(submissionId)?.version === version,
      lost: this.#lost,
      onResults: (...results) => this.#about === store && this.#take(...results),
      onLost: () => store.touchQueue(),
      onChange: () => this.#host.requestUpdate(),
    });
    void this.start();
  };

  /** Starts the run, or goes on with it after a failure. */
  start = async () => {
    const { action, hooks } = this;
    const run = this.run!;
    const about = this.#about;
    const ended = run.start();
    await this.#goOn();
    await ended;
    if (about !== this.#about) return;
    this.#lost = run.lost;
    if (run.error) hooks.store()?.report(run.error, action);
    else if (run.isDone) this.notes = '';
    if (!run.error) hooks.announce(this.summaryOf(run));
    about?.touchQueue(run.done);
    await this.#goOn();
  };

  stop = () => this.run?.isRunning && this.run.stop();

  /** What came of the run, in words. */
  summaryOf({ answered, failed, total, isStopped }: BulkRun): string {
    const { action, words } = this;
    const done = words.say(`queue.${action}Done`, { count: answered });
    const refused = words.say(`queue.${action}Failed`, { failed, total: answered });
    const rest = words.say('queue.stopped', { done: answered, total });
    return joined([failed > 0 ? refused : done, isStopped && answered < total ? rest : '']);
  }

  #take(done: readonly string[], failed: ReadonlyMap<string, string>) {
    const next = new Map(this.hooks.selection());
    for (const submissionId of done) next.delete(submissionId);
    for (const [submissionId, problem] of failed) {
      const chosen = next.get(submissionId);
      if (chosen) next.set(submissionId, { ...chosen, problem });
    }
    this.hooks.onSelection(next);
  }

  /** What had the focus may be gone: it goes on in the bar, or in the list once that is gone too. */
  async #goOn() {
    await this.#host.updateComplete;
    const root = this.#host.shadowRoot!;
    if (root.activeElement && !root.activeElement.matches('#bulk')) return;
    if (document.activeElement !== this.#host && document.activeElement !== document.body) return;
    const next = root.getElementById('bulk') ?? root.getElementById('list');
    // Either is in sight, and a list that is longer than its pane would move under the person.
    next?.focus({ preventScroll: true });
  }
}
