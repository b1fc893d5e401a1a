import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/test-data.js';
import { PipelineError } from '../../src/adapter/index.js';
import type { TestData as TestDataBody } from '../../src/contract/index.js';
import type { TestData } from '../../src/elements/test-data/test-data.js';
import type { PipelineStore } from '../../src/store/index.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { answering, showing } from '../../stories/fixture/store.js';
import { testDataEntries } from '../../stories/fixture/test-data.js';
import * as stories from '../../stories/test-data.stories.js';
import { byHand } from '../helpers/by-hand.js';
import { withClipboard } from '../helpers/clipboard.js';
import { countListeners } from '../helpers/listening.js';
import {
  expectAccessible,
  itIsAccessibleInEveryStory,
  settled,
  showStory,
} from '../helpers/stories.js';
import { testDataHarness } from '../helpers/test-data.js';

const story = async (name: string) => {
  const element = await showStory<TestData>(stories, name);
  return { element, shown: testDataHarness(element) };
};

async function card(store: PipelineStore) {
  const element = await fixture<TestData>(
    html`<golive-test-data .store=${store}></golive-test-data>`,
  );
  await settled(element);
  return { element, shown: testDataHarness(element) };
}

/** A store whose reads the test answers. */
function reading() {
  const getTestData = byHand<unknown[], TestDataBody>();
  return {
    store: answering(snapshots.credentialsMade, { getTestData }),
    calls: getTestData.calls,
  };
}

const entries = (count = testDataEntries.length) => ({ entries: testDataEntries.slice(0, count) });

describe('golive-test-data', () => {
  itIsAccessibleInEveryStory(stories);

  describe('closed', () => {
    it('is so at first, and has read nothing', async () => {
      const { store, calls } = reading();
      const { element, shown } = await card(store);
      expect(element.open).to.equal(false);
      expect(shown.button('View Test Data')!.getAttribute('aria-expanded')).to.equal('false');
      expect(shown.body).to.equal('');
      expect(calls).to.have.length(0);
    });

    it('opens by its button, reads, and keeps the focus there', async () => {
      const { store, calls } = reading();
      const { element, shown } = await card(store);
      await shown.press('View Test Data');
      expect(element.hasAttribute('open')).to.equal(true);
      expect(shown.isLoading).to.equal(true);
      const toggle = shown.button('Hide Test Data')!;
      expect(toggle.getAttribute('aria-expanded')).to.equal('true');
      expect(shown.focused).to.equal(toggle);
      calls[0]!.resolve(entries());
      await settled(element);
      expect(shown.rows).to.have.length(8);
      expect(calls).to.have.length(1);
    });

    it('is told to open by an attribute', async () => {
      const { store, calls } = reading();
      const { element } = await card(store);
      element.setAttribute('open', '');
      await settled(element);
      expect(calls).to.have.length(1);
    });

    it('gives up a read when it closes again', async () => {
      const { store, calls } = reading();
      const { element, shown } = await card(store);
      await shown.press('View Test Data');
      const { signal } = calls[0]!.args[1] as { signal: AbortSignal };
      await shown.press('Hide Test Data');
      expect(signal.aborted).to.equal(true);
      calls[0]!.resolve(entries());
      await settled(element);
      expect(shown.body).to.equal('');
    });
  });

  describe('open', () => {
    it('shows type, name, description and value of each entry', async () => {
      const { shown } = await story('Open');
      expect(shown.title).to.equal('Sandbox Test Data');
      expect(shown.count).to.equal('8 entries');
      expect(shown.columns).to.deep.equal(['Type', 'Name', 'Description', 'Value']);
      expect(shown.rows[0]).to.deep.equal([
        'text',
        'debtor_iban',
        'Payer account with funds',
        'DE89 3704 0044 0532 0130 00',
      ]);
    });

    it('counts one', async () => {
      expect((await story('OneEntry')).shown.count).to.equal('1 entry');
    });

    it('is a table by name, with headers, however narrow it is', async () => {
      const { element, shown } = await story('Open');
      element.style.inlineSize = '300px';
      await settled(element);
      const { table } = shown;
      expect(getComputedStyle(table!).display).to.equal('block');
      const roles = [...table!.querySelectorAll('thead, tbody, tr, th, td')].map((node) =>
        node.getAttribute('role'),
      );
      expect(table!.getAttribute('role')).to.equal('table');
      expect(new Set(roles)).to.deep.equal(
        new Set(['rowgroup', 'row', 'columnheader', 'rowheader', 'cell']),
      );
      await expectAccessible(element);
      expect(element.scrollWidth).to.be.at.most(300);
    });

    it('shows everything as text, in full, and breaks it where it must', async () => {
      const { element, shown } = await story('AwkwardTexts');
      expect(shown.rows[3]![3]).to.equal('<script>alert(1)</script>');
      expect(element.shadowRoot!.querySelector('img, script, b')).to.equal(null);
      expect(shown.value(1).textContent).to.equal('{\n  "amount": "10.00",\n  "to":   "Zoë"\n}');
      for (const width of [1000, 600, 520, 519, 288]) {
        element.style.inlineSize = `${width}px`;
        expect(shown.table!.getBoundingClientRect().width, String(width)).to.be.at.most(width);
      }
    });

    it('says that nothing is set up, and where to read on', async () => {
      const { shown } = await story('NothingConfigured');
      expect(shown.body).to.contain('The provider has not set up test data for this sandbox.');
      expect(shown.docs!.href).to.equal(snapshots.fresh.links.sandboxDocs);
      expect(shown.docs!.rel).to.contain('noopener');
      expect(shown.input).to.equal(null);
      expect((await story('NothingConfiguredNoDocs')).shown.docs).to.equal(null);
    });

    it('can be read without a snapshot', async () => {
      const { store } = reading();
      Object.defineProperty(store.state, 'snapshot', { value: { value: undefined } });
      const { shown } = await card(store);
      await shown.press('View Test Data');
      expect(shown.isLoading).to.equal(true);
    });

    it('waits for a store', async () => {
      expect((await story('NoStore')).shown.isLoading).to.equal(true);
    });

    it('takes the words of the page', async () => {
      const { shown } = await story('OwnWords');
      expect(shown.title).to.equal('Play money');
      expect(shown.button('Put away')).not.to.equal(undefined);
    });
  });

  describe('that can’t be read', () => {
    it('says so, and is read again on a press', async () => {
      const { store, calls } = reading();
      const errors: string[] = [];
      store.onError(({ error }) => errors.push(error.code));
      const { element, shown } = await card(store);
      await shown.press('View Test Data');
      calls[0]!.reject(new PipelineError('internal', { status: 500 }));
      await settled(element);
      expect(shown.failure).to.contain('The test data could not be loaded');
      expect(errors).to.deep.equal(['internal']);
      await shown.press('Try again');
      await shown.press('Try again');
      expect(calls).to.have.length(2);
      calls[1]!.resolve(entries());
      await settled(element);
      expect(shown.failure).to.equal('');
      expect(shown.rows).to.have.length(8);
      expect(shown.focused).to.equal(shown.button('Hide Test Data'));
    });

    for (const [code, words] of [
      ['offline', 'You are offline.'],
      ['not_signed_in', 'You are signed out.'],
      ['forbidden', 'You are not allowed to do this.'],
      ['not_found', 'It does not exist'],
      ['too_many_requests', 'Too many requests.'],
      ['timeout', 'The server took too long.'],
      ['unreadable', 'an answer that this page does not understand'],
      ['a_code_of_the_host', 'That did not work.'],
    ]) {
      it(`says why in words: ${code}`, async () => {
        const { store, calls } = reading();
        const { element, shown } = await card(store);
        await shown.press('View Test Data');
        calls[0]!.reject(new PipelineError(code!));
        await settled(element);
        expect(shown.failure).to.contain(words);
      });
    }

    it('keeps what was read before, and says that it may be out of date', async () => {
      const { element, shown } = await story('Stale');
      await shown.press('Hide Test Data');
      expect(shown.count).to.equal('8 entries');
      await shown.press('View Test Data');
      expect(shown.failure).to.contain('This may be out of date');
      expect(element.shadowRoot!.querySelector('[role=alert], .danger')).to.equal(null);
      expect(shown.rows).to.have.length(8);
      await expectAccessible(element);
    });
  });

  it('reads anew each time it is opened, and shows the old until then', async () => {
    const { store, calls } = reading();
    const { element, shown } = await card(store);
    await shown.press('View Test Data');
    calls[0]!.resolve(entries(2));
    await settled(element);
    await shown.press('Hide Test Data');
    await shown.press('View Test Data');
    expect(shown.rows).to.have.length(2);
    calls[1]!.resolve(entries(3));
    await settled(element);
    expect(shown.rows).to.have.length(3);
  });

  describe('searching', () => {
    it('leaves the entries that match in any column, and counts them', async () => {
      const { shown } = await story('Open');
      await shown.search('CUSTOMER');
      expect(shown.rows.map((row) => row[1])).to.deep.equal(['sca_code']);
      expect(shown.count).to.equal('1 of 8');
      expect(shown.announced).to.equal('1 of 8');
    });

    it('says that nothing matches, and clears on a press', async () => {
      const { element, shown } = await story('Open');
      await shown.search('swift');
      expect(shown.body).to.contain('No entry matches “swift”.');
      expect(shown.count).to.equal('0 of 8');
      await expectAccessible(element);
      await shown.press('Clear search');
      expect(shown.rows).to.have.length(8);
      expect(shown.input!.value).to.equal('');
      expect(shown.focused).to.equal(shown.input);
    });

    it('takes markup as words', async () => {
      const { element, shown } = await story('Open');
      await shown.search('<img src=x>');
      expect(shown.body).to.contain('No entry matches “<img src=x>”.');
      expect(element.shadowRoot!.querySelector('img')).to.equal(null);
    });

    it('ends when the view is closed', async () => {
      const { shown } = await story('Open');
      await shown.search('swift');
      await shown.press('Hide Test Data');
      await shown.press('View Test Data');
      expect(shown.rows).to.have.length(8);
    });
  });

  describe('copying', () => {
    it('copies the value as it is, and says so', async () => {
      const { shown } = await story('Open');
      const copied: string[] = [];
      await withClipboard(
        async (text) => void copied.push(text),
        async () => {
          await shown.press('Copy debtor_iban');
        },
      );
      expect(copied).to.deep.equal(['DE89 3704 0044 0532 0130 00']);
      expect(shown.button('debtor_iban copied')).to.equal(shown.focused);
      expect(shown.announced).to.equal('debtor_iban copied');
      expect(shown.button('Copy creditor_iban')).not.to.equal(undefined);
    });

    it('copies the row that was pressed, when a search moved it', async () => {
      const { shown } = await story('Open');
      const copied: string[] = [];
      await shown.search('cutoff');
      await withClipboard(
        async (text) => void copied.push(text),
        async () => {
          await shown.press('Copy cutoff_date');
          await shown.search('');
        },
      );
      expect(copied).to.deep.equal(['2026-12-31']);
      expect(shown.button('cutoff_date copied')).not.to.equal(undefined);
      expect(shown.button('Copy debtor_iban')).not.to.equal(undefined);
    });

    it('selects the value where the browser refuses, and says so', async () => {
      const { element, shown } = await story('Open');
      await withClipboard(
        () => Promise.reject(new DOMException('no', 'NotAllowedError')),
        async () => {
          await shown.press('Copy sca_code');
        },
      );
      expect(String(getSelection())).to.equal('123456');
      expect(shown.rows[3]![3]).to.contain('Your browser blocked copying.');
      expect(shown.announced).to.contain('Your browser blocked copying.');
      expect(shown.button('Copy sca_code')).not.to.equal(undefined);
      await expectAccessible(element);
    });
  });

  it('shows nothing of another subscription', async () => {
    const { store, calls } = reading();
    const { element, shown } = await card(store);
    await shown.press('View Test Data');
    calls[0]!.resolve(entries());
    await settled(element);
    const other = reading();
    element.store = other.store;
    await settled(element);
    expect(shown.rows).to.deep.equal([]);
    expect(shown.count).to.equal('');
    other.calls[0]!.resolve(entries(1));
    await settled(element);
    expect(shown.count).to.equal('1 entry');
  });

  it('stops listening when it is removed', async () => {
    const store = showing(snapshots.fresh);
    const listeners = countListeners(store);
    const { element } = await card(store);
    expect(listeners.now).to.equal(1);
    element.remove();
    expect(listeners.now).to.equal(0);
  });
});
