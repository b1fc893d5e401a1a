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
import { allFields, isFilled, visibleAnswers, visibleSteps } from '../../contract/visibility.js';

/** A form that a person fills in. Never changed: each act makes a new one. */
export interface FormState {
  readonly form: Form;
  /** What fields hold, hidden ones too: a number as it was typed, anything else as it is sent. */
  readonly typed: ReadonlyMap<string, Answer>;
  /** Index of the open step in the form; the number of steps stands for the review at the end. */
  readonly at: number;
  /** The furthest place where one has been. */
  readonly seen: number;
  /** Fields that were left once: what is wrong with them may be said. */
  readonly touched: ReadonlySet<string>;
  /** The way on was refused: what is wrong in the open step is summed up. */
  readonly isSummedUp: boolean;
  /** What the server said of answers, until they are changed. */
  readonly said: ReadonlyMap<string, string>;
  /** The last attempt, to tell what is new. */
  readonly previous: Submission | undefined;
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

export type Change = 'changed' | 'added';

/** What a form is opened with. */
export interface FormSource {
  form: Form;
  draft?: DraftBody | undefined;
  latest?: Submission | null | undefined;
  /** The form that the draft was given to, where it is known. */
  old?: Form | undefined;
}

/**
 * A form with the draft, else with the last attempt, else with its defaults. What an answer to
 * another version of the form can't be any more is taken out and told.
 */
export function openForm({ form, draft, latest, old }: FormSource): FormState {
  const given = draft?.answers ?? latest?.answers;
  const version = draft?.formVersion ?? latest?.form?.version ?? form.version;
  const before = old ?? (latest?.form?.version === version ? latest.form : undefined);
  const fields = byId(form);
  const oldFields = byId(before);
  const misfit: Misfit = { fits: 0, rest: [] };
  const isOther = version !== form.version;
  const typed = new Map<string, Answer>();
  const touched = new Set<string>();
  for (const [fieldId, answer] of Object.entries(given ?? {})) {
    const field = fields.get(fieldId);
    const code = field ? checkAnswer(field, answer) : 'unknown_field';
    // What the field can still hold stays there, to be mended.
    if (!isOther || !['unknown_field', 'type', 'option'].includes(code ?? ''))
      typed.set(fieldId, answer);
    if (!isOther || code === 'required') continue;
    if (code) {
      misfit.rest.push({ fieldId, field: oldFields.get(fieldId) ?? field, answer });
      touched.add(fieldId);
    } else {
      misfit.fits += 1;
    }
  }
  // A box that nobody ticked says no.
  for (const [id, { kind, default: start = kind === 'boolean' ? false : undefined }] of fields) {
    const isNew = given ? before && !oldFields.has(id) : true;
    if (start === undefined || typed.has(id)) continue;
    if (isNew || kind === 'boolean') typed.set(id, start);
  }
  const state: FormState = {
    form,
    typed,
    at: 0,
    seen: 0,
    touched,
    isSummedUp: false,
    said: new Map(),
    previous: latest ?? undefined,
    misfit: isOther ? misfit : undefined,
  };
  const places = stepsOf(state).map(({ index }) => index);
  const wanted = draft?.step ?? 0;
  return goTo(state, places.findLast((index) => index <= wanted) ?? places[0]!);
}

/** The same answers in another version of the form, at the same step if there still is one. */
export function changeForm(state: FormState, form: Form): FormState {
  const { form: old, at, previous } = state;
  const isAtEnd = at === old.steps.length;
  const step = isAtEnd
    ? form.steps.length
    : form.steps.findIndex(({ id }) => id === old.steps[at]!.id);
  const draft = { ...draftOf(state), step: Math.max(step, 0) };
  return openForm({ form, draft, latest: previous, old });
}

const byId = (form: Form | undefined) =>
  new Map(form && allFields(form).map((field) => [field.id, field]));

/** The answer of a field as it would be sent: digits as a number, any other text as it is. */
export function answerAt({ typed }: FormState, { id, kind }: Field): Answer | undefined {
  const answer = typed.get(id);
  if (kind !== 'number' || typeof answer !== 'string') return answer;
  const digits = answer.replace(/\s/g, '');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : answer;
}

/** Every answer that is given, of hidden fields too, as it would be sent. */
function answersOf(state: FormState): Answers {
  const all = allFields(state.form).map((field) => [field.id, answerAt(state, field)] as const);
  return Object.fromEntries(all.filter(([, answer]) => isFilled(answer))) as Answers;
}

/** The steps that stand open, with what is wrong in them, and the review. */
export function stepsOf(state: FormState): OpenStep[] {
  const { form, said } = state;
  const open = visibleSteps(form, answersOf(state)).map(({ step, fields }): OpenStep => {
    const errors = fields.flatMap((field) => {
      if (field.kind === 'info') return [];
      const code = checkAnswer(field, answerAt(state, field)) ?? said.get(field.id);
      return code ? [{ field, code }] : [];
    });
    return { step, index: form.steps.indexOf(step), fields, errors };
  });
  return [...open, { step: undefined, index: form.steps.length, fields: [], errors: [] }];
}

/** The errors of a step that may be said. */
export const shownErrors = ({ touched }: FormState, { errors }: OpenStep): FieldError[] =>
  errors.filter(({ field }) => touched.has(field.id));

/** How an answer differs from the one of the last attempt. */
export function changeOf(state: FormState, field: Field): Change | undefined {
  const { previous } = state;
  if (!previous || field.kind === 'info') return undefined;
  const [before, now] = [previousAnswer(previous, field), answerAt(state, field)];
  const isSame = isFilled(now) ? JSON.stringify(before) === JSON.stringify(now) : !isFilled(before);
  if (isSame) return undefined;
  return isFilled(before) ? 'changed' : 'added';
}

export const countChanges = (state: FormState, fields: readonly Field[]): number =>
  fields.filter((field) => changeOf(state, field)).length;

/** A box left alone is not sent by everyone, and says no all the same. */
export const previousAnswer = ({ answers }: Submission, { id, kind }: Field): Answer | undefined =>
  Object.hasOwn(answers, id) ? answers[id] : kind === 'boolean' ? false : undefined;

/** The id of a field's control; a field's own id may be anything. */
export const controlId = (step: Step, fieldId: string): string =>
  `field-${step.fields.findIndex(({ id }) => id === fieldId)}`;

/** Takes what a person entered. */
export function enter(state: FormState, fieldId: string, answer: Answer): FormState {
  const said = new Map(state.said);
  said.delete(fieldId);
  return { ...state, said, typed: new Map(state.typed).set(fieldId, answer) };
}

/** A field was left. */
export const leave = (state: FormState, fieldId: string): FormState =>
  state.touched.has(fieldId) ? state : { ...state, touched: new Set(state.touched).add(fieldId) };

/** Opens a step by its index, wherever the person is. */
export const goTo = (state: FormState, at: number): FormState => ({
  ...state,
  at,
  seen: Math.max(state.seen, at),
  isSummedUp: false,
});

/** On to the next step, or stays with everything said that is wrong in this one. */
export function next(state: FormState): FormState {
  const steps = stepsOf(unsaid(state));
  const here = steps.find(({ index }) => index === state.at);
  if (here && here.errors.length > 0) return sumUp(state, here);
  return goTo(state, steps.find(({ index }) => index > state.at)?.index ?? state.at);
}

export function back(state: FormState): FormState {
  const before = stepsOf(state).findLast(({ index }) => index < state.at);
  return before ? goTo(state, before.index) : state;
}

const sumUp = (state: FormState, { index, errors }: OpenStep): FormState => ({
  ...goTo(state, index),
  touched: new Set([...state.touched, ...errors.map(({ field }) => field.id)]),
  isSummedUp: true,
});

/**
 * What the server said holds nobody up: the same answer may do the next time, such as an address
 * that works by then.
 */
const unsaid = (state: FormState): FormState => ({ ...state, said: new Map() });

/** Opens the first step that can't be sent as it is; undefined when every answer fits. */
export const firstMisfit = (state: FormState): FormState | undefined => firstWrong(unsaid(state));

function firstWrong(state: FormState): FormState | undefined {
  const wrong = stepsOf(state).find(({ errors }) => errors.length > 0);
  return wrong && sumUp(state, wrong);
}

/** Takes what the server refused back to its fields; undefined when none of them is shown. */
export const refuse = (
  state: FormState,
  errors: readonly (readonly [fieldId: string, code: string])[],
): FormState | undefined => firstWrong({ ...state, said: new Map(errors) });

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
