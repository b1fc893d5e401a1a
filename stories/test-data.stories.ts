import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/test-data.js';
import { PipelineError } from '../src/adapter/index.js';
import type { TestDataEntry } from '../src/contract/index.js';
import type { TestData } from '../src/elements/test-data/test-data.js';
import { snapshotOf, snapshots } from './fixture/snapshot.js';
import { answering, showing, waiting } from './fixture/store.js';
import { awkwardTestData, testDataEntries } from './fixture/test-data.js';

type Args = Pick<TestData, 'store' | 'strings'> & { open?: boolean };

const meta: Meta<Args> = {
  title: 'Elements/Test data',
  component: 'golive-test-data',
  args: { open: true },
  render: ({ store, strings, open }) =>
    html`<golive-test-data ?open=${open} .store=${store} .strings=${strings}></golive-test-data>`,
};
export default meta;

type Story = StoryObj<Args>;

const having = (testData: TestDataEntry[], snapshot = snapshots.credentialsMade) =>
  showing(snapshot, { testData });
const lost = () => Promise.reject(new PipelineError('internal', { status: 500 }));

export const Closed: Story = { args: { store: having(testDataEntries), open: false } };
export const Open: Story = { args: { store: having(testDataEntries) } };
export const OneEntry: Story = { args: { store: having(testDataEntries.slice(0, 1)) } };
export const NothingConfigured: Story = { args: { store: having([]) } };
export const NothingConfiguredNoDocs: Story = {
  args: { store: having([], snapshotOf({ links: {} })) },
};
export const Loading: Story = { args: { store: waiting() } };
export const NoStore: Story = { args: {} };
export const Failed: Story = {
  args: { store: answering(snapshots.credentialsMade, { getTestData: lost }) },
};
/** Read once; close it and open it again, and it can't be read any more. */
export const Stale: Story = {
  render: () => {
    let reads = 0;
    const store = answering(snapshots.credentialsMade, {
      getTestData: async () => {
        reads += 1;
        return reads > 1 ? lost() : { entries: testDataEntries };
      },
    });
    return html`<golive-test-data open .store=${store}></golive-test-data>`;
  },
};
export const AwkwardTexts: Story = { args: { store: having(awkwardTestData) } };
export const OwnWords: Story = {
  args: {
    store: having(testDataEntries.slice(0, 2)),
    strings: { testData: { title: 'Play money', hide: 'Put away' } },
  },
};
