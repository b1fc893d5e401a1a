import type { ActivityEntry, ActivityKind } from '../../contract/index.js';
import { pledge, type Check } from '../check.js';
import { expectAnswer, expectEqual, expectInvalid, expectThat } from '../expect.js';
import { Broken } from '../failure.js';
import type { Road } from '../road.js';
import { roadTo } from '../stages.js';

const written = pledge(
  'activity',
  'Who did what and when is written down, newest first, for good.',
);

/** Page by page to the end. */
async function readAll(road: Road): Promise<{ entries: ActivityEntry[]; pages: number }> {
  const entries: ActivityEntry[] = [];
  let query: Record<string, string> = {};
  for (let pages = 1; pages < 100; pages += 1) {
    const { body } = expectAnswer(await road.call('getActivity', { query }), 200);
    entries.push(...body.entries);
    if (body.nextCursor === null) return { entries, pages };
    query = { cursor: body.nextCursor };
  }
  throw new Broken('the last page, with nextCursor null', 'a hundred pages and another cursor');
}

const kindsOf = (entries: ActivityEntry[]) => entries.map(({ kind }) => kind);

const tells = (
  kind: ActivityKind,
  from: Parameters<typeof roadTo>[1],
  act: (road: Road, context: Parameters<typeof roadTo>[0]) => Promise<unknown>,
  about: Partial<ActivityEntry>,
  needs: Check['needs'] = [],
): Check => ({
  id: `activity/${kind}`,
  title: `the activity tells of it: ${kind.replaceAll('_', ' ')}`,
  pledge: written,
  needs,
  async run(context) {
    const road = await roadTo(context, from);
    const before = (await readAll(road)).entries;
    await act(road, context);
    const { entries } = await readAll(road);
    const [first] = entries;
    expectEqual('the kind of the newest entry', first?.kind, kind);
    for (const [name, value] of Object.entries(about)) {
      expectEqual(`its ${name}`, first?.[name as keyof ActivityEntry], value);
    }
    expectEqual('the entries before it', entries.slice(1), before);
  },
});

export const activityChecks: Check[] = [
  tells('credentials_created', 'fresh', (road) => road.create(), { lane: 'sandbox' }),
  tells(
    'credentials_regenerated',
    'live',
    (road) => road.regenerate('production'),
    { lane: 'production' },
    ['regenerate'],
  ),
  tells('secret_rotated', 'built', (road) => road.rotate(), { lane: 'sandbox' }, ['rotate']),
  tells('token_generated', 'built', (road) => road.token(), { lane: 'sandbox' }, ['token']),
  tells('submitted', 'built', (road) => road.submit(), { attempt: 1 }),
  tells('approved', 'in_review', (road) => road.decide('approved'), {
    attempt: 1,
    notes: 'Noted.',
  }),
  tells('rejected', 'in_review', (road) => road.decide('rejected'), {
    attempt: 1,
    notes: 'Noted.',
  }),
  tells('changes_requested', 'in_review', (road) => road.decide('changes_requested'), {
    attempt: 1,
    notes: 'Noted.',
  }),
  tells('payment_completed', 'unpaid', (road, { hooks }) => hooks.completePayment!(road.id), {}, [
    'completePayment',
  ]),
  tells('payment_failed', 'unpaid', (road, { hooks }) => hooks.failPayment!(road.id), {}, [
    'failPayment',
  ]),
  {
    id: 'activity/secret_retired',
    title: 'the activity tells of it: secret retired',
    pledge: written,
    needs: ['rotate', 'overlap'],
    async run(context) {
      const road = await roadTo(context, 'built');
      const { old } = await road.overlap();
      await road.call('retireSecret', { body: { secretId: old.id } });
      expectEqual('the newest kind', kindsOf((await readAll(road)).entries)[0], 'secret_retired');
    },
  },
  {
    id: 'activity/actors',
    title: 'a developer and a reviewer are told apart, and a refused act is not told',
    pledge: written,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      await road.call('submit', { body: road.submission() });
      await road.decide('approved');
      const [approved, submitted] = (await readAll(road)).entries;
      expectEqual(
        'the two newest kinds',
        [approved?.kind, submitted?.kind],
        ['approved', 'submitted'],
      );
      const { submission } = await road.review();
      expectEqual('who submitted', submitted?.actor, submission.submittedBy);
      expectThat(approved?.actor !== submitted?.actor, 'somebody else', () => approved?.actor);
    },
  },
  {
    id: 'activity/pages',
    title: 'page by page each entry comes once, also when new ones come on top',
    pledge: written,
    needs: ['rotate'],
    async run(context) {
      const road = await roadTo(context, 'built');
      await Promise.all(Array.from({ length: 60 }, () => road.rotate()));
      const first = expectAnswer(await road.call('getActivity'), 200).body;
      await road.rotate();
      const { entries } = await readAll(road);
      const ids = entries.map(({ id }) => id);
      expectEqual(
        'how many rotations there are',
        kindsOf(entries).filter((kind) => kind === 'secret_rotated').length,
        61,
      );
      expectEqual('how many different entries', new Set(ids).size, ids.length);
      if (first.nextCursor === null) return;
      const query = { cursor: first.nextCursor };
      const second = expectAnswer(await road.call('getActivity', { query }), 200).body;
      const expected = ids.slice(
        1 + first.entries.length,
        1 + first.entries.length + second.entries.length,
      );
      expectEqual(
        'the second page',
        second.entries.map(({ id }) => id),
        expected,
      );
    },
  },
  {
    id: 'activity/wrong_cursor',
    title: 'a cursor that was never given is 422',
    pledge: written,
    async run(context) {
      const road = await context.road('free');
      const query = { cursor: 'none-that-was-given' };
      expectInvalid(await road.call('getActivity', { query }), '/cursor');
    },
  },
];
