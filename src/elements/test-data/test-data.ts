import { property, state } from 'lit/decorators.js';
import type { Missing } from '../../connect/missing.js';
import { ReadController } from '../../connect/read-controller.js';
import { StoreController } from '../../connect/store-controller.js';
import { StoreElement } from '../../connect/store-element.js';
import { WordsController } from '../../connect/words-controller.js';
import { errors } from '../../i18n/en/errors.js';
import { shared } from '../../i18n/en/shared.js';
import { testData } from '../../i18n/en/test-data.js';
import type { TestDataEntry } from '../../contract/index.js';
import type { StoreState } from '../../store/index.js';
import { Announcer } from '../../ui/announcer.js';
import { Copier } from '../../ui/copier.js';
import { keepFocus } from '../../ui/keep-focus.js';
import { LoadNotice } from '../../ui/load-notice.js';
import { search } from './search.js';
import { testDataStyles } from './test-data.styles.js';
import { countText, renderTestData } from './test-data.view.js';

const select = ({
  snapshot: { value },
}: StoreState): Partial<Missing> & { docs: string | undefined } => ({
  docs: value?.links.sandboxDocs,
});

/**
 * @summary The Sandbox Test Data that the provider set up, to be read, searched and copied. Closed
 *   at first; what it shows is read each time it is opened.
 *
 * @csspart card - The card
 * @csspart title - Its title
 * @csspart button - View Test Data
 * @csspart search - The search field
 * @csspart table - The entries
 * @csspart row - One entry
 * @csspart value - The value of an entry
 * @csspart error - Why the entries could not be loaded
 */
export class TestData extends StoreElement {
  static override styles = testDataStyles;

  /** Whether the entries are shown. */
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private query = '';

  #slice = new StoreController(this, select);
  #words = new WordsController(this, { testData, shared, errors });
  #announcer = new Announcer(this);
  #copier = new Copier(this);
  #read = new ReadController(
    this,
    () => [this.#slice.store, this.open],
    ({ adapter, subscriptionId = '' }, options) =>
      this.open ? adapter.getTestData(subscriptionId, options) : undefined,
  );

  #load = new LoadNotice(this, this.#slice, this.#words, () => {
    const { value, error } = this.#read;
    return this.open && !value && !error;
  });

  override render() {
    const { value, error, isLoading } = this.#read;
    const total = value?.entries.length;
    return [
      this.#announcer.render(),
      renderTestData({
        words: this.#words,
        copier: this.#copier,
        docs: this.#slice.value?.docs,
        isOpen: this.open,
        query: this.query,
        rows: value && this.#rows(),
        total,
        error,
        isLoading,
        load: this.#load,
        onToggle: this.#onToggle,
        onRetry: this.#onRetry,
        onSearch: this.#onSearch,
        onClear: this.#onClear,
        onCopy: this.#onCopy,
      }),
    ];
  }

  #rows() {
    const { format } = this.#words;
    return search(this.#read.value?.entries ?? [], this.query, (text) => format.fold(text));
  }

  #onToggle = () => {
    this.open = !this.open;
    this.query = '';
  };

  #onRetry = async () => {
    await this.#read.run();
    await keepFocus(this, '#toggle');
  };

  #onSearch = (query: string) => {
    this.query = query;
    const total = this.#read.value?.entries.length ?? 0;
    this.#announcer.announce(countText(this.#rows().length, total, this.#words));
  };

  #onClear = () => {
    this.#onSearch('');
    this.#focus('input');
  };

  #onCopy = async (key: string, { name, value }: TestDataEntry, shown: Element) => {
    const isCopied = await this.#copier.copy(key, value, () => shown);
    this.#announcer.announce(
      isCopied
        ? this.#words.say('shared.copiedNamed', { name })
        : this.#words.say('shared.copyBlocked'),
    );
  };

  #focus(selector: string) {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
