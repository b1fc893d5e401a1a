import { checkAnswer } from '../../contract/answers.js';
import type { Answer, DraftBody, Form, Submission } from '../../contract/index.js';
import { allFields } from '../../contract/visibility.js';
import { draftOf, goTo, placeFrom, stepsOf, type FormState, type Misfit } from './form-state.js';

/** What a form is opened with. */
export interface FormSource {
  form: Form;
  draft?: DraftBody | undefined;
  latest?: Submission | null | undefined;
  /** The form that the draft was given to, where it is known. */
  old?: Form | undefined;
  /** What was put aside with the draft, beside its answers. */
  misfit?: Misfit | undefined;
  handled?: ReadonlyMap<string, boolean> | undefined;
}

/**
 * A form with the draft, else with the last attempt, else with its defaults. What an answer to
 * another version of the form can't be any more is taken out and told, and the first step that needs
 * something is opened.
 */
export function openForm({ form, draft, latest, old, misfit, handled }: FormSource): FormState {
  const given = draft?.answers ?? latest?.answers;
  const version = draft?.formVersion ?? latest?.form?.version ?? form.version;
  const before = old ?? (latest?.form?.version === version ? latest.form : undefined);
  const fields = byId(form);
  const oldFields = byId(before);
  const isOther = version !== form.version;
  const told: Misfit = { fits: 0, rest: [...(misfit?.rest ?? [])] };
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
      told.rest.push({ fieldId, field: oldFields.get(fieldId) ?? field, answer });
      touched.add(fieldId);
    } else {
      told.fits += 1;
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
    summary: undefined,
    isMending: false,
    said: new Map(),
    held: new Map(),
    cut: undefined,
    previous: latest ?? undefined,
    handled: handled ?? new Map(),
    misfit: isOther ? told : misfit,
  };
  const wanted = placeFrom(state, draft?.step ?? 0);
  const missing = isOther ? stepsOf(state).find(({ errors }) => errors.length > 0) : undefined;
  // One may still be on the way to what is missing further on.
  return goTo({ ...state, seen: wanted.index }, (missing ?? wanted).index);
}

/** The same answers in another version of the form, at the same step where nothing is missing. */
export function changeForm(state: FormState, form: Form): FormState {
  const { form: old, at, previous: latest, misfit, handled } = state;
  const isAtEnd = at === old.steps.length;
  const step = isAtEnd
    ? form.steps.length
    : form.steps.findIndex(({ id }) => id === old.steps[at]!.id);
  const draft = { ...draftOf(state), step: Math.max(step, 0) };
  return openForm({ form, draft, latest, old, misfit, handled });
}

const byId = (form: Form | undefined) =>
  new Map(form && allFields(form).map((field) => [field.id, field]));
