import { expect, oneEvent } from '@open-wc/testing';
import { PipelineError, type PipelineAdapter } from '../../src/adapter/index.js';
import type { BulkResults } from '../../src/contract/index.js';
import { createDemoHost, createFakeAdapter } from '../../src/mocks/index.js';
import { createStore } from '../../src/store/index.js';
import { queueItemOf, queuePageOf, reviewing, waitingItems } from '../../stories/fixture/review.js';
import { byHand } from '../helpers/by-hand.js';
import { openQueue } from '../helpers/review-queue.js';
import { settled } from '../helpers/stories.js';
import { waitUntil } from '../helpers/wait-until.js';

const KESTREL = 'Kestrel Treasury';
const OSTRA = 'Ostra Insurance Group';
const HALDEN = 'Halden Mobility';

/** A queue whose decisions on several the test answers. */
async function openBulk(items = waitingItems, width = 900) {
  const decideMany = byHand<Parameters<PipelineAdapter['decideMany']>, BulkResults>();
  let now = queuePageOf(items);
  const store = reviewing({}, { getQueue: async () => structuredClone(now), decideMany });
  const errors: string[] = [];
  store.onError(({ error }) => errors.push(error.code));
  const queue = await openQueue({ store });
  queue.element.style.inlineSize = `${width}px`;
  await settled(queue.element);
  const rest = async () => {
    for (let round = 0; round < 4; round += 1) await settled(queue.element);
  };
  const select = async (...names: string[]) => {
    for (const name of names) await queue.check(name);
    await queue.barComes();
  };
  const last = () => decideMany.calls.at(-1)!;
  return {
    ...{ queue, store, errors, select, rest, calls: decideMany.calls },
    ids: () => last().args[0].items.map(({ submissionId }) => submissionId),
    async become(next: typeof waitingItems) {
      now = queuePageOf(next);
      store.touchQueue();
      await rest();
    },
    async answer(problems: Record<string, string> = {}) {
      const { items: asked } = last().args[0];
      last().resolve({
        results: asked.map(({ submissionId }) =>
          problems[submissionId]
            ? { submissionId, ok: false, problem: { code: problems[submissionId] } }
            : { submissionId, ok: true },
        ),
      });
      await rest();
    },
    async fail(code: string) {
      last().reject(new PipelineError(code));
      await rest();
    },
  };
}

describe('several at once in the review queue', () => {
  it('selects rows, ranges and all that are shown', async () => {
    const { queue, select } = await openBulk();
    expect(queue.bar()).to.equal(null);
    await select(KESTREL);
    expect(queue.bar()).to.contain('1 selected').and.contain('Approve 1');
    expect(queue.allChecked()).to.equal('some');
    await queue.check('Bluebird', { shift: true });
    expect(queue.checked()).to.deep.equal([
      KESTREL,
      OSTRA,
      HALDEN,
      'Bluebird Payroll International',
    ]);
    await queue.checkAll();
    expect(queue.allChecked()).to.equal('all');
    expect(queue.checked()).to.have.length(8);
    await queue.checkAll();
    expect(queue.checked()).to.have.length(0);
    expect(queue.bar()).to.equal(null);
  });

  it('selects a range from a row that came later', async () => {
    const { queue, become } = await openBulk(waitingItems.slice(0, 3));
    await become(waitingItems);
    await queue.press('Show 5 new');
    await queue.check('Bluebird');
    await queue.check(KESTREL, { shift: true });
    expect(queue.checked()).to.have.length(4);
  });

  it('keeps no room for checkboxes where there is nothing to select', async () => {
    const { queue } = await openBulk([queueItemOf({ allowedActions: [] })]);
    expect(queue.hasCheckboxes()).to.equal(false);
    const cells = [...queue.element.renderRoot.querySelectorAll('tr > :first-child')];
    expect(cells.map(({ className }) => className)).to.deep.equal(['subscription', 'subscription']);
  });

  it('opens nothing when a checkbox is pressed', async () => {
    const { queue, select } = await openBulk();
    let opened = 0;
    queue.element.addEventListener('golive-submission-select', () => (opened += 1));
    await select(KESTREL);
    expect(opened).to.equal(0);
    queue
      .rowOf(OSTRA)
      .querySelector('td')!
      .nextElementSibling!.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(opened).to.equal(1);
  });

  it('offers checkboxes only where the host decides several, and on rows that can be decided', async () => {
    const { queue } = await openBulk([
      ...waitingItems.slice(0, 1),
      queueItemOf({ submissionId: 'own', subscriptionName: 'Own', allowedActions: [] }),
    ]);
    expect(queue.canCheck('Fernwood Ledger')).to.equal(true);
    expect(queue.canCheck('Own')).to.equal(false);
    const capabilities = { events: true, bulkReview: false, fieldNotes: true };
    const other = await openQueue({
      store: reviewing({ queue: queuePageOf(waitingItems, { capabilities }) }),
    });
    await settled(other.element);
    expect(other.hasCheckboxes()).to.equal(false);
  });

  it('keeps the selection through filters and news, with the version that was seen', async () => {
    const { queue, select, become, answer, calls, rest } = await openBulk();
    await select(KESTREL, OSTRA);
    await queue.narrow('plan', 'Rates');
    await become(waitingItems.map((item) => ({ ...item, version: 's2' })));
    await queue.narrow('plan', 'Any plan');
    await rest();
    expect(queue.checked()).to.deep.equal([KESTREL, OSTRA]);
    expect(queue.problem(KESTREL)).to.equal('Changed since you selected it');
    await queue.check(OSTRA);
    await queue.check(OSTRA);
    expect(queue.problem(OSTRA)).to.equal(undefined);
    await queue.press('Approve 2');
    await queue.confirm();
    expect(calls[0]!.args[0].items).to.deep.equal([
      { submissionId: 'subm_10', version: 's1' },
      { submissionId: 'subm_11', version: 's2' },
    ]);
    await answer({ subm_10: 'version_conflict' });
    expect(queue.checked()).to.deep.equal([KESTREL]);
    expect(queue.problem(KESTREL)).to.equal('Changed since you selected it');
    expect(queue.bar()).to.contain('1 of 2 could not be approved');
    expect(queue.said()).to.contain('1 of 2 could not be approved');
  });

  it('asks first, says what comes of it and for whom, and sends nothing when it is left', async () => {
    const { queue, calls } = await openBulk();
    await queue.checkAll();
    await queue.barComes();
    await queue.press('Approve 8');
    expect(queue.dialog())
      .to.contain('Approve 8 submissions?')
      .and.contain('They move to Production')
      .and.contain('Fernwood Ledger')
      .and.contain('and 3 more');
    await queue.press('Cancel');
    expect(queue.dialog()).to.equal(null);
    expect(calls).to.have.length(0);
    expect(queue.focused()).to.equal('Approve 8');
  });

  it('speaks of one where one is selected', async () => {
    const { queue, select, fail } = await openBulk();
    await select(KESTREL);
    await queue.press('Approve 1');
    expect(queue.dialog())
      .to.contain('Approve 1 submission? It moves to Production. Its developer can')
      .and.contain('Notes to the developer Optional')
      .and.contain('The developer reads these notes.');
    await queue.press('Cancel');
    await queue.press('Request changes');
    expect(queue.dialog()).to.contain('It returns to Sandbox, where its developer can change it');
    await queue.writeNotes('The callback has no certificate.');
    await queue.confirm();
    await queue.press('Stop');
    expect(queue.bar()).to.contain('Stopping after this one');
    await fail('forbidden');
    expect(queue.bar()).to.contain('0 of 1 sent').and.not.contain('others');
  });

  it('says how many are selected, and lets go of what was decided by itself', async () => {
    const { queue, select, store, rest } = await openBulk();
    await select(KESTREL, OSTRA);
    await rest();
    expect(queue.said()).to.contain('2 selected');
    store.touchQueue(['subm_10']);
    await rest();
    expect(queue.checked()).to.deep.equal([OSTRA]);
    expect(queue.said()).to.contain('1 selected');
    queue.element.clearSelection();
    await rest();
    expect(queue.said()).to.contain('0 selected');
  });

  it('decides them with one press more, tells, and goes on', async () => {
    const { queue, select, answer, calls, ids, store } = await openBulk();
    await select(KESTREL, OSTRA);
    await queue.press('Approve 2');
    const asked = oneEvent(queue.element, 'golive-action');
    await queue.confirm();
    expect((await asked).detail).to.deep.equal({
      action: 'approve',
      input: {
        notes: null,
        items: [
          { submissionId: 'subm_10', version: 's1' },
          { submissionId: 'subm_11', version: 's1' },
        ],
      },
    });
    expect(queue.bar()).to.contain('Approving: 0 of 2');
    expect(queue.hasButton('Approve 2')).to.equal(false);
    expect(ids()).to.deep.equal(['subm_10', 'subm_11']);
    const before = store.state.queueChanges;
    await answer();
    expect(calls).to.have.length(1);
    expect(store.state.queueChanges).to.equal(before + 1);
    expect(queue.bar()).to.contain('2 approved.');
    expect(queue.said()).to.contain('2 approved.');
    expect(queue.element.shadowRoot!.activeElement!.id).to.equal('bulk');
    await queue.press('Close');
    expect(queue.bar()).to.equal(null);
    expect(queue.element.shadowRoot!.activeElement!.id).to.equal('list');
  });

  it('takes out what it decided, and leaves what others decided meanwhile', async () => {
    const { queue, select, answer, become } = await openBulk();
    await select(KESTREL);
    await queue.press('Approve 1');
    await queue.confirm();
    const [fernwood, , ...rest] = waitingItems;
    await become(rest);
    expect(queue.names()).to.include(KESTREL);
    await answer();
    expect(queue.names()).not.to.include(KESTREL);
    expect(queue.names()).to.include(fernwood!.subscriptionName);
    expect(queue.rows()[0]).to.contain('No longer in this list');
  });

  it('tells what came of all until others are selected, and moves nothing', async () => {
    const { queue, select, answer } = await openBulk();
    await select(KESTREL);
    await queue.press('Approve 1');
    queue.element.scrollIntoView();
    const { scrollY } = window;
    await queue.confirm();
    await answer();
    expect(queue.bar()).to.contain('1 approved.');
    expect(window.scrollY).to.equal(scrollY);
    await select(OSTRA);
    expect(queue.bar()).to.contain('1 selected').and.not.contain('approved');
  });

  it('takes out at once what was decided here', async () => {
    const { queue, select, become, answer } = await openBulk();
    await select(KESTREL);
    await queue.press('Approve 1');
    await queue.confirm();
    await Promise.all([
      become(waitingItems.filter(({ submissionId }) => submissionId !== 'subm_10')),
      answer(),
    ]);
    await settled(queue.element);
    expect(queue.names()).not.to.include(KESTREL);
  });

  it('sends nothing that the page stops', async () => {
    const { queue, select, calls } = await openBulk();
    queue.element.addEventListener('golive-action', (event) => event.preventDefault());
    await select(KESTREL);
    await queue.press('Approve 1');
    await queue.confirm();
    expect(calls).to.have.length(0);
    expect(queue.checked()).to.deep.equal([KESTREL]);
  });

  it('refuses blank notes beside the field where changes are requested', async () => {
    const { queue, select, calls } = await openBulk();
    await select(KESTREL);
    await queue.press('Request changes');
    await queue.writeNotes('  \n ');
    await queue.confirm();
    expect(queue.notesError()).to.equal('Write what has to change.');
    expect(queue.element.shadowRoot!.activeElement!.localName).to.equal('textarea');
    expect(calls).to.have.length(0);
    await queue.writeNotes('Say who pays the fees.');
    expect(queue.notesError()).to.equal(undefined);
    await queue.confirm();
    expect(calls[0]!.args[0]).to.include({
      outcome: 'changes_requested',
      notes: 'Say who pays the fees.',
    });
  });

  it('counts notes near their limit by code points, and refuses longer ones', async () => {
    const { queue, select, calls } = await openBulk();
    await select(KESTREL);
    await queue.press('Approve 1');
    await queue.writeNotes('😀'.repeat(9_001));
    expect(queue.dialog()).to.contain('9,001 of 10,000 characters');
    expect(queue.notesError()).to.equal(undefined);
    await queue.writeNotes('😀'.repeat(10_001));
    await queue.confirm();
    expect(queue.notesError()).to.contain('10,000');
    expect(calls).to.have.length(0);
  });

  it('goes by fifty, says how far it is, and stops when asked to', async () => {
    const { queue, answer, ids, calls } = await openBulk(
      Array.from({ length: 120 }, (_, at) =>
        queueItemOf({ submissionId: `s${at}`, subscriptionName: `Name ${at}` }),
      ),
    );
    await queue.checkAll();
    await queue.barComes();
    await queue.press('Approve 120');
    await queue.confirm();
    expect(ids()).to.have.length(50);
    await answer();
    expect(queue.bar()).to.contain('Approving: 50 of 120');
    await queue.press('Stop');
    expect(queue.bar()).to.contain('Stopping after these');
    await answer();
    expect(calls).to.have.length(2);
    expect(queue.bar()).to.contain('Stopped after 100 of 120.').and.contain('20 selected');
  });

  for (const code of ['offline', 'not_signed_in', 'too_many_requests']) {
    it(`keeps selection and notes after ${code}, and goes on where it was`, async () => {
      const { queue, select, fail, answer, calls, errors } = await openBulk();
      await select(KESTREL, OSTRA);
      await queue.press('Request changes');
      await queue.writeNotes('Say who pays.');
      await queue.confirm();
      await fail(code);
      expect(queue.alert()).to.contain('0 of 2 sent, the others not yet');
      expect(errors).to.deep.equal([code]);
      expect(queue.checked()).to.deep.equal([KESTREL, OSTRA]);
      await queue.press('Request changes');
      expect(queue.notes()).to.equal('Say who pays.');
      await queue.press('Cancel');
      await queue.press('Try again');
      expect(calls).to.have.length(2);
      expect(calls[1]!.args[1]!.idempotencyKey).to.equal(calls[0]!.args[1]!.idempotencyKey);
      await answer();
      expect(queue.bar()).to.contain('Changes requested to 2.');
    });
  }

  it('leaves what came of the last ones behind with their selection', async () => {
    const { queue, select, fail, rest } = await openBulk();
    await select(KESTREL);
    await queue.press('Approve 1');
    await queue.confirm();
    await fail('offline');
    expect(queue.alert()).to.contain('0 of 1 sent');
    queue.element.clearSelection();
    await rest();
    await select(OSTRA);
    expect(queue.bar()).to.contain('1 selected');
    expect(queue.alert()).to.equal(undefined);
  });

  it('looks into a lost answer before it calls anything failed', async () => {
    const { queue, select, fail, answer, calls, errors, store } = await openBulk();
    await select(KESTREL);
    await queue.press('Approve 1');
    await queue.confirm();
    const before = store.state.queueChanges;
    await fail('network');
    expect(store.state.queueChanges).to.equal(before + 1);
    expect(queue.alert()).to.equal(undefined);
    expect(calls[1]!.args).to.deep.equal(calls[0]!.args);
    await answer();
    expect(errors).to.deep.equal([]);
    expect(queue.bar()).to.contain('1 approved.');
  });

  it('keeps nothing of what was meant for the queue of another store', async () => {
    const { queue, select, answer, calls, rest } = await openBulk(
      Array.from({ length: 60 }, (_, at) =>
        queueItemOf({ submissionId: `s${at}`, subscriptionName: `Name ${at}`, planName: 'Growth' }),
      ),
    );
    await queue.checkAll();
    await queue.barComes();
    await queue.press('Request changes');
    await queue.writeNotes('Say who pays.');
    await queue.confirm();
    await queue.press('Stop');
    await answer();
    await queue.press('Approve 10');
    // The same submissions, on another host.
    const other = await openBulk([queueItemOf({ submissionId: 's55', subscriptionName: KESTREL })]);
    queue.element.store = other.store;
    await rest();
    expect(queue.dialog()).to.equal(null);
    expect(queue.checked()).to.deep.equal([]);
    expect(queue.bar()).to.equal(null);
    await select(KESTREL);
    await queue.press('Request changes');
    expect(queue.notes()).to.equal('');
    expect(calls).to.have.length(1);
  });

  it('lets what another store is still to answer change nothing in the present queue', async () => {
    const { queue, select, answer, calls, rest } = await openBulk(
      Array.from({ length: 60 }, (_, at) =>
        queueItemOf({ submissionId: `s${at}`, subscriptionName: `Name ${at}` }),
      ),
    );
    await queue.checkAll();
    await queue.barComes();
    await queue.press('Approve 60');
    await queue.confirm();
    const other = await openBulk([queueItemOf({ submissionId: 's5', subscriptionName: KESTREL })]);
    queue.element.store = other.store;
    await rest();
    await select(KESTREL);
    const reads = other.store.state.queueChanges;
    await answer();
    expect(queue.checked()).to.deep.equal([KESTREL]);
    expect(queue.bar()).to.contain('1 selected');
    expect(queue.said()).not.to.contain('approved');
    expect(other.store.state.queueChanges).to.equal(reads);
    expect(calls).to.have.length(1);
  });

  it('sends nothing more once it is removed', async () => {
    const { queue, calls, answer } = await openBulk(
      Array.from({ length: 60 }, (_, at) => queueItemOf({ submissionId: `s${at}` })),
    );
    await queue.checkAll();
    await queue.barComes();
    await queue.press('Approve 60');
    await queue.confirm();
    queue.element.remove();
    await answer();
    expect(calls).to.have.length(1);
  });

  it('decides in a host, each alone', async () => {
    const host = await createDemoHost('in_review');
    const store = createStore({ adapter: createFakeAdapter(host, { as: 'mara' }) });
    const queue = await openQueue({ store });
    await waitUntil(() => queue.names().includes('Fernwood Ledger'));
    const hugo = createFakeAdapter(host, { as: 'hugo' });
    await queue.checkAll();
    await queue.barComes();
    const count = queue.checked().length;
    const [taken] = (await hugo.getQueue({ state: ['waiting'] })).items;
    await hugo.decide(taken!.submissionId, taken!.version, {
      outcome: 'approved',
      notes: null,
      fieldNotes: [],
    });
    await queue.press(`Approve ${count}`);
    await queue.confirm();
    await waitUntil(() => queue.bar()?.includes('could not be approved'));
    expect(queue.bar()).to.contain(`of ${count} could not be approved`);
    const { items } = await hugo.getQueue({ state: ['waiting'] });
    expect(items.length).to.be.lessThan(count);
    queue.element.remove();
  });
});
