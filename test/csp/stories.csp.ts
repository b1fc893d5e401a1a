import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { tags } from '../../src/define/tags.js';
import { guarded } from './guarded.js';

const files = readdirSync('stories')
  .filter((file) => file.endsWith('.stories.ts'))
  .map((file) => file.replace('.stories.ts', ''));

describe('under the strict policy, every story', () => {
  const { arrive } = guarded();

  for (const build of ['npm-stories', 'golive-stories', 'autoload-stories'] as const) {
    it(`of ${build.replace('-stories', '')}`, async (test) => {
      // What is loaded by need has to be needed by the page; a story is drawn at once.
      const needed = build === 'autoload-stories' ? Object.values(tags) : [];
      const visitor = await arrive(`/stories?build=${build}&tags=${needed.join('+')}`);
      const { page } = visitor;
      await page.evaluate(
        (names) => Promise.all(names.map((name) => customElements.whenDefined(name))),
        needed,
      );
      await page.waitForFunction(() => 'storiesOf' in window);

      const wrong: string[] = [];
      let drawn = 0;
      for (const file of files) {
        for (const name of await page.evaluate((of) => window.storiesOf(of), file)) {
          await page
            .evaluate((...story) => window.draw(...story), file, name)
            .catch((error: Error) => visitor.errors.push(error.message));
          wrong.push(...visitor.errors.splice(0).map((error) => `${file} ${name}: ${error}`));
          drawn += 1;
        }
      }
      test.diagnostic(`${drawn} stories`);
      assert.ok(drawn > files.length);
      assert.deepEqual(wrong, []);
    });
  }
});
