import type { Answer, Answers, Field, Form, ShowWhen, Step } from './form.js';
import { compilePattern } from './pattern.js';

/** A form that can't be shown, with the reason for whoever wrote it. */
export class FormDefinitionError extends Error {
  override readonly name = 'FormDefinitionError';
}

/** Whether an answer counts as given. A blank text or an empty choice does not. */
export function isFilled(answer: Answer | undefined): boolean {
  if (answer === undefined) return false;
  if (typeof answer === 'string') return answer.trim() !== '';
  if (Array.isArray(answer)) return answer.length > 0;
  return true;
}

/** A visible step with its visible fields. */
export interface VisibleStep {
  step: Step;
  fields: Field[];
}

/**
 * The steps and fields that stand open for these answers. A hidden field counts as unanswered for
 * the conditions of others, and a step with nothing to show is left out.
 * @throws FormDefinitionError when conditions depend on each other in a circle or name a field that
 *   isn't there, two fields share an id, or a pattern is none or can run away.
 */
export function visibleSteps(form: Form, answers: Answers): VisibleStep[] {
  for (const { id, pattern } of allFields(form)) {
    if (pattern !== undefined && !compilePattern(pattern)) {
      throw new FormDefinitionError(`the pattern of ${id} is no expression, or can run away`);
    }
  }
  return openSteps(form, answers);
}

/** The same for a server, which answers `pattern` where a browser would not show the form. */
export function openSteps(form: Form, answers: Answers): VisibleStep[] {
  const isVisible = visibility(form, answers);
  return form.steps
    .map((step) => ({ step, fields: step.fields.filter((field) => isVisible(field.id)) }))
    .filter(({ fields }) => fields.length > 0);
}

/** The answers of the visible fields alone: what a submission may hold. */
export function visibleAnswers(form: Form, answers: Answers): Answers {
  const kept: Answers = {};
  for (const { fields } of visibleSteps(form, answers)) {
    for (const field of fields) {
      const answer = givenAnswer(field, answers);
      if (answer !== undefined) kept[field.id] = answer;
    }
  }
  return kept;
}

/** The answer that counts: a blank one is none, and a text to read has none. */
function givenAnswer({ id, kind }: Field, answers: Answers): Answer | undefined {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return kind !== 'info' && isFilled(answer) ? answer : undefined;
}

/** Every field of a form, whether shown or not. */
export function allFields(form: Form): Field[] {
  return form.steps.flatMap((step) => step.fields);
}

function visibility(form: Form, answers: Answers): (fieldId: string) => boolean {
  const places = new Map<string, { field: Field; step: Step }>();
  for (const step of form.steps) {
    for (const field of step.fields) {
      // Objects of answers can't hold it.
      if (field.id === '__proto__') throw new FormDefinitionError('a field has the id __proto__');
      if (places.has(field.id)) throw new FormDefinitionError(`two fields have the id ${field.id}`);
      places.set(field.id, { field, step });
    }
  }

  const known = new Map<string, boolean | 'asking'>();
  const isVisible = (fieldId: string): boolean => {
    const place = places.get(fieldId);
    if (!place) throw new FormDefinitionError(`a condition names the unknown field ${fieldId}`);
    const found = known.get(fieldId);
    if (found === 'asking') {
      throw new FormDefinitionError(`the conditions of ${fieldId} depend on themselves`);
    }
    if (found !== undefined) return found;
    known.set(fieldId, 'asking');
    const stepIsOpen = holds(place.step.showWhen);
    const visible = holds(place.field.showWhen) && stepIsOpen;
    known.set(fieldId, visible);
    return visible;
  };

  const holds = (when: ShowWhen | undefined): boolean => {
    if (!when) return true;
    // Each part is asked, even when the first one decides: a circle must not hide behind an answer.
    if ('all' in when) return when.all.map(holds).every(Boolean);
    if ('any' in when) return when.any.map(holds).some(Boolean);
    const answer = isVisible(when.field)
      ? givenAnswer(places.get(when.field)!.field, answers)
      : undefined;
    if ('filled' in when) return (answer !== undefined) === when.filled;
    const matches = (value: string | number | boolean) =>
      Array.isArray(answer) ? answer.includes(String(value)) : answer === value;
    if ('equals' in when) return matches(when.equals);
    if ('notEquals' in when) return !matches(when.notEquals);
    return when.in.some(matches);
  };

  // A circle or an unknown name is an error of the form for everybody, not only once it matters.
  for (const id of places.keys()) isVisible(id);
  return isVisible;
}
