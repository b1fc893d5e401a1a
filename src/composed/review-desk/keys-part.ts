// Fetched before anybody asks for the list of the keys; nothing but the loader may import it.
import type { ReactiveControllerHost } from 'lit';
import { adoptStyles } from '../../connect/on-demand.js';
import type { WordsController } from '../../connect/words-controller.js';
import { deskKeys } from '../../i18n/en/desk-keys.js';
import { Modal } from '../../ui/modal.js';
import type { DeskKeys } from './desk-keys.js';
import { keysPartStyles } from './keys-part.styles.js';
import { renderKeys, type KeysWords } from './keys.view.js';
import type { DeskSections } from './review-desk.view.js';

/** The list of the keys, in a dialog. */
export class KeysList {
  #keys: DeskKeys;
  #words: KeysWords;
  #modal: Modal;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    keys: DeskKeys,
    words: WordsController<DeskSections>,
  ) {
    adoptStyles(host, keysPartStyles);
    this.#keys = keys;
    this.#words = words.add({ desk: deskKeys });
    this.#modal = new Modal(host);
  }

  /** To be rendered always at the same place. */
  render() {
    const keys = this.#keys;
    return this.#modal.render(
      keys.isListShown
        ? {
            labelledBy: 'keys-title',
            describedBy: 'keys-where',
            content: renderKeys(keys, this.#words),
            onCancel: () => keys.showList(false),
          }
        : undefined,
    );
  }
}
