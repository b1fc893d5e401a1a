import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Visitor } from '../e2e/visitor.js';
import { guarded } from './guarded.js';

/** Gives what the file holds that a press downloads. */
async function downloadedBy({ page }: Visitor, press: () => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'golive-download-'));
  const session = await page.createCDPSession();
  try {
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allowAndName',
      downloadPath: folder,
      eventsEnabled: true,
      browserContextId: page.browserContext().id!,
    });
    const done = new Promise<string>((resolve) => {
      session.on('Browser.downloadProgress', ({ state, guid }) => {
        if (state === 'completed') resolve(guid);
      });
    });
    await press();
    return await readFile(join(folder, await done), 'utf8');
  } finally {
    await session.detach();
    await rm(folder, { recursive: true });
  }
}

// What the roads from sandbox to production do not come by.
for (const build of ['npm', 'golive', 'autoload'] as const) {
  describe(`under the strict policy, by ${build}`, () => {
    const { arrive, start } = guarded();

    it('credentials are downloaded and replaced, and a token is shown', async () => {
      await start('fresh');
      const joel = await arrive(`/joel?build=${build}`);
      await joel.press('Create credentials');
      await joel.find('dialog', 'Save your sandbox credentials');
      const secret = await joel.textLike(/^secret_sandbox_\w+$/);
      const file = await downloadedBy(joel, () => joel.press('Download .env'));
      assert.ok(file.includes(secret));
      await joel.press('I have saved it');

      await joel.press('Generate Token');
      await joel.find('button', 'Copy curl');
      await joel.press('I have saved it');
      await joel.miss('button', 'Copy curl');

      await joel.press('Regenerate');
      await joel.find('dialog', 'Regenerate sandbox credentials?');
      await joel.press('Regenerate');
      await joel.find('dialog', 'Save your sandbox credentials');
    });

    it('several submissions are approved at once', async () => {
      await start('in_review');
      const mara = await arrive(`/mara?build=${build}`);
      await mara.fill('Search submissions', 'Fernwood Ledger', 'searchbox');
      await mara.read('1 shown');
      await mara.tick('Select Fernwood Ledger');
      await mara.press('Approve 1');
      await mara.find('dialog', 'Approve 1 submission?');
      await mara.press('Approve 1');
      await mara.read('1 approved.');
    });
  });
}
