import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseDraft, isSameDraft } from '../../../../src/elements/submission/drafts-of-tabs.js';

const at = (name: string, updatedAt: string) => ({
  formVersion: '1',
  answers: { name },
  step: 0,
  updatedAt,
});
const older = at('older', '2026-11-24T10:00:00Z');
const later = at('later', '2026-11-24T10:00:00.5Z');

describe('the draft to open', () => {
  it('is the host’s where none rests in this tab', () => {
    const { draft, newer } = chooseDraft(older, undefined);
    assert.deepEqual([draft, newer], [older, undefined]);
    assert.equal(chooseDraft(null, undefined).draft, undefined);
  });

  it('is the one that rests in this tab, for the host has not got it', () => {
    const { draft, newer } = chooseDraft(older, later);
    assert.deepEqual([draft, newer], [later, undefined]);
    assert.equal(chooseDraft(null, later).draft, later);
  });

  it('is to be chosen where the host has a later one', () => {
    const { draft, newer, atHost } = chooseDraft(later, older);
    assert.deepEqual([draft, newer, atHost], [older, later, later]);
  });

  it('is the host’s where both say the same', () => {
    const { draft, newer } = chooseDraft({ ...older, step: 3, updatedAt: later.updatedAt }, older);
    assert.equal(draft!.step, 3);
    assert.equal(newer, undefined);
  });
});

it('two drafts are the same by their answers, in whatever order', () => {
  const file = { id: 'f', name: 'a.pdf', size: 1 };
  const one = { formVersion: '1', step: 0, answers: { a: 'x', b: ['1', '2'], c: file } };
  const other = {
    formVersion: '1',
    step: 4,
    answers: { c: { size: 1, name: 'a.pdf', id: 'f' }, b: ['1', '2'], a: 'x' },
  };
  assert.equal(isSameDraft(one, other), true);
  assert.equal(isSameDraft(one, { ...other, formVersion: '2' }), false);
  assert.equal(isSameDraft(one, { ...one, answers: { ...one.answers, b: ['2', '1'] } }), false);
  assert.equal(isSameDraft(one, undefined), false);
  assert.equal(isSameDraft(undefined, undefined), false);
});
