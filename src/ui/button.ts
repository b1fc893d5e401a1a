import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { icon, spinnerIcon, type Shape } from './icon.js';

export interface ButtonOptions {
  label: string | TemplateResult;
  onPress: () => void;
  shape?: Shape | undefined;
  /** Mirrors the icon where text runs from right to left. */
  flip?: boolean;
  /** Looks, as classes of control.styles: primary, danger, solid, quiet, compact, block, end. */
  look?: string;
  /** Being done: shows a spinner and takes no press. */
  pending?: boolean;
  /** Takes no press but stays in reach; say why in the element with the id `describedBy`. */
  unavailable?: boolean;
  describedBy?: string | undefined;
  /** Pressed while unavailable. */
  onRefused?: (() => void) | undefined;
  part?: string | undefined;
  id?: string | undefined;
  /** The name, where the label alone does not tell buttons apart. */
  name?: string | undefined;
  expanded?: boolean | undefined;
  /** A key that presses it, to be shown. */
  shortcut?: string | undefined;
  autofocus?: boolean;
}

/** A native button. It is never `disabled`, for that would take it from the keyboard. */
export function button(options: ButtonOptions) {
  const { label, onPress, shape, look = '', pending = false, unavailable = false } = options;
  const { shortcut } = options;
  const isIdle = pending || unavailable;
  return html`<button
    type="button"
    class="button ${look}"
    id=${ifDefined(options.id)}
    part=${ifDefined(options.part)}
    aria-label=${ifDefined(options.name)}
    aria-disabled=${isIdle ? 'true' : nothing}
    aria-describedby=${ifDefined(options.describedBy)}
    aria-expanded=${options.expanded === undefined ? nothing : String(options.expanded)}
    aria-keyshortcuts=${ifDefined(shortcut)}
    ?autofocus=${options.autofocus}
    @click=${() => (isIdle ? !pending && options.onRefused?.() : onPress())}
  >
    ${
      pending
        ? icon(spinnerIcon, { spin: true })
        : shape
          ? icon(shape, { flip: options.flip ?? false })
          : nothing
    }
    <span>${label}</span>
    ${shortcut ? html`<kbd aria-hidden="true">${shortcut}</kbd>` : nothing}
  </button>`;
}
