import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCredentials, submit } from './joel.js';
import { decide, openSubmission } from './mara.js';
import type { Visitor } from './visitor.js';
import { visits } from './visits.js';

const SNAPSHOT = '/api/subscriptions/sub_42';
const NOTE = 'The callback has no certificate yet.';

/** Counts what a page asks for its state with, from now on. */
function countReads({ page }: Visitor) {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === 'GET' && new URL(request.url()).pathname === SNAPSHOT) count += 1;
  });
  return {
    get now() {
      return count;
    },
  };
}

/** Fails where the page has been loaded anew since. */
async function mark({ page }: Visitor): Promise<() => Promise<void>> {
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  return async () => {
    assert.ok(await page.evaluate(() => 'isSamePage' in globalThis), 'the page was loaded anew');
  };
}

/** The step that the developer's page marks as the present one. */
const stepOf = ({ page }: Visitor) =>
  page.evaluate(() => {
    const pipeline = document.querySelector('golive-pipeline')!;
    const stepper = pipeline.shadowRoot!.querySelector('golive-stepper')!;
    return stepper
      .shadowRoot!.querySelector('[aria-current=step]')!
      .textContent.replace(/\s+/g, ' ')
      .trim();
  });

describe('from the desk to the developer and back', () => {
  const { arrive } = visits();

  it('side by side in windows, all that shows it changes with one read and no reload', async () => {
    const joel = await arrive('/?scenario=in_review', 'window');
    await joel.find('button', 'Submitted for Review');
    const june = await arrive('/', 'window');
    await june.find('button', 'Submitted for Review');
    const mara = await arrive('/reviews.html', 'window');
    const stays = await Promise.all([joel, june, mara].map(mark));
    await openSubmission(mara);

    const reads = [joel, june].map(countReads);
    await decide(mara, 'Request changes', NOTE);
    await mara.miss('button', 'Fernwood Ledger');
    for (const developer of [joel, june]) {
      await developer.find('heading', 'Changes Requested');
      await developer.read(NOTE);
      await developer.find('button', 'Edit submission');
      assert.match(await stepOf(developer), /^Sandbox Changes Requested/);
    }
    assert.deepEqual(
      reads.map(({ now }) => now),
      [1, 1],
    );

    await joel.press('Edit submission');
    for (const step of ['Integration', 'Security', 'Contacts', 'Review']) {
      await joel.press(`Next: ${step}`);
    }
    await joel.find('heading', 'Review');
    await submit(joel);
    await june.miss('heading', 'Changes Requested');
    await june.find('button', 'Submitted for Review');
    assert.match(await stepOf(june), /^In Review .* attempt 2/);

    await mara.find('button', 'Fernwood Ledger');
    await openSubmission(mara);
    await decide(mara, 'Approve');
    for (const developer of [joel, june]) {
      await developer.find('heading', 'Approved');
      await developer.find('button', 'Create credentials');
      assert.match(await stepOf(developer), /^Production/);
    }
    await createCredentials(joel, 'Save your production credentials');
    await june.miss('button', 'Create credentials');
    for (const stay of stays) await stay();
  });

  it('in tabs behind one another, each is up to date once it is looked at', async () => {
    const joel = await arrive('/?scenario=in_review', 'tab');
    await joel.find('button', 'Submitted for Review');
    const mara = await arrive('/reviews.html', 'tab');
    const stays = await Promise.all([joel, mara].map(mark));
    await openSubmission(mara);
    const reads = countReads(joel);
    await decide(mara, 'Request changes', NOTE);
    assert.equal(reads.now, 0, 'nothing is read for a page that nobody sees');

    await joel.look();
    await joel.find('heading', 'Changes Requested');
    await joel.read(NOTE);
    assert.match(await stepOf(joel), /^Sandbox Changes Requested/);
    for (const stay of stays) await stay();
  });
});
