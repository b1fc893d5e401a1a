import assert from 'node:assert/strict';
import puppeteer, {
  type Browser,
  type ElementHandle,
  type LaunchOptions,
  type Locator,
  type Page,
  type SerializedAXNode,
  type WaitForSelectorOptions,
} from 'puppeteer-core';
import type { Person } from './person.js';

const { DEMO_URL, CHROMIUM_PATH } = process.env;

/** Chromium without whatever it would fetch by itself. */
export const launchBrowser = (more: LaunchOptions = {}): Promise<Browser> =>
  puppeteer.launch({
    ...more,
    executablePath: CHROMIUM_PATH!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Long enough for a busy machine; nothing ever waits for it to pass. */
export const PATIENCE = 30_000;

/** A role and the name that assistive technology gives it. */
export const aria = (role: string, name: string) =>
  `::-p-aria([name="${name.replaceAll('"', '\\"')}"]${role && `[role="${role}"]`})`;

/** Somebody in front of a page of the demo, in Chromium. */
export class Visitor implements Person {
  readonly page: Page;
  /** Errors that the page wrote or threw. */
  readonly errors: string[] = [];

  #expected = new Set<string>();
  #expectsDialog = false;
  #beside?: Visitor;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', (thrown) => this.errors.push(String(thrown)));
    page.on('dialog', (dialog) => {
      if (!this.#expectsDialog) this.errors.push(`the page asks: ${dialog.type()}`);
      this.#expectsDialog = false;
      void dialog.accept();
    });
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      // What failed to load is told by its address alone.
      this.errors.push(`${message.text()} ${message.location().url ?? ''}`.trim());
    });
  }

  /** Comes in a tab of their own, or in a window, beside the other visitors of the same browser. */
  static async arrive(
    browser: Pick<Browser, 'newPage'>,
    path: string,
    type: 'tab' | 'window' = 'tab',
  ): Promise<Visitor> {
    const visitor = new Visitor(await browser.newPage({ type }));
    await visitor.page.setViewport({ width: 1280, height: 1000 });
    await visitor.visit(path);
    return visitor;
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(new URL(path, DEMO_URL).href);
  }

  /** Turns to this window, as somebody with several of them does. */
  look(): Promise<void> {
    return this.page.bringToFront();
  }

  press(name: string, role = 'button'): Promise<void> {
    const found = () => this.seek(role, name, { visible: true });
    return this.#pressOn(name, found, role === 'checkbox' ? ' ' : 'Enter');
  }

  /** Presses what holds a text; for a row that says more than its name. */
  pressText(text: string): Promise<void> {
    const found = () => this.page.waitForSelector(`::-p-text(${text})`, { visible: true });
    return this.#pressOn(text, found, 'Enter');
  }

  /** By keyboard: a page that is still filling can't move away from under it. */
  async #pressOn(
    what: string,
    seek: () => Promise<ElementHandle | null>,
    key: 'Enter' | ' ',
  ): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      const found = (await seek())!;
      const hasFocus = await found.evaluate((element) => {
        const control = element.closest<HTMLElement>('button, a, summary') ?? element;
        (control as HTMLElement).focus();
        return control.matches(':focus');
      });
      await found.dispose();
      // Else it was drawn anew in between.
      if (hasFocus) return this.page.keyboard.press(key);
    }
    throw new Error(`${what} takes no focus`);
  }

  async fill(name: string, text: string, role = 'textbox'): Promise<void> {
    await (await this.locate(role, name)).fill(text);
  }

  async tick(...names: string[]): Promise<void> {
    for (const name of names) await this.press(name, 'checkbox');
  }

  /** Chooses by what can be read. */
  async choose(name: string, option: string): Promise<void> {
    const select = await (await this.locate('combobox', name)).waitHandle();
    // What draws a long list may still be on its way.
    await this.page.waitForFunction(
      (element) => !(element.isConnected && element.matches('.long')),
      {},
      select,
    );
    if (!(await select.evaluate((element) => element.isConnected))) {
      await select.dispose();
      return this.choose(name, option);
    }
    if (await select.evaluate((element) => element.matches('input'))) {
      await select.dispose();
      await this.fill(name, option, 'combobox');
      return this.page.keyboard.press('Enter');
    }
    const value = await select.evaluate(
      (element, text) =>
        [...(element as HTMLSelectElement).options].find(({ label }) => label.trim() === text)!
          .value,
      option,
    );
    await (await this.locate('combobox', name)).fill(value);
    await select.dispose();
  }

  /** Follows a link that opens a page beside this one. */
  async followOut(name: string): Promise<Visitor> {
    const opened = new Promise<Page>((resolve) =>
      this.page.once('popup', (page) => resolve(page!)),
    );
    await this.press(name, 'link');
    this.#beside = new (this.constructor as typeof Visitor)(await opened);
    return this.#beside;
  }

  leave(): Promise<void> {
    return this.page.close();
  }

  /** Waits until something of this role and name is there. */
  async find(role: string, name: string): Promise<void> {
    const found = await this.seek(role, name);
    await found!.dispose();
  }

  /** Waits until it is gone. */
  async miss(role: string, name: string): Promise<void> {
    await this.seek(role, name, { hidden: true });
  }

  /** Waits until a text can be read. */
  async read(text: string): Promise<void> {
    const found = await this.page.waitForSelector(`::-p-text(${text})`, { visible: true });
    await found!.dispose();
  }

  run<T>(expression: string): Promise<T> {
    return this.page.evaluate(expression) as Promise<T>;
  }

  /** Whether a button is there that takes no press. */
  async isUnavailable(name: string): Promise<boolean> {
    const button = await this.seek('button', name);
    return button!.evaluate((element) => element.getAttribute('aria-disabled') === 'true');
  }

  /** The value of a field. */
  async valueOf(name: string, role = 'textbox'): Promise<string> {
    const field = await (await this.locate(role, name)).waitHandle();
    return field.evaluate((element) => (element as HTMLInputElement).value);
  }

  /** The one text that can be read which looks so. */
  async textLike(pattern: RegExp): Promise<string> {
    const tree = await this.page.accessibility.snapshot();
    const found = namesIn(tree).find((name) => pattern.test(name));
    assert.ok(found, `a text like ${pattern}`);
    return found;
  }

  /** Everything that the page left in the browser's storages. */
  keptByTheBrowser(): Promise<string> {
    return this.page.evaluate(async () => {
      const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
      for (const { name } of await indexedDB.databases()) {
        const database = await settle(indexedDB.open(name!));
        for (const store of database.objectStoreNames) {
          kept.push(await settle(database.transaction(store).objectStore(store).getAll()));
        }
        database.close();
      }
      return JSON.stringify(kept);

      function settle<T>(request: IDBRequest<T>): Promise<T> {
        return new Promise((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(new Error('IndexedDB')));
        });
      }
    });
  }

  /** Such a failed request is part of the journey; the browser writes it down as an error. */
  expectFailure(why: string): void {
    this.#expected.add(`Failed to load resource: ${why}`);
  }

  /** The page's next question to the person is part of the journey. */
  expectDialog(): void {
    this.#expectsDialog = true;
  }

  assertNoErrors(): void {
    const isExpected = (error: string) =>
      [...this.#expected].some((start) => error.startsWith(start));
    assert.deepEqual(
      this.errors.filter((error) => !isExpected(error)),
      [],
    );
    this.#beside?.assertNoErrors();
  }

  /** Waits until something of this role and name is there; or, when that is asked for, hidden or gone. */
  protected seek(
    role: string,
    name: string,
    options?: WaitForSelectorOptions,
  ): Promise<ElementHandle | null> {
    return this.page.waitForSelector(aria(role, name), options);
  }

  protected async locate(role: string, name: string): Promise<Locator<Element>> {
    return this.page.locator(aria(role, name));
  }
}

const namesIn = (node: SerializedAXNode | null): string[] =>
  node ? [node.name ?? '', ...(node.children ?? []).flatMap(namesIn)] : [];
