import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createCredentials, fillForm, submit } from '../e2e/joel.js';
import { decide, openSubmission } from '../e2e/mara.js';
import type { Person } from '../e2e/person.js';
import { startPortal, type Portal } from './portal.js';
import { isMissing, type Engine } from './visitors/browsers.js';
import { browsersOf } from './visitors/during.js';

let portal: Portal;
before(async () => {
  portal = await startPortal();
});
after(() => portal?.close());

/** Fails where the page has been loaded anew since. */
async function mark(person: Person): Promise<() => Promise<void>> {
  await person.run('void (globalThis.isSamePage = true)');
  return async () => assert.ok(await person.run('globalThis.isSamePage'), 'loaded anew');
}

/** The developer's engine, and the reviewer's. */
const pairs: [Engine, Engine][] = [
  ['chromium', 'firefox'],
  ['firefox', 'webkit'],
  ['webkit', 'chromium'],
];

for (const [one, other] of pairs) {
  const skip = isMissing(one) || isMissing(other);
  describe(`a developer in ${one} and a reviewer in ${other}`, { skip }, () => {
    const open = browsersOf(one, other);

    it('each see what the other does, without a reload', async () => {
      const joel = await portal.joel(open[one], 'credentials_made');
      await joel.find('button', 'Submit for Review');
      const mara = await portal.mara(open[other]);
      await mara.find('searchbox', 'Search submissions');
      await mara.fill('Search submissions', 'Fernwood Ledger', 'searchbox');
      await mara.miss('button', 'Fernwood Ledger');
      const stays = [await mark(joel), await mark(mara)];

      await fillForm(joel);
      await submit(joel);
      await mara.find('button', 'Fernwood Ledger');
      await openSubmission(mara);
      await decide(mara, 'Request changes', 'The callback has no certificate yet.');
      await joel.find('heading', 'Changes Requested');
      await joel.read('The callback has no certificate yet.');

      await joel.press('Edit submission');
      for (const step of ['Integration', 'Security', 'Contacts', 'Review']) {
        await joel.press(`Next: ${step}`);
      }
      await joel.find('heading', 'Review');
      await submit(joel);
      await openSubmission(mara);
      await decide(mara, 'Approve');
      await joel.find('heading', 'Approved');
      await createCredentials(joel, 'Save your production credentials');
      for (const stay of stays) await stay();
    });
  });
}
