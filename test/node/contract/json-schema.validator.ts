/** The keywords of JSON Schema 2020-12 that a form can say, by the letter. Formats are asserted. */
export interface Schema {
  type?: string;
  title?: string;
  const?: unknown;
  enum?: unknown[];
  oneOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  items?: Schema;
  contains?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
  unevaluatedProperties?: boolean;
  allOf?: Schema[];
  if?: Schema;
  then?: Schema;
  else?: Schema;
}

export function isValid(schema: Schema, instance: unknown): boolean {
  return evaluate(schema, instance).ok;
}

function evaluate(schema: Schema, it: unknown): { ok: boolean; names: Set<string> } {
  const names = new Set<string>();
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  let ok = true;
  const must = (holds: boolean) => (ok &&= holds);

  if (schema.type) must(isOfType(schema.type, it));
  if ('const' in schema) must(same(schema.const, it));
  if (schema.enum) must(schema.enum.some((each) => same(each, it)));
  if (schema.oneOf) {
    must(schema.oneOf.filter((each) => isValid(each, it)).length === 1);
  }
  if (typeof it === 'string') {
    must([...it].length >= (schema.minLength ?? 0));
    must([...it].length <= (schema.maxLength ?? Infinity));
    if (schema.pattern) must(new RegExp(schema.pattern, 'u').test(it));
    if (schema.format) must(formats[schema.format]!.test(it));
  }
  if (typeof it === 'number') {
    must(it >= (schema.minimum ?? -Infinity) && it <= (schema.maximum ?? Infinity));
    if (schema.multipleOf) must(Number.isInteger(it / schema.multipleOf));
  }
  if (Array.isArray(it)) {
    must(it.length >= (schema.minItems ?? 0) && it.length <= (schema.maxItems ?? Infinity));
    if (schema.items) must(it.every((each) => isValid(schema.items!, each)));
    if (schema.contains) must(it.some((each) => isValid(schema.contains!, each)));
    if (schema.uniqueItems)
      must(new Set(it.map((each) => JSON.stringify(each))).size === it.length);
  }
  if (isOfType('object', it)) {
    const object = it as Record<string, unknown>;
    must((schema.required ?? []).every((name) => Object.hasOwn(object, name)));
    for (const [name, each] of Object.entries(schema.properties ?? {})) {
      if (!Object.hasOwn(object, name)) continue;
      names.add(name);
      must(isValid(each, object[name]));
    }
    if (schema.additionalProperties === false) {
      must(Object.keys(object).every((name) => Object.hasOwn(schema.properties ?? {}, name)));
    }
  }
  const also = (part: Schema | undefined) => {
    if (part === undefined) return true;
    const found = evaluate(part, it);
    for (const name of found.ok ? found.names : []) names.add(name);
    return found.ok;
  };
  for (const part of schema.allOf ?? []) must(also(part));
  if ('if' in schema) must(also(also(schema.if) ? schema.then : schema.else));
  if (schema.unevaluatedProperties === false && isOfType('object', it)) {
    must(Object.keys(it as object).every((name) => names.has(name)));
  }
  return { ok, names };
}

function isOfType(type: string, it: unknown): boolean {
  if (type === 'array') return Array.isArray(it);
  if (type === 'integer') return Number.isInteger(it);
  if (type === 'object') return typeof it === 'object' && it !== null && !Array.isArray(it);
  return typeof it === type;
}

const formats: Record<string, RegExp> = {
  email: /^[^@\s]+@[^@\s]+\.[a-z]+$/,
  uri: /^https?:\/\/[a-z.]+/,
  date: /^\d{4}-\d\d-\d\d$/,
};
