import { FormDefinitionError, type FormFault } from './form-error.js';
import type { Answer, Answers, Field, Form, ShowWhen, Step } from './form.js';

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

/** Says which steps and fields stand open for some answers. */
export type Visibility = (answers: Answers) => VisibleStep[];

/**
 * The steps and fields that stand open for these answers. A hidden field counts as unanswered for
 * the conditions of others, and a step with nothing to show is left out.
 * @throws FormDefinitionError when conditions depend on each other in a circle or name a field that
 *   isn't there, or two fields share an id.
 */
export const visibleSteps = (form: Form, answers: Answers): VisibleStep[] =>
  visibilityOf(form)(answers);

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

/** Every field of a form, whether shown or not. */
export function allFields(form: Form): Field[] {
  return form.steps.flatMap((step) => step.fields);
}

/** What stands under an id itself: answers come from outside, and `constructor` is an id. */
export const answerOf = (answers: Answers, id: string): Answer | undefined =>
  Object.hasOwn(answers, id) ? answers[id] : undefined;

/** The answer that counts: a blank one is none, and a text to read has none. */
function givenAnswer({ id, kind }: Field, answers: Answers): Answer | undefined {
  const answer = answerOf(answers, id);
  return kind !== 'info' && isFilled(answer) ? answer : undefined;
}

/**
 * Looks a form over once, for any answers to come. Each condition is evaluated once for them, after
 * those that it depends on.
 * @throws FormDefinitionError as {@link visibleSteps}.
 */
export function visibilityOf(form: Form): Visibility {
  const fields = fieldsById(form);
  const order = inOrder(form, fields);

  return (answers) => {
    const open = new Set<Field | Step>();
    const holds = (when: ShowWhen): boolean => {
      if ('all' in when) return when.all.every(holds);
      if ('any' in when) return when.any.some(holds);
      const field = fields.get(when.field)!;
      const answer = open.has(field) ? givenAnswer(field, answers) : undefined;
      if ('filled' in when) return (answer !== undefined) === when.filled;
      const matches = (value: string | number | boolean) =>
        Array.isArray(answer) ? answer.includes(String(value)) : answer === value;
      if ('equals' in when) return matches(when.equals);
      if ('notEquals' in when) return !matches(when.notEquals);
      return when.in.some(matches);
    };
    for (const { node, step } of order) {
      if ((!step || open.has(step)) && (!node.showWhen || holds(node.showWhen))) open.add(node);
    }
    return form.steps
      .map((step) => ({ step, fields: step.fields.filter((field) => open.has(field)) }))
      .filter((each) => each.fields.length > 0);
  };
}

function fieldsById(form: Form): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const [at, step] of form.steps.entries()) {
    for (const [index, field] of step.fields.entries()) {
      const { id } = field;
      const fail = (code: FormFault, message: string) => {
        throw new FormDefinitionError(code, `/steps/${at}/fields/${index}/id`, message);
      };
      // Objects of answers can't hold it.
      if (id === '__proto__') fail('reserved_id', 'No field can have the id "__proto__"');
      if (fields.has(id)) fail('duplicate_field', `Two fields have the id "${id}"`);
      fields.set(id, field);
    }
  }
  return fields;
}

/** A field or step whose condition is evaluated, and the step that must be open besides. */
interface Turn {
  node: Field | Step;
  name: string;
  pointer: string;
  step?: Step;
  /** What it waits for. */
  after: Turn[];
}

/** Fields and steps so that each comes after what its condition asks for. */
function inOrder(form: Form, fields: ReadonlyMap<string, Field>): Turn[] {
  const turns = new Map<Field | Step, Turn>();
  for (const [at, step] of form.steps.entries()) {
    const pointer = `/steps/${at}`;
    const turn: Turn = { node: step, name: `step "${step.id}"`, pointer, after: [] };
    turns.set(step, turn);
    for (const [index, node] of step.fields.entries()) {
      const place = `${pointer}/fields/${index}`;
      turns.set(node, { node, name: `"${node.id}"`, pointer: place, step, after: [turn] });
    }
  }
  for (const turn of turns.values()) {
    for (const id of askedFor(turn.node.showWhen)) {
      const field = fields.get(id);
      if (!field) {
        throw new FormDefinitionError(
          'unknown_field',
          `${turn.pointer}/showWhen`,
          `The condition of ${turn.name} names the field "${id}", which is not there`,
        );
      }
      turn.after.push(turns.get(field)!);
    }
  }

  const order: Turn[] = [];
  const begun = new Set<Turn>();
  const done = new Set<Turn>();
  // By hand, for a long chain of conditions must not fill the stack.
  const path: { turn: Turn; next: number }[] = [];
  for (const start of turns.values()) {
    if (!begun.has(start)) path.push({ turn: start, next: 0 });
    begun.add(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.turn.after[top.next];
      top.next += 1;
      if (!next) {
        path.pop();
        done.add(top.turn);
        order.push(top.turn);
      } else if (!begun.has(next)) {
        begun.add(next);
        path.push({ turn: next, next: 0 });
      } else if (!done.has(next)) {
        const circle = path.slice(path.findIndex(({ turn }) => turn === next));
        const names = [...circle.map(({ turn }) => turn), next].map(({ name }) => name);
        const { pointer } = circle.find(({ turn }) => turn.node.showWhen)!.turn;
        throw new FormDefinitionError(
          'circle',
          `${pointer}/showWhen`,
          `Conditions depend on themselves: ${names.join(' → ')}`,
        );
      }
    }
  }
  return order;
}

/** The fields that a condition asks for. */
export function askedFor(when: ShowWhen | undefined): string[] {
  if (!when) return [];
  if ('field' in when) return [when.field];
  return ('all' in when ? when.all : when.any).flatMap(askedFor);
}
