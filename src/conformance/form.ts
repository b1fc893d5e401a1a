import type { Answers, Form } from '../contract/index.js';

/** The form of the plans of the kind `form`: small, and with something for each code of an answer. */
export const conformanceForm: Form = {
  id: 'golive-conformance',
  version: '1',
  title: 'Conformance',
  steps: [
    {
      id: 'first',
      title: 'First',
      fields: [
        { id: 'about', kind: 'info', label: 'This form is part of a test.' },
        { id: 'name', kind: 'text', label: 'Name', required: true, maxLength: 200 },
        { id: 'code', kind: 'text', label: 'Code', pattern: '[A-Z]{2}[0-9]{2}' },
        { id: 'motto', kind: 'text', label: 'Motto', minLength: 3, maxLength: 5 },
        { id: 'count', kind: 'number', label: 'Count', integer: true, min: 1, max: 10 },
        { id: 'agrees', kind: 'boolean', label: 'Agrees', required: true },
        { id: 'email', kind: 'email', label: 'Email' },
        { id: 'starts_on', kind: 'date', label: 'Day', min: '2026-01-01', max: '2030-12-31' },
        { id: 'choice', kind: 'select', label: 'Choice', options: optionsOf('a', 'b') },
        {
          id: 'picks',
          kind: 'multi_select',
          label: 'Picks',
          max: 2,
          options: optionsOf('x', 'y', 'z'),
        },
        { id: 'words', kind: 'textarea', label: 'Words', maxLength: 100_000 },
        { id: 'has_site', kind: 'boolean', label: 'Has a site' },
        {
          id: 'site',
          kind: 'url',
          label: 'Site',
          required: true,
          showWhen: { field: 'has_site', equals: true },
        },
      ],
    },
    {
      id: 'second',
      title: 'Second',
      showWhen: { field: 'choice', equals: 'b' },
      fields: [{ id: 'reason', kind: 'text', label: 'Reason', required: true }],
    },
  ],
};

/** Answers that fit it. */
export const fittingAnswers: Answers = { name: 'A name', agrees: true, choice: 'a' };

/** The same form again, as another version. */
export const formOfVersion = (version: string): Form => ({ ...conformanceForm, version });

function optionsOf(...values: string[]) {
  return values.map((value) => ({ value, label: value.toUpperCase() }));
}
