import { checkAnswer } from '../../contract/answers.js';
import type {
  Answer,
  Answers,
  DraftBody,
  Field,
  Form,
  Step,
  Submission,
} from '../../contract/index.js';
import { allFields, isFilled, visibilityOf, type Visibility } from '../../contract/visibility.js';

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
export function answersOf(state: FormState): Answers {
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

/** Opens a step by its index, wherever the person is. */
export const goTo = (state: FormState, at: number): FormState => ({
  ...state,
  at,
  seen: Math.max(state.seen, at),
  summary: undefined,
  isMending: false,
  cut: undefined,
});

/** What is put aside. */
export const draftOf = (state: FormState): DraftBody => ({
  formVersion: state.form.version,
  answers: answersOf(state),
  step: state.at,
});
