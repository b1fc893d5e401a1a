import { html } from 'lit';
import type { PipelineError } from '../../adapter/index.js';
import {
  ActController,
  StoreController,
  WordsController,
  type Words,
} from '../../connect/index.js';
import { StoreElement } from '../../connect/store-element.js';
import { ToggledState } from '../../connect/toggled-state.js';
import type { SubmissionBody } from '../../contract/index.js';
import { developerErrors as errors } from '../../i18n/en/developer-errors.js';
import type { fields } from '../../i18n/en/fields.js';
import { shared } from '../../i18n/en/shared.js';
import type { submissionForm } from '../../i18n/en/submission-form.js';
import { submission } from '../../i18n/en/submission.js';
import type { PhraseKey } from '../../i18n/words.js';
import type { PipelineStore } from '../../store/index.js';
import { Announcer } from '../../ui/announcer.js';
import { LoadNotice } from '../../ui/load-notice.js';
import { DraftChannel } from './draft-channel.js';
import { FormLoader } from './form-loader.js';
import type { FormPart } from './form-part.js';
import { FormReader, type Material } from './form-reader.js';
import { forgetDraft } from './resting-draft.js';
import { selectSubmission } from './submission-slice.js';
import { submissionStyles } from './submission.styles.js';
import { renderCard } from './submission.view.js';

const words = { submission, shared, errors };
export type CardSections = typeof words;
export type CardWords = Words<CardSections>;
/** With those that come with the form. */
export type SubmissionWords = Words<
  CardSections & { submission: typeof submissionForm; fields: typeof fields }
>;

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
 * @csspart error - What failed, and why
 */
export class SubmissionForm extends StoreElement {
  static override styles = submissionStyles;

  #openState = new ToggledState(this, 'open');
  #slice = new StoreController(this, selectSubmission, (store) => this.#follow(store));
  #acts = new ActController(this, () => this.#slice.store);
  #words = new WordsController(this, words);
  #announcer = new Announcer(this);
  #reader = new FormReader(this, this.#slice, (material) => this.#take(material));
  #load = new LoadNotice(this, this.#slice, this.#words, () => {
    const { isKnown, error } = this.#slice.value ?? {};
    return isKnown ? this.#reader.isWaiting : !error;
  });
  #loader = new FormLoader(this, {
    onLoaded: (module) => this.#add(module),
    onFailed: (error) => this.#isWanted && this.#slice.store?.report(error),
  });
  #channel = new DraftChannel({
    onDraft: (draft) => (this.#part ? this.#part.meet(draft) : this.#reader.keep(draft)),
    onSubmitted: () => {
      if (this.#part?.isOpen) this.#say('submission.submittedElsewhere');
      this.#end();
      this.#onRefresh();
    },
  });
  /** Undefined until it is fetched. */
  #part: FormPart | undefined;
  #leave: (() => void) | undefined;
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
    if (this.#isWanted) this.#begin();
    this.#openState.set(this.#part?.isOpen ?? false);
  }

  protected override updated() {
    if (this.#mayOpen) this.#loader.expect();
  }

  override render() {
    const { material } = this.#reader;
    const isPending = this.#acts.pending !== undefined;
    const isLoading = this.#reader.isLoading || this.#loader.isLoading;
    const problem = this.#problem;
    const shown =
      this.#part?.render({ problem, isPending, onForward: this.#onForward }) ??
      renderCard({
        words: this.#words,
        problem,
        load: this.#load,
        slice: this.#slice.value,
        form: material?.form,
        outline: material?.outline,
        draft: material?.draft,
        isPending: isPending || (this.#isWanted && isLoading),
        onPress: this.#onBegin,
        onNear: this.#onNear,
      });
    return html`${shown}${this.#part?.renderQuestion()}${this.#announcer.render()}`;
  }

  /** Whether there is a form that can be sent. */
  get #mayOpen(): boolean {
    const { stage, refusal, hasForm = false } = this.#slice.value ?? {};
    const isFree = stage === 'open' && refusal === undefined;
    return isFree && hasForm && this.#reader.material?.form !== null;
  }

  get #problem() {
    const { failure } = this.#acts;
    const problem = (of: PipelineError, title: PhraseKey<typeof words>, onRetry: () => void) => ({
      error: of,
      title: this.#words.say(title),
      onRetry,
    });
    if (failure)
      return { ...problem(failure.error, 'submission.submitFailed', this.#onSend), isAct: true };
    if (this.#isWanted && this.#loader.error)
      return problem(this.#loader.error, 'submission.formFailed', this.#open);
    if (this.#reader.error)
      return problem(this.#reader.error, 'submission.formFailed', this.#reader.run);
    return undefined;
  }

  /** Another store is about another subscription: nothing of this one may stay. */
  #follow(store: PipelineStore) {
    if (this.#followed !== store) this.#drop();
    this.#followed = store;
    this.#leave = this.#part?.follow();
    const leaveTabs = this.#channel.follow(store);
    return () => {
      this.#leave?.();
      leaveTabs();
    };
  }

  /** The form can be opened now. */
  #add(module: { FormPart: typeof FormPart }) {
    this.#part = new module.FormPart(this, this.#slice, {
      words: this.#words,
      announcer: this.#announcer,
      onMoved: () => this.#acts.dismiss(),
      onDraft: (draft) => this.#reader.keep(draft),
      onSaved: (draft) => this.#channel.tell(draft),
      onLeft: () => this.#focusOn('begin'),
    });
    if (this.#slice.store) this.#leave = this.#part.follow();
  }

  /** Changes the form that is open. */
  #take({ form }: Material) {
    const wasRefused = this.#acts.failure !== undefined;
    if (!this.#part?.take(form)) return;
    if (wasRefused) this.#lookOver();
    else this.#say('submission.formChanged');
  }

  /** The notice of what changed in the form takes the place of the failure it caused. */
  #lookOver() {
    this.#acts.dismiss();
    this.#focusOn('changed');
  }

  #open = () => {
    this.#isWanted = true;
    this.#loader.load();
    if (!this.#reader.material && this.#reader.error) this.#reader.run();
    this.requestUpdate();
  };

  /** Opens the form once both are there: what it is opened with, and what it is made of. */
  #begin() {
    const part = this.#part;
    const { material } = this.#reader;
    if (!part?.isOpen) {
      if (!material || (material.form && !part)) return;
      part?.open(material);
    }
    if (part?.isOpen) part.goTo(this.#target);
    else this.#focusOn('begin');
    this.#isWanted = false;
    this.#target = undefined;
  }

  /** Focuses what has this id, once it is drawn. */
  #focusOn(id: string) {
    this.requestUpdate();
    void this.updateComplete.then(() => this.shadowRoot!.getElementById(id)?.focus());
  }

  #say(...phrase: Parameters<CardWords['say']>) {
    this.#announcer.announce(this.#words.say(...phrase));
  }

  async #submit(body: SubmissionBody) {
    const store = this.#slice.store!;
    const last = this.#slice.value?.submission?.id;
    const result = await this.#acts.run('submit', body, () => this.#part?.pause());
    if (!result) return;
    const sent = store.state.snapshot.value?.submission;
    const isSent = result.ok || (result.error.outcomeUnknown && sent && sent.id !== last);
    if (isSent) forgetDraft(store.subscriptionId);
    // Whoever sent it looks at another subscription now, and all below is about that one.
    if (this.#followed !== store) return;
    if (isSent) {
      this.#part?.finish();
      this.#channel.tell();
      this.#drop();
      this.#focusOn('begin');
      if (sent) this.#say('submission.sent', { attempt: sent.attempt });
      return;
    }
    this.#part?.resume();
    const part = this.#part?.isOpen ? this.#part : undefined;
    const { code, errors: wrong } = result.error;
    if (code === 'form_changed') {
      // The snapshot may have told of the new form before this answer came.
      if (part && part.version !== body.formVersion) this.#lookOver();
      else this.#reader.run();
    }
    if (!part || wrong.length === 0) return;
    // The summary takes the place of the failure.
    this.#acts.dismiss();
    part.refuse(wrong);
  }

  /** It is submitted: nothing of it rests in this tab. */
  #end() {
    this.#part?.finish();
    forgetDraft(this.#followed?.subscriptionId);
  }

  #drop() {
    this.#part?.drop();
    this.#isWanted = false;
    this.#acts.dismiss();
  }

  #onBegin = () => {
    const { hasForm } = this.#slice.value!;
    if (hasForm && this.#reader.material?.form !== null) this.#open();
    else void this.#submit({ answers: {}, formVersion: null });
  };

  #onNear = () => {
    // Where it was asked for and failed, it must not open on its own.
    if (this.#mayOpen && !this.#isWanted) this.#loader.load();
  };

  #onSend = () => (this.#part?.isOpen ? this.#onForward() : this.#onBegin());

  #onRefresh = () => void this.#slice.store?.refresh();

  #onForward = () => {
    const body = this.#part!.forward();
    if (body && this.#slice.value?.refusal === undefined) void this.#submit(body);
  };
}
