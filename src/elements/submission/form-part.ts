// Fetched once a form is likely to be opened; nothing but the loader may import it.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { adoptStyles } from '../../connect/on-demand.js';
import type { StoreController } from '../../connect/store-controller.js';
import type { WordsController } from '../../connect/words-controller.js';
import type { BodyError, Draft, Form, SubmissionBody } from '../../contract/index.js';
import { fields } from '../../i18n/en/fields.js';
import { submissionForm } from '../../i18n/en/submission-form.js';
import type { Announcer } from '../../ui/announcer.js';
import { Modal } from '../../ui/modal.js';
import type { FieldServices } from './field.view.js';
import { firstMisfit, next, placeOf, refuse, submissionOf } from './form-acts.js';
import { FormFilling, type FillingHooks } from './form-filling.js';
import type { Material } from './form-reader.js';
import { formStyles } from './form.styles.js';
import { renderForm, type FormModel } from './form.view.js';
import { askToLeave } from './leave.view.js';
import { LongLists } from './long-lists.js';
import type { SubmissionSlice } from './submission-slice.js';
import type { CardSections, SubmissionWords } from './submission.js';
import { UploadController } from './upload-controller.js';

export interface PartHooks extends Omit<FillingHooks, 'say'> {
  words: WordsController<CardSections>;
  announcer: Announcer;
}

/** What the card does without: the form, as it is filled in, shown and kept. */
export class FormPart implements ReactiveController {
  #slice: StoreController<SubmissionSlice>;
  #words: SubmissionWords;
  #filling: FormFilling;
  #modal: Modal;
  #services: FieldServices;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    slice: StoreController<SubmissionSlice>,
    { words, announcer, ...hooks }: PartHooks,
  ) {
    const root = host.shadowRoot!;
    adoptStyles(host, formStyles);
    host.addController(this);
    this.#slice = slice;
    this.#words = words.add({ submission: submissionForm, fields });
    const say = (...phrase: Parameters<SubmissionWords['say']>) =>
      announcer.announce(this.#words.say(...phrase));
    this.#filling = new FormFilling(host, slice, {
      ...hooks,
      say: (phrase, params) => say(`submission.${phrase}`, params),
    });
    this.#modal = new Modal(host);
    this.#services = {
      uploads: new UploadController(host, {
        store: () => slice.store,
        onDone: (fieldId, answer) => this.#filling.enter(fieldId, answer),
        say: (phrase, name) => say(`fields.${phrase}`, { name }),
      }),
      lists: new LongLists(host),
      focus: (id) => root.getElementById(id)?.focus(),
    };
  }

  hostUpdate() {
    const { uploads } = this.#services;
    this.#filling.hold(uploads.codes);
    if (!this.isOpen) uploads.clear();
  }

  get isOpen(): boolean {
    return this.#filling.state !== undefined;
  }

  /** Of the form that is open. */
  get version(): string | undefined {
    return this.#filling.state?.form.version;
  }

  /** Follows the page while the element follows a store. */
  follow = (): (() => void) => this.#filling.drafts.follow();

  /** Opens a form where it was left. */
  open({ form, ...material }: Material) {
    if (form) this.#filling.open({ ...material, form });
  }

  /** Goes to a field, or to where the form stands. */
  goTo(fieldId: string | undefined) {
    this.#filling.goTo(fieldId);
  }

  /** Takes another version of the form. Whether it is another one. */
  take = (form: Form | null): boolean => this.#filling.take(form);

  /** A draft that this page did not keep. */
  meet(draft: Draft) {
    this.#filling.drafts.meet(draft);
  }

  /** On to the next step; what is to be sent, once there is none. */
  forward(): SubmissionBody | undefined {
    const { state, flow } = this.#filling;
    const isLast = state!.at === state!.form.steps.length;
    const after = isLast ? firstMisfit(state!) : next(state!);
    if (!after) return submissionOf(state!);
    flow.change(() => after, after.summary ? 'summary' : 'heading');
    return undefined;
  }

  /** Before the answers are sent: a draft that came after them would be refused, or kept for nothing. */
  pause = () => this.#filling.drafts.pause();

  /** They were not sent. */
  resume = () => this.#filling.drafts.resume();

  /** Takes what the server refused back to its fields. */
  refuse(errors: readonly BodyError[]) {
    const said = errors.map(({ pointer, code }) => [placeOf(pointer), code] as const);
    this.#filling.flow.change((now) => refuse(now, said), 'summary');
  }

  /** It is submitted: nothing of it is kept. */
  finish() {
    this.#filling.finish();
  }

  /** Forgets the form that is open; what it typed is kept elsewhere. */
  drop() {
    this.#filling.drop();
  }

  /** Undefined while it is closed. */
  render(model: Pick<FormModel, 'isPending' | 'problem' | 'onForward'>) {
    const { state, flow } = this.#filling;
    const { returned: review, refusal } = this.#slice.value ?? {};
    const [words, filling, services] = [this.#words, this.#filling, this.#services];
    return (
      state && renderForm({ ...model, words, state, filling, flow, services, review, refusal })
    );
  }

  /** To be rendered always at the same place. */
  renderQuestion() {
    const { isAsking, leave, stay } = this.#filling;
    return this.#modal.render(isAsking ? askToLeave(this.#words, leave, stay) : undefined);
  }
}
