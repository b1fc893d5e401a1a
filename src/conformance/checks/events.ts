import { queueCounts } from '../../contract/index.js';
import { pledge, type Check } from '../check.js';
import type { Context } from '../context.js';
import { NEWS_TIMEOUT, type EventReader } from '../event-reader.js';
import { expectAnswer, expectEqual, expectThat } from '../expect.js';
import { Broken } from '../failure.js';
import type { Road } from '../road.js';
import { roadTo, sharedRoadTo, type StageName } from '../stages.js';
import { readQueue } from './queue.js';

const opening = pledge(
  'events',
  'A stream opens with the present version, unless the reader has it.',
);
const news = pledge('events', 'Each change is told, with the version that it made.');
const dated = pledge(
  'events',
  'A page of the queue that says a version says the one that the stream tells.',
);
const beat = pledge('events', 'A stream is never silent for more than 15 seconds.');

/** Reads events until the present version is told; an act may make several. */
async function expectNews(stream: EventReader, road: Road): Promise<void> {
  const { version } = await road.snapshot();
  const end = Date.now() + NEWS_TIMEOUT;
  while (Date.now() < end) {
    if ((await stream.changed()).id === version) return;
  }
  throw new Broken(`an event of version ${version}`, 'others');
}

const after = (
  what: string,
  stage: StageName,
  act: (road: Road, context: Context) => Promise<unknown>,
  needs: Check['needs'] = [],
): Check => ({
  id: `events/after/${what}`,
  title: `the stream tells of it: ${what.replaceAll('_', ' ')}`,
  pledge: news,
  needs: ['events', ...needs],
  async run(context) {
    const road = await roadTo(context, stage);
    const { version } = await road.snapshot();
    const stream = await context.watch('developer', 'watchSubscription', road.id, version);
    try {
      await act(road, context);
      await expectNews(stream, road);
    } finally {
      stream.close();
    }
  },
});

/** What the queue's stream tells when it opens, and after something happened. */
async function queueNews(context: Context, act: () => Promise<unknown>) {
  const stream = await context.watch('reviewer', 'watchQueue');
  try {
    const first = await stream.changed();
    await act();
    const second = await stream.changed();
    expectThat(second.id !== first.id, 'another id', () => second.id);
    return { first, second };
  } finally {
    stream.close();
  }
}

export const eventChecks: Check[] = [
  {
    id: 'events/opening',
    title: 'a stream opens with the present version',
    pledge: opening,
    needs: ['events'],
    async run(context) {
      const road = await sharedRoadTo(context, 'built');
      const { version } = await road.snapshot();
      for (const as of ['developer', 'reviewer'] as const) {
        const stream = await context.watch(as, 'watchSubscription', road.id);
        const { id, data } = await stream.changed().finally(() => stream.close());
        expectEqual('id', id, version);
        expectEqual('data', JSON.parse(data ?? 'null'), { version });
      }
    },
  },
  {
    id: 'events/last_event_id',
    title: 'who has the present version is not told it again',
    pledge: opening,
    needs: ['events'],
    async run(context) {
      const road = await roadTo(context, 'built');
      const { version } = await road.snapshot();
      const stream = await context.watch('developer', 'watchSubscription', road.id, version);
      try {
        await road.submit();
        const { id } = await stream.changed();
        expectThat(id !== version, 'the new version first', () => id);
      } finally {
        stream.close();
      }
    },
  },
  {
    id: 'events/older_event_id',
    title: 'who comes back with an older version is told the present one',
    pledge: opening,
    needs: ['events'],
    async run(context) {
      const road = await roadTo(context, 'built');
      const { version } = await road.snapshot();
      await road.submit();
      const stream = await context.watch('developer', 'watchSubscription', road.id, version);
      const { id } = await stream.changed().finally(() => stream.close());
      expectEqual('id', id, (await road.snapshot()).version);
    },
  },
  after('creating', 'fresh', (road) => road.create()),
  after('delivering', 'built', (road) => road.deliver(road.issued.sandbox!)),
  after('submitting', 'built', (road) => road.submit()),
  after('approving', 'in_review', (road) => road.decide('approved')),
  after('rejecting', 'in_review', (road) => road.decide('rejected')),
  after('requesting_changes', 'in_review', (road) => road.decide('changes_requested')),
  after('a_rotation', 'built', (road) => road.rotate(), ['rotate']),
  after('a_payment', 'unpaid', (road, { hooks }) => hooks.completePayment!(road.id), [
    'completePayment',
  ]),
  after('a_cancellation', 'built', (road, { hooks }) => hooks.setStatus!(road.id, 'cancelled'), [
    'setStatus',
  ]),
  {
    id: 'events/after/the_end_of_an_overlap',
    title: 'the stream tells when an overlap ended',
    pledge: news,
    needs: ['events', 'rotate', 'overlap'],
    // What happens to others could wake the host up.
    turn: 'alone',
    async run(context) {
      const road = await roadTo(context, 'built');
      await road.rotate({ overlapSeconds: 1 });
      const { version } = await road.snapshot();
      const stream = await context.watch('developer', 'watchSubscription', road.id, version);
      try {
        const { id } = await stream.changed(8000);
        expectEqual('id', id, (await road.snapshot()).version);
      } finally {
        stream.close();
      }
    },
  },
  {
    id: 'events/others',
    title: 'a stream tells of its own subscription alone',
    pledge: news,
    needs: ['events'],
    async run(context) {
      const [road, other] = await Promise.all([context.road('free'), context.road('free')]);
      const { version } = await road.snapshot();
      const stream = await context.watch('developer', 'watchSubscription', road.id, version);
      try {
        await other.create();
        await road.create();
        expectEqual('id', (await stream.changed()).id, (await road.snapshot()).version);
      } finally {
        stream.close();
      }
    },
  },
  {
    id: 'events/queue_submitted',
    title: 'the queue’s stream tells of a submission, with the counts',
    pledge: news,
    needs: ['events'],
    turn: 'alone',
    async run(context) {
      const road = await roadTo(context, 'built');
      const { counts: before } = await readQueue(context, { limit: '1' });
      const { first, second } = await queueNews(context, () => road.submit());
      const read = (data?: string) =>
        queueCounts.safeParse((JSON.parse(data ?? 'null') as { counts?: unknown } | null)?.counts)
          .data;
      expectEqual('counts at first', read(first.data), before);
      expectEqual('counts after it', read(second.data), { ...before, waiting: before.waiting + 1 });
    },
  },
  {
    id: 'events/queue_version',
    title: 'a page of the queue that says its version says the one that the stream tells',
    pledge: dated,
    needs: ['events'],
    turn: 'alone',
    async run(context) {
      const road = await roadTo(context, 'built');
      const before = (await readQueue(context, { limit: '1' })).version;
      const { first, second } = await queueNews(context, () => road.submit());
      if (before === undefined) return;
      expectEqual('version at first', before, first.id);
      expectEqual(
        'version after it',
        (await readQueue(context, { limit: '1' })).version,
        second.id,
      );
    },
  },
  {
    id: 'events/queue_decided',
    title: 'the queue’s stream tells of a decision',
    pledge: news,
    needs: ['events'],
    turn: 'alone',
    async run(context) {
      const road = await roadTo(context, 'in_review');
      await queueNews(context, () => road.decide('rejected'));
    },
  },
  {
    id: 'events/heartbeat',
    title: 'something comes at least every 15 seconds',
    pledge: beat,
    needs: ['events'],
    slow: true,
    async run(context) {
      const road = await context.road('free');
      const stream = await context.watch('developer', 'watchSubscription', road.id);
      try {
        await stream.changed();
        const block = await stream.next(16_000);
        expectThat(block !== undefined, 'a comment or an event within 15 s', 'nothing');
      } finally {
        stream.close();
      }
    },
  },
  {
    id: 'events/none',
    title: 'where there are no events their address is 404',
    pledge: news,
    needs: ['no_events'],
    async run(context) {
      const road = await context.road('free');
      expectAnswer(await road.call('watchSubscription'), 404, 'not_found');
    },
  },
];
