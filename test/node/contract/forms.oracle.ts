import type { Field, Form, ShowWhen } from '../../../src/contract/index.js';

/**
 * What is wrong with answers, by field: written from the contract's words alone and as plainly as can
 * be, to hold the schema against. It shares no code with it.
 */
export function faultsOf(form: Form, answers: Record<string, unknown>): Record<string, string> {
  const faults: [string, string][] = [];
  const places = form.steps.flatMap((step) => step.fields.map((field) => ({ step, field })));
  const given = (id: string): unknown =>
    Object.getOwnPropertyNames(answers).includes(id) ? answers[id] : undefined;

  const isShown = (id: string): boolean => {
    const { step, field } = places.find((place) => place.field.id === id)!;
    return holds(step.showWhen) && holds(field.showWhen);
  };
  const holds = (when: ShowWhen | undefined): boolean => {
    if (when === undefined) return true;
    if ('all' in when) return !when.all.some((each) => !holds(each));
    if ('any' in when) return when.any.some((each) => holds(each));
    const { kind } = places.find((place) => place.field.id === when.field)!.field;
    let answer = kind !== 'info' && isShown(when.field) ? given(when.field) : undefined;
    if (isBlank(answer)) answer = undefined;
    if ('filled' in when) return when.filled ? answer !== undefined : answer === undefined;
    const is = (value: unknown) =>
      Array.isArray(answer) ? answer.some((each) => each === String(value)) : answer === value;
    if ('equals' in when) return is(when.equals);
    return 'in' in when ? when.in.some(is) : !is(when.notEquals);
  };

  for (const { field } of places) {
    const answer = given(field.id);
    if (!isShown(field.id)) {
      if (answer !== undefined) faults.push([field.id, 'hidden_field']);
      continue;
    }
    const code = faultOf(field, answer);
    if (code) faults.push([field.id, code]);
  }
  for (const id of Object.getOwnPropertyNames(answers)) {
    if (!places.some(({ field }) => field.id === id)) faults.push([id, 'unknown_field']);
  }
  return Object.fromEntries(faults);
}

const isBlank = (answer: unknown): boolean =>
  answer === undefined ||
  (typeof answer === 'string' && /^\s*$/.test(answer)) ||
  (Array.isArray(answer) && answer.length === 0);

function faultOf(field: Field, answer: unknown): string | undefined {
  const { kind, required, min = -Infinity, max = Infinity } = field;
  if (kind === 'info') return answer === undefined ? undefined : 'unknown_field';
  if (isBlank(answer)) return required ? 'required' : undefined;
  const values = (field.options ?? []).map(({ value }) => value);
  switch (kind) {
    case 'number':
      if (typeof answer !== 'number' || !Number.isFinite(answer)) return 'type';
      if (field.integer && answer % 1 !== 0) return 'type';
      return answer < Number(min) ? 'min' : answer > Number(max) ? 'max' : undefined;
    case 'boolean':
      if (answer !== true && answer !== false) return 'type';
      return required && !answer ? 'required' : undefined;
    case 'multi_select': {
      const all = Array.isArray(answer) ? (answer as unknown[]) : undefined;
      if (!all?.every((each) => typeof each === 'string')) return 'type';
      if (all.some((each, at) => !values.includes(each) || all.indexOf(each) < at)) return 'option';
      return all.length < Number(min) ? 'min' : all.length > Number(max) ? 'max' : undefined;
    }
    case 'file': {
      const { id, name, size, type } = (answer ?? {}) as Record<string, unknown>;
      const isNamed = typeof id === 'string' && /^[\w.~-]{1,128}$/.test(id) && !/^\.\.?$/.test(id);
      if (Array.isArray(answer) || !isNamed || typeof name !== 'string') return 'type';
      if (size !== undefined && (typeof size !== 'number' || !Number.isFinite(size))) return 'type';
      if (type !== undefined && typeof type !== 'string') return 'type';
      const accepts = field.accept?.some((each) => {
        if (each.startsWith('.')) return new RegExp(`\\${each}$`, 'i').test(name);
        const [group, sort] = each.split('/');
        const [typeGroup, typeSort] = (type ?? each).toLowerCase().split('/');
        return group === typeGroup && (sort === '*' || sort === typeSort);
      });
      if (accepts === false) return 'option';
      return (size ?? 0) > (field.maxSize ?? Infinity) ? 'max' : undefined;
    }
    default:
  }
  if (typeof answer !== 'string') return 'type';
  if (kind === 'select') return values.includes(answer) ? undefined : 'option';
  if (kind === 'date') {
    const [year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(answer) ?? []).slice(1).map(Number);
    const isLeap = year! % 4 === 0 && (year! % 100 !== 0 || year! % 400 === 0);
    const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month! - 1] ?? 0;
    if (day === undefined || day < 1 || day > days) return 'date';
    return answer < String(field.min ?? '')
      ? 'min'
      : answer > String(field.max ?? 'x')
        ? 'max'
        : undefined;
  }
  let length = 0;
  for (const _ of answer) length += 1;
  if (length < (field.minLength ?? 0)) return 'min_length';
  if (length > (field.maxLength ?? Infinity)) return 'max_length';
  if (field.pattern && !new RegExp(`^(?:${field.pattern})$`, 'u').test(answer)) return 'pattern';
  if (kind === 'email')
    return /^[^@\s]+@[^@\s.]+\.[^@\s]*[^@\s.]$/.test(answer) ? undefined : 'email';
  if (kind === 'url') return /^https?:\/\/[^\s/]+/.test(answer) ? undefined : 'url';
  return undefined;
}
