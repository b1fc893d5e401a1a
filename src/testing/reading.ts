import { Harness } from './harness.js';
import { text } from './text.js';

/** `golive-stepper` */
export class StepperHarness extends Harness {
  /** Each step's name, and the line under it. */
  get steps(): { name: string; detail: string }[] {
    return this.all('[part=step]').map((step) => ({
      name: text(step.querySelector('[part=label]')),
      detail: text(step.querySelector('[part=detail]')),
    }));
  }

  /** The name of the present step. */
  get current(): string {
    return text(this.find('[aria-current=step] [part=label]'));
  }
}

/** `golive-outcome` */
export class OutcomeHarness extends Harness {
  get title(): string {
    return text(this.find('[part=title]'));
  }

  get notes(): string {
    return text(this.find('[part=notes]'));
  }

  /** Each note at a field: its field, and what is said. */
  get fieldNotes(): { field: string; note: string }[] {
    return this.all('[part=field-notes] li').map((item) => ({
      field: text(item.querySelector('.field-label')),
      note: text(item.querySelector('.field-text')),
    }));
  }
}

/** `golive-activity` */
export class ActivityHarness extends Harness {
  /** What happened, the latest first. */
  get sentences(): string[] {
    return this.all('[part=entry] .event > p:first-child').map(text);
  }
}

/** `golive-test-data` */
export class TestDataHarness extends Harness {
  get rows(): string[][] {
    return this.all('tbody tr').map((row) => [...row.children].map(text));
  }

  async search(query: string): Promise<void> {
    await this.fill(this.say('testData.search'), query);
  }
}
