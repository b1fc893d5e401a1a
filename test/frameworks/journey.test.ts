/** The same road through each example, as built from the packed package: its elements, driven by a framework. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { createCredentials, submit } from '../e2e/joel.js';
import { decide, openSubmission } from '../e2e/mara.js';
import { launchBrowser } from '../e2e/visitor.js';
import { examples } from './examples.js';
import { Portal } from './portal.js';
import { serveExample, type Site } from './site.js';

let browser: Browser;
let site: Site;
let portal: Portal;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

for (const { name, folder, isServerRendered, rendersEarly } of examples()) {
  describe(name, () => {
    const open = async () => {
      site = await serveExample(folder, isServerRendered);
      portal = await Portal.arrive(browser, site.url);
    };
    afterEach(async () => {
      await portal.leave();
      site.close();
    });

    it('leads from the sandbox to production', async () => {
      await open();
      await portal.showsPhase('sandbox');
      await portal.read('Not open yet');

      await portal.press('Change freeze', 'checkbox');
      await portal.press('Create credentials');
      await portal.logs('Stopped: create_credentials:sandbox');
      await portal.press('Change freeze', 'checkbox');

      site.faults.fail({ code: 'internal', operation: 'createCredentials' });
      portal.expectFailure('the server responded with a status of 500');
      await portal.press('Create credentials');
      await portal.logs('Error: internal');
      await createCredentials(portal, 'Save your sandbox credentials');

      await submit(portal);
      await portal.showsPhase('in_review');
      await site.decide('changes_requested', 'Refuse calls without a signature.');
      await portal.showsPhase('sandbox');
      await submit(portal);
      await portal.showsPhase('in_review');
      assert.equal(await portal.count('golive-credential-card'), 1);

      await portal.press('Reviewer');
      await openSubmission(portal);
      await decide(portal, 'Approve');
      await portal.showsPhase('production');

      await portal.press('Developer');
      await createCredentials(portal, 'Save your production credentials');
      assert.equal(await portal.count('golive-credential-card'), 2);
      portal.assertNoErrors();
    });

    it('keeps each row with its element when rows change places', async () => {
      await open();
      const before = await portal.rows();
      assert.deepEqual(
        before.map(({ text, step }) => [text, step]),
        [
          ['Fernwood Ledger', 'Sandbox'],
          ['Fernwood Rates', 'In Review'],
          ['Fernwood Archive', 'Production'],
        ],
      );
      await portal.press('Reverse');
      await portal.showsRows(before.toReversed());
      portal.assertNoErrors();
    });

    it('leaves nothing behind when it is taken away', async () => {
      await open();
      await portal.find('button', 'Create credentials');
      const turnAround = async () => {
        await portal.until(() => site.streamsOf('joel') === 1 && site.streamsOf('mara') === 0);
        await portal.press('Reviewer');
        await portal.find('searchbox', 'Search submissions');
        await portal.until(() => site.streamsOf('mara') === 1 && site.streamsOf('joel') === 0);
        await portal.press('Developer');
        await portal.find('button', 'Create credentials');
        return portal.listeners();
      };
      const once = await turnAround();
      assert.deepEqual(await turnAround(), once);
      portal.assertNoErrors();
    });

    it('works when the elements come late', async () => {
      site = await serveExample(folder, isServerRendered);
      const release = site.holdElements();
      portal = await Portal.arrive(browser, site.url);
      if (rendersEarly) {
        await portal.untilThere('golive-provider > golive-stepper');
        assert.equal(await portal.count('golive-provider:defined'), 0);
      } else {
        assert.equal(await portal.count('golive-provider'), 0);
      }
      release();
      await portal.find('button', 'Create credentials');
      await portal.read('Not open yet');
      assert.equal((await portal.rows()).at(-1)?.step, 'Production');
      portal.assertNoErrors();
    });
  });
}
