import { checkAnswer } from './answers.js';
import { FormDefinitionError, type FormFault } from './form-error.js';
import type { Field, Form } from './form.js';
import { patternFault, patternLimit } from './pattern.js';
import { visibilityOf } from './visibility.js';
import { isIsoDay } from './words.js';

type Fail = (code: FormFault, key: string, message: string) => never;

/**
 * Looks for mistakes in a form that has the right shape: whoever takes one from elsewhere asks once,
 * before it is shown or stored. {@link answersSchema} does what it can with a form that nobody
 * checked: where a pattern must not be run, no answer fits it.
 * @throws FormDefinitionError for the first mistake, in the order of the form.
 */
export function checkForm(form: Form): void {
  visibilityOf(form);
  const stepIds = new Set<string>();
  for (const [at, step] of form.steps.entries()) {
    if (stepIds.has(step.id)) {
      const message = `Two steps have the id "${step.id}"`;
      throw new FormDefinitionError('duplicate_step', `/steps/${at}/id`, message);
    }
    stepIds.add(step.id);
    for (const [index, field] of step.fields.entries()) {
      const fail: Fail = (code, key, message) => {
        const pointer = `/steps/${at}/fields/${index}/${key}`;
        throw new FormDefinitionError(code, pointer, `Field "${field.id}": ${message}`);
      };
      checkPattern(field, fail);
      checkOptions(field, fail);
      checkBounds(field, fail);
      checkDefault(field, fail);
    }
  }
}

function checkPattern({ pattern, maxLength }: Field, fail: Fail): void {
  const fault = pattern === undefined ? undefined : patternFault(pattern, maxLength);
  if (fault === 'pattern_slow') {
    const limit = patternLimit(pattern!);
    fail(fault, 'pattern', `the pattern is too slow for answers of more than ${limit} characters`);
  }
  const why = fault === 'pattern_syntax' ? 'is no regular expression' : 'can keep a browser busy';
  if (fault) fail(fault, 'pattern', `the pattern ${why}`);
}

function checkOptions({ kind, options = [] }: Field, fail: Fail): void {
  if (kind !== 'select' && kind !== 'multi_select') return;
  if (options.length === 0) fail('options_missing', 'options', 'there is nothing to choose from');
  const values = new Set<string>();
  for (const [index, { value }] of options.entries()) {
    const key = `options/${index}/value`;
    // A blank answer counts as none.
    if (value.trim() === '') fail('option_empty', key, 'the value of an option is blank');
    if (values.has(value)) fail('option_duplicate', key, `two options have the value "${value}"`);
    values.add(value);
  }
}

function checkBounds(field: Field, fail: Fail): void {
  const { kind, min, max, minLength = 0, maxLength = Infinity, options = [] } = field;
  for (const key of ['minLength', 'maxLength'] as const) {
    const length = field[key] ?? 0;
    const isCount = Number.isInteger(length) && length >= 0;
    if (!isCount) fail('bound_type', key, `${key} is not a whole number from 0`);
  }
  if (minLength > maxLength) fail('lengths', 'minLength', 'minLength is above maxLength');

  const isCount = kind === 'multi_select';
  if (kind !== 'number' && kind !== 'date' && !isCount) return;
  for (const key of ['min', 'max'] as const) {
    const bound = field[key];
    if (bound === undefined) continue;
    const isDay = typeof bound === 'string' && isIsoDay(bound);
    const isNumber = isCount ? Number.isInteger(bound) : Number.isFinite(bound);
    if (kind === 'date' && !isDay) fail('bound_type', key, `${key} is not a day as YYYY-MM-DD`);
    if (kind !== 'date' && !isNumber) fail('bound_type', key, `${key} is not a number`);
  }
  if (min !== undefined && max !== undefined && min > max) {
    fail('bounds', 'min', 'min is above max');
  }
  if (isCount && Number(min) > options.length) {
    fail('bounds', 'min', 'min is above the number of options');
  }
}

function checkDefault(field: Field, fail: Fail): void {
  if (field.default === undefined) return;
  const code = checkAnswer(field, field.default);
  // It may still be to be filled in, or to be ticked.
  if (code && code !== 'required') fail('default', 'default', `the default does not fit (${code})`);
}
