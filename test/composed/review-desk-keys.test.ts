import { expect } from '@open-wc/testing';
import type { PipelineAdapter } from '../../src/adapter/index.js';
import {
  decidedOf,
  detailOf,
  queuePageOf,
  reviewing,
  waitingItems,
} from '../../stories/fixture/review.js';
import { showDesk } from '../helpers/desk.js';
import { expectAccessible, settled } from '../helpers/stories.js';
import { waitUntil } from '../helpers/wait-until.js';

const FIRST = 'Fernwood Ledger';
const SECOND = 'Kestrel Treasury';
const withReview = () => reviewing({ queue: queuePageOf(), reviews: [detailOf()] });

async function arrive({ width = 1200, ...set }: { width?: number; shortcuts?: 'off' } = {}) {
  const desk = await showDesk({ store: withReview(), ...set }, { width });
  await desk.rowsCome();
  return desk;
}

async function arriveAtRow() {
  const desk = await arrive();
  desk.enter();
  await desk.press('j');
  return desk;
}

async function arriveInPanel(width?: number) {
  const desk = await arrive(width ? { width } : {});
  await desk.choose(FIRST);
  await waitUntil(() => desk.panelText().includes('Notes to the developer'));
  return desk;
}

describe('the keys of the review desk', () => {
  afterEach(() => localStorage.removeItem('golive:shortcuts'));

  it('go down and up the rows', async () => {
    const desk = await arriveAtRow();
    expect(desk.hasFocus(FIRST)).to.equal(true);
    await desk.press('j');
    expect(desk.hasFocus(SECOND)).to.equal(true);
    await desk.press('ArrowUp');
    expect(desk.hasFocus(FIRST)).to.equal(true);
    await desk.press('ArrowDown');
    await desk.press('k');
    expect(desk.hasFocus(FIRST)).to.equal(true);
  });

  it('are where the keys stand, on a keyboard of another script', async () => {
    const desk = await arriveAtRow();
    await desk.press('ت', { code: 'KeyJ' });
    expect(desk.hasFocus(SECOND)).to.equal(true);
  });

  it('go to the search, and from it to the rows', async () => {
    const desk = await arriveAtRow();
    await desk.press('/');
    expect(desk.isSearching()).to.equal(true);
    await desk.press('ArrowDown');
    expect(desk.hasFocus(FIRST)).to.equal(true);
  });

  it('select a row, and Esc lets go of all', async () => {
    const desk = await arriveAtRow();
    await desk.press('x');
    expect(desk.isSelected(FIRST)).to.equal(true);
    await desk.press('j');
    await desk.press('x');
    expect(desk.isSelected(SECOND)).to.equal(true);
    await desk.press('Escape');
    expect(desk.isSelected(FIRST)).to.equal(false);
    expect(desk.isSelected(SECOND)).to.equal(false);
  });

  it('lead from a row to what can be done with the selection, past all other rows', async () => {
    const desk = await arriveAtRow();
    await desk.press('x');
    await waitUntil(() => desk.queue().shadowRoot!.querySelector('#bulk'), 'the bar is there');
    await desk.press('b');
    expect(desk.queue().shadowRoot!.activeElement!.id).to.equal('bulk');
  });

  for (const [key, question] of [
    ['a', `Approve ${FIRST}?`],
    ['r', `Reject ${FIRST}?`],
  ] as const) {
    it(`ask before anything is sent: ${key}`, async () => {
      const desk = await arriveInPanel();
      await desk.press(key);
      expect(desk.question()).to.contain(question);
      await desk.press(key);
      expect(desk.question()).to.contain(question);
    });
  }

  it('refuse to request changes without notes, beside the notes', async () => {
    const desk = await arriveInPanel();
    await desk.press('c');
    expect(desk.question()).to.equal(undefined);
    expect(desk.panelText()).to.contain('Write what has to change');
    expect(desk.isWritingNotes()).to.equal(true);
  });

  it('decide from the queue too, where it is open beside it', async () => {
    const desk = await arriveInPanel();
    await desk.press('Escape');
    expect(desk.hasFocus(FIRST)).to.equal(true);
    await desk.press('a');
    expect(desk.question()).to.contain(`Approve ${FIRST}?`);
  });

  it('are letters while somebody writes', async () => {
    const desk = await arriveInPanel();
    await desk.press('c');
    for (const key of ['a', 'r', 'j', '/', '?', 'x']) expect(await desk.press(key)).to.equal(true);
    expect(desk.question()).to.equal(undefined);
    expect(desk.isWritingNotes()).to.equal(true);
  });

  it('leave the keys of the browser alone', async () => {
    const desk = await arriveInPanel();
    for (const combined of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(await desk.press('a', combined)).to.equal(true);
      expect(await desk.press('r', combined)).to.equal(true);
    }
    await desk.press('a', { repeat: true });
    expect(desk.question()).to.equal(undefined);
  });

  it('lead back to the queue where there is room for one side, and the notes stay', async () => {
    const desk = await arriveInPanel(600);
    await desk.press('j');
    expect(desk.isQueueShown()).to.equal(false);
    await desk.press('Escape');
    expect(desk.isQueueShown()).to.equal(true);
    expect(desk.hasFocus(FIRST)).to.equal(true);
  });

  for (const width of [1200, 600]) {
    it(`lead on from what was decided to the row in its place, in ${width} px`, async () => {
      let page = queuePageOf();
      const parts = { reviews: [detailOf()] };
      const change: Partial<PipelineAdapter> = {
        getQueue: async () => structuredClone(page),
        decide: async () => decidedOf('approved'),
      };
      const desk = await showDesk({ store: reviewing(parts, change) }, { width });
      await desk.rowsCome();
      await desk.choose(FIRST);
      await waitUntil(() => desk.panelText().includes('Notes to the developer'));
      page = queuePageOf(waitingItems.slice(1));
      await desk.decide('Approve');
      await waitUntil(() => !desk.hasRow(FIRST), 'the row has left');
      await waitUntil(() => desk.focusedSide() === 'Submission', 'the dialog gave the focus back');
      await desk.press('Escape');
      expect(desk.hasFocus(SECOND)).to.equal(true);
    });
  }

  it('work where the page shows the desk in a dialog of its own', async () => {
    const desk = await arriveAtRow();
    const dialog = document.createElement('dialog');
    desk.desk.parentElement!.append(dialog);
    dialog.append(desk.desk);
    dialog.showModal();
    await settled(desk.desk);
    await desk.rowsCome();
    desk.enter();
    await desk.press('j');
    expect(desk.hasFocus(FIRST)).to.equal(true);
  });

  it('work where a page gives the desk itself the focus', async () => {
    const desk = await arriveInPanel();
    desk.desk.tabIndex = 0;
    desk.desk.focus();
    await desk.press('a');
    expect(desk.question()).to.contain(FIRST);
  });

  it('do nothing outside the desk', async () => {
    const desk = await arriveInPanel();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    expect(desk.question()).to.equal(undefined);
  });

  describe('have a list', () => {
    it('that opens by its key and by its button, and gives the focus back', async () => {
      const desk = await arriveAtRow();
      await desk.press('?', { shiftKey: true });
      expect(desk.keys()).to.contain('Next submission');
      await expectAccessible(desk.desk);
      await desk.pressIn('Close');
      expect(desk.keys()).to.equal(undefined);
      expect(desk.hasFocus(FIRST)).to.equal(true);
      await desk.pressIn('Keyboard shortcuts');
      expect(desk.keys()).to.contain('Search');
    });

    it('where a person turns them off, for the next time too', async () => {
      const desk = await arriveInPanel();
      expect(desk.hasKeycaps()).to.equal(true);
      await desk.pressIn('Keyboard shortcuts');
      await desk.turnKeys();
      await desk.pressIn('Close');
      await desk.press('a');
      expect(desk.question()).to.equal(undefined);
      expect(desk.hasKeycaps()).to.equal(false);

      const next = await arriveInPanel();
      await next.press('a');
      expect(next.question()).to.equal(undefined);
      await next.pressIn('Keyboard shortcuts');
      await next.turnKeys();
      await next.pressIn('Close');
      await next.press('a');
      expect(next.question()).to.contain(FIRST);
    });

    it('not where the page wants no keys', async () => {
      const desk = await arrive({ shortcuts: 'off' });
      await desk.choose(FIRST);
      await waitUntil(() => desk.panelText().includes('Notes to the developer'));
      expect(desk.hasButton('Keyboard shortcuts')).to.equal(false);
      await desk.press('a');
      await desk.press('?');
      expect(desk.question()).to.equal(undefined);
      expect(desk.keys()).to.equal(undefined);
    });
  });
});
