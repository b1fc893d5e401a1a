import type { Answer, Field } from './form.js';
import { isSchema, partOf, type NotTaken, type Part } from './json-schema-part.js';

/** The kinds that a string can be by its format. */
const formats: Record<string, Field['kind']> = {
  email: 'email',
  uri: 'url',
  date: 'date',
  tel: 'phone',
  phone: 'phone',
};

/** Longer texts get more than one line. */
const LINE = 120;

/** A field for the schema of one property; undefined where no kind of field fits it. */
export function fieldFrom(id: string, name: string, part: Part): Field | undefined {
  const field: Field = { id, kind: 'text', label: part.take('title', 'string') ?? name };
  const help = part.take('description', 'string');
  if (help !== undefined) field.help = help;
  if (part.take('readOnly', 'boolean') === true) {
    part.refuse('readOnly', 'a form asks for answers alone: the property is left out');
    return undefined;
  }
  if (!takeKind(field, part)) return undefined;
  takeTexts(field, part);
  part.finish();
  return field;
}

function takeKind(field: Field, part: Part): boolean {
  const type = typeOf(part);
  const choices = takeChoices(part);
  if (choices) {
    Object.assign(field, { kind: 'select', options: choices });
    return true;
  }
  switch (type) {
    case 'string':
      takeString(field, part);
      return true;
    case 'number':
    case 'integer':
      takeNumber(field, part, type === 'integer');
      return true;
    case 'boolean':
      field.kind = 'boolean';
      if (part.take('const', 'any') === true) field.required = true;
      else part.refuse('const', 'a box can be made to be ticked only');
      return true;
    case 'array':
      return takeArray(field, part);
    default:
      part.note('type', 'no kind of field has answers of this type: the property is left out');
      return false;
  }
}

function typeOf(part: Part): unknown {
  const type = part.take('type', 'any') ?? typeof part.peek('const');
  if (!Array.isArray(type)) return type;
  const [only, ...others] = type.filter((each) => each !== 'null') as unknown[];
  part.refuse('type', 'an answer has one type, and is absent instead of null');
  return others.length === 0 ? only : undefined;
}

/** The options of `oneOf` with constants, of `enum`, or one constant text. */
function takeChoices(part: Part): Field['options'] | undefined {
  const keyword = ['oneOf', 'enum', 'const'].find((each) => part.peek(each) !== undefined);
  if (!keyword || (keyword === 'const' && typeof part.peek('const') !== 'string')) return undefined;
  const given = part.take(keyword, 'any');
  const options = new Map<string, string>();
  let isWhole = true;
  for (const each of keyword === 'const' ? [given] : Array.isArray(given) ? given : []) {
    const { const: value, title = value } =
      keyword === 'oneOf' && isSchema(each) ? each : { const: each as unknown };
    if (typeof value === 'string' && value.trim() !== '')
      options.set(value, typeof title === 'string' ? title : value);
    else isWhole = false;
  }
  if (!isWhole || options.size === 0) {
    part.refuse(keyword, 'only texts that are not blank can be chosen: the others are left out');
  }
  return options.size > 0 ? [...options].map(([value, label]) => ({ value, label })) : undefined;
}

function takeString(field: Field, part: Part): void {
  const format = part.take('format', 'string');
  const kind = format === undefined ? undefined : formats[format];
  if (format !== undefined && !kind) part.refuse('format', 'a form does not check this format');
  if (kind) field.kind = kind;
  if (kind === 'date') return;
  const minLength = part.take('minLength', 'number');
  const maxLength = part.take('maxLength', 'number');
  const pattern = part.take('pattern', 'string');
  if (minLength !== undefined) field.minLength = minLength;
  if (maxLength !== undefined) field.maxLength = maxLength;
  if (pattern !== undefined) field.pattern = wholePattern(pattern);
  else if (!kind && (maxLength ?? 0) > LINE) field.kind = 'textarea';
}

function takeNumber(field: Field, part: Part, isInteger: boolean): void {
  field.kind = 'number';
  if (part.take('multipleOf', 'number') === 1 || isInteger) field.integer = true;
  if (!field.integer) part.refuse('multipleOf', 'numbers can be held to whole ones only');
  const constant = part.take('const', 'number');
  const min = part.take('minimum', 'number') ?? constant;
  const max = part.take('maximum', 'number') ?? constant;
  if (min !== undefined) field.min = min;
  if (max !== undefined) field.max = max;
  const why = 'a bound of a form is always part of what fits';
  part.refuse('exclusiveMinimum', why);
  part.refuse('exclusiveMaximum', why);
}

function takeArray(field: Field, part: Part): boolean {
  const items = part.take('items', 'object');
  const inner: NotTaken[] = [];
  const itemPart = partOf(items ?? {}, `${part.pointer}/items`, inner);
  const options = takeChoices(itemPart);
  itemPart.take('type', 'any');
  itemPart.finish();
  if (!options) {
    part.note('items', 'only texts of a list can be chosen from: the property is left out');
    return false;
  }
  for (const each of inner) part.refuse('items', `${each.keyword}: ${each.why}`);
  Object.assign(field, { kind: 'multi_select', options });
  const min = part.take('minItems', 'number');
  const max = part.take('maxItems', 'number');
  if (min !== undefined) field.min = min;
  if (max !== undefined) field.max = max;
  if (part.take('uniqueItems', 'boolean') === false) {
    part.refuse('uniqueItems', 'each option can be chosen once');
  }
  return true;
}

function takeTexts(field: Field, part: Part): void {
  const start = part.take('default', 'any');
  if (start !== undefined) field.default = start as Answer;
  const [example] = part.take('examples', 'list') ?? [];
  const isTyped = !['boolean', 'select', 'multi_select', 'date'].includes(field.kind);
  if (isTyped && ['string', 'number'].includes(typeof example)) {
    field.placeholder = String(example);
  } else {
    part.refuse('examples', 'there is no place for an example in what is chosen');
  }
}

/**
 * A schema's pattern may match anywhere, a form's matches the whole. A look ahead finds it, for that
 * stays quick where a repeat on both sides would not.
 */
function wholePattern(pattern: string): string {
  const isOne = !hasTopLevelChoice(pattern);
  const isStart = isOne && pattern.startsWith('^');
  const isEnd = /(?:^|[^\\])(?:\\\\)*\$$/.test(pattern);
  if (isStart && isEnd) return pattern.slice(1, -1);
  const anywhere = isStart ? pattern : `[\\s\\S]*(?:${pattern})`;
  return `(?=${anywhere})[\\s\\S]*`;
}

function hasTopLevelChoice(pattern: string): boolean {
  let rest = pattern.replaceAll(/\\[\s\S]/g, '').replaceAll(/\[[^\]]*\]/g, '');
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replaceAll(/\([^()]*\)/g, '');
  }
  return rest.includes('|');
}
