import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SubmissionSelectEvent } from '../../connect/events.js';
import type { Strings } from '../../connect/strings.js';
import { WordsController } from '../../connect/words-controller.js';
import type { DecisionAction } from '../../contract/index.js';
import { activity } from '../../i18n/en/activity.js';
import { errors } from '../../i18n/en/errors.js';
import { panel } from '../../i18n/en/panel.js';
import { shared } from '../../i18n/en/shared.js';
import { testData } from '../../i18n/en/test-data.js';
import type { PipelineStore } from '../../store/index.js';
import { Announcer } from '../../ui/announcer.js';
import { Copier } from '../../ui/copier.js';
import { MinuteTicker } from '../../ui/minute-ticker.js';
import { Modal } from '../../ui/modal.js';
import { permitReview } from '../../rules/permit.js';
import { renderQuestion } from './decision.view.js';
import { isTooLong, type ReviewNotes } from './notes-keeper.js';
import { ReviewController } from './review-controller.js';
import { reviewPanelStyles } from './review-panel.styles.js';
import { renderPanel } from './review-panel.view.js';
import type { PanelModel, PanelState } from './model.js';
import { outcomes } from './sight.js';

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

  #words = new WordsController(this, { panel, shared, errors, activity, testData });
  #announcer = new Announcer(this);
  #review = new ReviewController(this, {
    isAsking: () => this.view.asked !== undefined,
    onNews: () => this.#announcer.announce(this.#words.say('panel.changedTitle')),
    onDone: (act, { snapshot: { name } }) => {
      const outcome = this.#words.say(`shared.${outcomes[act]}`);
      this.#announcer.announce(this.#words.say('panel.done', { name, outcome }));
    },
  });
  #ticker = new MinuteTicker(this);
  #copier = new Copier(this);
  #modal = new Modal(this);
  #focused: Element | null | undefined;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('submission')) this.view = { onlyChanges: this.view.onlyChanges };
  }

  protected override update(changed: PropertyValues) {
    this.#focused = this.shadowRoot!.activeElement;
    super.update(changed);
  }

  protected override updated() {
    // What had the focus went away; the reviewer goes on where it says why.
    if (!this.#focused || this.#focused.isConnected || this.shadowRoot!.activeElement) return;
    this.#goTo('banner', 'outcome', this.#review.sending ?? '', 'title');
  }

  override render() {
    const { id, detail, news, groups, written, error, isLoading, sending, failure } = this.#review;
    const { store } = this.#review;
    const { asked } = this.view;
    const model: PanelModel = {
      ...this.view,
      ...{ id, detail, news, groups, written, error, isLoading, sending, failure },
      now: store?.now() ?? 0,
      targetHours: this.targetHours,
      words: this.#words,
      copier: this.#copier,
      change: this.#change,
      write: this.#write,
      ask: this.#ask,
      decide: this.#decide,
      lookAtNews: this.#lookAtNews,
      discard: () => this.#review.discard(),
      copy: this.#copy,
      select: this.#select,
      retry: () => void store?.refresh(),
    };
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

  /** `focus` is the id of what the reviewer goes on with. */
  #change = (change: Partial<PanelState>, focus?: string) => {
    this.view = { ...this.view, ...change };
    if (focus) void this.#focus(focus);
  };

  #write = (written: ReviewNotes) => {
    this.#review.write(written);
    this.#change({ isMissing: false });
  };

  #ask = (act: DecisionAction) => {
    const { notes, fieldNotes } = this.#review.written;
    const isMissing = act === 'request_changes' && !notes.trim();
    const composing = fieldNotes.find(({ note }) => isTooLong(note))?.fieldId;
    if (isMissing || isTooLong(notes)) this.#change({ isMissing }, 'notes');
    else if (composing) this.#change({ composing }, 'note');
    else this.#change({ asked: act });
  };

  #decide = async (act: DecisionAction) => {
    this.#change({ asked: undefined, composing: undefined });
    const error = await this.#review.decide(act);
    if (error?.code === 'notes_required') this.#change({ isMissing: true }, 'notes');
    await this.updateComplete;
    if (document.activeElement === document.body) this.#goTo('outcome');
  };

  #lookAtNews = () => {
    this.#review.lookAtNews();
    void this.#focus('title');
  };

  #copy: PanelModel['copy'] = async (key, value, name, node) => {
    const find = () => node ?? this.shadowRoot!.getElementById(key);
    const isDone = await this.#copier.copy(key, value, find);
    const phrase = isDone ? 'shared.copiedNamed' : 'shared.copyBlocked';
    this.#announcer.announce(this.#words.say(phrase, { name }));
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
