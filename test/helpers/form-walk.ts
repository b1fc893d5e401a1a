import type { Answer, Answers, Field, Form } from '../../src/contract/index.js';
import { allFields } from '../../src/contract/visibility.js';
import type { FieldsHarness } from './submission-fields.js';
import { waitUntil } from './wait-until.js';

/** Somebody who fills in whatever a form asks, by keyboard where its controls have keys of their own. */
export function formWalker(shown: FieldsHarness, form: Form) {
  const fieldOf = (label: string): Field =>
    allFields(form).find((field) => field.label === label) ?? missing(label);

  const fill: Record<Exclude<Field['kind'], 'info'>, (field: Field, answer: Answer) => unknown> = {
    text: typed,
    textarea: typed,
    url: typed,
    email: typed,
    phone: typed,
    date: typed,
    number: typed,
    boolean: ({ label }, answer) =>
      shown.isTicked(label) === answer ? undefined : shown.tick(label),
    async select({ label, options = [] }, answer) {
      if (!shown.hasList(label)) return shown.fill(label, answer as string);
      await shown.listsLoaded();
      await shown.typeInto(label, options.find(({ value }) => value === answer)!.label);
      await shown.key(label, 'Enter');
    },
    async multi_select({ label, options = [] }, answer) {
      for (const value of answer as string[]) {
        const name = options.find((option) => option.value === value)!.label;
        if (!shown.chosen(label).includes(name)) await shown.choose(label, name);
      }
    },
    async file({ label }, answer) {
      const { name, type = '' } = answer as { name: string; type?: string };
      await shown.chooseFile(label, new File(['content'], name, { type }));
      await waitUntil(() => shown.fieldText(label).includes(name), `${name} arrives`);
      await waitUntil(() => shown.progress(label) === undefined, `${name} is there`);
    },
  };

  function typed({ label }: Field, answer: Answer) {
    return shown.fill(label, `${answer as string | number}`);
  }

  return {
    /** Answers all that the open step asks, also what it asks once something was answered. */
    async answer(answers: Answers) {
      const done = new Set<string>();
      for (;;) {
        const label = shown.labels().find((each) => !done.has(each));
        if (label === undefined) return;
        done.add(label);
        const field = fieldOf(label);
        const answer = answers[field.id];
        if (answer === undefined || field.kind === 'info') continue;
        await fill[field.kind](field, answer);
        await shown.leave(label);
      }
    },
  };
}

function missing(label: string): never {
  throw new Error(`the form has no field ${label}`);
}
