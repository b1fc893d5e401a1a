import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAnswers, fromJsonSchema, visibleSteps } from '../../../src/contract/index.js';

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs: { name: { type: 'string', minLength: 2, maxLength: 80 } },
  title: 'Partner onboarding',
  description: 'Who is going to use the API.',
  type: 'object',
  properties: {
    legalName: { $ref: '#/$defs/name', title: 'Legal name', examples: ['Ledgerleaf Oy'] },
    about: { type: 'string', description: 'In a few lines.', maxLength: 2000 },
    size: { type: 'integer', minimum: 1, exclusiveMaximum: 500, default: 10 },
    kind: {
      oneOf: [
        { const: 'bank', title: 'Bank' },
        { const: 'other', title: 'Something else' },
      ],
    },
    scopes: { type: 'array', items: { enum: ['read', 'write'] }, minItems: 1, uniqueItems: true },
    terms: { type: 'boolean', const: true, title: 'We accept the terms' },
    vat: { type: ['string', 'null'], pattern: '^[A-Z]{2}\\d+$' },
    since: { type: 'string', format: 'date-time' },
    contact: {
      type: 'object',
      title: 'Contact',
      properties: {
        email: { type: 'string', format: 'email' },
        address: { type: 'object', properties: { city: { type: 'string' } } },
      },
      required: ['email'],
    },
    createdBy: { type: 'string', readOnly: true },
  },
  required: ['legalName', 'terms', 'contact'],
  if: { properties: { kind: { const: 'other' } }, required: ['kind'] },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of the schema
  then: { properties: { which: { type: 'string' } }, required: ['which'] },
  dependentRequired: { vat: ['since'] },
  minProperties: 2,
};

test('a schema becomes steps of fields, with its words', () => {
  const { form } = fromJsonSchema(schema, { id: 'onboarding', version: '2026-10' });
  assert.deepEqual(form, {
    id: 'onboarding',
    version: '2026-10',
    title: 'Partner onboarding',
    steps: [
      {
        id: 'onboarding',
        title: 'Partner onboarding',
        description: 'Who is going to use the API.',
        fields: [
          {
            id: 'legalName',
            kind: 'text',
            label: 'Legal name',
            required: true,
            minLength: 2,
            maxLength: 80,
            placeholder: 'Ledgerleaf Oy',
          },
          {
            id: 'about',
            kind: 'textarea',
            label: 'about',
            help: 'In a few lines.',
            maxLength: 2000,
          },
          { id: 'size', kind: 'number', label: 'size', integer: true, min: 1, default: 10 },
          {
            id: 'kind',
            kind: 'select',
            label: 'kind',
            options: [
              { value: 'bank', label: 'Bank' },
              { value: 'other', label: 'Something else' },
            ],
          },
          {
            id: 'scopes',
            kind: 'multi_select',
            label: 'scopes',
            options: [
              { value: 'read', label: 'read' },
              { value: 'write', label: 'write' },
            ],
            min: 1,
          },
          { id: 'terms', kind: 'boolean', label: 'We accept the terms', required: true },
          { id: 'vat', kind: 'text', label: 'vat', pattern: '[A-Z]{2}\\d+' },
          {
            id: 'since',
            kind: 'text',
            label: 'since',
            required: true,
            showWhen: { field: 'vat', filled: true },
          },
          {
            id: 'which',
            kind: 'text',
            label: 'which',
            required: true,
            showWhen: { field: 'kind', equals: 'other' },
          },
        ],
      },
      {
        id: 'contact',
        title: 'Contact',
        fields: [{ id: 'contact.email', kind: 'email', label: 'email', required: true }],
      },
    ],
  });
});

test('what it could not take is named, each at its place', () => {
  const { notTaken } = fromJsonSchema(schema);
  assert.deepEqual(
    notTaken.map(({ pointer, keyword }) => `${pointer} ${keyword}`).toSorted(),
    [
      ' dependentRequired',
      ' minProperties',
      '/properties/contact/properties/address type',
      '/properties/createdBy readOnly',
      '/properties/since format',
      '/properties/size exclusiveMaximum',
      '/properties/vat type',
    ].toSorted(),
  );
  for (const { why } of notTaken) assert.match(why, /\w/);
});

test('an order gives steps and titles; what it forgets comes at the end', () => {
  const { form, notTaken } = fromJsonSchema(
    {
      title: 'T',
      properties: { a: { type: 'string' }, b: { type: 'string' }, c: { type: 'string' } },
    },
    {
      title: 'Ours',
      steps: [
        { id: 'x', title: 'First', fields: ['c', 'ghost'] },
        { id: 'x', title: 'Second', description: 'D', fields: ['a', 'c'] },
      ],
    },
  );
  assert.equal(form.title, 'Ours');
  assert.deepEqual(
    form.steps.map(({ title, fields }) => [title, ...fields.map(({ id }) => id)]),
    [
      ['First', 'c'],
      ['Second', 'a'],
      ['Ours', 'b'],
    ],
  );
  assert.equal(new Set(form.steps.map(({ id }) => id)).size, 3);
  assert.deepEqual(
    notTaken.map(({ pointer, keyword }) => [pointer, keyword]),
    [
      ['/steps/0', 'order'],
      ['/steps/1', 'order'],
    ],
  );
});

test('conditions may stand in allOf, ask for several fields, and lead two ways', () => {
  const { form, notTaken } = fromJsonSchema({
    properties: {
      a: { enum: ['x', 'y', 'z'] },
      b: { type: 'boolean' },
    },
    allOf: [
      {
        if: { properties: { a: { enum: ['x', 'y'] }, b: { const: true } }, required: ['a', 'b'] },
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of the schema
        then: { properties: { yes: { type: 'string' } } },
        else: { properties: { no: { type: 'string' } } },
      },
    ],
  });
  assert.deepEqual(notTaken, []);
  const shown = (answers: Record<string, string | boolean>) =>
    visibleSteps(form, answers)[0]!
      .fields.map(({ id }) => id)
      .slice(2);
  assert.deepEqual(shown({ a: 'x', b: true }), ['yes']);
  assert.deepEqual(shown({ a: 'x', b: false }), ['no']);
  assert.deepEqual(shown({ a: 'z', b: true }), ['no']);
  assert.deepEqual(shown({}), ['no']);
});

test('conditions in a circle are taken out, and named', () => {
  const { form, notTaken } = fromJsonSchema({
    properties: { a: { type: 'string' }, b: { type: 'string' } },
    dependentRequired: { a: ['b'], b: ['a'] },
  });
  assert.deepEqual(checkAnswers(form, { a: 'x', b: 'y' }), []);
  assert.ok(notTaken.some(({ why }) => why.includes('depend on themselves')));
});

test('a reference that leads nowhere, round in circles, or over what stands beside it is named', () => {
  const { notTaken } = fromJsonSchema({
    $defs: {
      a: { $ref: '#/$defs/b' },
      b: { $ref: '#/$defs/a' },
      c: { type: 'string', maxLength: 5 },
    },
    properties: {
      nowhere: { $ref: '#/$defs/ghost' },
      round: { $ref: '#/$defs/a' },
      over: { $ref: '#/$defs/c', maxLength: 9 },
    },
  });
  assert.deepEqual(
    notTaken.map(({ pointer, keyword }) => `${pointer} ${keyword}`),
    ['/properties/nowhere type', '/properties/round type', '/properties/over maxLength'],
  );
});

test('what is no schema gives an empty form, and says so', () => {
  for (const wrong of [undefined, null, true, 'x', []]) {
    const { form, notTaken } = fromJsonSchema(wrong);
    assert.deepEqual(form.steps, []);
    assert.equal(notTaken.length, 1);
  }
});

test('a property that has nothing to ask for is named', () => {
  for (const [each, keyword] of [
    [{ type: 'object', properties: {} }, 'properties'],
    [{ type: 'array' }, 'items'],
  ] as const) {
    const { form, notTaken } = fromJsonSchema({ type: 'object', properties: { each } });
    assert.deepEqual(form.steps, []);
    assert.deepEqual(
      notTaken.map(({ pointer, keyword: named }) => [pointer, named]),
      [['/properties/each', keyword]],
    );
  }
});
