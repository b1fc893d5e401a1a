import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allFields,
  checkAnswers,
  checkForm,
  form as formSchema,
  fromJsonSchema,
} from '../../../src/contract/index.js';
import { isValid, type Schema } from './json-schema.validator.js';

const some = (of: Record<string, fc.Arbitrary<unknown>>) => fc.record(of, { requiredKeys: [] });
const text = fc.record({ type: fc.constant('string') });
const merged = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<Schema> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Schema);

const options = fc.constantFrom<Schema>(
  { enum: ['x', 'y'] },
  { oneOf: [{ const: 'x', title: 'X' }, { const: 'y' }] },
  { type: 'string', const: 'x' },
);
const patterns = ['^[a-z]+$', 'b', '^a', '1$', '^x|y$', '[A-Z]', '(?:x|y)', '^(?:abc|x)$', 'c\\$?'];

const property = fc.oneof<fc.Arbitrary<Schema>[]>(
  merged(
    text,
    some({
      minLength: fc.constantFrom(1, 2),
      maxLength: fc.constantFrom(3, 200),
      pattern: fc.constantFrom(...patterns),
      title: fc.constant('A title'),
    }),
  ),
  merged(text, fc.constantFrom({ format: 'email' }, { format: 'uri' }, { format: 'date' })),
  options,
  merged(
    fc.constantFrom({ type: 'integer' }, { type: 'number' }, { type: 'number', multipleOf: 1 }),
    some({ minimum: fc.constantFrom(0, 1), maximum: fc.constantFrom(1, 4.5) }),
  ),
  fc.constant({ type: 'number', const: 5 }),
  fc.constant({ type: 'boolean' }),
  merged(
    fc.constant({ type: 'array', items: { enum: ['x', 'y', 'z'] }, uniqueItems: true }),
    some({ minItems: fc.constant(1), maxItems: fc.constantFrom(1, 2) }),
  ),
);

const names = ['a', 'b', 'c', 'd', 'constructor'];
const properties = fc.dictionary(fc.constantFrom(...names), property, { minKeys: 1 });

/** An object in which each property may be required, but no box that may be left alone. */
const object = properties.chain((all) => {
  const may = Object.keys(all).filter((name) => all[name]!.type !== 'boolean');
  return fc
    .subarray(may)
    .map((required): Schema & { properties: Record<string, Schema>; required: string[] } => ({
      type: 'object',
      properties: all,
      required,
    }));
});

const conditionOn = (all: Record<string, Schema>) => {
  const tests = Object.entries(all).flatMap(([name, { type }]): [string, object][] => {
    if (type === 'boolean') return [[name, { const: true }]];
    if (type === 'array') return [[name, { contains: { const: 'x' } }]];
    if (type === 'number' || type === 'integer') return [[name, { const: 1 }]];
    return [
      [name, { const: 'x' }],
      [name, { enum: ['x', 'abc'] }],
    ];
  });
  return fc.constantFrom(...tests).map(([name, is]) => ({
    properties: { [name]: is },
    required: [name],
  }));
};

const then = (name: string) =>
  fc.tuple(property, fc.boolean()).map(([each, isRequired]) => ({
    properties: { [name]: each },
    ...(isRequired && each.type !== 'boolean' && { required: [name] }),
  }));

const anySchema = object.chain((root) =>
  fc
    .record(
      {
        group: object.map((each) => ({ ...each, additionalProperties: false })),
        if: conditionOn(root.properties),
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of the schema
        then: then('e'),
        else: then('f'),
      },
      { requiredKeys: [] },
    )
    .map(({ group, ...condition }): Schema & { properties: Record<string, Schema> } => ({
      ...root,
      properties: { ...root.properties, ...(group && { group }) },
      required: [...root.required, ...(group ? ['group'] : [])],
      ...(condition.if && condition),
      unevaluatedProperties: false,
    })),
);

/** Nothing blank: a form takes that for no answer. */
const values: unknown[] = [
  ...['x', 'y', 'abc', 'Ab1', 'xyz', 'a$', 'a@b.example', 'https://a.example', '2026-11-24'],
  ...['x'.repeat(201), 0, 1, 1.5, 5, true, false],
  ...[['x'], ['x', 'y'], ['x', 'x'], ['w'], ['x', 'y', 'z']],
];

/** Answers to these properties, most of which fit. */
function instanceOf(properties: Record<string, Schema>, pick: (below: number) => number) {
  const instance: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties)) {
    const luck = pick(20);
    const fitting = values.filter((each) => isValid(schema, each));
    const from = luck < 16 ? fitting : luck < 18 ? values : [];
    if (from.length > 0) instance[name] = from[pick(from.length)];
  }
  if (pick(40) === 0) instance['ghost'] = 'x';
  return instance;
}

test('a form accepts what the schema accepts, and nothing else', () => {
  const count = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(
      anySchema,
      fc.array(fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), { minLength: 10 }),
      (schema, luck) => {
        const { form, notTaken } = fromJsonSchema(JSON.parse(JSON.stringify(schema)));
        assert.deepEqual(notTaken, []);
        const { group: groupSchema, ...own } = schema.properties;
        const extra = [schema.then, schema.else].map((each) => each?.properties ?? {});
        for (const picks of luck) {
          const pick = (below: number) => picks.pop()! % below;
          const root = instanceOf({ ...own, ...extra[pick(2)] }, pick);
          const group = instanceOf(groupSchema?.properties ?? {}, pick);
          const instance = groupSchema ? { ...root, group } : root;
          const flat = Object.entries(group).map(([name, each]) => [`group.${name}`, each]);
          const answers = groupSchema ? { ...root, ...Object.fromEntries(flat) } : root;
          const isFine = isValid(schema, instance);
          count[isFine ? 'valid' : 'invalid'] += 1;
          const errors = checkAnswers(form, answers);
          assert.equal(errors.length === 0, isFine, JSON.stringify({ schema, instance, errors }));
        }
      },
    ),
    { numRuns: 150 },
  );
  assert.ok(count.valid > 200 && count.invalid > 200, JSON.stringify(count));
});

/** Keywords that no form can say, with a value that a schema may have there. */
const foreign: [string, unknown][] = [
  ['exclusiveMinimum', 3],
  ['exclusiveMaximum', 3],
  ['multipleOf', 0.5],
  ['not', {}],
  ['anyOf', [{}]],
  ['oneOf', [{ type: 'string' }]],
  ['enum', [1, 2]],
  ['format', 'uuid'],
  ['pattern', '(a+)+'],
  ['contentMediaType', 'application/pdf'],
  ['dependentSchemas', {}],
  ['patternProperties', {}],
  ['propertyNames', {}],
  ['minProperties', 1],
  ['contains', {}],
  ['readOnly', true],
  ['writeOnly', true],
  ['$ref', 'https://elsewhere.example/schema'],
  ['minLength', 'two'],
  ['ui:widget', 'slider'],
  ['default', { a: 1 }],
];

test('a keyword that no form can say is named where it stands, and the form is fine', () => {
  fc.assert(
    fc.property(
      anySchema,
      fc.constantFrom('string', 'number', 'boolean', 'array'),
      fc.constantFrom(...foreign),
      (schema, type, [keyword, given]) => {
        const items = type === 'array' ? { items: { enum: ['x'] } } : {};
        const odd = { type, ...items, [keyword]: given };
        const { form, notTaken } = fromJsonSchema({
          ...schema,
          properties: { ...schema.properties, odd },
        });
        const isNamed = notTaken.some(
          (each) => each.pointer === '/properties/odd' && each.keyword === keyword,
        );
        assert.ok(isNamed, JSON.stringify([odd, notTaken]));
        checkForm(form);
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever is given instead of a schema, the form is one of the contract', () => {
  const anyKey = fc.constantFrom(
    ...['type', 'properties', 'required', 'enum', 'const', 'items', 'if', 'then', 'else', 'allOf'],
    ...['pattern', 'default', '$ref', 'title', 'minItems', 'oneOf', 'examples', '__proto__', 'a'],
  );
  const { schema: anything } = fc.letrec<{ schema: unknown }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('string', 'object', 'array', '#', '#/properties/a', '', null, 1, true, '('),
      fc.array(tie('schema'), { maxLength: 3 }),
      fc.dictionary(anyKey, tie('schema'), { noNullPrototype: true }),
      fc.record({ type: fc.constant('object'), properties: fc.dictionary(anyKey, tie('schema')) }),
    ),
  }));
  fc.assert(
    fc.property(anything, (schema) => {
      const { form, notTaken } = fromJsonSchema(schema);
      checkForm(form);
      assert.deepEqual(formSchema.parse(JSON.parse(JSON.stringify(form))), form);
      const isEmpty = allFields(form).length === 0;
      const asked = Object.keys((schema as Schema | null)?.properties ?? {}).length;
      assert.ok(!isEmpty || asked === 0 || notTaken.length > 0);
    }),
    { numRuns: 1000 },
  );
});
