import assert from 'node:assert/strict';
import type { CDPSession, KeyInput } from 'puppeteer-core';
import type { Visitor } from './visitor.js';

/** More stops than any page of the demo has. */
const MANY = 120;

/** The element with the focus, however deep in shadow roots; none while the browser's own has it. */
const FOCUSED = `(() => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found === document.body ? null : found;
})()`;

/** Somebody who has nothing but a keyboard: goes from stop to stop, and acts on where the focus is. */
export class Keyboard {
  #visitor: Visitor;
  #session: Promise<CDPSession>;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
    this.#session = visitor.page.createCDPSession();
  }

  press(key: KeyInput): Promise<void> {
    return this.#visitor.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.#visitor.page.keyboard.type(text);
  }

  /** What has the focus, as the role and name that assistive technology is given. */
  async focused(): Promise<string | undefined> {
    const node = await this.#node();
    return node && `${node.role?.value} ${node.name?.value}`;
  }

  /** The value of the field that has the focus. */
  async value(): Promise<string> {
    return (await this.#node())?.value?.value;
  }

  async #node() {
    const session = await this.#session;
    const { result } = await session.send('Runtime.evaluate', { expression: FOCUSED });
    const { objectId } = result;
    if (!objectId) return undefined;
    const options = { objectId, fetchRelatives: false };
    return (await session.send('Accessibility.getPartialAXTree', options)).nodes[0];
  }

  /** Waits until this has the focus. */
  async hasFocus(wanted: string | RegExp): Promise<void> {
    const isIt = (now = '') => (typeof wanted === 'string' ? now === wanted : wanted.test(now));
    let now: string | undefined;
    for (let look = 0; look < MANY; look += 1) {
      now = await this.focused();
      if (isIt(now)) return;
    }
    assert.fail(`${now} has the focus, not ${wanted}`);
  }

  /** Goes on with Tab until this has the focus. */
  async goTo(wanted: string): Promise<void> {
    const passed: (string | undefined)[] = [];
    while (passed.length < MANY) {
      const now = await this.focused();
      if (now === wanted) return;
      passed.push(now);
      await this.press('Tab');
    }
    assert.fail(`${wanted} is not among: ${[...new Set(passed)].join(', ')}`);
  }

  async goToAndPress(wanted: string): Promise<void> {
    await this.goTo(wanted);
    await this.press('Enter');
  }

  /** What Tab leads to in turn from where the focus is, up to the first that it was at before. */
  async order(): Promise<string[]> {
    const seen = new Set<number>();
    const found: string[] = [];
    let last = 0;
    for (let step = 0; step < MANY; step += 1) {
      const node = await this.#node();
      const id = node?.backendDOMNodeId;
      if (id && id !== last && seen.has(id)) break;
      // A field for a date takes several steps.
      if (id && id !== last) found.push(`${node.role?.value} ${node.name?.value}`);
      if (id) seen.add((last = id));
      await this.press('Tab');
    }
    return found;
  }

  /** Everything that has the focus in so many steps, once each. */
  async stops(steps: number, isBackwards = false): Promise<string[]> {
    const found = new Set<string>();
    const { keyboard } = this.#visitor.page;
    if (isBackwards) await keyboard.down('Shift');
    for (let step = 0; step < steps; step += 1) {
      await this.press('Tab');
      const now = await this.focused();
      if (now) found.add(now);
    }
    if (isBackwards) await keyboard.up('Shift');
    return [...found].toSorted();
  }
}
