import * as z from 'zod/mini';
import {
  QUEUE_PAGE_LIMIT,
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
import {
  comparePlaces,
  indexIn,
  queueIndexOf,
  type OrderName,
  type Place,
  type QueueRow,
} from './queue-index.js';
import { entryOf, versionText } from './state.js';
import { queueItemOf } from './views.js';

const queueQuery = z.object({
  state: z.optional(z.array(queueState)),
  q: z.optional(z.string()),
  plan: z.optional(z.string()),
  submittedBefore: z.optional(time),
  sort: z.optional(queueSort),
  cursor: z.optional(z.string()),
  limit: z.optional(z.int().check(z.gte(1), z.lte(QUEUE_PAGE_LIMIT))),
});

/** A page of the queue. Its cursor is the place of its last row, so nothing that others do shifts it. */
export function queuePageOf(context: Context): QueuePage {
  const { core, state, account } = context;
  const asked = queueQueryOf(context.query);
  const sort = asked.sort ?? 'submittedAt';
  const limit = asked.limit ?? 50;
  const after = asked.cursor === undefined ? undefined : decodeCursor(asked.cursor, sort);
  const isDescending = sort.startsWith('-');
  const name = sort.replace('-', '') as OrderName;
  const index = queueIndexOf(state, account.reviews!);
  const order = index.inOrder(name);
  const fits = filterOf(asked);

  const rows: QueueRow[] = [];
  const step = isDescending ? -1 : 1;
  let at = isDescending ? order.length - 1 : 0;
  if (after) {
    at = indexIn(order, name, after);
    const there = order[at];
    // The last row of the page before has been given, unless it has moved away since.
    if (isDescending) at -= 1;
    else if (there && comparePlaces(there.places[name], after) === 0) at += 1;
  }
  // One more than asked for, to know whether there are more.
  for (; order[at] && rows.length <= limit; at += step) {
    if (fits(order[at]!)) rows.push(order[at]!);
  }
  const page = rows.slice(0, limit);
  const { events, bulkReview, fieldNotes } = core.capabilities;
  return {
    version: queueVersionOf(context),
    items: page.map(({ submission }) => queueItemOf(core, state, submission, account)),
    nextCursor: rows.length > limit ? encodeCursor(sort, page.at(-1)!.places[name]) : null,
    counts: { ...index.counts },
    capabilities: { events, bulkReview, fieldNotes },
  };
}

/** Changes with anything in the queue; its pages and its events tell it. */
export const queueVersionOf = ({ state, account }: Context): string =>
  versionText(state, entryOf(state.queueVersions, account.reviews!) ?? 0);

/** How many attempts stand where; the events of the queue carry them. */
export const queueCountsOf = ({ state, account }: Context): QueueCounts => ({
  ...queueIndexOf(state, account.reviews!).counts,
});

/** What is asked of the queue, as its address says it. */
export const queueQueryOf = (given: URLSearchParams) => parseBody(queueQuery, readQuery(given));

function readQuery(given: URLSearchParams): Record<string, unknown> {
  const { state, limit, ...texts } = Object.fromEntries([...given].filter(([, value]) => value));
  return {
    ...texts,
    ...(state === undefined ? {} : { state: state.split(',') }),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  };
}

function filterOf(asked: z.infer<typeof queueQuery>) {
  const states = asked.state && new Set(asked.state);
  const text = asked.q?.toLowerCase();
  const before =
    asked.submittedBefore === undefined ? undefined : Date.parse(asked.submittedBefore);
  return ({ state, plan, at, texts }: QueueRow): boolean =>
    (!states || states.has(state)) &&
    (asked.plan === undefined || plan === asked.plan) &&
    (before === undefined || at < before) &&
    (text === undefined || texts.some((each) => each.includes(text)));
}

const cursorShape = z.tuple([queueSort, z.string(), z.string()]);

/** JSON escapes lone surrogates, so that any name comes back as it was. */
export const encodeCursor = (sort: QueueSort, place: Place): string =>
  encodeURIComponent(JSON.stringify([sort, ...place]));

/** @throws HostProblem for what this queue did not give out, or gave out for another sort. */
export function decodeCursor(cursor: string, sort: QueueSort): Place {
  try {
    const [cursorSort, key, id] = cursorShape.parse(JSON.parse(decodeURIComponent(cursor)));
    if (cursorSort === sort) return [key, id];
  } catch {
    // Said below.
  }
  throw invalid('/cursor', 'option');
}
