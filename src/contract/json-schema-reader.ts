import type { Field, ShowWhen, Step } from './form.js';
import { fieldFrom } from './json-schema-field.js';
import {
  escapePointer,
  isSchema,
  partOf,
  type NotTaken,
  type Part,
  type Schema,
} from './json-schema-part.js';

/** A field on its way into a form. */
export interface Found {
  field: Field;
  part: Part;
  /** The step it is in when nobody orders otherwise. */
  group: string;
}

/** Everything of a schema that a form can ask for. */
export const readSchema = (root: Schema, notTaken: NotTaken[]) => new Reader(root, notTaken).read();

class Reader {
  #root: Schema;
  #notTaken: NotTaken[];
  #found = new Map<string, Found>();
  #groups = new Map<string, Pick<Step, 'title' | 'description'>>([['', { title: '' }]]);

  constructor(root: Schema, notTaken: NotTaken[]) {
    this.#root = root;
    this.#notTaken = notTaken;
  }

  read() {
    const part = this.#part(this.#root, '');
    const title = part.take('title', 'string');
    const description = part.take('description', 'string');
    if (description !== undefined) this.#groups.get('')!.description = description;
    this.#takeObject(part, '', undefined);
    this.#takeCondition(part);
    for (const [at, each] of (part.take('allOf', 'list') ?? []).entries()) {
      const rule = this.#part(isSchema(each) ? each : {}, `/allOf/${at}`);
      this.#takeCondition(rule);
      rule.finish();
    }
    this.#takeDependents(part);
    part.finish();
    return { title, groups: this.#groups, found: this.#found };
  }

  /** A part of the schema, with what it refers to. */
  #part(schema: Schema, pointer: string): Part {
    let whole = schema;
    for (let hops = 0; hops < 20; hops += 1) {
      const { $ref, ...others } = whole;
      const target = typeof $ref === 'string' ? this.#target($ref) : undefined;
      if (!target) break;
      for (const keyword of Object.keys(others).filter((each) => Object.hasOwn(target, each))) {
        if (TEXTS.includes(keyword)) continue;
        this.#notTaken.push({
          pointer,
          keyword,
          why: `it stands in ${String($ref)} too: this counts`,
        });
      }
      whole = { ...target, ...others };
    }
    return partOf(whole, pointer, this.#notTaken);
  }

  /** What stands at a reference into this schema; there is no other to look in. */
  #target(reference: string): Schema | undefined {
    if (!/^#(\/|$)/.test(reference)) return undefined;
    let place: unknown = this.#root;
    for (const key of reference.split('/').slice(1)) {
      const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
      place = isSchema(place) && Object.hasOwn(place, name) ? place[name] : undefined;
    }
    return isSchema(place) ? place : undefined;
  }

  /** Takes the properties of an object: the schema's own, or those of one of its properties. */
  #takeObject(part: Part, group: string, when: ShowWhen | undefined): void {
    if ((part.take('type', 'any') ?? 'object') !== 'object')
      part.refuse('type', 'a form is an object');
    for (const keyword of ['additionalProperties', 'unevaluatedProperties']) {
      if (part.take(keyword, 'any') !== false)
        part.refuse(keyword, 'a form takes no other answers');
    }
    const required = part.take('required', 'list') ?? [];
    for (const [name, each] of Object.entries(part.take('properties', 'object') ?? {})) {
      const inner = this.#part(
        isSchema(each) ? each : {},
        `${part.pointer}/properties/${escapePointer(name)}`,
      );
      const isObject = isSchema(each) && group === '' && inner.take('properties', 'object');
      const isRequired = required.includes(name);
      // A mention of what is described elsewhere.
      if (when && this.#found.has(name) && isEmpty(each)) continue;
      if (isObject) this.#takeGroup(name, this.#part(each, inner.pointer), isRequired);
      else this.#takeField(name, inner, { group, isRequired, when, part });
    }
    this.#require(required, part, group, when);
  }

  #takeGroup(name: string, part: Part, isRequired: boolean): void {
    const description = part.take('description', 'string');
    const title = part.take('title', 'string') ?? name;
    this.#groups.set(name, { title, ...(description !== undefined && { description }) });
    if (!isRequired)
      part.refuse('required', 'a step can’t be left out as a whole: they are always asked for');
    const isEmpty = Object.keys(part.peek('properties') as Schema).length === 0;
    if (isEmpty) part.note('properties', 'there is none: nothing is asked for');
    this.#takeObject(part, name, undefined);
    part.finish();
  }

  #takeField(
    name: string,
    inner: Part,
    {
      group,
      isRequired,
      when,
      part,
    }: {
      group: string;
      isRequired: boolean;
      when: ShowWhen | undefined;
      part: Part;
    },
  ): void {
    const id = group ? `${group}.${name}` : name;
    const field = fieldFrom(id, name, inner);
    if (!field) return;
    if (this.#found.has(id) || id === '__proto__' || id === '') {
      part.note(
        'properties',
        `${name} can’t be a field, or is described twice: the first one counts`,
      );
      return;
    }
    if (when && this.#root['additionalProperties'] === false) {
      part.note('properties', `${name} is forbidden by additionalProperties, yet asked for`);
    }
    if (when) field.showWhen = when;
    if (field.kind === 'boolean') {
      if (field.required && !isRequired)
        inner.refuse('const', 'a box that must be ticked is required');
      if (!field.required && isRequired) {
        part.refuse(
          'required',
          `${name}: a required box must be ticked; this one may be left alone`,
        );
      }
    } else if (isRequired) {
      field.required = true;
    }
    this.#found.set(id, { field, part: inner, group });
  }

  /** What is required though it is described elsewhere, or nowhere. */
  #require(
    names: unknown[],
    part: Part,
    group: string,
    when: ShowWhen | undefined,
    keyword = 'required',
  ): void {
    for (const name of names) {
      if (typeof name !== 'string') {
        part.note(keyword, 'a name is a text');
        continue;
      }
      const field = this.#found.get(group ? `${group}.${name}` : name)?.field;
      const isGroup = group === '' && this.#groups.has(name);
      if (!field && !isGroup) part.note(keyword, `${name} is not taken, and so not asked for`);
      if (!field || !when || field.required || field.showWhen === when) continue;
      if (field.showWhen || field.kind === 'boolean') {
        part.note(keyword, `${name} can’t be required by this condition`);
      } else {
        part.note(keyword, `${name} is asked for only then, not only required then`);
        Object.assign(field, { required: true, showWhen: when });
      }
    }
  }

  #takeCondition(part: Part): void {
    const test = part.take('if', 'object');
    if (!test) return;
    const questions = this.#questionsOf(this.#part(test, `${part.pointer}/if`));
    for (const [keyword, isThen] of [
      ['then', true],
      ['else', false],
    ] as const) {
      const branch = part.take(keyword, 'object');
      if (!branch) continue;
      if (!questions) {
        part.refuse(
          keyword,
          'only a comparison of fields with constants is understood as a condition',
        );
        continue;
      }
      const inner = this.#part(branch, `${part.pointer}/${keyword}`);
      const [only, ...more] = questions.map((each) => (isThen ? each.is : each.isNot));
      const list = [only!, ...more];
      const when = more.length === 0 ? only! : isThen ? { all: list } : { any: list };
      this.#takeObject(inner, '', when);
      inner.finish();
    }
  }

  /** The comparisons of an `if`; undefined where it is something else. */
  #questionsOf(part: Part): { is: ShowWhen; isNot: ShowWhen }[] | undefined {
    const required = part.take('required', 'list') ?? [];
    const properties = Object.entries(part.take('properties', 'object') ?? {});
    part.take('type', 'any');
    part.finish();
    const questions = properties.map(([name, schema]) => {
      const field = this.#found.get(name)?.field;
      const values = field && isSchema(schema) ? constantsOf(schema, field.kind) : [];
      if (!values.every(isPlain) || values.length === 0) return undefined;
      if (!required.includes(name)) {
        part.note('properties', `${name} unanswered does not count as equal`);
      }
      const not = values.map((notEquals): ShowWhen => ({ field: name, notEquals }));
      return values.length === 1
        ? { is: { field: name, equals: values[0]! }, isNot: not[0]! }
        : { is: { field: name, in: values }, isNot: { all: not } };
    });
    const isWhole = questions.length > 0 && questions.every((each) => each !== undefined);
    return isWhole ? questions : undefined;
  }

  #takeDependents(part: Part): void {
    for (const [field, names] of Object.entries(part.take('dependentRequired', 'object') ?? {})) {
      if (!this.#found.has(field) || !Array.isArray(names)) {
        part.note('dependentRequired', `${field} is not taken, or its value is no list`);
      } else {
        const when = { field, filled: true };
        this.#require(names, part, '', when, 'dependentRequired');
      }
    }
  }
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** What a property is compared with; nothing where it is more than that. */
function constantsOf(schema: Schema, kind: Field['kind']): unknown[] {
  const { contains, type: _, ...rest } = schema;
  if (kind === 'multi_select') {
    const isAll = isSchema(contains) && Object.keys(rest).length === 0;
    return isAll ? constantsOf(contains, 'select') : [];
  }
  const [key, ...others] = Object.keys(schema).filter((each) => each !== 'type');
  if (others.length > 0) return [];
  const { const: constant, enum: values } = schema;
  return key === 'enum' && Array.isArray(values) ? values : key === 'const' ? [constant] : [];
}

/** What only describes: the nearer one counts. */
const TEXTS = ['title', 'description', 'default', 'examples'];

const isEmpty = (schema: unknown): boolean =>
  schema === true || (isSchema(schema) && Object.keys(schema).length === 0);
