import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Browser } from 'puppeteer-core';
import { PATIENCE, Visitor } from '../e2e/visitor.js';

interface Row {
  text: string;
  /** The step that the row's element shows as the present one. */
  step: string;
  /** Which element it is. */
  element: number;
}

/** Somebody in front of an example's page. */
export class Portal extends Visitor {
  static override async arrive(browser: Pick<Browser, 'newPage'>, path: string): Promise<Portal> {
    const portal = new Portal(await browser.newPage());
    await portal.page.setViewport({ width: 1280, height: 1000 });
    await portal.page.goto(path);
    return portal;
  }

  /** Waits until the framework's own state holds this phase. */
  async showsPhase(phase: string): Promise<void> {
    await this.#says('phase', phase);
  }

  /** Waits until the framework's listeners have written this. */
  async logs(line: string): Promise<void> {
    await this.#says('log', line);
  }

  async #says(id: string, words: string) {
    const place = await this.page.waitForSelector(`>>> #${id}`);
    await this.page.waitForFunction(
      (element, words) => element?.textContent.includes(words),
      {},
      place,
      words,
    );
    await place!.dispose();
  }

  async untilThere(selector: string): Promise<void> {
    const found = await this.page.waitForSelector(`>>> ${selector}`);
    await found!.dispose();
  }

  /** How many there are, in the page and in a shadow tree of its own. */
  async count(selector: string): Promise<number> {
    const found = await this.page.$$(`>>> ${selector}`);
    await Promise.all(found.map((each) => each.dispose()));
    return found.length;
  }

  /** The list, once each row shows where its subscription is. */
  async rows(): Promise<Row[]> {
    let rows: Row[] = [];
    await this.until(async () => {
      rows = await this.#readRows();
      return rows.length === 3 && rows.every(({ step }) => step);
    });
    return rows;
  }

  /** Waits until the list is this one. */
  async showsRows(expected: Row[]): Promise<void> {
    await this.until(async () => isDeepStrictEqual(await this.#readRows(), expected));
  }

  async #readRows(): Promise<Row[]> {
    const rows: Row[] = [];
    for (const item of await this.page.$$('>>> li:has(> golive-stepper)')) {
      rows.push(await item.evaluate(readRow));
      await item.dispose();
    }
    return rows;
  }

  /** Waits, looking again at each frame of the page. */
  async until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (!(await isTrue())) {
      assert.ok(Date.now() < end, `not yet: ${String(isTrue)}`);
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  /** What listens at the page's lasting places, by its kind. */
  async listeners(): Promise<Record<string, number>> {
    const session = await this.page.createCDPSession();
    const counts: Record<string, number> = {};
    for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
      const { result } = await session.send('Runtime.evaluate', { expression });
      const { listeners } = await session.send('DOMDebugger.getEventListeners', {
        objectId: result.objectId!,
      });
      for (const { type } of listeners) {
        const key = `${expression} ${type}`;
        counts[key] = (counts[key] ?? 0) + 1;
      }
    }
    await session.detach();
    return counts;
  }
}

/** Runs in the page, which remembers what elements it has shown. */
function readRow(row: Element): Row {
  const known = ((window as { known?: Element[] }).known ??= []);
  const stepper = row.querySelector('golive-stepper')!;
  if (!known.includes(stepper)) known.push(stepper);
  const texts = [...row.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
  const label = stepper.shadowRoot?.querySelector('[aria-current] [part~=label]');
  return {
    text: texts
      .map(({ textContent }) => textContent)
      .join('')
      .trim(),
    step: label?.textContent.trim() ?? '',
    element: known.indexOf(stepper),
  };
}
