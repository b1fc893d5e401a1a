import { Harness } from './harness.js';
import { text } from './text.js';

/** `golive-review-queue` */
export class ReviewQueueHarness extends Harness {
  /** The names of the submissions in sight. */
  get names(): string[] {
    return this.all('.name').map(text);
  }

  async open(name: string): Promise<void> {
    const found = () => this.all('.name').find((each) => text(each) === name);
    await this.until(found, `submission “${name}”`);
    found()!.click();
    await this.settled();
  }

  async search(query: string): Promise<void> {
    await this.fill(this.say('queue.search'), query);
  }
}

/** `golive-review-panel` */
export class ReviewPanelHarness extends Harness {
  get title(): string {
    return text(this.find('[part=title]'));
  }

  /** The answers in sight, each with its question. */
  get answers(): string[] {
    return this.all('.answer:not(.paper)').map(text);
  }

  /** What was decided, and by whom. */
  get outcome(): string {
    return text(this.find('[part=outcome]'));
  }

  async writeNotes(notes: string): Promise<void> {
    await this.fill(this.say('panel.notes'), notes);
  }

  async approve(): Promise<void> {
    await this.#decide(this.say('panel.approve'));
  }

  async reject(): Promise<void> {
    await this.#decide(this.say('panel.reject'));
  }

  async requestChanges(notes: string): Promise<void> {
    await this.writeNotes(notes);
    await this.#decide(this.say('panel.request_changes'));
  }

  async #decide(act: string): Promise<void> {
    await this.press(act);
    await this.until(() => this.openDialog, 'question before it decides');
    await this.press(act);
  }
}
