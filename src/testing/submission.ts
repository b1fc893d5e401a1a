import { Harness } from './harness.js';
import { ownText, text } from './text.js';

/** `golive-submission` */
export class SubmissionHarness extends Harness {
  get isFormOpen(): boolean {
    return this.find('form') !== null;
  }

  /** What is there already and what is missing, each with the line under it. */
  get checks(): string[] {
    return this.all('.checks li').map(text);
  }

  /** The steps of the open form, each with what is said of it. */
  get steps(): string[] {
    return this.all('[part=step]').map((step) => [...step.children].map(text).join(' ').trim());
  }

  /** The questions of the present step. */
  get questions(): string[] {
    return this.all('[part=field] .label').map((label) => ownText(label) || text(label));
  }

  /** The answers as the review shows them. */
  get review(): Record<string, string> {
    return Object.fromEntries(
      this.all('section.answers .answer').map((row) => [
        text(row.querySelector('dt')),
        [...row.querySelectorAll('dd')].map(text).join(' '),
      ]),
    );
  }

  /** Opens the form, or sends what needs none. */
  async open(): Promise<void> {
    await this.press(this.say('submission.title'));
  }

  /** Goes on to the step of this title. */
  async next(title: string): Promise<void> {
    await this.press(this.say('submission.next', { title }));
  }

  /** Sends what the review shows, and waits until the host has it. */
  async submit(): Promise<void> {
    await this.press(this.say('submission.title'));
    await this.until(() => this.has(this.say('submission.submitted')), 'word that it was sent');
  }
}
