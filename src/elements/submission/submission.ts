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
import type { SubmissionBody } from '../../contract/index.js';
import { errors } from '../../i18n/en/errors.js';
import { shared } from '../../i18n/en/shared.js';
import { submission } from '../../i18n/en/submission.js';
import type { PhraseKey } from '../../i18n/words.js';
import type { PipelineStore } from '../../store/index.js';
import { Announcer } from '../../ui/announcer.js';
import { DraftController } from './draft-controller.js';
import { FormFlow } from './form-flow.js';
import { FormReader, type Material } from './form-reader.js';
import {
  changeForm,
  controlId,
  draftOf,
  firstMisfit,
  goTo,
  next,
  openForm,
  refuse,
  stepsOf,
  submissionOf,
  type FormState,
} from './form-state.js';
import { renderForm } from './form.view.js';
import { selectSubmission } from './submission-slice.js';
import { submissionStyles } from './submission.styles.js';
import { renderCard } from './submission.view.js';

const words = { submission, shared, errors };
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
 * @csspart summary - What is wrong in the open step
 * @csspart changed - What of the answers another version of the form can't take
 * @csspart notes - The reviewer's notes on the whole
 * @csspart field - One question
 * @csspart group - The answers of one step in the review
 * @csspart forward - The button to the next step, at last Submit for Review
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
  #drafts = new DraftController(this, this.#slice);
  #flow = new FormFlow(this, (now, before) => this.#onChange(now, before));
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
    else this.#flow.focusOn('begin');
  }

  protected override willUpdate() {
    const { states } = this.#internals;
    const isOpen = this.#flow.state !== undefined;
    if (isOpen === states.has('open')) return;
    states[isOpen ? 'add' : 'delete']('open');
    this.dispatchEvent(new Event('toggle'));
  }

  override render() {
    const { state } = this.#flow;
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
          flow: this.#flow,
          drafts: this.#drafts,
          review: slice?.returned,
          refusal: slice?.refusal,
          onForward: this.#onForward,
          onCancel: this.#onCancel,
        })
      : renderCard({
          ...shared,
          slice,
          form: material?.form,
          draft: material?.draft,
          isPending: shared.isPending || (this.#isWanted && this.#reader.isLoading),
          onPress: this.#onBegin,
        });
    return html`${shown}${this.#announcer.render()}`;
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
    return this.#drafts.follow();
  }

  /** Opens the form if it waited for this, or changes the one that is open. */
  #take(material: Material) {
    const { form } = material;
    const { state } = this.#flow;
    if (this.#isWanted && !state) this.#begin(material);
    if (!form || !state || state.form.version === form.version) return;
    const wasRefused = this.#acts.failure !== undefined;
    this.#flow.change((now) => changeForm(now, form));
    if (wasRefused) this.#lookOver();
    else this.#announcer.announce(this.#words.say('submission.formChanged'));
  }

  /** The notice of what changed in the form takes the place of the failure it caused. */
  #lookOver() {
    this.#acts.dismiss();
    this.#flow.focusOn('changed');
  }

  #open() {
    const { material } = this.#reader;
    this.#isWanted = true;
    if (this.#flow.state || material) this.#begin(material);
    else if (this.#reader.error) this.#reader.run();
    this.requestUpdate();
  }

  #begin(material: Material | undefined) {
    const flow = this.#flow;
    this.#isWanted = false;
    if (material?.form && !flow.state) {
      this.#drafts.open(this.#slice.store!);
      flow.open(openForm({ ...material, form: material.form }));
    }
    const target = this.#target;
    const steps = flow.state && stepsOf(flow.state);
    const found = steps?.find(({ fields }) => fields.some(({ id }) => id === target));
    this.#target = undefined;
    if (found) flow.change((now) => goTo(now, found.index), controlId(found.step!, target!));
    else flow.focusOn(flow.state ? 'heading' : 'begin');
  }

  /** A change is kept as a draft, a change of step at once. */
  #onChange(now: FormState, before: FormState) {
    const hasMoved = now.at !== before.at;
    if (hasMoved || now.typed !== before.typed) this.#drafts.change(draftOf(now));
    if (!hasMoved) return;
    this.#drafts.flush();
    // What failed was about the step that is left.
    this.#acts.dismiss();
  }

  async #submit(body: SubmissionBody) {
    const last = this.#slice.value?.submission?.id;
    const result = await this.#acts.run('submit', body);
    if (!result) return;
    const sent = this.#slice.store?.state.snapshot.value?.submission;
    if (result.ok || (result.error.outcomeUnknown && sent && sent.id !== last)) {
      this.#drafts.clear();
      this.#drop();
      this.#flow.focusOn('begin');
      if (sent) this.#announcer.announce(this.#words.say('submission.sent', { ...sent }));
      return;
    }
    const { state } = this.#flow;
    const { code, errors: wrong } = result.error;
    if (code === 'form_changed') {
      // The snapshot may have told of the new form before this answer came.
      if (state && state.form.version !== body.formVersion) this.#lookOver();
      else this.#reader.run();
    }
    const said = wrong.map((each) => [fieldIn(each.pointer), each.code] as const);
    const refused = code === 'answers_invalid' && state && refuse(state, said);
    if (refused) this.#flow.change(() => refused, 'summary');
  }

  #drop() {
    this.#flow.open(undefined);
    this.#drafts.drop();
    this.#isWanted = false;
    this.#acts.dismiss();
  }

  #onBegin = () => {
    const { hasForm } = this.#slice.value!;
    if (hasForm && this.#reader.material?.form !== null) this.#open();
    else void this.#submit({ answers: {}, formVersion: null });
  };

  #onSend = () => (this.#flow.state ? this.#onForward() : this.#onBegin());

  #onRefresh = () => void this.#slice.store?.refresh();

  #onForward = () => {
    const state = this.#flow.state!;
    const isLast = state.at === state.form.steps.length;
    const after = isLast ? firstMisfit(state) : next(state);
    if (after) this.#flow.change(() => after, after.isSummedUp ? 'summary' : 'heading');
    else if (this.#slice.value?.refusal === undefined) void this.#submit(submissionOf(state));
  };

  #onCancel = () => {
    const { material } = this.#reader;
    this.#drafts.flush();
    // It opens again with what was there, wherever that is kept by now.
    if (material) material.draft = this.#drafts.draft ?? material.draft;
    this.#flow.open(undefined);
    this.#flow.focusOn('begin');
  };
}

/** The field that a JSON pointer into the body points at. */
const fieldIn = (pointer: string): string =>
  (pointer.split('/')[2] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
