import type { Answer, Step, SubmissionBody } from '../../contract/index.js';
import { visibleAnswers } from '../../contract/visibility.js';
import {
  answersOf,
  goTo,
  placeFrom,
  stepsOf,
  type FieldError,
  type FormState,
  type OpenStep,
} from './form-state.js';

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

/** The field that a JSON pointer into what was sent points at; else the pointer itself. */
export const placeOf = (pointer: string): string => {
  const [, root, field] = pointer.split('/');
  return root === 'answers' && field !== undefined
    ? field.replaceAll('~1', '/').replaceAll('~0', '~')
    : pointer;
};
