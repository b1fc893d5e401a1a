import type { Person } from '../../e2e/person.js';
import { PATIENCE } from '../../e2e/visitor.js';
import { aMoment, candidatesFor } from './candidates.js';
import { idOf, type Reference, type Session } from './webdriver.js';

const ENTER = '\uE007';
const SPACE = ' ';

/** Somebody in front of WebKit, which knows WebDriver alone. */
export class WebKitVisitor implements Person {
  #session: Session;
  #window: string;

  constructor(session: Session, window = session.window) {
    this.#session = session;
    this.#window = window;
  }

  async visit(address: string): Promise<void> {
    await this.look();
    await this.#session.post('/url', { url: address });
  }

  look(): Promise<void> {
    return this.#session.turnTo(this.#window);
  }

  press(name: string, role = 'button'): Promise<void> {
    return this.#until(`${name} takes no focus`, async () => {
      const focus = `(arguments[0].focus(), arguments[0].matches(':focus'))`;
      // What stands behind a question has the same name, and takes no focus.
      for (const found of await this.#allNow(role, name)) {
        if (!(await this.#session.run<boolean>(focus, found))) continue;
        await this.#type(role === 'checkbox' ? SPACE : ENTER);
        return true;
      }
      return false;
    });
  }

  fill(name: string, text: string, role = 'textbox'): Promise<void> {
    return this.#until(`${name} takes no text`, async () => {
      const field = await this.#findNow(role, name);
      if (!field) return false;
      // As puppeteer fills what is not typed into: dates, numbers, long texts.
      await this.#session.run(
        `((field, text) => {
          field.focus();
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
          field.dispatchEvent(new Event('change', { bubbles: true }));
        })(...arguments)`,
        field,
        text,
      );
      return true;
    });
  }

  async tick(...names: string[]): Promise<void> {
    for (const name of names) await this.press(name, 'checkbox');
  }

  async choose(name: string, option: string): Promise<void> {
    let kind = '';
    await this.#until(`${name} offers no ${option}`, async () => {
      const field = await this.#findNow('combobox', name);
      // What draws a long list may still be on its way.
      const state = `arguments[0].matches('.long') ? '' : arguments[0].localName`;
      kind = field ? await this.#session.run(state, field) : '';
      return kind !== '';
    });
    if (kind === 'input') {
      await this.fill(name, option, 'combobox');
      return this.#type(ENTER);
    }
    const select = await this.#findNow('combobox', name);
    const value = `[...arguments[0].options].find(({ label }) => label.trim() === arguments[1]).value`;
    return this.fill(name, await this.#session.run(value, select, option), 'combobox');
  }

  async followOut(name: string): Promise<Person> {
    const before = await this.#session.get<string[]>('/window/handles');
    await this.press(name, 'link');
    let opened: string | undefined;
    await this.#until(`${name} opens no window`, async () => {
      const now = await this.#session.get<string[]>('/window/handles');
      opened = now.find((window) => !before.includes(window));
      return opened !== undefined;
    });
    const beside = new WebKitVisitor(this.#session, opened);
    await beside.look();
    return beside;
  }

  leave(): Promise<void> {
    return this.#session.close(this.#window);
  }

  find(role: string, name: string): Promise<void> {
    return this.#until(
      `no ${role} ${name}`,
      async () => (await this.#findNow(role, name)) !== undefined,
    );
  }

  miss(role: string, name: string): Promise<void> {
    return this.#until(
      `still a ${role} ${name}`,
      async () => (await this.#findNow(role, name)) === undefined,
    );
  }

  read(text: string): Promise<void> {
    return this.#until(`no text “${text}”`, () => this.run<boolean>(shows(text)));
  }

  async isUnavailable(name: string): Promise<boolean> {
    await this.find('button', name);
    const button = await this.#findNow('button', name);
    return this.#session.run(`arguments[0].ariaDisabled === 'true'`, button);
  }

  run<T>(expression: string): Promise<T> {
    return this.#session.run(expression);
  }

  async #findNow(role: string, name: string): Promise<Reference | undefined> {
    return (await this.#allNow(role, name))[0];
  }

  async #allNow(role: string, name: string): Promise<Reference[]> {
    const all: Reference[] = [];
    for (const found of await this.run<Reference[]>(candidatesFor(role, name))) {
      const path = `/element/${idOf(found)}/computedlabel`;
      // What was drawn anew in between has no label any more.
      const label = await this.#session.get<string>(path).catch(() => '');
      // A field to search in is called by the button in it too.
      if (role === 'searchbox' ? label.startsWith(name) : label === name) all.push(found);
    }
    return all;
  }

  #type(key: string): Promise<void> {
    const actions = [
      { type: 'keyDown', value: key },
      { type: 'keyUp', value: key },
    ];
    return this.#session.post('/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  async #until(failure: string, isDone: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE;
    let cause: unknown;
    while (Date.now() < end) {
      try {
        if (await isDone()) return;
      } catch (thrown) {
        // A page that is being left, or drawn anew: what it leads to is looked at next.
        cause = thrown;
      }
      await aMoment();
    }
    throw new Error(failure, { cause });
  }
}

/** An expression: whether a text can be read anywhere. */
const shows = (text: string): string => `(() => {
  const roots = [document.body];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.matches('style, script') || !element.checkVisibility()) continue;
      if (element.textContent.includes(${JSON.stringify(text)})) return true;
    }
  }
  return false;
})()`;
