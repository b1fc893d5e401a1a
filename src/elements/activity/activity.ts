import { selectMissing } from '../../connect/missing.js';
import { ReadController } from '../../connect/read-controller.js';
import { StoreController } from '../../connect/store-controller.js';
import { StoreElement } from '../../connect/store-element.js';
import { WordsController } from '../../connect/words-controller.js';
import { activity } from '../../i18n/en/activity.js';
import { errors } from '../../i18n/en/errors.js';
import { shared } from '../../i18n/en/shared.js';
import type { StoreState } from '../../store/index.js';
import { Announcer } from '../../ui/announcer.js';
import { keepFocus } from '../../ui/keep-focus.js';
import { LoadNotice } from '../../ui/load-notice.js';
import { activityStyles } from './activity.styles.js';
import { renderActivity } from './activity.view.js';
import { takeNewest, takeOlder, type Feed } from './feed.js';

const select = ({ snapshot }: StoreState) => ({
  ...selectMissing(snapshot),
  version: snapshot.value?.version,
});

/**
 * @summary Who did what and when, newest first. It only grows: what changes in the subscription is
 *   read again and added on top, what is older comes on demand.
 *
 * @csspart card - The card
 * @csspart title - Its title
 * @csspart list - The list of entries
 * @csspart entry - One entry
 * @csspart more - The button that shows older entries
 * @csspart error - Why it could not be loaded
 */
export class ActivityLog extends StoreElement {
  static override styles = activityStyles;

  #slice = new StoreController(this, select);
  #words = new WordsController(this, { activity, shared, errors });
  #announcer = new Announcer(this);
  #newest: ReadController<Feed> = new ReadController(
    this,
    () => [this.#slice.store, this.#slice.value?.version],
    ({ adapter, subscriptionId = '' }, options) =>
      this.#slice.value?.version === undefined
        ? undefined
        : adapter
            .getActivity(subscriptionId, options)
            .then((page) => takeNewest(this.#newest.value, page)),
  );
  /** Runs when it is asked to; what it brings goes to the end of the newest. */
  #older = new ReadController<void>(
    this,
    () => [this.#slice.store],
    async ({ adapter, subscriptionId = '' }, options) => {
      const cursor = this.#newest.value?.nextCursor;
      if (cursor == null) return;
      const page = await adapter.getActivity(subscriptionId, { ...options, cursor });
      this.#newest.value = takeOlder(this.#newest.value, cursor, page);
    },
  );

  #load = new LoadNotice(this, this.#slice, this.#words, () => {
    const { value, error } = this.#newest;
    return !(value ?? error ?? this.#slice.value?.error);
  });

  override render() {
    const { value: feed, error, isLoading } = this.#newest;
    return [
      this.#announcer.render(),
      renderActivity({
        words: this.#words,
        feed,
        error,
        isMissing: !!this.#slice.value?.error,
        load: this.#load,
        isLoading,
        older: this.#older,
        onRetry: () => void this.#retry(),
        onMore: () => void this.#showMore(),
      }),
    ];
  }

  async #retry() {
    await this.#newest.run();
    await keepFocus(this, '.title');
  }

  async #showMore() {
    const before = this.#newest.value?.entries.length ?? 0;
    await this.#older.run();
    await this.updateComplete;
    const count = (this.#newest.value?.entries.length ?? 0) - before;
    if (count <= 0) return;
    this.#announcer.announce(this.#words.say('activity.added', { count }));
    await keepFocus(this, `li:nth-child(${before + 1})`);
  }
}
