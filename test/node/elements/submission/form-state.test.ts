import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Field, Form, Submission } from '../../../../src/contract/index.js';
import {
  changeOf,
  countNotes,
  handle,
  isHandled,
  removedAnswers,
} from '../../../../src/elements/submission/form-changes.js';
import { changeForm, openForm } from '../../../../src/elements/submission/form-opening.js';
import {
  back,
  enter,
  firstMisfit,
  follow,
  following,
  leave,
  mend,
  next,
  placeOf,
  refuse,
  saidElsewhere,
  settle,
  shownErrors,
  submissionOf,
} from '../../../../src/elements/submission/form-acts.js';
import {
  draftOf,
  goTo,
  stepsOf,
  type FormState,
} from '../../../../src/elements/submission/form-state.js';

const name: Field = { id: 'name', kind: 'text', label: 'Name', required: true };
const holds: Field = { id: 'holds', kind: 'boolean', label: 'We hold funds' };
const bank: Field = {
  id: 'bank',
  kind: 'text',
  label: 'Bank',
  required: true,
  showWhen: { field: 'holds', equals: true },
};
const calls: Field = { id: 'calls', kind: 'number', label: 'Calls', min: 1, default: 100 };
const market: Field = {
  id: 'market',
  kind: 'select',
  label: 'Market',
  options: [
    { value: 'de', label: 'Germany' },
    { value: 'fr', label: 'France' },
  ],
};

const form: Form = {
  id: 'form',
  version: '1',
  title: 'Form',
  steps: [
    { id: 'company', title: 'Company', fields: [name, holds, bank] },
    {
      id: 'safe',
      title: 'Safeguarding',
      fields: [{ id: 'iban', kind: 'text', label: 'IBAN' }],
      showWhen: { field: 'holds', equals: true },
    },
    { id: 'use', title: 'Use', fields: [calls, market] },
  ],
};

const attempt = (change: Partial<Submission> = {}): Submission => ({
  id: 'subm_1',
  version: 'v1',
  subscriptionId: 'sub_1',
  attempt: 1,
  form,
  answers: { name: 'Fernwood', calls: 20, market: 'de' },
  submittedAt: '2026-11-20T10:00:00Z',
  submittedBy: 'Joel',
  review: null,
  ...change,
});

const fresh = openForm({ form });
const titles = (state: FormState) => stepsOf(state).map(({ step }) => step?.title);
const errorsHere = (state: FormState) => {
  const here = stepsOf(state).find(({ index }) => index === state.at)!;
  return shownErrors(state, here).map(({ field, code }) => `${field.id} ${code}`);
};
const typed = (state: FormState) => Object.fromEntries(state.typed);

describe('a form as it is opened', () => {
  it('begins with the defaults, and with boxes that say no', () => {
    assert.deepEqual(typed(fresh), { holds: false, calls: 100 });
    assert.equal(fresh.at, 0);
  });

  it('shows the steps that stand open, and the review', () => {
    assert.deepEqual(titles(fresh), ['Company', 'Use', undefined]);
    assert.deepEqual(titles(enter(fresh, 'holds', true)), [
      'Company',
      'Safeguarding',
      'Use',
      undefined,
    ]);
  });

  it('goes on with a draft where it was left, and never fills in again what was emptied', () => {
    const draft = { formVersion: '1', answers: { name: 'Fernwood' }, step: 2 };
    const state = openForm({ form, draft });
    assert.equal(state.at, 2);
    assert.deepEqual(typed(state), { name: 'Fernwood', holds: false });
  });

  it('opens the step after one that is not shown, and the review for any step past the end', () => {
    const draft = { formVersion: '1', answers: {}, step: 1 };
    assert.equal(openForm({ form, draft }).at, 2);
    assert.equal(openForm({ form, draft: { ...draft, step: 99 } }).at, 3);
  });

  it('takes the last attempt where there is no draft', () => {
    const state = openForm({ form, latest: attempt() });
    assert.deepEqual(typed(state), { name: 'Fernwood', calls: 20, market: 'de', holds: false });
    assert.equal(state.misfit, undefined);
  });

  it('opens the review of a form that asks for nothing', () => {
    const state = openForm({ form: { ...form, steps: [] } });
    assert.equal(state.at, 0);
    assert.equal(firstMisfit(state), undefined);
  });
});

describe('errors', () => {
  it('are said once a field was left, and no more once it is mended', () => {
    assert.deepEqual(errorsHere(enter(fresh, 'name', '')), []);
    const left = leave(fresh, 'name');
    assert.deepEqual(errorsHere(left), ['name required']);
    assert.deepEqual(errorsHere(enter(left, 'name', 'F')), []);
  });

  it('hold up the way on, and are all said then', () => {
    const stopped = next(fresh);
    assert.equal(stopped.at, 0);
    assert.equal(stopped.summary, 'step');
    assert.deepEqual(errorsHere(stopped), ['name required']);
    const on = next(enter(stopped, 'name', 'Fernwood'));
    assert.equal(on.at, 2);
    assert.equal(on.summary, undefined);
  });

  it('of the server come back to their fields, and hold nobody up', () => {
    const filled = goTo(enter(fresh, 'name', 'Fernwood'), 3);
    const refused = refuse(filled, [
      ['market', 'country_closed'],
      ['gone', 'hidden_field'],
    ]);
    assert.equal(refused.at, 2);
    assert.deepEqual(errorsHere(refused), ['market country_closed']);
    assert.equal(firstMisfit(refused), undefined);
    assert.equal(next(refused).at, 3);
    assert.deepEqual(errorsHere(enter(refused, 'market', 'fr')), []);
  });

  it('of the server at no field that is shown stand in the summary', () => {
    const filled = goTo(enter(fresh, 'name', 'F'), 3);
    const refused = refuse(filled, [
      ['iban', 'hidden_field'],
      ['/formVersion', 'type'],
    ]);
    assert.equal(refused.at, 3);
    assert.equal(refused.summary, 'form');
    assert.deepEqual(saidElsewhere(refused), [
      ['iban', 'hidden_field'],
      ['/formVersion', 'type'],
    ]);
    assert.equal(firstMisfit(refused), undefined);
  });

  it('of the server are found by their place in what was sent', () => {
    assert.equal(placeOf('/answers/a~1b~0c'), 'a/b~c');
    assert.equal(placeOf('/answers/'), '');
    assert.equal(placeOf('/formVersion'), '/formVersion');
    assert.equal(placeOf(''), '');
  });

  it('lead back to the first step with one', () => {
    const wrong = enter(goTo(fresh, 3), 'calls', 0);
    const state = firstMisfit(wrong)!;
    assert.equal(state.at, 0);
    assert.equal(state.summary, 'form');
    assert.deepEqual(errorsHere(state), ['name required']);
    const there = follow(state, 2);
    assert.deepEqual(errorsHere(there), ['calls min']);
    assert.equal(there.summary, 'form');
  });
});

describe('a step opened from the review', () => {
  const filled = goTo(enter(fresh, 'name', 'Fernwood'), 3);

  it('leads back to it', () => {
    const state = mend(filled, 0);
    assert.equal(following(state)!.step, undefined);
    assert.equal(next(state).at, 3);
    assert.equal(next(state).isMending, false);
  });

  it('leads past what is fine to what is not', () => {
    const state = enter(mend(filled, 0), 'calls', 0);
    const on = next(state);
    assert.equal(on.at, 2);
    assert.equal(next(enter(on, 'calls', 1)).at, 3);
  });

  it('is a step like others once one goes on another way', () => {
    assert.equal(next(back(mend(filled, 2))).at, 2);
    assert.equal(next(goTo(mend(filled, 2), 0)).at, 2);
  });
});

it('a step that is asked for no more makes way for the next one', () => {
  const there = goTo(enter(fresh, 'holds', true), 1);
  assert.equal(settle(there), there);
  const gone = settle(enter(there, 'holds', false));
  assert.equal(gone.at, 2);
  assert.equal(typed(gone)['holds'], false);
});

describe('what is sent', () => {
  it('holds nothing hidden, though it comes back with its field', () => {
    const filled = enter(enter(enter(fresh, 'name', 'F'), 'holds', true), 'bank', 'Meridian');
    const hidden = enter(filled, 'holds', false);
    assert.deepEqual(submissionOf(hidden), {
      answers: { name: 'F', holds: false, calls: 100 },
      formVersion: '1',
    });
    assert.equal(typed(enter(hidden, 'holds', true))['bank'], 'Meridian');
  });

  it('is put aside with the step', () => {
    const state = goTo(enter(fresh, 'name', 'F'), 2);
    assert.deepEqual(draftOf(state), {
      formVersion: '1',
      answers: { name: 'F', holds: false, calls: 100 },
      step: 2,
    });
  });
});

describe('what changed since the last attempt', () => {
  const state = openForm({ form, latest: attempt() });

  it('is told by answer', () => {
    assert.equal(changeOf(state, name), undefined);
    assert.equal(changeOf(enter(state, 'name', 'Fernwood Ltd'), name), 'changed');
    assert.equal(changeOf(enter(state, 'name', ''), name), 'removed');
    assert.equal(changeOf(enter(state, 'calls', 20), calls), undefined);
    assert.equal(changeOf(enter(state, 'bank', 'Meridian'), bank), 'added');
  });

  it('takes a box that was not sent for no', () => {
    assert.equal(changeOf(state, holds), undefined);
    assert.equal(changeOf(enter(state, 'holds', true), holds), 'changed');
  });

  it('tells what is not asked for any more, by its field of then', () => {
    const vat: Field = { id: 'vat', kind: 'text', label: 'VAT' };
    const before = { ...form, steps: [...form.steps, { id: 'tax', title: 'Tax', fields: [vat] }] };
    const answers = { name: 'Fernwood', bank: 'Meridian', vat: 'IE1', lost: 'x', iban: ' ' };
    const now = openForm({ form, latest: attempt({ form: before, answers }) });
    assert.deepEqual(
      removedAnswers(now).map(({ fieldId, field }) => [fieldId, field?.label]),
      [
        ['bank', 'Bank'],
        ['vat', 'VAT'],
        ['lost', undefined],
      ],
    );
    assert.deepEqual(removedAnswers(fresh), []);
  });

  it('counts the notes that wait, by a change or by the person’s word', () => {
    const review = {
      outcome: 'changes_requested' as const,
      notes: 'n',
      fieldNotes: ['name', 'calls', 'gone'].map((fieldId) => ({ fieldId, note: 'x' })),
      decidedAt: '2026-11-21T10:00:00Z',
      reviewer: null,
    };
    const left = (state: FormState) => countNotes(state, review, [name, holds, calls]);
    assert.equal(left(state), 2);
    const changed = enter(state, 'calls', 7);
    assert.equal(left(changed), 1);
    assert.equal(left(handle(changed, name, true)), 0);
    assert.equal(left(handle(changed, calls, false)), 2);
    assert.equal(isHandled(handle(changed, calls, false), calls), false);
    assert.equal(countNotes(state, null, [name]), 0);
  });

  it('is nothing in a first attempt', () => {
    assert.equal(changeOf(enter(fresh, 'name', 'F'), name), undefined);
  });
});

describe('a form that changed', () => {
  const changed: Form = {
    ...form,
    version: '2',
    steps: [
      {
        id: 'new',
        title: 'New',
        fields: [{ id: 'vat', kind: 'text', label: 'VAT', default: '0' }],
      },
      { id: 'company', title: 'Company', fields: [{ ...name, maxLength: 4 }, holds] },
      { id: 'use', title: 'Use', fields: [{ ...market, options: [] }] },
    ],
  };
  const filled = enter(enter(enter(fresh, 'name', 'Fernwood'), 'market', 'de'), 'calls', 7);

  it('keeps what fits, and tells the rest with its old field', () => {
    const state = changeForm(goTo(filled, 2), changed);
    // The name is too long by now.
    assert.equal(state.at, 1);
    assert.deepEqual(typed(state), { name: 'Fernwood', holds: false, vat: '0' });
    assert.deepEqual(state.misfit, {
      fits: 1,
      rest: [
        { fieldId: 'name', field: name, answer: 'Fernwood' },
        { fieldId: 'calls', field: calls, answer: 7 },
        { fieldId: 'market', field: market, answer: 'de' },
      ],
    });
    assert.deepEqual(errorsHere(goTo(state, 1)), ['name max_length']);
  });

  it('does so for a draft and for a last attempt, whose form is known', () => {
    const draft = draftOf(filled);
    assert.deepEqual(
      openForm({ form: changed, draft }).misfit!.rest.map(({ field }) => field?.label),
      ['Name', undefined, 'Market'],
    );
    const state = openForm({ form: changed, latest: attempt() });
    assert.deepEqual(
      state.misfit!.rest.map(({ field }) => field),
      [name, calls, market],
    );
  });

  it('stays where one was when nothing is missing', () => {
    const fine = enter(filled, 'name', 'Fern');
    assert.equal(changeForm(goTo(fine, 3), changed).at, 3);
    assert.equal(changeForm(goTo(fine, 2), changed).at, 2);
  });

  it('tells what did not fit before too, until it is dismissed', () => {
    const once = changeForm(filled, changed);
    const twice = changeForm(once, { ...changed, version: '3', steps: [changed.steps[0]!] });
    assert.deepEqual(
      twice.misfit!.rest.map(({ fieldId, answer }) => [fieldId, answer]),
      [
        ['name', 'Fernwood'],
        ['calls', 7],
        ['market', 'de'],
        ['name', 'Fernwood'],
        ['holds', false],
      ],
    );
    const dismissed = { ...once, misfit: undefined };
    assert.deepEqual(changeForm(dismissed, { ...changed, version: '3' }).misfit!.rest.length, 1);
  });
});

it('back goes to the step before, and from the first one nowhere', () => {
  const state = goTo(enter(fresh, 'holds', true), 3);
  assert.deepEqual(
    [back(state), back(back(state)), back(back(back(state))), back(fresh)].map(({ at }) => at),
    [2, 1, 0, 0],
  );
});
