import type { PipelineAdapter } from '../../src/adapter/index.js';
import type { IssuedCredential, IssuedToken, Snapshot } from '../../src/contract/index.js';
// What acts, asks and reveals is there before the first test: none waits for the network.
import '../../src/elements/credential-card/acts-part.js';
import type { CredentialCard } from '../../src/elements/credential-card/credential-card.js';
import { createStaticStore, createStore } from '../../src/store/index.js';
import { byHand } from './by-hand.js';
import { settled } from './stories.js';
import { text } from './text.js';

/** What a fake host reveals; found nowhere else. */
export const CANARY = 'canary-3f9a1c7e-secret-4f2a';
export const TOKEN_CANARY = 'canary-b81d02aa-token';

/** A credential card in the words of who uses it. What is asked or shown on top comes first. */
export function cardHarness(card: CredentialCard) {
  const root = card.shadowRoot!;
  const dialogs = () => [...root.querySelectorAll<HTMLDialogElement>('dialog[open]')];
  const top = (): Element => dialogs().at(-1) ?? root.querySelector('.card')!;
  const labels = () => [...top().querySelectorAll('label')];
  const nameOf = (control: Element) =>
    control.getAttribute('aria-label') ??
    text(labels().find(({ control: labelled }) => labelled === control) ?? control);
  const button = (name: string) =>
    [...top().querySelectorAll<HTMLElement>('button, a')].find((each) => nameOf(each) === name);
  const the = (name: string): HTMLElement => {
    const found = button(name);
    if (!found) throw new Error(`There is no “${name}” in: ${text(top())}`);
    return found;
  };
  const field = (label: string) => {
    const found = labels().find((each) => text(each) === label)?.control;
    if (!found) throw new Error(`There is no “${label}” in: ${text(top())}`);
    return found as HTMLInputElement | HTMLSelectElement;
  };
  const rest = async () => {
    // What acts, asks and reveals may be on its way into the card.
    await import('../../src/elements/credential-card/acts-part.js');
    await settled(card);
  };
  return {
    root,
    get title() {
      return text(root.querySelector('#title'));
    },
    get chip() {
      return text(root.querySelector('.card .chip'));
    },
    /** The card's words, without its dialogs. */
    get text() {
      return text(root.querySelector('.card'));
    },
    get isNotYet() {
      return root.querySelector('.card.not-yet') !== null;
    },
    /** Each row as its label and the rest of its words. */
    get rows() {
      return [...root.querySelectorAll('.rows > .row')].map((row) => {
        const [label, ...rest] = [...row.children].map(text);
        return [label, rest.filter(Boolean).join(' ')];
      });
    },
    get buttons() {
      return [...top().querySelectorAll('button, a')].map(nameOf);
    },
    get failure() {
      return text(root.querySelector('.card [role=alert]'));
    },
    get announced() {
      return text(root.querySelector(':host > [role=status], [role=status]:not(dialog *)'));
    },
    /** What a dialog says while it is open. */
    get announcedInDialog() {
      return text(top().querySelector('[role=status]'));
    },
    /** What a dialog says of its time. */
    get warned() {
      return text(top().querySelector('.time [role=status]'));
    },
    /** The words of the dialog on top; empty when there is none. */
    get dialog() {
      return text(dialogs().at(-1));
    },
    get dialogTitle() {
      return text(dialogs().at(-1)?.querySelector('h3'));
    },
    get dialogRole() {
      return dialogs().at(-1)?.getAttribute('role');
    },
    /** The values that the dialog shows, by label. */
    get revealed() {
      return Object.fromEntries(
        [...root.querySelectorAll('dialog[open] .values > .row')].map((row) => [
          text(row.querySelector('dt')),
          row.querySelector('.mono')!.textContent,
        ]),
      );
    },
    get focused() {
      return root.activeElement ? nameOf(root.activeElement) : undefined;
    },
    hasField: (label: string) => labels().some((each) => text(each) === label),
    attribute: (label: string, name: string) => field(label).getAttribute(name),
    /** What stands in a field, in words. */
    chosen(label: string) {
      const found = field(label);
      return found instanceof HTMLSelectElement ? text(found.selectedOptions[0]) : found.value;
    },
    choices: (label: string) => [...(field(label) as HTMLSelectElement).options].map(text),
    /** What is wrong with what stands in a field; empty while nothing is. */
    errorAt(label: string) {
      const found = field(label);
      const id = found.getAttribute('aria-describedby');
      return found.getAttribute('aria-invalid') === 'true' ? text(root.getElementById(id!)) : '';
    },
    /** Writes into a field, over what stands there. */
    async fill(label: string, value: string) {
      const found = field(label);
      found.focus();
      found.value = value;
      found.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await rest();
    },
    async choose(label: string, choice: string) {
      const found = field(label) as HTMLSelectElement;
      found.selectedIndex = [...found.options].findIndex((each) => text(each) === choice);
      found.dispatchEvent(new Event('change', { bubbles: true }));
      await rest();
    },
    async pressEnter(more: KeyboardEventInit = {}) {
      root.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more }),
      );
      await rest();
    },
    has: (name: string) => button(name) !== undefined,
    link: (name: string) => the(name) as HTMLAnchorElement,
    isUnavailable: (name: string) => the(name).getAttribute('aria-disabled') === 'true',
    /** Why a button takes no press. */
    reason(name: string) {
      const id = the(name).getAttribute('aria-describedby');
      return id === null ? '' : text(root.getElementById(id));
    },
    async press(name: string) {
      const found = the(name);
      found.focus();
      found.click();
      await rest();
    },
    /** Presses without waiting, as an impatient person does. */
    hit(name: string) {
      the(name).click();
    },
    async pressEscape() {
      const { activeElement } = root;
      (activeElement ?? top()).dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
      );
      await rest();
    },
    settled: () => settled(card),
  };
}
export type CardHarness = ReturnType<typeof cardHarness>;

/** A store on a host whose every answer the test gives. `show` is what the next read finds. */
export function handHost(first: Snapshot) {
  let shown = first;
  const host = {
    createCredentials: byHand<unknown[], IssuedCredential>(),
    regenerate: byHand<unknown[], IssuedCredential>(),
    rotateSecret: byHand<unknown[], IssuedCredential>(),
    retireSecret: byHand<unknown[], void>(),
    generateToken: byHand<unknown[], IssuedToken>(),
    markDelivered: byHand<unknown[], void>(),
  };
  const methods: Partial<PipelineAdapter> = {
    ...host,
    getSnapshot: async () => shown,
    now: () => Date.parse('2026-11-24T10:49:00Z'),
  };
  const adapter = new Proxy(createStaticStore(first).adapter, {
    get: (others, name: keyof PipelineAdapter) => methods[name] ?? others[name],
  });
  const store = createStore({ adapter, subscription: first.id, initial: first, live: false });
  let version = 100;
  return {
    ...host,
    methods,
    store,
    /** What the host knows from now on; read at once with `refresh`. */
    show(snapshot: Snapshot) {
      version += 1;
      shown = { ...snapshot, version: `v${version}` };
    },
  };
}
export type HandHost = ReturnType<typeof handHost>;
