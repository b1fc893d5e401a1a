import { after, afterEach, before } from 'node:test';
import { engines, type Engine, type Engineered } from './browsers.js';

/** Browsers of these engines while the tests of a `describe` run. */
export function browsersOf<E extends Engine>(...names: E[]): Record<E, Engineered> {
  const open = {} as Record<E, Engineered>;
  before(async () => {
    for (const name of names) open[name] = await engines[name]();
  });
  afterEach(async () => {
    for (const name of names) await open[name].leave();
  });
  after(async () => {
    for (const name of names) await open[name]?.close();
  });
  return open;
}
