import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ActController } from '../../connect/act-controller.js';
import { ChangedEvent, SubmissionSelectEvent } from '../../connect/events.js';
import { StoreController } from '../../connect/store-controller.js';
import type { Strings } from '../../connect/strings.js';
import { WordsController } from '../../connect/words-controller.js';
import type { DecisionAction, ReviewDetail } from '../../contract/index.js';
import { activity } from '../../i18n/en/activity.js';
import { errors } from '../../i18n/en/errors.js';
import { panel } from '../../i18n/en/panel.js';
import { shared } from '../../i18n/en/shared.js';
import { testData } from '../../i18n/en/test-data.js';
import type { DecisionInput, PipelineStore } from '../../store/index.js';
import { Announcer } from '../../ui/announcer.js';
import { Copier } from '../../ui/copier.js';
import { MinuteTicker } from '../../ui/minute-ticker.js';
import { Modal } from '../../ui/modal.js';
import { permitReview } from '../../rules/permit.js';
import { compareAnswers, type AnswerGroup } from './answers-diff.js';
import { renderQuestion } from './decision.view.js';
import {
  createNotesKeeper,
  filledNotes,
  isBlank,
  isTooLong,
  type ReviewNotes,
} from './notes-keeper.js';
import { reviewPanelStyles } from './review-panel.styles.js';
import { renderPanel } from './review-panel.view.js';
import type { PanelModel, PanelState } from './model.js';
import { isOtherVersion, look, outcomes, wasDone, type Failure } from './sight.js';

/**
 * @summary One submission for its reviewer: answers, what changed since the last attempt, test data,
 *   the state of the credentials, history, and the decision. It carries the version that was seen;
 *   what the reviewer wrote outlives every failure, a change by others, and a reload.
 *
 * @fires golive-action - Before a decision; may be prevented
 * @fires golive-changed - After a decision
 * @fires golive-submission-select - The reviewer wants to see another attempt
 *
 * @csspart title - The name of the subscription
 * @csspart banner - What others changed meanwhile
 * @csspart outcome - How it was decided
 * @csspart decision - Notes and buttons to decide with
 * @csspart dialog - The question before a decision
 * @csspart error - What failed, and why
 */
export class ReviewPanel extends LitElement {
  static override styles = reviewPanelStyles;

  /** The store to show; the nearest provider's when absent. */
  @property({ attribute: false }) store?: PipelineStore;
  /** Phrases of the page's own. */
  @property({ attribute: false }) strings?: Strings;
  /** The id of the submission to show. */
  @property() submission?: string;
  /** Hours after which a waiting submission is late. */
  @property({ type: Number, attribute: 'target-hours' }) targetHours = 48;

  @state() private view: PanelState = { onlyChanges: true };

  #slice = new StoreController(
    this,
    ({ reviews }) => ({ review: reviews.get(this.#id) }),
    () => () => this.#open(),
  );
  #words = new WordsController(this, { panel, shared, errors, activity, testData });
  #acts = new ActController(this, () => this.#slice.store);
  #announcer = new Announcer(this);
  #ticker = new MinuteTicker(this);
  #copier = new Copier(this);
  #modal = new Modal(this);
  #keeper = createNotesKeeper();
  /** What is on the screen; a decision carries its version. */
  #seen: ReviewDetail | undefined;
  #groups: AnswerGroup[] = [];
  /** The newer version that was announced. */
  #toldOf: string | undefined;
  /** The decision under way. */
  #sending: { id: string; act: DecisionAction } | undefined;
  /** Decisions that failed, by submission. */
  #failures = new Map<string, Failure>();
  #opened: { store: PipelineStore; id: string; close: () => void } | undefined;
  #focused: Element | null | undefined;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('submission')) this.view = { onlyChanges: this.view.onlyChanges };
  }

  protected override update(changed: PropertyValues) {
    this.#open(this.#slice.store, this.submission);
    this.#look();
    this.#focused = this.shadowRoot!.activeElement;
    super.update(changed);
  }

  protected override updated() {
    // What had the focus went away; the reviewer goes on where it says why.
    if (!this.#focused || this.#focused.isConnected || this.shadowRoot!.activeElement) return;
    this.#goTo('banner', 'outcome', this.#sending?.act ?? 'title');
  }

  override render() {
    const model = this.#model();
    const { detail, asked } = model;
    const question = detail && asked && permitReview(detail, asked).ok ? asked : undefined;
    return [
      renderPanel(model),
      this.#modal.render(
        question && {
          labelledBy: 'question',
          describedBy: 'effect',
          alert: true,
          content: renderQuestion(model, detail!, question),
          onCancel: () => this.#change({ asked: undefined }),
        },
      ),
      this.#announcer.render(),
    ];
  }

  get #id() {
    return this.submission ?? '';
  }

  #model(): PanelModel {
    const { value: { review } = {}, store } = this.#slice;
    const id = this.#id;
    const detail = this.#seen;
    const isSendingThis = this.#sending?.id === id;
    return {
      ...this.view,
      id,
      detail,
      news:
        detail && review?.value && isOtherVersion(detail, review.value) && !isSendingThis
          ? review.value
          : undefined,
      groups: this.#groups,
      written: this.#keeper.get(id),
      error: review?.error,
      isLoading: review?.loading ?? false,
      sending: this.#sending && (isSendingThis ? this.#sending.act : 'other'),
      failure: this.#failures.get(id),
      now: store?.now() ?? 0,
      targetHours: this.targetHours,
      words: this.#words,
      copier: this.#copier,
      change: this.#change,
      write: this.#write,
      ask: this.#ask,
      decide: this.#decide,
      lookAtNews: this.#lookAtNews,
      discard: this.#discard,
      copy: this.#copy,
      select: this.#select,
      retry: () => void store?.refresh(),
    };
  }

  /** Opens what is to be shown before it closes what was, so that what they share goes on. */
  #open(store?: PipelineStore, id?: string) {
    const before = this.#opened;
    if (before?.store === store && before?.id === id) return;
    this.#opened = store && id ? { store, id, close: store.openReview(id) } : undefined;
    before?.close();
  }

  /** Decides whether what came in takes the place of what the reviewer looks at. */
  #look() {
    const now = this.#slice.value?.review?.value;
    if (now && this.#sending?.id === this.#id) return;
    const failed = this.#failures.get(this.#id);
    if (now && failed && wasDone(failed, now)) this.#finish(failed.act, now, true);
    const before = this.#seen;
    const { asked } = this.view;
    const hasOwn = Boolean(asked ?? failed) || !isBlank(this.#keeper.get(this.#id));
    const seen = now && look(before, now, hasOwn);
    this.#seen = seen;
    if (now && isOtherVersion(before, now) && now.version !== this.#toldOf) {
      this.#toldOf = now.version;
      this.#announcer.announce(this.#words.say('panel.changedTitle'));
    }
    if (!seen || seen === before) return;
    const { submission, previous } = seen;
    const noted = [previous?.review, submission.review].flatMap(
      (review) => review?.fieldNotes ?? [],
    );
    this.#groups = compareAnswers(
      submission,
      previous,
      noted.map(({ fieldId }) => fieldId),
    );
  }

  /** `focus` is the id of what the reviewer goes on with. */
  #change = (change: Partial<PanelState>, focus?: string) => {
    this.view = { ...this.view, ...change };
    if (focus) void this.#focus(focus);
  };

  #write = (written: ReviewNotes) => {
    this.#keeper.set(this.#id, written);
    this.#change({ isMissing: false });
  };

  #ask = (act: DecisionAction) => {
    const { notes, fieldNotes } = this.#keeper.get(this.#id);
    const isMissing = act === 'request_changes' && !notes.trim();
    const composing = fieldNotes.find(({ note }) => isTooLong(note))?.fieldId;
    if (isMissing || isTooLong(notes)) this.#change({ isMissing }, 'notes');
    else if (composing) this.#change({ composing }, 'note');
    else this.#change({ asked: act });
  };

  #decide = async (act: DecisionAction) => {
    const { submission, version } = this.#seen!;
    if (this.#sending) return;
    const { id } = submission;
    const written = this.#keeper.get(id);
    const input: DecisionInput = {
      submissionId: id,
      version,
      notes: written.notes.trim() ? written.notes : null,
      fieldNotes: filledNotes(written),
    };
    this.#sending = { id, act };
    this.#failures.delete(id);
    this.#change({ asked: undefined, composing: undefined });
    const result = await this.#acts.run(act, input);
    this.#sending = undefined;
    if (result?.ok) this.#finish(act, result.value);
    else if (result?.error.code === 'notes_required') this.#change({ isMissing: true }, 'notes');
    else if (result) this.#failures.set(id, { act, input, error: result.error });
    this.requestUpdate();
    await this.updateComplete;
    if (result?.ok && document.activeElement === document.body) this.#goTo('outcome');
  };

  /** A decision stands; when its answer got lost, the page has not been told. */
  #finish(act: DecisionAction, { submission: { id }, snapshot }: ReviewDetail, wasLost = false) {
    this.#keeper.drop(id);
    this.#failures.delete(id);
    if (id === this.#id) this.#seen = undefined;
    const outcome = this.#words.say(`shared.${outcomes[act]}`);
    this.#announcer.announce(this.#words.say('panel.done', { name: snapshot.name, outcome }));
    if (!wasLost) return;
    const { phase, version } = snapshot;
    this.#slice.store?.touchQueue();
    this.dispatchEvent(new ChangedEvent({ action: act, phase, version }));
  }

  #lookAtNews = () => {
    this.#seen = undefined;
    this.#failures.delete(this.#id);
    this.#change({}, 'title');
  };

  #discard = () => {
    this.#keeper.drop(this.#id);
    this.#failures.delete(this.#id);
    this.requestUpdate();
  };

  #copy: PanelModel['copy'] = async (key, value, name, node) => {
    const done = await this.#copier.copy(
      key,
      value,
      () => node ?? this.shadowRoot!.getElementById(key),
    );
    const text = this.#words.say(done ? 'shared.copiedNamed' : 'shared.copyBlocked', { name });
    this.#announcer.announce(text);
  };

  #select = (submissionId: string) => {
    this.submission = submissionId;
    this.dispatchEvent(new SubmissionSelectEvent(submissionId));
  };

  /** Focuses something once it is drawn. */
  async #focus(id: string) {
    await this.updateComplete;
    this.#goTo(id);
  }

  /** To the first of these that is there. */
  #goTo(...ids: string[]) {
    const found = ids.map((id) => this.shadowRoot!.getElementById(id)).find(Boolean);
    found?.focus();
  }
}
