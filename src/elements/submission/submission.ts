import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { PipelineError } from '../../adapter/index.js';
import {
  ActController,
  StoreController,
  WordsController,
  type Strings,
  type Words,
} from '../../connect/index.js';
import type { Form, SubmissionBody } from '../../contract/index.js';
import { errors } from '../../i18n/en/errors.js';
import { fields } from '../../i18n/en/fields.js';
import { shared } from '../../i18n/en/shared.js';
import { submission } from '../../i18n/en/submission.js';
import type { PhraseKey } from '../../i18n/words.js';
import type { PipelineStore } from '../../store/index.js';
import { Announcer } from '../../ui/announcer.js';
import { Modal } from '../../ui/modal.js';
import type { FieldServices } from './field.view.js';
import { FormFilling } from './form-filling.js';
import { FormReader, type Material } from './form-reader.js';
import { firstMisfit, next, placeOf, refuse, submissionOf } from './form-state.js';
import { renderForm } from './form.view.js';
import { askToLeave } from './leave.view.js';
import { LongLists } from './long-lists.js';
import { selectSubmission } from './submission-slice.js';
import { submissionStyles } from './submission.styles.js';
import { renderCard } from './submission.view.js';
import { UploadController } from './upload-controller.js';

const words = { submission, fields, shared, errors };
export type SubmissionWords = Words<typeof words>;

/**
 * @summary Submit for Review: what is still missing, the plan's form in steps with a review at the
 *   end, and Submitted for Review afterwards. A plan without a form is submitted straight away; for
 *   a plan without a pipeline it shows nothing.
 *
 * @fires {ActionEvent} golive-action - Before the submission; a page may prevent it
 * @fires {ChangedEvent} golive-changed - After the submission
 * @fires {Event} toggle - The form was opened or closed, as the state `open` says
 *
 * @cssstate open - The form is open in place of the card, and has a use for more room
 *
 * @csspart card - The card
 * @csspart submit - The button Submit for Review of the card
 * @csspart form - The form
 * @csspart step - One entry of the list of steps
 * @csspart summary - What is wrong, in the open step or in the whole form
 * @csspart newer - The offer of a newer draft
 * @csspart changed - What of the answers another version of the form can't take
 * @csspart notes - The reviewer's notes on the whole
 * @csspart field - One question
 * @csspart group - The answers of one step in the review
 * @csspart forward - The button to the next step, at last Submit for Review
 * @csspart dialog - The question before what is saved nowhere is left
 */
export class SubmissionForm extends LitElement {
  static override styles = submissionStyles;

  /** The store to show; the nearest provider's when absent. */
  @property({ attribute: false }) store?: PipelineStore;
  /** Phrases of the page's own. */
  @property({ attribute: false }) strings?: Strings;

  #internals = this.attachInternals();
  #slice = new StoreController(this, selectSubmission, (store) => this.#follow(store));
  #acts = new ActController(this, () => this.#slice.store);
  #words = new WordsController(this, words);
  #announcer = new Announcer(this);
  #reader = new FormReader(this, this.#slice, (material) => this.#take(material));
  #filling = new FormFilling(this, this.#slice, {
    say: (phrase, params) => this.#say(phrase, params),
    onMoved: () => this.#acts.dismiss(),
    onDraft: (draft) => this.#reader.keep(draft),
    onLeft: () => this.#focusOn('begin'),
    onSubmitted: () => this.#onRefresh(),
  });
  #modal = new Modal(this);
  #services: FieldServices = {
    uploads: new UploadController(this, {
      store: () => this.#slice.store,
      onDone: (fieldId, answer) => this.#filling.enter(fieldId, answer),
      say: (phrase, name) =>
        this.#announcer.announce(this.#words.say(`fields.${phrase}`, { name })),
    }),
    lists: new LongLists(this),
    focus: (id) => this.shadowRoot!.getElementById(id)?.focus(),
  };
  #followed: PipelineStore | undefined;
  /** The form was asked for before it was there. */
  #isWanted = false;
  /** The field to open it at. */
  #target: string | undefined;

  /** Opens the form, at the step of a field if one is named. Does nothing while it can't be sent. */
  openAt(fieldId?: string) {
    const { stage, refusal, hasForm } = this.#slice.value ?? {};
    if (stage !== 'open' || refusal !== undefined) return;
    this.#target = fieldId;
    if (hasForm) this.#open();
    else this.#focusOn('begin');
  }

  protected override willUpdate() {
    const { states } = this.#internals;
    const isOpen = this.#filling.state !== undefined;
    this.#filling.hold(this.#services.uploads.codes);
    if (!isOpen) this.#services.uploads.clear();
    if (isOpen === states.has('open')) return;
    states[isOpen ? 'add' : 'delete']('open');
    this.dispatchEvent(new Event('toggle'));
  }

  override render() {
    const filling = this.#filling;
    const { state, isAsking } = filling;
    const slice = this.#slice.value;
    const { material } = this.#reader;
    const shared = {
      words: this.#words,
      isPending: this.#acts.pending !== undefined,
      problem: this.#problem,
    };
    const shown = state
      ? renderForm({
          ...shared,
          state,
          filling,
          flow: filling.flow,
          services: this.#services,
          review: slice?.returned,
          refusal: slice?.refusal,
          onForward: this.#onForward,
        })
      : renderCard({
          ...shared,
          slice,
          form: material?.form,
          draft: material?.draft,
          isPending: shared.isPending || (this.#isWanted && this.#reader.isLoading),
          onPress: this.#onBegin,
        });
    const question = isAsking ? askToLeave(this.#words, filling.leave, filling.stay) : undefined;
    return html`${shown}${this.#modal.render(question)}${this.#announcer.render()}`;
  }

  get #problem() {
    const { failure } = this.#acts;
    const { error, isKnown } = this.#slice.value ?? {};
    const problem = (of: PipelineError, title: PhraseKey<typeof words>, onRetry: () => void) => ({
      error: of,
      title: this.#words.say(title),
      onRetry,
    });
    if (failure) return problem(failure.error, 'submission.submitFailed', this.#onSend);
    if (this.#reader.error)
      return problem(this.#reader.error, 'submission.formFailed', this.#reader.run);
    return error && !isKnown ? problem(error, 'submission.failed', this.#onRefresh) : undefined;
  }

  /** Another store is about another subscription: nothing of this one may stay. */
  #follow(store: PipelineStore) {
    if (this.#followed !== store) this.#drop();
    this.#followed = store;
    return this.#filling.drafts.follow(store);
  }

  /** Opens the form if it waited for this, or changes the one that is open. */
  #take(material: Material) {
    const wasRefused = this.#acts.failure !== undefined;
    if (this.#isWanted && !this.#filling.state) this.#begin(material);
    else if (!this.#filling.take(material.form)) return;
    else if (wasRefused) this.#lookOver();
    else this.#say('formChanged');
  }

  /** The notice of what changed in the form takes the place of the failure it caused. */
  #lookOver() {
    this.#acts.dismiss();
    this.#focusOn('changed');
  }

  #open() {
    const { material } = this.#reader;
    this.#isWanted = true;
    if (this.#filling.state || material) this.#begin(material);
    else if (this.#reader.error) this.#reader.run();
    this.requestUpdate();
  }

  #begin(material: Material | undefined) {
    const target = this.#target;
    this.#isWanted = false;
    this.#target = undefined;
    if (material?.form && !this.#filling.state)
      this.#filling.open(material as Material & { form: Form });
    if (this.#filling.state) this.#filling.goTo(target);
    else this.#focusOn('begin');
  }

  #focusOn(id: string) {
    this.#filling.flow.focusOn(id);
  }

  #say(phrase: keyof typeof submission, params?: Record<string, string | number>) {
    this.#announcer.announce(this.#words.say(`submission.${phrase}`, params));
  }

  async #submit(body: SubmissionBody) {
    const last = this.#slice.value?.submission?.id;
    const result = await this.#acts.run('submit', body);
    if (!result) return;
    const sent = this.#slice.store?.state.snapshot.value?.submission;
    if (result.ok || (result.error.outcomeUnknown && sent && sent.id !== last)) {
      this.#filling.finish();
      this.#drop();
      this.#focusOn('begin');
      if (sent) this.#say('sent', { attempt: sent.attempt });
      return;
    }
    const { state, flow } = this.#filling;
    const { code, errors: wrong } = result.error;
    if (code === 'form_changed') {
      // The snapshot may have told of the new form before this answer came.
      if (state && state.form.version !== body.formVersion) this.#lookOver();
      else this.#reader.run();
    }
    if (!state || wrong.length === 0) return;
    // The summary takes the place of the failure.
    this.#acts.dismiss();
    const said = wrong.map((each) => [placeOf(each.pointer), each.code] as const);
    flow.change((now) => refuse(now, said), 'summary');
  }

  #drop() {
    this.#filling.drop();
    this.#isWanted = false;
    this.#acts.dismiss();
  }

  #onBegin = () => {
    const { hasForm } = this.#slice.value!;
    if (hasForm && this.#reader.material?.form !== null) this.#open();
    else void this.#submit({ answers: {}, formVersion: null });
  };

  #onSend = () => (this.#filling.state ? this.#onForward() : this.#onBegin());

  #onRefresh = () => void this.#slice.store?.refresh();

  #onForward = () => {
    const { state, flow } = this.#filling;
    const isLast = state!.at === state!.form.steps.length;
    const after = isLast ? firstMisfit(state!) : next(state!);
    if (after) flow.change(() => after, after.summary ? 'summary' : 'heading');
    else if (this.#slice.value?.refusal === undefined) void this.#submit(submissionOf(state!));
  };
}
