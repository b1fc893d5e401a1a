import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PipelineError, toPipelineError } from '../../adapter/error.js';
import {
  ActController,
  ReadController,
  StoreController,
  WordsController,
  type Strings,
  type Words,
} from '../../connect/index.js';
import type { Draft, Form, Snapshot, Submission, SubmissionBody } from '../../contract/index.js';
import { visibleSteps } from '../../contract/visibility.js';
import { errors } from '../../i18n/en/errors.js';
import { shared } from '../../i18n/en/shared.js';
import { submission } from '../../i18n/en/submission.js';
import type { PhraseKey } from '../../i18n/words.js';
import { isApproved, isInReview, isRejected } from '../../rules/journey.js';
import { permit } from '../../rules/permit.js';
import type { PipelineStore, StoreState } from '../../store/index.js';
import { Announcer } from '../../ui/announcer.js';
import { DraftKeeper, newestDraft } from './draft-keeper.js';
import {
  changeForm,
  draftOf,
  firstMisfit,
  goTo,
  leave,
  next,
  openForm,
  refuse,
  stepsOf,
  submissionOf,
  type FormState,
} from './form-state.js';
import { controlId, renderForm } from './form.view.js';
import { submissionStyles } from './submission.styles.js';
import { renderCard } from './submission.view.js';

const words = { submission, shared, errors };
export type SubmissionWords = Words<typeof words>;

type Stage = 'open' | 'in_review' | 'approved' | 'rejected';

const select = ({ snapshot: { value, error } }: StoreState) => {
  const permission = value && permit(value, 'submit');
  return {
    isKnown: value !== undefined,
    error,
    isStale: Boolean(value && error),
    /** Undefined where there is no pipeline. */
    stage:
      value && permission && value.plan.hasPipeline ? stageOf(value, permission.ok) : undefined,
    refusal: permission?.ok === false ? permission.code : undefined,
    mayKeepDraft: Boolean(value && permit(value, 'save_draft').ok),
    credentialsSince: value?.credentials.sandbox?.createdAt,
    hasForm: value?.hasForm ?? false,
    formVersion: value?.formVersion,
    submission: value?.submission,
    /** What a reviewer asked for in the last attempt. */
    returned: value?.review?.outcome === 'approved' ? undefined : value?.review,
  };
};
export type SubmissionSlice = ReturnType<typeof select>;

/** Where it stands for whoever submits; what the host allows is open, whatever the phase. */
function stageOf(value: Snapshot, isAllowed: boolean): Stage {
  if (isAllowed) return 'open';
  if (isApproved(value)) return 'approved';
  if (isInReview(value)) return 'in_review';
  return isRejected(value) ? 'rejected' : 'open';
}

/** What the form is opened with, and what it was read for. */
interface Material {
  key: string;
  form: Form | null;
  draft: Draft | undefined;
  latest: Submission | null | undefined;
}

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

  @state() private form: FormState | undefined;

  #internals = this.attachInternals();
  #slice = new StoreController(this, select, (store) => this.#follow(store));
  #acts = new ActController(this, () => this.#slice.store);
  #words = new WordsController(this, words);
  #announcer = new Announcer(this);
  #read = new ReadController<Material>(
    this,
    () => [this.#slice.store, this.#key],
    (store, { signal }) => this.#readMaterial(store, signal),
  );
  #followed: PipelineStore | undefined;
  #keeper: DraftKeeper | undefined;
  /** The form was asked for before it was there. */
  #isWanted = false;
  /** The field to open it at. */
  #target: string | undefined;
  #isListOpen = false;
  /** A pointer is down. */
  #isPressing = false;

  override connectedCallback() {
    super.connectedCallback();
    this.#watchPage(true);
  }

  override disconnectedCallback() {
    // While there still is a store to save with.
    this.#keeper?.flush();
    super.disconnectedCallback();
    this.#watchPage(false);
  }

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
    const isOpen = this.form !== undefined;
    if (isOpen === states.has('open')) return;
    states[isOpen ? 'add' : 'delete']('open');
    this.dispatchEvent(new Event('toggle'));
  }

  override render() {
    const { form } = this;
    const slice = this.#slice.value;
    const shared = {
      words: this.#words,
      isPending: this.#acts.pending !== undefined,
      problem: this.#problem,
    };
    const shown = form
      ? renderForm({
          ...shared,
          state: form,
          review: slice?.returned,
          draft: this.#keeper!,
          refusal: slice?.refusal,
          isListOpen: this.#isListOpen,
          change: this.#change,
          onLeave: this.#onLeave,
          onPress: this.#onPress,
          onForward: this.#onForward,
          onCancel: this.#onCancel,
          onToggleList: this.#onToggleList,
        })
      : renderCard({
          ...shared,
          slice,
          form: this.#material?.form,
          draft: this.#material?.draft,
          isPending: shared.isPending || (this.#isWanted && this.#read.isLoading),
          onPress: this.#onBegin,
        });
    return html`${shown}${this.#announcer.render()}`;
  }

  get #key(): string | undefined {
    const { stage, hasForm, formVersion, submission: last, mayKeepDraft } = this.#slice.value ?? {};
    if (stage !== 'open' || !hasForm) return undefined;
    return [formVersion, last?.id, mayKeepDraft].join();
  }

  /** What was read, unless it is of another time. */
  get #material(): Material | undefined {
    const { value } = this.#read;
    return value?.key === this.#key ? value : undefined;
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
    if (this.#read.error) return problem(this.#read.error, 'submission.formFailed', this.#onReread);
    return error && !isKnown ? problem(error, 'submission.failed', this.#onRefresh) : undefined;
  }

  /** Another store is about another subscription: nothing of this one may stay. */
  #follow(store: PipelineStore) {
    if (this.#followed !== store) {
      this.#keeper?.flush();
      this.#drop();
    }
    this.#followed = store;
    return () => undefined;
  }

  async #readMaterial(
    { adapter, subscriptionId = '' }: PipelineStore,
    signal: AbortSignal | undefined,
  ): Promise<Material | undefined> {
    const key = this.#key;
    if (key === undefined) return undefined;
    const { submission: last, mayKeepDraft } = this.#slice.value!;
    const [form, kept, latest] = await Promise.all([
      adapter.getForm(subscriptionId, { signal }),
      mayKeepDraft ? adapter.getDraft(subscriptionId, { signal }) : undefined,
      last ? adapter.getLatestSubmission(subscriptionId, { signal }) : undefined,
    ]);
    try {
      if (form) visibleSteps(form, {});
    } catch (thrown) {
      throw new PipelineError('unreadable', { detail: (thrown as Error).message });
    }
    const draft = newestDraft(kept, pageStorage, keyOf(subscriptionId));
    const isOld = draft && last && Date.parse(draft.updatedAt) < Date.parse(last.submittedAt);
    const material = { key, form, latest, draft: isOld ? undefined : draft };
    if (!signal?.aborted) this.#take(material);
    return material;
  }

  /** Opens the form if it waited for this, or changes the one that is open. */
  #take(material: Material) {
    const { form } = material;
    if (this.#isWanted && !this.form) this.#begin(material);
    if (!form || !this.form || this.form.form.version === form.version) return;
    const wasRefused = this.#acts.failure !== undefined;
    this.#change((now) => changeForm(now, form));
    if (wasRefused) this.#lookOver();
    else this.#announcer.announce(this.#words.say('submission.formChanged'));
  }

  /** The notice of what changed in the form takes the place of the failure it caused. */
  #lookOver() {
    this.#acts.dismiss();
    this.#focusOn('changed');
  }

  #open() {
    const material = this.#material;
    this.#isWanted = true;
    if (this.form || material) this.#begin(material);
    else if (this.#read.error) this.#onReread();
    this.requestUpdate();
  }

  #begin(material: Material | undefined) {
    this.#isWanted = false;
    if (material?.form && !this.form) {
      this.#keeper ??= this.#createKeeper();
      this.form = openForm({ ...material, form: material.form });
    }
    const target = this.#target;
    const steps = this.form && stepsOf(this.form);
    const found = steps?.find(({ fields }) => fields.some(({ id }) => id === target));
    this.#target = undefined;
    if (found) this.#change((now) => goTo(now, found.index), controlId(found.step!, target!));
    else this.#focusOn(this.form ? 'heading' : 'begin');
  }

  #createKeeper() {
    const { adapter, subscriptionId = '', now, report } = this.#slice.store!;
    return new DraftKeeper({
      key: keyOf(subscriptionId),
      now,
      storage: pageStorage,
      save: () =>
        this.#slice.value?.mayKeepDraft
          ? (draft) => adapter.saveDraft(subscriptionId, draft)
          : undefined,
      onChange: () => this.requestUpdate(),
      onError: (thrown) => report(toPipelineError(thrown)),
    });
  }

  /** Goes on to another state of the form; a change is kept as a draft, a change of step at once. */
  #change = (step: (state: FormState) => FormState, focus?: string) => {
    const before = this.form!;
    const next = step(before);
    this.form = next;
    if (next.typed !== before.typed || next.at !== before.at) this.#keeper!.change(draftOf(next));
    if (next.at !== before.at) {
      this.#keeper!.flush();
      // What failed was about the step that is left.
      this.#acts.dismiss();
    }
    if (focus) {
      this.#isListOpen = false;
      this.#focusOn(focus);
    }
  };

  /** Focuses what has this id, once it is drawn. */
  #focusOn(id: string) {
    this.requestUpdate();
    void this.updateComplete.then(() => this.shadowRoot!.getElementById(id)?.focus());
  }

  async #submit(body: SubmissionBody) {
    const last = this.#slice.value?.submission?.id;
    const result = await this.#acts.run('submit', body);
    if (!result) return;
    const sent = this.#slice.store?.state.snapshot.value?.submission;
    if (result.ok || (result.error.outcomeUnknown && sent && sent.id !== last)) {
      this.#keeper?.clear();
      this.#drop();
      this.#focusOn('begin');
      if (sent) this.#announcer.announce(this.#words.say('submission.sent', { ...sent }));
      return;
    }
    const { code, errors: wrong } = result.error;
    if (code === 'form_changed') {
      // The snapshot may have told of the new form before this answer came.
      if (this.form && this.form.form.version !== body.formVersion) this.#lookOver();
      else this.#onReread();
    }
    const said = wrong.map((each) => [fieldIn(each.pointer), each.code] as const);
    const refused = code === 'answers_invalid' && this.form && refuse(this.form, said);
    if (refused) this.#change(() => refused, 'summary');
  }

  #drop() {
    this.form = this.#keeper = undefined;
    this.#isWanted = false;
    this.#acts.dismiss();
  }

  #watchPage(on: boolean) {
    const act = on ? 'addEventListener' : 'removeEventListener';
    window[act]('pagehide', this.#onHide);
    window[act]('beforeunload', this.#onUnload);
    document[act]('visibilitychange', this.#onHide);
  }

  #onBegin = () => {
    const { hasForm } = this.#slice.value!;
    if (hasForm && this.#material?.form !== null) this.#open();
    else void this.#submit({ answers: {}, formVersion: null });
  };

  #onSend = () => (this.form ? this.#onForward() : this.#onBegin());

  #onReread = () => void this.#read.run();

  #onRefresh = () => void this.#slice.store?.refresh();

  #onForward = () => {
    const state = this.form!;
    const isLast = state.at === state.form.steps.length;
    const after = isLast ? firstMisfit(state) : next(state);
    if (after) this.#change(() => after, after.isSummedUp ? 'summary' : 'heading');
    else if (this.#slice.value?.refusal === undefined) void this.#submit(submissionOf(state));
  };

  #onCancel = () => {
    const material = this.#material;
    this.#keeper!.flush();
    // It opens again with what was there, wherever that is kept by now.
    if (material) material.draft = this.#keeper!.draft ?? material.draft;
    this.form = undefined;
    this.#focusOn('begin');
  };

  #onToggleList = () => {
    this.#isListOpen = !this.#isListOpen;
    this.requestUpdate();
  };

  #onPress = () => {
    this.#isPressing = true;
    addEventListener('pointerup', () => (this.#isPressing = false), { once: true });
  };

  /** A message that comes up must not push away the button that is being pressed just now. */
  #onLeave = (fieldId: string) => {
    if (this.#isPressing) {
      addEventListener('pointerup', () => setTimeout(this.#onLeave, 0, fieldId), { once: true });
    } else {
      // A field that is taken away is left in the middle of an update.
      void this.updateComplete.then(() => {
        if (this.form) this.form = leave(this.form, fieldId);
      });
    }
  };

  #onHide = () => this.#keeper?.flush();

  #onUnload = (event: BeforeUnloadEvent) => {
    this.#keeper?.flush();
    if (this.#keeper?.isUnsaved) event.preventDefault();
  };
}

const pageStorage = () => sessionStorage;
const keyOf = (subscriptionId: string) => `golive-draft/${subscriptionId}`;

/** The field that a JSON pointer into the body points at. */
const fieldIn = (pointer: string): string =>
  (pointer.split('/')[2] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
