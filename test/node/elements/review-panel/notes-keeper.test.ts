import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createNotesKeeper,
  filledNotes,
  isBlank,
  isTooLong,
  noteAt,
  withNoteAt,
} from '../../../../src/elements/review-panel/notes-keeper.js';

/** A session storage in memory. */
function storageByHand() {
  const entries = new Map<string, string>();
  return {
    entries,
    storage: () =>
      ({
        getItem: (name: string) => entries.get(name) ?? null,
        setItem: (name: string, value: string) => void entries.set(name, value),
        removeItem: (name: string) => void entries.delete(name),
      }) as Storage,
  };
}

const written = { notes: 'Fix this.', fieldNotes: [{ fieldId: 'a', note: 'Here.' }] };
const none = { notes: '', fieldNotes: [] };

describe('what a reviewer wrote', () => {
  it('is kept by submission, and when the page is loaded again', () => {
    const { storage } = storageByHand();
    const keeper = createNotesKeeper(storage);
    keeper.set('s1', written);
    keeper.set('s2', { ...none, notes: 'Other.' });
    assert.deepEqual(keeper.get('s1'), written);
    const again = createNotesKeeper(storage);
    assert.deepEqual(again.get('s1'), written);
    assert.equal(again.get('s2').notes, 'Other.');
    assert.deepEqual(again.get('s3'), none);
  });

  it('is gone once it is dropped, or blank', () => {
    const { storage, entries } = storageByHand();
    const keeper = createNotesKeeper(storage);
    keeper.set('s1', written);
    keeper.drop('s1');
    keeper.set('s2', written);
    keeper.set('s2', { notes: ' \n', fieldNotes: [{ fieldId: 'a', note: ' ' }] });
    assert.equal(entries.size, 0);
    assert.deepEqual(keeper.get('s1'), none);
    assert.equal(keeper.get('s2').notes, ' \n');
  });

  it('lives as long as the page where nothing can be stored', () => {
    const blocked = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const page = new Map();
    const keeper = createNotesKeeper(blocked, page);
    keeper.set('s1', written);
    assert.deepEqual(keeper.get('s1'), written);
    assert.equal(keeper.isUnkept('s1'), true);
    assert.deepEqual(createNotesKeeper(blocked, page).get('s1'), written);
    keeper.drop('s1');
    assert.deepEqual(keeper.get('s1'), none);
    assert.equal(page.size, 0);
  });

  it('goes on with another attempt, below what was written about that', () => {
    const { storage } = storageByHand();
    const keeper = createNotesKeeper(storage);
    keeper.set('s1', { notes: 'One.', fieldNotes: [{ fieldId: 'a', note: 'A.' }] });
    keeper.set('s2', { notes: 'Two.', fieldNotes: [{ fieldId: 'a', note: 'B.' }] });
    keeper.move('s1', 's2');
    assert.deepEqual(keeper.get('s1'), none);
    assert.deepEqual(keeper.get('s2'), {
      notes: 'Two.\n\nOne.',
      fieldNotes: [{ fieldId: 'a', note: 'B.\n\nA.' }],
    });
    keeper.move('s2', 's3');
    assert.equal(createNotesKeeper(storage).get('s3').notes, 'Two.\n\nOne.');
  });

  it('is kept with the decision that it was sent with', () => {
    const { storage } = storageByHand();
    const sent = { act: 'approve', version: 'v1', notes: 'Fix this.' } as const;
    createNotesKeeper(storage).set('s1', { ...written, sent });
    assert.deepEqual(createNotesKeeper(storage).get('s1').sent, sent);
  });

  it('is nothing where something else came to stand', () => {
    for (const odd of ['', '{', 'null', '[]', '{"notes":1}', '{"notes":"a","fieldNotes":[{}]}']) {
      const { storage, entries } = storageByHand();
      entries.set('golive-review-notes:s1', odd);
      assert.deepEqual(createNotesKeeper(storage).get('s1'), none, odd);
    }
  });

  it('has a note for each field, whatever a field is called', () => {
    const notes = withNoteAt(withNoteAt(none, '__proto__', 'One.'), 'constructor', 'Two.');
    assert.equal(noteAt(notes, '__proto__'), 'One.');
    assert.equal(noteAt(notes, 'constructor'), 'Two.');
    assert.equal(noteAt(notes, 'toString'), '');
    assert.deepEqual(withNoteAt(withNoteAt(none, 'a', 'x'), 'a', ''), none);
  });

  it('counts blank notes as none, and length by code points', () => {
    assert.equal(isBlank(none), true);
    assert.equal(isBlank(written), false);
    assert.equal(isBlank({ notes: ' ', fieldNotes: [{ fieldId: 'a', note: '\n' }] }), true);
    assert.deepEqual(filledNotes(withNoteAt(written, 'b', ' ')), written.fieldNotes);
    assert.equal(isTooLong('😀'.repeat(10_000)), false);
    assert.equal(isTooLong('a'.repeat(10_001)), true);
  });
});
