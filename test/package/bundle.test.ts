import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { build, type Rolldown } from 'vite';
import { project } from './installed.js';

/** What Vite makes of a page's module, with what it fetches later apart. */
async function built(name: string, code: string) {
  const entry = join(project, `${name}.js`);
  writeFileSync(entry, code);
  const result = (await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    build: { write: false, target: 'es2022', rolldownOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
  const chunks = result.output.filter((file) => file.type === 'chunk');
  return { first: chunks.find((chunk) => chunk.isEntry)!.code, all: chunks };
}

it('a page with one element holds no other', async () => {
  const { first } = await built('one', "import 'golive-elements/define/stepper.js';");
  assert.match(first, /golive-stepper/);
  assert.doesNotMatch(first, /Regenerate|Submit for Review/);
});

it('a page with all elements holds each, and fetches the form later', async () => {
  const { first, all } = await built('all', "import 'golive-elements/define/all.js';");
  for (const name of ['golive-provider', 'golive-pipeline', 'golive-review-desk']) {
    assert.ok(first.includes(name), name);
  }
  assert.ok(all.some(({ isDynamicEntry, name }) => isDynamicEntry && name.includes('form-part')));
});
