import { html } from 'lit';
import type { Words } from '../connect/index.js';
import type { shared } from '../i18n/en/shared.js';
import type { Copier } from './copier.js';
import { checkIcon, copyIcon, icon } from './icon.js';

export interface CopyButtonOptions {
  words: Words<{ shared: typeof shared }>;
  copier: Copier;
  key: string;
  /** What is copied, in words: part of the button's name. */
  name: string;
  onPress: (event: Event) => void;
  /** Shows its label, as in a dialog; else it is an icon. */
  labelled?: boolean;
}

/** A button that copies, and says so for a moment. */
export function copyButton({ words, copier, key, name, onPress, labelled }: CopyButtonOptions) {
  const isCopied = copier.copied === key;
  const label = words.say(isCopied ? 'shared.copiedNamed' : 'shared.copyNamed', { name });
  const shape = icon(isCopied ? checkIcon : copyIcon);
  return labelled
    ? html`<button type="button" class="button compact quiet" aria-label=${label} @click=${onPress}>
        ${shape}<span>${words.say(isCopied ? 'shared.copied' : 'shared.copy')}</span>
      </button>`
    : html`<button
        type="button"
        class="icon-button"
        aria-label=${label}
        title=${label}
        @click=${onPress}
      >
        ${shape}
      </button>`;
}
