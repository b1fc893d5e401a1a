import type { ReactiveControllerHost } from 'lit';
import type { StoreController } from '../../connect/store-controller.js';
import type { Answer, Draft, Form } from '../../contract/index.js';
import { Copier } from '../../ui/copier.js';
import type { submissionForm } from '../../i18n/en/submission-form.js';
import { DraftController } from './draft-controller.js';
import { controlId, enter } from './form-acts.js';
import { readAside, writeAside } from './form-aside.js';
import { FormFlow } from './form-flow.js';
import { changeForm, openForm } from './form-opening.js';
import type { Material } from './form-reader.js';
import { draftOf, goTo, stepsOf, type FormState } from './form-state.js';
import { createTyping } from './form-typing.js';
import type { SubmissionSlice } from './submission-slice.js';

export interface FillingHooks {
  /** To be said politely. */
  say: (phrase: keyof typeof submissionForm, params?: Record<string, string | number>) => void;
  /** Another step is open: what failed was about the one before. */
  onMoved: () => void;
  /** The draft that is there now, wherever it is kept. */
  onDraft: (draft: Draft | undefined) => void;
  onSaved: (draft: Draft) => void;
  onLeft: () => void;
}

/** One form while it is filled in: what is typed, where it is kept, and how it is left. */
export class FormFilling {
  readonly flow: FormFlow;
  readonly drafts: DraftController;
  readonly typing: ReturnType<typeof createTyping>;
  readonly copier: Copier;
  /** Whether what is kept nowhere may be left. */
  isAsking = false;
  #host: ReactiveControllerHost;
  #slice: StoreController<SubmissionSlice>;
  #hooks: FillingHooks;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    slice: StoreController<SubmissionSlice>,
    hooks: FillingHooks,
  ) {
    const { say } = hooks;
    this.#host = host;
    this.#slice = slice;
    this.#hooks = hooks;
    this.copier = new Copier(host);
    this.drafts = new DraftController(host, slice, {
      isOpen: () => this.state !== undefined,
      // Who has left the form was told so.
      say: (phrase) => this.state && say(phrase),
      onDraft: hooks.onDraft,
      onSaved: hooks.onSaved,
    });
    this.flow = new FormFlow(host, {
      onChange: (now, before) => this.#onChange(now, before),
      onGone: (title) => say('stepGone', { title }),
    });
    this.typing = createTyping(this.flow, {
      onCut: ({ maxLength = 0 }) => say('cut', { max: maxLength }),
      onEscape: () => this.cancel(),
    });
  }

  /** Undefined while no form is open. */
  get state(): FormState | undefined {
    return this.flow.state;
  }

  get #subscription(): string {
    return this.#slice.store?.subscriptionId ?? '';
  }

  /** Opens a form where it was left. */
  open({ form, latest, ...drafts }: Material & { form: Form }) {
    this.drafts.open(drafts);
    const { draft } = drafts;
    this.#show(openForm({ form, draft, latest, ...readAside(this.#subscription, latest?.id) }));
  }

  /** Goes to a field that is asked for now, or to where the form stands. */
  goTo(fieldId: string | undefined) {
    const found = stepsOf(this.state!).find(({ fields }) =>
      fields.some(({ id }) => id === fieldId),
    );
    if (!found) return this.flow.focusOn('heading');
    this.flow.change((now) => goTo(now, found.index), controlId(found.step!, fieldId!));
  }

  /** Takes another version of the form, with the answers that fit. Whether it is another one. */
  take(form: Form | null): boolean {
    if (!form || !this.state || this.state.form.version === form.version) return false;
    this.flow.change((now) => changeForm(now, form));
    return true;
  }

  /** Takes an answer that nobody types, such as a file that has arrived. */
  enter(fieldId: string, answer: Answer) {
    if (this.state) this.flow.change((now) => enter(now, fieldId, answer));
  }

  /** Fields that can't be answered yet, such as one whose file is on its way, and why. */
  hold(held: FormState['held']) {
    const { state } = this.flow;
    if (state && state.held !== held) this.flow.state = { ...state, held };
  }

  /** Leaves the form; its draft stays. */
  cancel = () => {
    this.drafts.flush();
    this.isAsking = this.drafts.isAtRisk;
    if (this.isAsking) this.#host.requestUpdate();
    else this.leave();
  };

  leave = () => {
    const { draft } = this.drafts;
    this.close();
    this.#hooks.onDraft(draft);
    if (draft) this.#hooks.say('draftStays');
    this.#hooks.onLeft();
  };

  stay = () => {
    this.isAsking = false;
    this.#host.requestUpdate();
  };

  /** What another tab wrote takes the place of what is here. */
  useNewer = () => {
    const { form, previous: latest, misfit, handled } = this.state!;
    const draft = this.drafts.useNewer();
    this.#show(openForm({ form, draft, latest, misfit, handled }));
    this.flow.focusOn('heading');
  };

  keepMine = () => {
    this.drafts.keepMine(draftOf(this.state!));
    this.flow.focusOn('heading');
  };

  /** It is submitted: nothing of it is kept. */
  finish() {
    this.drafts.clear();
    this.close();
  }

  /** Forgets the form that is open; what it typed is kept elsewhere. */
  drop() {
    this.close();
    this.drafts.drop();
  }

  close() {
    this.isAsking = false;
    this.flow.open(undefined);
  }

  /** What fits no more has to outlive a reload. */
  #show(state: FormState) {
    this.flow.open(state);
    if (state.misfit) writeAside(this.#subscription, state);
  }

  /** A change is kept as a draft, a change of step at once. */
  #onChange(now: FormState, before: FormState) {
    const hasMoved = now.at !== before.at;
    // Once it is dismissed, what did not fit must not come back with the old draft.
    const isNew = now.typed !== before.typed || now.misfit !== before.misfit;
    if (hasMoved || isNew) this.drafts.change(draftOf(now));
    if (now.misfit !== before.misfit || now.handled !== before.handled)
      writeAside(this.#subscription, now);
    if (!hasMoved) return;
    this.drafts.flush();
    this.#hooks.onMoved();
  }
}
