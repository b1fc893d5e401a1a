import type { Strings } from '../connect/strings.js';
import type { Sections } from '../i18n/words.js';
import { sayWith, type Key, type Params } from './say.js';

/** What is needed of Playwright's `Page` and `Locator`, so that neither has to be installed. */
interface Scope<L> {
  locator(selector: string): L;
}
interface Found<L> extends Scope<L> {
  getByRole(role: 'button' | 'combobox', options?: { name?: string; exact?: boolean }): L;
  getByLabel(label: string, options?: { exact?: boolean }): L;
  first(): L;
  click(): Promise<void>;
  fill(value: string): Promise<void>;
  press(key: string): Promise<void>;
  check(): Promise<void>;
  focus(): Promise<void>;
  getAttribute(name: string): Promise<string | null>;
  selectOption(option: { label: string }): Promise<unknown>;
  allInnerTexts(): Promise<string[]>;
}

export interface KitOptions {
  /** The page's own phrases, as it gives them to the kit. */
  strings?: Strings;
  /** The words of another language, such as `de` of `golive-elements/i18n/de.js`. */
  words?: Sections;
  language?: string;
  /** Of the tags, where it is not `golive`. */
  prefix?: string;
}

/**
 * The kit in a page of Playwright: its elements as locators, found through any shadow tree, and what
 * people do there by the names that they read.
 */
export function kitIn<L extends Found<L>>(page: Scope<L>, options: KitOptions = {}) {
  const { strings, words, language, prefix = 'golive' } = options;
  const say = (key: Key, params?: Params) => sayWith([strings, words], language)(key, params);
  const element = (name: string) => acting(page.locator(`${prefix}-${name}`));
  const card = (lane: 'sandbox' | 'production') => {
    const found = acting(page.locator(`${prefix}-credential-card[lane=${lane}]`));
    return {
      ...found,
      /** Creates the credentials, and gives what is shown once, to be saved. */
      async create(): Promise<Record<string, string>> {
        await found.press(say('credentials.create_credentials'));
        const rows = found.locator.locator('dialog[open] .values > .row');
        await rows.first().locator('.mono').click();
        const labels = await rows.locator('dt').allInnerTexts();
        const values = await rows.locator('.mono').allInnerTexts();
        return Object.fromEntries(labels.map((label, at) => [label, values[at]!]));
      },
      save: () => found.press(say('credentials.saved')),
    };
  };
  return { say, element, card };
}

/** A locator with the acts of a person in it. */
function acting<L extends Found<L>>(locator: L) {
  const exact = true;
  return {
    locator,
    press: (name: string) => locator.getByRole('button', { name, exact }).first().click(),
    fill: (label: string, value: string) => locator.getByLabel(label, { exact }).fill(value),
    /** In a list, or in a field that searches one. */
    async choose(label: string, option: string): Promise<void> {
      const field = locator.getByRole('combobox', { name: label, exact });
      // A list that has the focus stays what it is; a long one may turn into a field that searches it.
      await field.focus();
      if ((await field.getAttribute('role')) === null) {
        await field.selectOption({ label: option });
        return;
      }
      await field.fill(option);
      await field.press('Enter');
    },
    tick: (label: string) => locator.getByLabel(label, { exact }).check(),
  };
}
