import type { ElementHandle, Locator, WaitForSelectorOptions } from 'puppeteer-core';
import { aria, PATIENCE, Visitor } from '../../e2e/visitor.js';
import { aMoment, candidatesFor } from './candidates.js';

/** Somebody in front of Firefox, which by BiDi finds names only among the elements that it is given. */
export class FirefoxVisitor extends Visitor {
  override async visit(path: string): Promise<void> {
    const before = this.errors.length;
    await super.visit(path);
    // A stream of a worker ends with the page that is left; Firefox tells that as an error of the page.
    const told = this.errors.splice(before);
    this.errors.push(...told.filter((error) => !error.includes('A ServiceWorker intercepted')));
  }

  protected override async seek(
    role: string,
    name: string,
    options: WaitForSelectorOptions = {},
  ): Promise<ElementHandle | null> {
    const end = Date.now() + PATIENCE;
    let cause: unknown;
    while (Date.now() < end) {
      try {
        const found = await this.#findNow(role, name);
        if ((found === null) === (options.hidden === true)) return found;
      } catch (thrown) {
        // A page that is being left: what it leads to is looked at next.
        cause = thrown;
      }
      await aMoment();
    }
    throw new Error(`${role} ${name} is ${options.hidden ? 'still' : 'not'} there`, { cause });
  }

  protected override async locate(role: string, name: string): Promise<Locator<Element>> {
    return ((await this.seek(role, name)) as ElementHandle).asLocator();
  }

  async #findNow(role: string, name: string): Promise<ElementHandle | null> {
    const list = await this.page.evaluateHandle(candidatesFor(role, name));
    // None is disposed of: what is found shares its reference with one of the list.
    for (const handle of (await list.getProperties()).values()) {
      const found = await handle.asElement()?.$(aria('', name));
      if (found) return found;
    }
    return null;
  }
}
