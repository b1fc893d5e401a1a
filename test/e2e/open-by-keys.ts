import type { Keyboard } from './keyboard.js';
import type { Visitor } from './visitor.js';

/** A reviewer finds what waits and opens it, by keyboard alone. */
export async function openByKeys(mara: Visitor, keys: Keyboard): Promise<void> {
  await mara.find('button', 'Fernwood Ledger');
  await keys.goTo('searchbox Search submissions');
  await keys.type('fernwood ledger');
  await mara.read('1 shown');
  await keys.press('ArrowDown');
  await keys.hasFocus('button Fernwood Ledger');
  await keys.press('Enter');
  await mara.find('heading', 'Fernwood Ledger');
  await keys.hasFocus('region Submission');
}
