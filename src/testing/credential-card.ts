import { Harness } from './harness.js';
import { text } from './text.js';

/** `golive-credential-card` */
export class CredentialCardHarness extends Harness {
  get title(): string {
    return text(this.find('[part=title]'));
  }

  /** The word beside the title: Active, Locked, … */
  get state(): string {
    return text(this.find('[part=chip]'));
  }

  /** What the card shows of its values, by label; secrets are masked. */
  get values(): Record<string, string> {
    return rowsOf(this.all('.card .rows > .row'));
  }

  /** What is shown once, by label; empty when nothing is. */
  get revealed(): Record<string, string> {
    return rowsOf(this.all('dialog[open] .values > .row'));
  }

  /** Creates the credentials, and gives what is shown once, to be saved. */
  async create(): Promise<Record<string, string>> {
    await this.press(this.say('credentials.create_credentials'));
    await this.until(() => Object.keys(this.revealed).length > 0, 'value that is shown once');
    return this.revealed;
  }

  /** Says that what is shown once was saved, which closes it. */
  async save(): Promise<void> {
    await this.press(this.say('credentials.saved'));
    await this.until(() => !this.openDialog, 'way past what is shown once');
  }
}

const rowsOf = (rows: Element[]) =>
  Object.fromEntries(
    rows.map((row) => [text(row.children[0]), text(row.querySelector('.mono') ?? row.children[1])]),
  );
