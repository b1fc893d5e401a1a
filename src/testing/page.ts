import { CredentialCardHarness } from './credential-card.js';
import { Harness } from './harness.js';
import { ActivityHarness, OutcomeHarness, StepperHarness, TestDataHarness } from './reading.js';
import { ReviewPanelHarness, ReviewQueueHarness } from './review.js';
import { SubmissionHarness } from './submission.js';

type Kind<H> = new (element: Element) => H;

/** What stands in a composed element, or anywhere in a page of pieces. */
class Page extends Harness {
  /** By the part of its name behind the prefix, which a portal chooses. */
  protected async piece<H>(Kind: Kind<H>, name: string, more = ''): Promise<H> {
    const { element } = this;
    const found = () =>
      [element.shadowRoot, element]
        .flatMap((within) => [...(within?.querySelectorAll(`*${more}`) ?? [])])
        .find(({ localName }) => localName.endsWith(name));
    await this.until(found, `piece *${name}${more}`);
    return new Kind(found()!);
  }
}

/** `golive-pipeline`, or what holds the pieces of a developer's page, such as a `golive-provider`. */
export class DeveloperPageHarness extends Page {
  stepper = () => this.piece(StepperHarness, '-stepper');
  outcome = () => this.piece(OutcomeHarness, '-outcome');
  card = (lane: 'sandbox' | 'production') =>
    this.piece(CredentialCardHarness, '-credential-card', `[lane=${lane}]`);
  testData = () => this.piece(TestDataHarness, '-test-data');
  submission = () => this.piece(SubmissionHarness, '-submission');
  activity = () => this.piece(ActivityHarness, '-activity');
}

/** `golive-review-desk`, or what holds a queue and a panel. */
export class ReviewPageHarness extends Page {
  queue = () => this.piece(ReviewQueueHarness, '-review-queue');
  panel = () => this.piece(ReviewPanelHarness, '-review-panel');
}
