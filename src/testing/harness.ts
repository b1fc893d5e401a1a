import { stringsContext } from '../connect/context.js';
import { nearestLanguage } from '../connect/page-language.js';
import type { Strings } from '../connect/strings.js';
import { wordsOf } from '../i18n/index.js';
import { sayWith, type Key, type Params } from './say.js';
import { nameOf, ownText, text } from './text.js';

/** A test may hold the clock of its page; how long it waits is none of that. */
const { setTimeout: later } = globalThis;

const PATIENCE = 5000;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * An element in the words of who uses it. Acts wait until what they need is there; what is read is
 * read at once, and `until` waits for it. While a dialog is open, acts are those in the dialog.
 */
export class Harness<E extends Element = Element> {
  constructor(readonly element: E) {}

  /** The element's phrase for a key, in its language and with the page's overrides. */
  say(key: Key, params?: Params): string {
    const { element } = this;
    const locale = nearestLanguage(element);
    const { strings } = element as { strings?: Strings };
    const sources = [strings, providedStrings(element), locale ? wordsOf(locale) : undefined];
    return sayWith(sources, locale)(key, params);
  }

  get text(): string {
    // Where style sheets can't be adopted, as in jsdom, they stand among the children.
    const drawn = [...this.top.children].filter(({ localName }) => localName !== 'style');
    return drawn.map(text).filter(Boolean).join(' ');
  }

  /** The names of what can be pressed. */
  get buttons(): string[] {
    return this.#pressable.map(nameOf);
  }

  has(name: string): boolean {
    return this.buttons.includes(name);
  }

  /** Whether it takes no press now. */
  isUnavailable(name: string): boolean {
    return this.#the(name).getAttribute('aria-disabled') === 'true';
  }

  /** Why it takes no press. */
  reason(name: string): string {
    return this.#describing(this.#the(name)).map(text).join(' ');
  }

  /** The words of the open dialog; empty when there is none. */
  get dialog(): string {
    return text(this.openDialog);
  }

  /** What failed, as it is said. */
  get alert(): string {
    return text(this.find('[role=alert]'));
  }

  /** What was announced last to who can't see it. */
  get announced(): string {
    return text(this.all('[role=status]').at(-1));
  }

  get isLoading(): boolean {
    return this.find('[aria-busy=true]') !== null;
  }

  /** What stands in a field, as it is read. */
  value(label: string): string {
    const field = this.#field(label);
    return 'selectedOptions' in field ? text(field.selectedOptions[0]) : field.value;
  }

  /** What is wrong with what stands in a field, or is chosen among boxes. */
  problem(label: string): string {
    const [found] = this.#named(label).map((each) => groupOf(each) ?? controlOf(each));
    if (!found) throw this.#missing(`field “${label}”`);
    const errors = this.#describing(found).filter((each) => each?.matches('.error'));
    return errors.map(text).join(' ');
  }

  async press(name: string): Promise<void> {
    await this.until(() => this.has(name), `“${name}”`);
    const found = this.#the(name);
    found.focus();
    found.click();
    await this.settled();
  }

  /** Writes over what stands in a field. A field with suggestions takes the first. */
  async fill(label: string, value: string): Promise<void> {
    const field = await this.#waitFor(label);
    field.focus();
    field.value = value;
    tell(field, new Event('input', { bubbles: true, composed: true }));
    await this.settled();
    if (field.getAttribute('role') !== 'combobox') return;
    await this.until(() => field.getAttribute('aria-expanded') === 'true', `choices of “${label}”`);
    tell(field, new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await this.settled();
  }

  /** Chooses by what can be read, in a list or among boxes. */
  async choose(label: string, option: string): Promise<void> {
    const field = await this.#waitFor(label, option);
    if (field.getAttribute('role') === 'combobox') return this.fill(label, option);
    if (!('options' in field)) return this.#click(field);
    const at = [...field.options].findIndex((each) => text(each) === option);
    if (at < 0) throw this.#missing(option);
    field.selectedIndex = at;
    tell(field, new Event('change', { bubbles: true }));
    return this.settled();
  }

  async tick(label: string): Promise<void> {
    await this.#click(await this.#waitFor(label));
  }

  /** Waits until something is so. Fails with what can be read instead. */
  async until(holds: () => unknown, what = 'what it is waited for'): Promise<void> {
    const end = performance.now() + PATIENCE;
    while (!holds()) {
      if (performance.now() > end) throw this.#missing(what);
      await this.settled();
    }
  }

  /** Resolves once it has drawn what it knows. */
  async settled(): Promise<void> {
    await new Promise((resolve) => later(resolve, 5));
    await (this.element as { updateComplete?: Promise<unknown> }).updateComplete;
  }

  protected get root(): ShadowRoot {
    const { shadowRoot, localName } = this.element;
    if (!shadowRoot) throw new Error(`${localName} is not defined: import its define file first`);
    return shadowRoot;
  }

  protected all(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  protected find(selector: string): HTMLElement | null {
    return this.root.querySelector(selector);
  }

  protected get openDialog(): HTMLElement | undefined {
    return this.all('dialog[open]').at(-1);
  }

  /** What can be acted on. */
  protected get top(): ParentNode & Node {
    return this.openDialog ?? this.root;
  }

  get #pressable(): HTMLElement[] {
    return [...this.top.querySelectorAll<HTMLElement>('button, a[href]')].filter(isOpen);
  }

  #the(name: string): HTMLElement {
    const found = this.#pressable.find((each) => nameOf(each) === name);
    if (!found) throw this.#missing(`“${name}”`);
    return found;
  }

  /** The labels of fields, and the legends of boxes, of this name. */
  #named(label: string): Element[] {
    return [...this.top.querySelectorAll('label, legend')].filter(
      (each) => ownText(each) === label || text(each) === label,
    );
  }

  #findField(label: string, option?: string): Field | undefined {
    for (const each of this.#named(label)) {
      const boxes = groupOf(each)?.querySelectorAll('label');
      const labels = boxes ? [...boxes].filter((box) => text(box) === option) : [each];
      const field = labels.map(controlOf).find(Boolean);
      if (field) return field as Field;
    }
    return undefined;
  }

  #field(label: string): Field {
    const found = this.#findField(label);
    if (!found) throw this.#missing(`field “${label}”`);
    return found;
  }

  async #waitFor(label: string, option?: string): Promise<Field> {
    await this.until(() => this.#findField(label, option), `field “${label}”`);
    return this.#findField(label, option)!;
  }

  async #click(field: Field): Promise<void> {
    field.click();
    await this.settled();
  }

  #describing(element: Element): (Element | null)[] {
    const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => this.root.getElementById(id));
  }

  #missing(what: string): Error {
    return new Error(`${this.element.localName} has no ${what}. It says: ${this.text}`);
  }
}

const tell = (field: Field, event: Event) => field.dispatchEvent(event);

const controlOf = (label: Element) => (label as HTMLLabelElement).control;

/** What a legend is the name of. */
const groupOf = (each: Element) => (each.localName === 'legend' ? each.parentElement : null);

/** A dialog that is closed is still in the tree. */
const isOpen = (element: Element) => element.closest('dialog:not([open])') === null;

/** The phrases of the page, from the nearest provider of any kind. */
function providedStrings(element: Element): Strings | undefined {
  let found: Strings | undefined;
  const request = new Event('context-request', { bubbles: true, composed: true });
  const callback = (strings: Strings | undefined) => (found = strings);
  Object.assign(request, { context: stringsContext, contextTarget: element, callback });
  element.dispatchEvent(request);
  return found;
}
