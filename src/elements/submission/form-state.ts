import { checkAnswer } from '../../contract/answers.js';
import type {
  Answer,
  Answers,
  DraftBody,
  Field,
  Form,
  Step,
  Submission,
  SubmissionBody,
} from '../../contract/index.js';
import {
  allFields,
  isFilled,
  visibilityOf,
  visibleAnswers,
  type Visibility,
} from '../../contract/visibility.js';

/** A form that a person fills in. Never changed: each act makes a new one. */
export interface FormState {
  readonly form: Form;
  /** What fields hold, hidden ones too; what can't be read as an answer is there as it was typed. */
  readonly typed: ReadonlyMap<string, Answer>;
  /** Index of the open step in the form; the number of steps stands for the review at the end. */
  readonly at: number;
  /** The furthest place where one has been. */
  readonly seen: number;
  /** Fields that were left once: what is wrong with them may be said. */
  readonly touched: ReadonlySet<string>;
  /** What was refused, and so is summed up: the way on from this step, or the whole form. */
  readonly summary: 'step' | 'form' | undefined;
  /** A step was opened from the review, which is where the way on leads back to. */
  readonly isMending: boolean;
  /** What the server said of answers, until they are changed. */
  readonly said: ReadonlyMap<string, string>;
  /** Fields that can't be answered yet, such as one whose file is on its way, and why. */
  readonly held: ReadonlyMap<string, string>;
  /** The field whose pasted text was too long and was cut just now. */
  readonly cut: string | undefined;
  /** The last attempt, to tell what is new. */
  readonly previous: Submission | undefined;
  /** The fields whose note the person marked as handled, or took that mark away. */
  readonly handled: ReadonlyMap<string, boolean>;
  /** Set when the answers were given to another version of the form. */
  readonly misfit: Misfit | undefined;
}

/** What became of the answers to another version of a form. */
export interface Misfit {
  /** How many still fit. */
  fits: number;
  /** Those that don't, with the field of then where it is known. */
  rest: { fieldId: string; field: Field | undefined; answer: Answer }[];
}

export interface FieldError {
  field: Field;
  /** The contract's, or one of the server's own. */
  code: string;
}

/** A step that stands open for the present answers; the last one is the review, without a step. */
export interface OpenStep {
  step: Step | undefined;
  /** Its index in the form. */
  index: number;
  fields: Field[];
  /** Everything wrong with its answers, whether it may be said yet or not. */
  errors: FieldError[];
}

export type Change = 'changed' | 'added' | 'removed';

/** The answer of a field as it would be sent. */
export const answerAt = ({ typed }: FormState, { id }: Field): Answer | undefined => typed.get(id);

/** Every answer that is given, of hidden fields too, as it would be sent. */
function answersOf(state: FormState): Answers {
  const all = allFields(state.form).map((field) => [field.id, answerAt(state, field)] as const);
  return Object.fromEntries(all.filter(([, answer]) => isFilled(answer))) as Answers;
}

const visibilities = new WeakMap<Form, Visibility>();
const opened = new WeakMap<FormState, OpenStep[]>();

/** The steps that stand open, with what is wrong in them, and the review. Found out once a state. */
export function stepsOf(state: FormState): OpenStep[] {
  const found = opened.get(state) ?? openSteps(state);
  opened.set(state, found);
  return found;
}

function openSteps(state: FormState): OpenStep[] {
  const { form, held, said } = state;
  const visible = visibilities.get(form) ?? visibilityOf(form);
  visibilities.set(form, visible);
  const open = visible(answersOf(state)).map(({ step, fields }): OpenStep => {
    const errors = fields.flatMap((field) => {
      if (field.kind === 'info') return [];
      const code =
        held.get(field.id) ?? checkAnswer(field, answerAt(state, field)) ?? said.get(field.id);
      return code ? [{ field, code }] : [];
    });
    return { step, index: form.steps.indexOf(step), fields, errors };
  });
  return [...open, { step: undefined, index: form.steps.length, fields: [], errors: [] }];
}

/** The place from an index on that stands open. */
export const placeFrom = (state: FormState, wanted: number): OpenStep =>
  stepsOf(state).find(({ index }) => index >= wanted) ?? stepsOf(state).at(-1)!;

/** The errors of a step that may be said. */
export const shownErrors = ({ touched }: FormState, { errors }: OpenStep): FieldError[] =>
  errors.filter(({ field }) => touched.has(field.id));

/** What the server said of fields that are not shown, or of no field at all. */
export function saidElsewhere(state: FormState): [place: string, code: string][] {
  const shown = new Set(stepsOf(state).flatMap(({ fields }) => fields.map(({ id }) => id)));
  return [...state.said].filter(([place]) => !shown.has(place));
}

/** The id of a field's control; a field's own id may be anything. */
export const controlId = (step: Step, fieldId: string): string =>
  `field-${step.fields.findIndex(({ id }) => id === fieldId)}`;

/** Takes what a person entered. */
export function enter(state: FormState, fieldId: string, answer: Answer): FormState {
  const said = new Map(state.said);
  said.delete(fieldId);
  const cut = state.cut === fieldId ? undefined : state.cut;
  return { ...state, said, cut, typed: new Map(state.typed).set(fieldId, answer) };
}

/** A field was left. */
export const leave = (state: FormState, fieldId: string): FormState =>
  state.touched.has(fieldId) ? state : { ...state, touched: new Set(state.touched).add(fieldId) };

/** Opens a step by its index, wherever the person is. */
export const goTo = (state: FormState, at: number): FormState => ({
  ...state,
  at,
  seen: Math.max(state.seen, at),
  summary: undefined,
  isMending: false,
  cut: undefined,
});

/** Opens a step from the review, to go back there. */
export const mend = (state: FormState, at: number): FormState => ({
  ...goTo(state, at),
  isMending: true,
});

/** Opens the step of something that is summed up. */
export const follow = (state: FormState, at: number): FormState => ({
  ...goTo(state, at),
  summary: state.summary,
  isMending: state.isMending,
});

/** Where the way on leads: to the next step, or past those that are fine back to the review. */
export const following = (state: FormState): OpenStep | undefined =>
  stepsOf(state).find(
    ({ step, index, errors }) =>
      index > state.at && (!state.isMending || !step || errors.length > 0),
  );

/** On to the next step, or stays with everything said that is wrong in this one. */
export function next(state: FormState): FormState {
  const here = stepsOf(unsaid(state)).find(({ index }) => index === state.at);
  if (here && here.errors.length > 0) return { ...touch(state, here.errors), summary: 'step' };
  const to = following(state);
  if (!to) return state;
  return to.step && state.isMending ? mend(state, to.index) : goTo(state, to.index);
}

export function back(state: FormState): FormState {
  const before = stepsOf(state).findLast(({ index }) => index < state.at);
  return before ? goTo(state, before.index) : state;
}

/** Stays where there is something to see: a step that is asked no more makes way for the next one. */
export function settle(state: FormState): FormState {
  const { index } = placeFrom(state, state.at);
  return index === state.at ? state : goTo(state, index);
}

const touch = (state: FormState, errors: readonly FieldError[]): FormState => ({
  ...state,
  touched: new Set([...state.touched, ...errors.map(({ field }) => field.id)]),
});

/**
 * What the server said holds nobody up: the same answer may do the next time, such as an address
 * that works by then.
 */
const unsaid = (state: FormState): FormState => ({ ...state, said: new Map() });

/** Opens the first step that can't be sent as it is; undefined when every answer fits. */
export const firstMisfit = (state: FormState): FormState | undefined => firstWrong(unsaid(state));

function firstWrong(state: FormState): FormState | undefined {
  const steps = stepsOf(state);
  const wrong = steps.find(({ errors }) => errors.length > 0);
  if (!wrong) return undefined;
  const errors = steps.flatMap((each) => each.errors);
  return { ...touch(mend(state, wrong.index), errors), summary: 'form' };
}

/** Takes what the server refused back to its fields. What is said of none of them stays in sight. */
export function refuse(
  state: FormState,
  errors: readonly (readonly [place: string, code: string])[],
): FormState {
  const told = { ...state, said: new Map(errors) };
  return firstWrong(told) ?? { ...told, summary: 'form' };
}

/** What is sent: nothing hidden, nothing empty, nothing unknown. */
export const submissionOf = (state: FormState): SubmissionBody => ({
  answers: visibleAnswers(state.form, answersOf(state)),
  formVersion: state.form.version,
});

/** What is put aside. */
export const draftOf = (state: FormState): DraftBody => ({
  formVersion: state.form.version,
  answers: answersOf(state),
  step: state.at,
});

/** The field that a JSON pointer into what was sent points at; else the pointer itself. */
export const placeOf = (pointer: string): string => {
  const [, root, field] = pointer.split('/');
  return root === 'answers' && field !== undefined
    ? field.replaceAll('~1', '/').replaceAll('~0', '~')
    : pointer;
};
