import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/activity.js';
import { PipelineError } from '../src/adapter/index.js';
import type { ActivityEntry } from '../src/contract/index.js';
import type { ActivityLog } from '../src/elements/activity/activity.js';
import { activityEntries, everyKind, manyEntries } from './fixture/activity.js';
import { snapshots } from './fixture/snapshot.js';
import { answering, failing, showing, waiting } from './fixture/store.js';

type Args = Pick<ActivityLog, 'store' | 'strings'>;

const meta: Meta<Args> = {
  title: 'Elements/Activity',
  component: 'golive-activity',
  render: ({ store, strings }) =>
    html`<golive-activity .store=${store} .strings=${strings}></golive-activity>`,
};
export default meta;

type Story = StoryObj<Args>;

const listing = (activity: ActivityEntry[]) => showing(snapshots.changesRequested, { activity });
const lost = () => Promise.reject(new PipelineError('internal', { status: 500 }));

export const Returned: Story = { args: { store: listing(activityEntries) } };
export const EveryKind: Story = { args: { store: listing(everyKind('Joel Adeyemi')) } };
export const NobodyNamed: Story = { args: { store: listing(everyKind(null)) } };
export const MoreToShow: Story = {
  args: {
    store: answering(snapshots.changesRequested, {
      getActivity: async (_id, { cursor } = {}) =>
        cursor === undefined
          ? { entries: manyEntries(8, 9), nextCursor: 'act_9' }
          : { entries: manyEntries(8), nextCursor: null },
    }),
  },
};
export const MoreFails: Story = {
  args: {
    store: answering(snapshots.changesRequested, {
      getActivity: async (_id, { cursor } = {}) =>
        cursor === undefined ? { entries: manyEntries(4, 9), nextCursor: 'act_9' } : lost(),
    }),
  },
};
export const Empty: Story = { args: { store: listing([]) } };
export const Loading: Story = { args: { store: waiting() } };
export const Failed: Story = {
  args: { store: answering(snapshots.changesRequested, { getActivity: lost }) },
};
export const NothingKnown: Story = { args: { store: failing('offline') } };
/** The snapshot changes at once, and then the log can't be read again. */
export const Stale: Story = {
  render: () => {
    let reads = 0;
    const store = answering(snapshots.changesRequested, {
      getSnapshot: async () => ({ ...snapshots.inReview, version: 'v8' }),
      getActivity: async () => {
        reads += 1;
        if (reads > 1) return lost();
        await Promise.resolve().then(() => void store.refresh());
        return { entries: activityEntries, nextCursor: null };
      },
    });
    return html`<golive-activity .store=${store}></golive-activity>`;
  },
};
export const AwkwardTexts: Story = {
  args: {
    store: listing([
      {
        id: 'act_3',
        at: '2026-11-20T16:08:00Z',
        actor: '<b>Joel</b> ' + 'without_a_break_'.repeat(12),
        kind: 'a_kind_of_the_host_' + 'that_goes_on_'.repeat(8),
      },
      {
        id: 'act_2',
        at: '2026-11-20T16:07:00Z',
        actor: 'שרה לוי',
        kind: 'rejected',
        attempt: 12_000,
        notes: '<img src=x onerror=alert(1)>\n' + 'Much was said about this. '.repeat(40),
      },
      {
        id: 'act_1',
        at: '2026-11-20T16:06:00Z',
        actor: '   ',
        kind: 'constructor',
        lane: 'production',
      },
    ]),
  },
};
export const OwnWords: Story = {
  args: {
    store: listing(everyKind('Joel Adeyemi').slice(-3)),
    strings: { activity: { title: 'History', by_quota_raised: '{actor} raised the quota' } },
  },
};
