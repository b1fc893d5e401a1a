import * as z from 'zod/mini';
import {
  queueSort,
  queueState,
  time,
  type QueueCounts,
  type QueuePage,
  type QueueSort,
} from '../../contract/index.js';
import { parseBody } from './check.js';
import type { Context } from './context.js';
import { invalid } from './problem.js';
import { planOf, type SubmissionRecord } from './state.js';
import { queueItemOf, queueStateOf } from './views.js';

const query = z.object({
  state: z.optional(z.array(queueState)),
  q: z.optional(z.string()),
  plan: z.optional(z.string()),
  submittedBefore: z.optional(time),
  sort: z.optional(queueSort),
  cursor: z.optional(z.string()),
  limit: z.optional(z.int().check(z.gte(1), z.lte(200))),
});

/** Where a row stands: its sort key, and its id where keys are equal. */
type Place = readonly [key: string, id: string];

/** A page of the queue. Its cursor is the place of its last row, so nothing that others do shifts it. */
export function queuePageOf(context: Context): QueuePage {
  const { core, state, account } = context;
  const asked = parseBody(query, readQuery(context.query));
  const sort = asked.sort ?? 'submittedAt';
  const limit = asked.limit ?? 50;
  const after = asked.cursor === undefined ? undefined : decodeCursor(asked.cursor, sort);
  const order = sort.startsWith('-') ? -1 : 1;
  const fits = filterOf(context, asked);

  const counts: QueueCounts = { waiting: 0, approved: 0, rejected: 0, changesRequested: 0 };
  const rows: { place: Place; submission: SubmissionRecord }[] = [];
  for (const submission of ownSubmissions(context)) {
    counts[countOf[queueStateOf(submission)]] += 1;
    if (!fits(submission)) continue;
    const place = placeOf(context, submission, sort);
    if (after && comparePlaces(place, after) * order <= 0) continue;
    rows.push({ place, submission });
  }
  rows.sort((one, other) => comparePlaces(one.place, other.place) * order);
  const page = rows.slice(0, limit);
  const { events, bulkReview, fieldNotes } = core.capabilities;
  return {
    items: page.map(({ submission }) => queueItemOf(core, state, submission, account)),
    nextCursor: rows.length > limit ? encodeCursor(sort, page.at(-1)!.place) : null,
    counts,
    capabilities: { events, bulkReview, fieldNotes },
  };
}

/** How many attempts stand where; the events of the queue carry them. */
export function queueCountsOf(context: Context): QueueCounts {
  const counts: QueueCounts = { waiting: 0, approved: 0, rejected: 0, changesRequested: 0 };
  for (const each of ownSubmissions(context)) counts[countOf[queueStateOf(each)]] += 1;
  return counts;
}

const countOf = {
  waiting: 'waiting',
  approved: 'approved',
  rejected: 'rejected',
  changes_requested: 'changesRequested',
} as const;

function* ownSubmissions({ state, account }: Context) {
  for (const submission of Object.values(state.submissions)) {
    const subscription = state.subscriptions[submission.subscriptionId]!;
    if (planOf(state, subscription).provider === account.reviews) yield submission;
  }
}

function readQuery(given: URLSearchParams): Record<string, unknown> {
  const { state, limit, ...texts } = Object.fromEntries([...given].filter(([, value]) => value));
  return {
    ...texts,
    ...(state === undefined ? {} : { state: state.split(',') }),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  };
}

function filterOf({ state }: Context, asked: z.infer<typeof query>) {
  const states = asked.state && new Set(asked.state);
  const text = asked.q?.toLowerCase();
  const before =
    asked.submittedBefore === undefined ? undefined : Date.parse(asked.submittedBefore);
  return (submission: SubmissionRecord): boolean => {
    const subscription = state.subscriptions[submission.subscriptionId]!;
    const plan = planOf(state, subscription).name;
    if (states && !states.has(queueStateOf(submission))) return false;
    if (asked.plan !== undefined && plan !== asked.plan) return false;
    if (before !== undefined && Date.parse(submission.submittedAt) >= before) return false;
    if (text === undefined) return true;
    const { id, submittedBy } = submission;
    return [subscription.name, plan, submittedBy, id, subscription.id].some((each) =>
      each.toLowerCase().includes(text),
    );
  };
}

function placeOf({ state }: Context, submission: SubmissionRecord, sort: QueueSort): Place {
  const { id, subscriptionId, submittedAt, review } = submission;
  switch (sort) {
    case 'decidedAt':
    case '-decidedAt':
      // What is not decided comes before every moment.
      return [review?.decidedAt ?? '', id];
    case 'subscriptionName':
    case '-subscriptionName':
      return [state.subscriptions[subscriptionId]!.name.toLowerCase(), id];
    default:
      return [submittedAt, id];
  }
}

const compareTexts = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
const comparePlaces = (one: Place, other: Place): number =>
  compareTexts(one[0], other[0]) || compareTexts(one[1], other[1]);

const cursorShape = z.tuple([queueSort, z.string(), z.string()]);

/** JSON escapes lone surrogates, so that any name comes back as it was. */
const encodeCursor = (sort: QueueSort, place: Place): string =>
  encodeURIComponent(JSON.stringify([sort, ...place]));

/** @throws HostProblem for what this queue did not give out, or gave out for another sort. */
function decodeCursor(cursor: string, sort: QueueSort): Place {
  try {
    const [cursorSort, key, id] = cursorShape.parse(JSON.parse(decodeURIComponent(cursor)));
    if (cursorSort === sort) return [key, id];
  } catch {
    // Said below.
  }
  throw invalid('/cursor', 'option');
}
