import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { bundle } from '../../../scripts/bundle.mjs';

const folder = 'src/contract';
const files = readdirSync(folder).map((file) => `${folder}/${file}`);

test('the contract imports zod and itself alone', () => {
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const [, from] of text.matchAll(/\bfrom '([^']+)'/g)) {
      assert.match(from!, /^(zod\/mini|\.\/[\w-]+\.js)$/, `${file} imports ${from}`);
    }
  }
});

test('it checks answers in a process that knows neither window nor document', async () => {
  const program = `
    for (const name of ['window', 'document', 'customElements', 'HTMLElement', 'File']) delete globalThis[name];
    const { answersSchema, checkForm } = await import('./src/contract/index.ts');
    const { psd2Form, psd2Answers } = await import('./test/fixture/forms/psd2-onboarding.ts');
    checkForm(psd2Form);
    const schema = answersSchema(psd2Form);
    const bad = { ...psd2Answers, website: 'none', ghost: 'x' };
    console.log(JSON.stringify([
      schema.safeParse(psd2Answers).success,
      schema.safeParse(bad).error.issues.map(({ path, params }) => [...path, params.code]),
    ]));`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import=tsx',
    '--input-type=module',
    '--eval',
    program,
  ]);
  assert.deepEqual(JSON.parse(stdout), [
    true,
    [
      ['website', 'url'],
      ['ghost', 'unknown_field'],
    ],
  ]);
});

test('what a page does not use is not in its bundle', async () => {
  // Words that stand in one module alone.
  const marks = { schema: 'dependentRequired', check: 'option_duplicate', pattern: 'too large a' };
  const marksIn = (code: string) =>
    Object.entries(marks).flatMap(([name, mark]) => (code.includes(mark) ? name : []));
  const found = async (code: string) => marksIn((await bundle(code)).code);
  assert.deepEqual(await found("export { visibleSteps } from '/src/contract/index.ts';"), []);
  assert.deepEqual(await found("export { answersSchema } from '/src/contract/index.ts';"), [
    'pattern',
  ]);
  assert.deepEqual(await found("import '/src/define/stepper.ts';"), []);
  // A page with the card fetches what judges a form with the form.
  const { code, onDemand } = await bundle("import '/src/define/submission.ts';");
  assert.deepEqual(marksIn(code), []);
  assert.deepEqual(marksIn(onDemand.map((part) => part.code).join('')), ['check', 'pattern']);
  assert.deepEqual(await found("export { fromJsonSchema } from '/src/contract/index.ts';"), [
    'schema',
    'check',
    'pattern',
  ]);
});
