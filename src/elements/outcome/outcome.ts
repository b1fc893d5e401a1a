import type { PropertyValues } from 'lit';
import { NavigateEvent } from '../../connect/events.js';
import { ReadController } from '../../connect/read-controller.js';
import { selectMissing } from '../../connect/missing.js';
import { StoreController } from '../../connect/store-controller.js';
import { StoreElement } from '../../connect/store-element.js';
import { WordsController } from '../../connect/words-controller.js';
import { errors } from '../../i18n/en/errors.js';
import { outcome } from '../../i18n/en/outcome.js';
import { shared } from '../../i18n/en/shared.js';
import { outcomeOf } from '../../rules/journey.js';
import { permit } from '../../rules/permit.js';
import type { PipelineStore, StoreState } from '../../store/index.js';
import { Announcer } from '../../ui/announcer.js';
import { LoadNotice } from '../../ui/load-notice.js';
import { outcomeTitle } from '../../ui/outcome-notice.js';
import { outcomeStyles } from './outcome.styles.js';
import { renderOutcome } from './outcome.view.js';

const select = ({ snapshot, snapshot: { value } }: StoreState) => ({
  ...selectMissing(snapshot),
  outcome: value && outcomeOf(value),
  review: value?.review,
  attempt: value?.submission?.attempt,
  isDeveloper: value?.role === 'developer',
  hasForm: value?.hasForm,
  canSubmit: value && permit(value, 'submit').ok,
});
export type OutcomeSlice = ReturnType<typeof select>;

/**
 * @summary What the reviewers decided: Approved, Submission Rejected or Changes Requested, with
 *   their notes. Shows nothing while there is no such news; an approval is news until production
 *   credentials exist.
 *
 * @fires {NavigateEvent} golive-navigate - The person wants to go to the submission, to one of
 *   its fields, or to the production credentials
 *
 * @slot actions - Further ways on, such as a link to the provider's support
 *
 * @csspart notice - The notice
 * @csspart title - Its title
 * @csspart by - Who decided, when, and on which attempt
 * @csspart notes - The reviewer's notes
 * @csspart field-notes - The notes at single fields
 * @csspart button - The button that leads on
 * @csspart error - Why nothing is known
 */
export class OutcomeNotice extends StoreElement {
  static override styles = outcomeStyles;

  #slice = new StoreController(this, select);
  #words = new WordsController(this, { outcome, shared, errors });
  #announcer = new Announcer(this);
  #load = new LoadNotice(this, this.#slice, this.#words, () => false);
  /** The labels of the fields that notes are at stand in the submission alone. */
  #submission = new ReadController(
    this,
    () => [this.#slice.store, this.#slice.value?.review],
    ({ adapter, subscriptionId }, options) => {
      const { isDeveloper, outcome, review } = this.#slice.value ?? {};
      return isDeveloper && outcome && review?.fieldNotes.length
        ? adapter.getLatestSubmission(subscriptionId ?? '', options)
        : undefined;
    },
  );
  /** What has been shown, of which store. */
  #told: { store: PipelineStore | undefined; news: string } | undefined;

  /** Before it draws, and after the controllers have what it draws. */
  protected override update(changed: PropertyValues) {
    this.#tellNews();
    super.update(changed);
  }

  override render() {
    return [
      this.#announcer.render(),
      renderOutcome({
        slice: this.#slice.value,
        words: this.#words,
        form: this.#submission.value?.form,
        isReading: this.#submission.isLoading,
        onNavigate: (target, fieldId) =>
          this.dispatchEvent(new NavigateEvent(fieldId ? { target, fieldId } : { target })),
        load: this.#load,
      }),
    ];
  }

  /** What is there when the page opens is read by whoever comes to it; only news are announced. */
  #tellNews() {
    const { store, value } = this.#slice;
    if (!value?.isKnown) return;
    const { outcome, review } = value;
    const news = outcome ? `${outcome} ${review?.decidedAt}` : '';
    if (outcome && this.#told?.store === store && this.#told?.news !== news) {
      this.#announcer.announce(outcomeTitle(outcome, this.#words));
    }
    this.#told = { store, news };
  }
}
