import { checkForm } from './form-check.js';
import { FormDefinitionError } from './form-error.js';
import type { Form, Step } from './form.js';
import { isSchema, type NotTaken } from './json-schema-part.js';
import { readSchema, type Found } from './json-schema-reader.js';

export type { NotTaken } from './json-schema-part.js';

/** How a form shows what a schema has no order for. */
export interface FormOrder {
  id?: string;
  /** Another one for each change of the schema; `1` when absent. */
  version?: string;
  title?: string;
  /** Fields that no step names come in steps of their own at the end. */
  steps?: { id?: string; title: string; description?: string; fields: string[] }[];
}

/**
 * A form that asks for what a schema of JSON Schema 2020-12 describes, as far as a form can, and the
 * list of everything else. Properties become fields under their names; an object in the schema
 * becomes a step, and its fields are called `object.property`.
 *
 * @example
 * const { form, notTaken } = fromJsonSchema(schema, { id: 'onboarding', version: '2026-10' });
 */
export function fromJsonSchema(
  schema: unknown,
  order: FormOrder = {},
): { form: Form; notTaken: NotTaken[] } {
  const notTaken: NotTaken[] = [];
  if (!isSchema(schema)) {
    notTaken.push({ pointer: '', keyword: 'type', why: 'this is no schema of an object' });
  }
  const { title, groups, found } = readSchema(isSchema(schema) ? schema : {}, notTaken);
  const { id = 'form', version = '1', title: heading = title ?? id } = order;
  const steps: Step[] = [];
  const placed = new Set<string>();
  const add = ({ id: stepId, ...step }: Step) => {
    const isFree = steps.every((each) => each.id !== stepId);
    steps.push({ id: isFree ? stepId : `${stepId}_${steps.length + 1}`, ...step });
    for (const field of step.fields) placed.add(field.id);
  };
  for (const [at, { fields, ...step }] of (order.steps ?? []).entries()) {
    const kept = fields.filter((each, index) => {
      const isHere = found.has(each) && !placed.has(each) && fields.indexOf(each) === index;
      const why = `${each} is no field, or is in another place already`;
      if (!isHere) notTaken.push({ pointer: `/steps/${at}`, keyword: 'order', why });
      return isHere;
    });
    add({ id: `step_${at + 1}`, ...step, fields: kept.map((each) => found.get(each)!.field) });
  }
  for (const [group, about] of groups) {
    const rest = [...found.values()].filter(
      ({ field, group: own }) => own === group && !placed.has(field.id),
    );
    const fields = rest.map(({ field }) => field);
    if (fields.length > 0)
      add({ ...about, id: group || id, title: about.title || heading, fields });
  }
  const form: Form = { id, version, title: heading, steps };
  mend(form, found, notTaken);
  return { form, notTaken };
}

/** The schema's keyword for a part of a field. */
const keywords: Record<string, string> = {
  showWhen: 'if',
  min: 'minimum',
  max: 'maximum',
};

/** What the schema allows and a form does not is taken out of it, and named. */
function mend(form: Form, found: ReadonlyMap<string, Found>, notTaken: NotTaken[]): void {
  for (;;) {
    try {
      checkForm(form);
      return;
    } catch (thrown) {
      if (!(thrown instanceof FormDefinitionError)) throw thrown;
      const [, , at, , index, key = ''] = thrown.pointer.split('/');
      const field = form.steps[Number(at)]?.fields[Number(index)];
      // Ids and options are right by now.
      if (!field || !(key in field) || key === 'id' || key === 'options') throw thrown;
      const { pointer } = found.get(field.id)!.part;
      const keyword = field.options ? key.replace(/^m(in|ax)$/, 'm$1Items') : key;
      notTaken.push({ pointer, keyword: keywords[keyword] ?? keyword, why: thrown.message });
      delete field[key as 'pattern'];
    }
  }
}
