import type { ReactiveControllerHost } from 'lit';
import { leave, settle } from './form-acts.js';
import type { FormState } from './form-state.js';

export interface FlowHooks {
  onChange: (now: FormState, before: FormState) => void;
  /** The open step is asked no more, and the next one has taken its place. */
  onGone: (title: string) => void;
}

/** The open form: takes each change of it, and leads the focus to where it goes on. */
export class FormFlow {
  /** Undefined while no form is open. */
  state: FormState | undefined;
  isListOpen = false;
  #host: ReactiveControllerHost & HTMLElement;
  #hooks: FlowHooks;
  /** A pointer is down. */
  #isPressing = false;

  constructor(host: ReactiveControllerHost & HTMLElement, hooks: FlowHooks) {
    this.#host = host;
    this.#hooks = hooks;
  }

  open(state: FormState | undefined) {
    this.state = state;
    this.#host.requestUpdate();
  }

  /** Goes on to another state of the form, and to what has this id then. */
  change = (step: (state: FormState) => FormState, focus?: string) => {
    const before = this.state;
    // A field that goes with the form is left, and may have something to say still.
    if (!before) return;
    const wanted = step(before);
    const now = settle(wanted);
    const isGone = now.at !== wanted.at;
    this.open(now);
    this.#hooks.onChange(now, before);
    if (isGone) this.#hooks.onGone(wanted.form.steps[wanted.at]!.title);
    const target = isGone ? 'heading' : focus;
    if (!target) return;
    this.isListOpen = false;
    this.focusOn(target);
  };

  /** Focuses what has this id, once it is drawn. */
  focusOn(id: string) {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.shadowRoot!.getElementById(id)?.focus());
  }

  toggleList = () => {
    this.isListOpen = !this.isListOpen;
    this.#host.requestUpdate();
  };

  press = () => {
    this.#isPressing = true;
    this.#afterPress(() => (this.#isPressing = false));
  };

  /** A press ends on a button, or as the beginning of a scroll. */
  #afterPress(then: () => void) {
    const heard = new AbortController();
    const end = () => {
      heard.abort();
      then();
    };
    for (const name of ['pointerup', 'pointercancel'])
      addEventListener(name, end, { signal: heard.signal });
  }

  /** A message that comes up must not push away the button that is being pressed just now. */
  leave = (fieldId: string) => {
    if (this.#isPressing) {
      this.#afterPress(() => setTimeout(this.leave, 0, fieldId));
    } else {
      // A field that is taken away is left in the middle of an update.
      void this.#host.updateComplete.then(() => {
        if (this.state) this.open(leave(this.state, fieldId));
      });
    }
  };
}
