/**
 * Writes the reference of a form's definition into docs/forms.md, from the schemas and the comments
 * in them. `npm run reference`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { answerCodes } from '../src/contract/answers.ts';
import { formFaults } from '../src/contract/form-error.ts';
import { field, fieldKind, form, step } from '../src/contract/form.ts';
import { table, withParts } from './reference.mjs';

const page = 'docs/forms.md';

/** The comment above each name within one declaration. */
function commentsIn(file, declaration) {
  const [, body] = readFileSync(`src/contract/${file}`, 'utf8').split(
    `export const ${declaration} = `,
  );
  const own = body.slice(0, body.search(/^\S.*;$/m));
  return Object.fromEntries(
    [...own.matchAll(/\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*(?:'(\w+)'|(\w+))/g)].map(
      ([, comment, quoted, bare]) => [
        quoted ?? bare,
        comment.replaceAll(/\s*\n\s*\*\s*/g, ' ').trim(),
      ],
    ),
  );
}

/** Where a name says more than the shape. */
const named = {
  showWhen: 'condition',
  default: 'answer',
  fields: 'list of fields',
  steps: 'list of steps',
};

function typeOf(name, schema) {
  if (named[name]) return named[name];
  if (schema.enum) return 'one of the kinds';
  if (schema.anyOf) return schema.anyOf.map((each) => typeOf('', each)).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf('', schema.items)}`;
  if (schema.type === 'object') return `{${Object.keys(schema.properties).join(', ')}}`;
  return [schema.type].flat().join(' or ');
}

function explained(names, comments) {
  return names.map((name) => {
    if (!comments[name]) throw new Error(`nothing is said of ${name}`);
    return [`\`${name}\``, comments[name]];
  });
}

function objectTable(name, schema) {
  const { properties, required } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  const comments = commentsIn('form.ts', name);
  return table(
    ['name', 'type', 'what it says'],
    explained(Object.keys(properties), comments).map(([code, comment], index) => {
      const key = Object.keys(properties)[index];
      return [
        required.includes(key) ? `${code}, required` : code,
        typeOf(key, properties[key]),
        comment,
      ];
    }),
  );
}

const listTable = (head, names, file, declaration) =>
  table([head, 'what it means'], explained(names, commentsIn(file, declaration)));

/** What stands between each pair of markers. */
const parts = {
  form: objectTable('form', form),
  step: objectTable('step', step),
  field: objectTable('field', field),
  kinds: listTable('`kind`', fieldKind.options, 'form.ts', 'fieldKind'),
  codes: listTable('code', answerCodes, 'answers.ts', 'answerCodes'),
  faults: listTable('code', formFaults, 'form-error.ts', 'formFaults'),
};

/** The page with its tables as the schemas have them now. */
export const withReference = (text) => withParts(page, text, parts);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(page, await withReference(readFileSync(page, 'utf8')));
}
