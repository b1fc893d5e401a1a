import { lane as laneSchema, routes, type Routes } from '../../contract/index.js';
import type { Call } from '../host/admission.js';

/** Marks stand where a path has a parameter; `~` is the one odd sign that no encoding touches. */
const ID = '~id';
const LANE = '~lane' as never;
const SUBMISSION = '~submissionId';

const paths: Record<keyof Routes, string> = {
  snapshot: routes.snapshot(ID),
  subscriptionEvents: routes.subscriptionEvents(ID),
  credentials: routes.credentials(ID, LANE),
  regenerate: routes.regenerate(ID, LANE),
  rotateSecret: routes.rotateSecret(ID, LANE),
  retireSecret: routes.retireSecret(ID, LANE),
  token: routes.token(ID, LANE),
  delivered: routes.delivered(ID, LANE),
  testData: routes.testData(ID),
  form: routes.form(ID),
  activity: routes.activity(ID),
  draft: routes.draft(ID),
  latestSubmission: routes.latestSubmission(ID),
  submissions: routes.submissions(ID),
  queue: routes.queue(),
  queueEvents: routes.queueEvents(),
  bulkDecision: routes.bulkDecision(),
  review: routes.review(SUBMISSION),
  decision: routes.decision(SUBMISSION),
};

/** Fixed paths first: `/reviews/events` is no submission. */
const table = (Object.entries(paths) as [keyof Routes, string][])
  .map(([route, path]) => ({ route, segments: path.split('/') }))
  .sort((one, other) => marksIn(one.segments) - marksIn(other.segments));

function marksIn(segments: string[]): number {
  return segments.filter((segment) => segment.startsWith('~')).length;
}

/** Every path as MSW writes it, the fixed ones first. */
export const pathPatterns: readonly string[] = table.map(({ segments }) =>
  segments.join('/').replaceAll('~', ':'),
);

export type RouteMatch = Pick<Call, 'id' | 'lane' | 'submissionId'> & { route: keyof Routes };

/** Which route a path under the base URL is, and what it names. */
export function matchRoute(path: string): RouteMatch | undefined {
  const parts = path.split('/');
  for (const { route, segments } of table) {
    const match = fill(route, segments, parts);
    if (match) return match;
  }
  return undefined;
}

function fill(route: keyof Routes, segments: string[], parts: string[]): RouteMatch | undefined {
  if (segments.length !== parts.length) return undefined;
  const match: RouteMatch = { route };
  for (const [index, segment] of segments.entries()) {
    const part = parts[index]!;
    if (segment === LANE) {
      const lane = laneSchema.safeParse(part);
      if (!lane.success) return undefined;
      match.lane = lane.data;
    } else if (segment.startsWith('~')) {
      const id = decode(part);
      if (!id) return undefined;
      match[segment === ID ? 'id' : 'submissionId'] = id;
    } else if (segment !== part) {
      return undefined;
    }
  }
  return match;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
