import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SubmissionSelectEvent } from '../../connect/events.js';
import { adoptStyles, OnDemand } from '../../connect/on-demand.js';
import { StoreElement } from '../../connect/store-element.js';
import { ToggledState } from '../../connect/toggled-state.js';
import { WordsController } from '../../connect/words-controller.js';
import type { DecisionAction, ReviewDetail } from '../../contract/index.js';
import { outcomeByAction } from '../../contract/words.js';
import { reviewErrors as errors } from '../../i18n/en/review-errors.js';
import { panel } from '../../i18n/en/panel.js';
import { shared } from '../../i18n/en/shared.js';
import { permitReview } from '../../rules/permit.js';
import { Announcer } from '../../ui/announcer.js';
import { Copier } from '../../ui/copier.js';
import { MinuteTicker } from '../../ui/minute-ticker.js';
import type { Modal } from '../../ui/modal.js';
import type { DetailModel, DetailWords, PanelModel, PanelState } from './model.js';
import { isTooLong, type ReviewNotes } from './notes-keeper.js';
import type * as panelPart from './panel-part.js';
import { ReviewController } from './review-controller.js';
import { reviewPanelStyles } from './review-panel.styles.js';
import { renderNone, renderUnseen } from './review-panel.view.js';
import type { ReviewTemplate } from './templates.js';

export type { ReviewTemplate } from './templates.js';

/**
 * @summary One submission for its reviewer: answers, what changed since the last attempt, test data,
 *   the state of the credentials, history, and the decision. It carries the version that was seen;
 *   what the reviewer wrote outlives every failure, a change by others, and a reload.
 *
 * @fires {ActionEvent} golive-action - Before a decision; may be prevented
 * @fires {ChangedEvent} golive-changed - After a decision
 * @fires {SubmissionSelectEvent} golive-submission-select - The reviewer wants to see another attempt
 * @fires {Event} toggle - There is a decision to tell of that failed elsewhere, or no more, as the state `unseen` says
 *
 * @cssstate unseen - A decision failed on a submission that the reviewer has left
 *
 * @csspart title - The name of the subscription
 * @csspart banner - What others changed meanwhile
 * @csspart outcome - How it was decided
 * @csspart decision - Notes and buttons to decide with
 * @csspart table - The test data
 * @csspart row - One entry of the test data
 * @csspart value - The value of an entry
 * @csspart list - The history
 * @csspart entry - One entry of the history
 * @csspart dialog - The question before a decision
 * @csspart error - What failed, and why
 */
export class ReviewPanel extends StoreElement {
  static override styles = reviewPanelStyles;

  /** The id of the submission to show. */
  @property() submission?: string | undefined;
  /** Hours after which a waiting submission is late. */
  @property({ type: Number, attribute: 'target-hours' }) targetHours = 48;
  /** Texts of the page's own to begin notes with. */
  @property({ attribute: false }) templates: readonly ReviewTemplate[] = [];
  /** Shows the keys that whoever put this element into the page lets begin a decision. */
  @property({ type: Boolean }) shortcuts = false;

  @state() private view: PanelState = { onlyChanges: true };

  #unseen = new ToggledState(this, 'unseen');
  #words = new WordsController(this, { panel, shared, errors });
  #announcer = new Announcer(this);
  #review = new ReviewController(this, {
    isAsking: () => this.view.asked !== undefined,
    onNews: () => this.#announcer.announce(this.#words.say('panel.changedTitle')),
    onDone: (act, { snapshot: { name } }) => {
      const outcome = this.#words.say(`shared.${outcomeByAction[act]}`);
      this.#announcer.announce(this.#words.say('panel.done', { name, outcome }));
    },
    onOtherStore: () => this.#begin(),
  });
  #ticker = new MinuteTicker(this);
  #copier = new Copier(this);
  #loader = new OnDemand(this, () => import('./panel-part.js'), {
    onLoaded: (part) => {
      adoptStyles(this, part.panelPartStyles);
      const words = this.#words.add(part.panelPartWords);
      this.#part = { ...part, words, modal: new part.Modal(this) };
    },
  });
  /** Undefined until it is fetched. */
  #part: (typeof panelPart & { words: DetailWords; modal: Modal }) | undefined;
  #focused: Element | null | undefined;
  /** What had the focus is gone, and there was nothing to give it to. */
  #isLost = false;

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('submission')) return;
    this.#begin();
    // At the same time as the submission itself, and again where that failed before.
    if (this.submission) this.#loader.load();
  }

  protected override update(changed: PropertyValues) {
    this.#focused = this.shadowRoot!.activeElement;
    const { asked } = this.view;
    const { detail } = this.#review;
    // It closed, for it can't be answered any more: it must not open by itself once it can again.
    if (asked && detail && !permitReview(detail, asked).ok)
      this.view = { ...this.view, asked: undefined };
    super.update(changed);
  }

  protected override updated() {
    this.#loader.expect();
    this.#unseen.set(this.#review.unseen !== undefined);
    this.#isLost ||= Boolean(this.#focused && !this.#focused.isConnected);
    // It has found another place, or another element has it.
    if (this.shadowRoot!.activeElement || document.activeElement !== document.body)
      this.#isLost = false;
    // What had the focus went away; the reviewer goes on where it says why, once that is there.
    if (this.#isLost)
      this.#isLost = !this.#goTo('banner', 'outcome', this.#review.sending ?? '', 'title');
  }

  /**
   * Begins a decision as a press on its button does: asks for the missing notes, or whether it is
   * meant. It never decides. False where the button could not be pressed.
   */
  begin(action: DecisionAction): boolean {
    if (!this.#part || this.view.asked || !this.#review.canBegin(action)) return false;
    this.#ask(action);
    return true;
  }

  override render() {
    const { id, detail, unseen } = this.#review;
    const { asked } = this.view;
    const part = this.#part;
    const model = { ...this.#source, id, unseen, words: this.#words, select: this.#select };
    const open = part && detail && this.#modelOf(detail, { ...model, words: part.words }, part);
    return [
      renderUnseen(model),
      open ? part.renderDetail(open) : renderNone(model),
      part?.modal.render(
        open &&
          asked && {
            labelledBy: 'question',
            describedBy: 'effect',
            alert: true,
            content: part.renderQuestion(open, asked),
            onCancel: () => this.#change({ asked: undefined }),
          },
      ),
      this.#announcer.render(),
    ];
  }

  /** Where the submission comes from, and what shows it. */
  get #source(): Pick<PanelModel, 'error' | 'isLoading' | 'retry'> {
    const { error, isLoading, store } = this.#review;
    const loader = this.#loader;
    if (loader.error && !error)
      return { error: loader.error, isLoading: loader.isLoading, retry: this.#load };
    return { error, isLoading, retry: () => void store?.refresh() };
  }

  #modelOf(
    detail: ReviewDetail,
    model: PanelModel & { words: DetailWords },
    { groupsOf }: typeof panelPart,
  ): DetailModel {
    const { news, written, sending, failure, isUnkept, store } = this.#review;
    return {
      ...model,
      ...this.view,
      ...{ detail, news, written, sending, failure, isUnkept },
      groups: groupsOf(detail, written),
      now: store?.now() ?? 0,
      targetHours: this.targetHours,
      templates: this.templates,
      shortcuts: this.shortcuts,
      copier: this.#copier,
      change: this.#change,
      write: this.#write,
      ask: this.#ask,
      decide: this.#decide,
      lookAtNews: this.#lookAtNews,
      discard: () => this.#review.discard(),
      insert: this.#insert,
      goOn: this.#goOn,
      copy: this.#copy,
    };
  }

  #load = () => {
    this.#loader.load();
    this.requestUpdate();
  };

  #begin() {
    this.view = { onlyChanges: this.view.onlyChanges };
  }

  /** `focus` is the id of what the reviewer goes on with. */
  #change = (change: Partial<PanelState>, focus?: string) => {
    this.view = { ...this.view, ...change };
    if (focus) void this.#focus(focus);
  };

  #write = (written: ReviewNotes) => {
    this.#review.write(written);
    this.#change({ isMissing: false, undo: undefined });
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
    this.#change({
      ...{ asked: undefined, composing: undefined, undo: undefined },
      showsTemplates: false,
    });
    const error = await this.#review.decide(act);
    if (error?.code === 'notes_required') this.#change({ isMissing: true }, 'notes');
    await this.updateComplete;
    if (document.activeElement === document.body) this.#goTo('outcome');
  };

  #lookAtNews = () => {
    this.#review.lookAtNews();
    void this.#focus('title');
  };

  #insert = (template: ReviewTemplate) => {
    const { written, detail } = this.#review;
    const field = this.shadowRoot!.getElementById('notes') as HTMLTextAreaElement;
    this.#part!.insertTemplate(field, template, detail!);
    this.#write({ ...written, notes: field.value });
    this.#change({ showsTemplates: false, undo: written.notes });
  };

  #goOn = (submissionId: string) => {
    this.#review.moveNotes(submissionId);
    this.#select(submissionId);
  };

  #copy: DetailModel['copy'] = async (key, value, name, node) => {
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

  /** To the first of these that is there. Whether there is one. */
  #goTo(...ids: string[]): boolean {
    const found = ids.map((id) => this.shadowRoot!.getElementById(id)).find(Boolean);
    found?.focus();
    return Boolean(found);
  }
}
