import type { WrongHost } from './wrong-host.js';

/** Hosts that go wrong with versions, with who may ask, with HTTP and with events. */
export const wrongWire: WrongHost[] = [
  {
    name: 'decides without a version',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/review-operations.ts',
        find: `precondition: ({ ifMatch }: Context) => {
      if (!ifMatch) throw new HostProblem('version_missing');
    },`,
        replace: `precondition: (context: Context) => {
      const { state, submission } = context as SubmissionContext;
      context.ifMatch ??= \`"\${versionText(state, submission.version)}"\`;
    },`,
      },
    ],
    fails: ['order/428_before_409', 'versions/missing'],
  },
  {
    name: 'decides at any version',
    edits: [
      {
        file: 'src/mocks/host/review-operations.ts',
        find: 'decide(context, body, matchesVersion(context.ifMatch!, present));',
        replace: "decide(context, body, present !== '');",
      },
    ],
    fails: [
      'order/412_before_409',
      'order/412_before_notes',
      'versions/if_match/other',
      'versions/if_match/any',
      'versions/stale',
      'races/approve',
      'races/two_reviewers',
    ],
  },
  {
    name: 'takes * for the present version',
    edits: [
      {
        file: 'src/mocks/host/reviews.ts',
        find: "return ifMatch.split(',').some((tag) =>",
        replace: "return ifMatch === '*' || ifMatch.split(',').some((tag) =>",
      },
    ],
    fails: ['versions/if_match/any'],
  },
  {
    name: 'does not know weak tags',
    edits: [
      {
        file: 'src/mocks/host/reviews.ts',
        find: "tag.trim().replace(/^W\\//, '') ===",
        replace: 'tag.trim() ===',
      },
    ],
    fails: ['versions/if_match/weak'],
  },
  {
    name: 'answers 304 whatever the reader has',
    edits: [
      {
        file: 'src/mocks/wire/serve.ts',
        find: "isKnown(request.headers.get('If-None-Match'), etag!)",
        replace: "request.headers.get('If-None-Match') !== null",
      },
    ],
    fails: ['versions/new'],
  },
  {
    name: 'sends an ETag without quotes',
    edits: [
      { file: 'src/mocks/wire/serve.ts', find: '{ ETag: `"${etag}"` }', replace: '{ ETag: etag }' },
    ],
    fails: ['always/etag'],
  },
  {
    name: 'shows anybody the activity',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/admission.ts',
        find: 'const role = subscription && roleOn(state, account, subscription);',
        replace:
          "const role = subscription && (roleOn(state, account, subscription) ?? (route === 'activity' ? 'developer' : undefined));",
      },
      {
        file: 'src/mocks/host/admission.ts',
        find: '{ id, submissionId }: Call)',
        replace: '{ id, submissionId, route }: Call)',
      },
    ],
    fails: ['access/otherDeveloper/getActivity', 'access/foreignReviewer/getActivity'],
  },
  {
    name: 'tells strangers that a submission is there',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/admission.ts',
        find: `if (!subscription || !roleOn(state, account, subscription)) throw new HostProblem('not_found');
    const role = sideOf`,
        replace: `if (!subscription) throw new HostProblem('not_found');
    const role = sideOf`,
      },
    ],
    fails: [
      'access/otherDeveloper/getReview',
      'access/foreignReviewer/getReview',
      'access/otherDeveloper/decide',
      'access/foreignReviewer/decide',
    ],
  },
  {
    name: 'shows every reviewer one queue',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/queue.ts',
        find: 'const index = queueIndexOf(state, account.reviews!);',
        replace: "const index = queueIndexOf(state, account.reviews ? 'bank' : '');",
      },
    ],
    fails: ['access/foreign_queue'],
  },
  {
    name: 'decides for another provider in bulk',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/reviews.ts',
        find: 'if (!subscription || planOf(state, subscription).provider !== account.reviews) {',
        replace: 'if (!subscription) {',
      },
    ],
    fails: ['access/foreign_bulk'],
  },
  {
    name: 'lets reviewers read drafts',
    edits: [
      {
        file: 'src/mocks/host/admission.ts',
        find: "if (rule.who !== 'both' && rule.who !== target.role)",
        replace: "if (rule.who !== 'both' && rule.who !== target.role && operation !== 'getDraft')",
      },
    ],
    fails: ['access/reviewer_may_not/getDraft'],
  },
  {
    name: 'names no methods with a 405',
    edits: [
      {
        file: 'src/mocks/wire/answer.ts',
        find: "if (problem.allow) headers['Allow'] = problem.allow.join(', ');",
        replace: '',
      },
    ],
    fails: ['order/405'],
  },
  {
    name: 'reads the type before the length',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/wire/read-body.ts',
        find: `if (bytes.byteLength > LIMIT) throw new HostProblem('too_large');
  if (bytes.byteLength === 0) return undefined;
  const [type] = (request.headers.get('Content-Type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') {
    throw new HostProblem('unsupported_media_type');
  }`,
        replace: `if (bytes.byteLength === 0) return undefined;
  const [type] = (request.headers.get('Content-Type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') {
    throw new HostProblem('unsupported_media_type');
  }
  if (bytes.byteLength > LIMIT) throw new HostProblem('too_large');`,
      },
    ],
    fails: ['order/413_before_415'],
  },
  {
    name: 'reads a body of any length',
    edits: [
      {
        file: 'src/mocks/wire/read-body.ts',
        find: 'if (bytes.byteLength > LIMIT)',
        replace: 'if (bytes.byteLength > 10 * LIMIT)',
      },
    ],
    fails: ['order/413_before_415', 'bodies/too_long'],
  },
  {
    name: 'caches errors',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/wire/answer.ts',
        find: `    status: problem.status,
    headers: headersOf(host, headers),`,
        replace: `    status: problem.status,
    headers: { ...headersOf(host, headers), 'Cache-Control': 'private' },`,
      },
    ],
    fails: ['always/no_store'],
  },
  {
    name: 'sends errors as plain JSON',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/wire/answer.ts',
        find: "'application/problem+json'",
        replace: "'application/json'",
      },
    ],
    fails: ['always/problem_shape'],
  },
  {
    name: 'does not say where notes are missing',
    edits: [
      {
        file: 'src/mocks/host/rule.ts',
        find: "new HostProblem(code, { errors: [{ pointer: '/notes', code: 'required' }] })",
        replace: 'new HostProblem(code)',
      },
    ],
    fails: [
      'notes/required/null',
      'notes/required/empty',
      'notes/required/blank',
      'always/errors_listed',
    ],
  },
  {
    name: 'answers 200 where something was submitted',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/subscription-operations.ts',
        find: 'return { ...readSnapshot(context), status: 201 };',
        replace: 'return readSnapshot(context);',
      },
    ],
    fails: ['submit/answer'],
  },
  {
    name: 'tells a version again to who has it',
    edits: [
      {
        file: 'src/mocks/wire/event-stream.ts',
        find: 'let seen = lastEventId;',
        replace: 'let seen = lastEventId && null;',
      },
    ],
    fails: ['events/last_event_id', 'events/others'],
  },
  {
    name: 'does not tell the queue of decisions',
    edits: [
      {
        file: 'src/mocks/host/queue-index.ts',
        find: '(entryOf(state.queueVersions, provider) ?? 0) + 1',
        replace: '(entryOf(state.queueVersions, provider) ?? 0) + (submission?.review ? 0 : 1)',
      },
    ],
    fails: ['events/queue_decided'],
  },
  {
    name: 'gives pages of the queue a version of their own',
    edits: [
      {
        file: 'src/mocks/host/queue.ts',
        find: 'version: queueVersionOf(context),',
        replace: 'version: `page.${queueVersionOf(context)}`,',
      },
    ],
    fails: ['events/queue_version'],
  },
  {
    name: 'tells nothing of what time does',
    edits: [
      {
        file: 'src/mocks/wire/event-stream.ts',
        find: 'if (changesAt !== undefined) {',
        replace: 'if (changesAt === 0) {',
      },
    ],
    fails: ['events/after/the_end_of_an_overlap'],
  },
  {
    name: 'is silent for 20 seconds',
    edits: [
      {
        file: 'src/mocks/wire/event-stream.ts',
        find: 'const HEARTBEAT = 10_000;',
        replace: 'const HEARTBEAT = 20_000;',
      },
    ],
    fails: ['events/heartbeat'],
    only: ['events/heartbeat'],
  },
  {
    name: 'has no clock',
    edits: [
      {
        file: 'src/mocks/wire/answer.ts',
        find: 'Date: new Date(host.now()).toUTCString(), ',
        replace: '',
      },
    ],
    fails: ['expiry/token', 'always/date'],
  },
  {
    name: 'answers test data in another shape',
    edits: [
      {
        file: 'src/mocks/wire/serve.ts',
        find: 'return new Response(JSON.stringify(body), { status,',
        replace:
          "return new Response(operation === 'getTestData' ? '[]' : JSON.stringify(body), { status,",
      },
    ],
    fails: ['attempts/detail', 'always/shape_getTestData'],
  },
];
