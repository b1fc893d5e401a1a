import assert from 'node:assert/strict';
import { mock, it } from 'node:test';
import { checkAnswers, type Form } from '../../../src/contract/index.js';
import { fromJsonSchema } from '../../../src/contract/index.js';
import { createHttpAdapter, PipelineError } from '../../../src/index.js';
import { psd2Answers, psd2Form } from '../../fixture/forms/psd2-onboarding.js';

function problemWith(form: Form, body: { answers: unknown; formVersion: string }) {
  if (body.formVersion !== form.version) return { status: 409, code: 'form_changed' };
  const errors = checkAnswers(form, body.answers).map(({ fieldId, code }) => {
    const key = fieldId.replaceAll('~', '~0').replaceAll('/', '~1');
    return { pointer: `/answers/${key}`, code };
  });
  return errors.length > 0 ? { status: 422, code: 'answers_invalid', errors } : undefined;
}

it('the guide’s server checks answers', () => {
  const formVersion = psd2Form.version;
  assert.equal(problemWith(psd2Form, { answers: psd2Answers, formVersion }), undefined);
  assert.equal(problemWith(psd2Form, { answers: {}, formVersion: 'old' })?.status, 409);
  const answers = { ...psd2Answers, website: 'none', 'a/b~c': 'x' };
  assert.deepEqual(problemWith(psd2Form, { answers, formVersion }), {
    status: 422,
    code: 'answers_invalid',
    errors: [
      { pointer: '/answers/website', code: 'url' },
      { pointer: '/answers/a~1b~0c', code: 'unknown_field' },
    ],
  });
});

it('the guide’s hook stores a file', async (t) => {
  const adapter = createHttpAdapter({
    baseUrl: '/api',
    uploadFile: async (file, { fieldId, signal }) => {
      const path = `/files?field=${encodeURIComponent(fieldId)}`;
      const response = await fetch(path, { method: 'POST', body: file, signal: signal ?? null });
      if (!response.ok) throw new PipelineError('refused', { status: response.status });
      const { id } = (await response.json()) as { id: string };
      return { id, name: file.name, size: file.size, type: file.type };
    },
  });
  const file = new File(['%PDF'], 'policy.pdf', { type: 'application/pdf' });
  const answers = [Response.json({ id: 'f_1' }), new Response(null, { status: 413 })];
  const asked = t.mock.method(globalThis, 'fetch', async () => answers.shift()!);

  const stored = await adapter.uploadFile!(file, { fieldId: 'policy' });
  assert.deepEqual(stored, { id: 'f_1', name: 'policy.pdf', size: 4, type: 'application/pdf' });
  assert.equal(asked.mock.calls[0]!.arguments[0 as never], '/files?field=policy');
  await assert.rejects(adapter.uploadFile!(file, { fieldId: 'policy' }), { status: 413 });
});

it('the guide makes a form of a schema', (t) => {
  const schema = {
    properties: {
      legalName: { type: 'string', contentLanguage: 'en' },
      contact: { type: 'object', properties: { email: { type: 'string', format: 'email' } } },
    },
  };
  const console = { warn: mock.fn((_text: string) => undefined) };
  t.after(() => mock.reset());

  const { form, notTaken } = fromJsonSchema(schema, {
    id: 'partner-onboarding',
    version: '2026-10',
    steps: [{ id: 'company', title: 'Company', fields: ['legalName', 'contact.email'] }],
  });
  for (const { pointer, keyword, why } of notTaken) console.warn(`${pointer} ${keyword}: ${why}`);

  assert.deepEqual(
    form.steps.map(({ title, fields }) => [title, ...fields.map(({ kind }) => kind)]),
    [['Company', 'text', 'email']],
  );
  assert.match(
    console.warn.mock.calls[0]!.arguments[0],
    /^\/properties\/legalName contentLanguage: /,
  );
});
