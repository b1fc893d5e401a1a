import type { WrongHost } from './wrong-host.js';

/** Hosts that go wrong with versions, with who may ask, with HTTP and with events. */
export const wrongWire: WrongHost[] = [
  {
    name: 'decides without a version',
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
    fails: [],
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
    fails: [],
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
    fails: [],
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
    fails: [],
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
    fails: [],
  },
  {
    name: 'sends an ETag without quotes',
    edits: [
      { file: 'src/mocks/wire/serve.ts', find: '{ ETag: `"${etag}"` }', replace: '{ ETag: etag }' },
    ],
    fails: [],
  },
  {
    name: 'shows anybody the activity',
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
    fails: [],
  },
  {
    name: 'tells strangers that a submission is there',
    edits: [
      {
        file: 'src/mocks/host/admission.ts',
        find: `if (!subscription || !roleOn(state, account, subscription)) throw new HostProblem('not_found');
    const role = sideOf`,
        replace: `if (!subscription) throw new HostProblem('not_found');
    const role = sideOf`,
      },
    ],
    fails: [],
  },
  {
    name: 'shows every reviewer one queue',
    edits: [
      {
        file: 'src/mocks/host/queue.ts',
        find: 'const index = queueIndexOf(state, account.reviews!);',
        replace: "const index = queueIndexOf(state, account.reviews ? 'bank' : '');",
      },
    ],
    fails: [],
  },
  {
    name: 'decides for another provider in bulk',
    edits: [
      {
        file: 'src/mocks/host/reviews.ts',
        find: 'if (!subscription || planOf(state, subscription).provider !== account.reviews) {',
        replace: 'if (!subscription) {',
      },
    ],
    fails: [],
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
    fails: [],
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
    fails: [],
  },
  {
    name: 'reads the type before the length',
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
    fails: [],
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
    fails: [],
  },
  {
    name: 'caches errors',
    edits: [
      {
        file: 'src/mocks/wire/answer.ts',
        find: `    status: problem.status,
    headers: headersOf(host, headers),`,
        replace: `    status: problem.status,
    headers,`,
      },
    ],
    fails: [],
  },
  {
    name: 'sends errors as plain JSON',
    edits: [
      {
        file: 'src/mocks/wire/answer.ts',
        find: "'application/problem+json'",
        replace: "'application/json'",
      },
    ],
    fails: [],
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
    fails: [],
  },
  {
    name: 'answers 200 where something was submitted',
    edits: [
      {
        file: 'src/mocks/host/subscription-operations.ts',
        find: 'return { ...readSnapshot(context), status: 201 };',
        replace: 'return readSnapshot(context);',
      },
    ],
    fails: [],
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
    fails: [],
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
    fails: [],
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
    fails: [],
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
    fails: [],
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
    fails: [],
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
    fails: [],
  },
];
