import type { WrongHost } from './wrong-host.js';

/** Hosts that go wrong with the rules, the forms and the queue. */
export const wrongRoad: WrongHost[] = [
  {
    name: 'submits without credentials',
    edits: [
      {
        file: 'src/rules/transitions.ts',
        find: `inProduction,
      credentialsMissing('sandbox'),`,
        replace: 'inProduction,',
      },
    ],
    fails: [],
  },
  {
    name: 'looks at the phase before the subscription',
    edits: [
      {
        file: 'src/rules/transitions.ts',
        find: `submit: {
    role: 'developer',
    refusals: [
      inactive,
      rejected,
      inReview,`,
        replace: `submit: {
    role: 'developer',
    refusals: [
      rejected,
      inReview,
      inactive,`,
      },
    ],
    fails: [],
  },
  {
    name: 'approves what is cancelled',
    edits: [
      {
        file: 'src/rules/transitions.ts',
        find: 'refusals: [versionConflict, notInReview, inactive, ownSubmission],',
        replace: 'refusals: [versionConflict, notInReview, ownSubmission],',
      },
    ],
    fails: [],
  },
  {
    name: 'takes blank notes',
    edits: [
      {
        file: 'src/rules/transitions.ts',
        find: 'notes !== undefined && !notes?.trim()',
        replace: 'notes === null',
      },
    ],
    fails: [],
  },
  {
    name: 'opens production unpaid',
    edits: [
      {
        file: 'src/rules/locks.ts',
        find: "if (status === 'pending_payment') locks.push('payment_pending');",
        replace: '',
      },
    ],
    fails: [],
  },
  {
    name: 'leads with the wrong lock',
    edits: [
      {
        file: 'src/rules/locks.ts',
        find: "if (!isLive(status)) locks.push('subscription_inactive');",
        replace: "if (!isLive(status)) locks.unshift('subscription_inactive');",
      },
    ],
    fails: [],
  },
  {
    name: 'leaves the flag when it is submitted again',
    edits: [
      {
        file: 'src/rules/transitions.ts',
        find: "effect: { phase: 'in_review', changesRequested: false },",
        replace: "effect: { phase: 'in_review' },",
      },
    ],
    fails: [],
  },
  {
    name: 'keeps the draft of what was submitted',
    edits: [
      { file: 'src/mocks/host/submissions.ts', find: 'subscription.draft = null;', replace: '' },
    ],
    fails: [],
  },
  {
    name: 'counts no attempts',
    edits: [
      {
        file: 'src/mocks/host/submissions.ts',
        find: '(latestSubmission(state, subscription)?.attempt ?? 0) + 1',
        replace: '(latestSubmission(state, subscription)?.attempt ?? 1)',
      },
    ],
    fails: [],
  },
  {
    name: 'shows a submission with the present form',
    edits: [
      {
        file: 'src/mocks/host/views.ts',
        find: 'form: formKey === null ? null : state.forms[formKey]!,',
        replace:
          'form: formKey === null ? null : planOf(state, state.subscriptions[record.subscriptionId]!).form,',
      },
    ],
    fails: [],
  },
  {
    name: 'drops hidden answers without a word',
    edits: [
      {
        file: 'src/contract/answers.ts',
        find: "else if (!shown.has(fieldId)) errors.push({ fieldId, code: 'hidden_field' });",
        replace: '',
      },
    ],
    fails: [],
  },
  {
    name: 'trims notes',
    edits: [
      {
        file: 'src/mocks/host/reviews.ts',
        find: 'const { outcome, notes, fieldNotes } = body;',
        replace: `const { outcome, fieldNotes } = body;
  const notes = body.notes?.trim() ?? null;`,
      },
    ],
    fails: [],
  },
  {
    name: 'shows a row again on the next page',
    edits: [
      {
        file: 'src/mocks/host/queue.ts',
        find: 'else if (there && comparePlaces(there.places[name], after) === 0) at += 1;',
        replace: 'else if (!there) at += 1;',
      },
    ],
    fails: [],
  },
  {
    name: 'leaves out a row between two pages',
    edits: [
      {
        file: 'src/mocks/host/queue.ts',
        find: 'if (isDescending) at -= 1;',
        replace: 'if (isDescending) at -= 2;',
      },
    ],
    fails: [],
  },
  {
    name: 'pages by the sort key alone',
    edits: [
      {
        file: 'src/mocks/host/queue-index.ts',
        find: 'compareTexts(one[0], other[0]) || compareTexts(one[1], other[1])',
        replace: 'compareTexts(one[0], other[0])',
      },
    ],
    fails: [],
  },
  {
    name: 'puts what is not decided last',
    edits: [
      {
        file: 'src/mocks/host/queue-index.ts',
        find: "review?.decidedAt ?? ''",
        replace: "review?.decidedAt ?? '9'",
      },
    ],
    fails: [],
  },
  {
    name: 'counts what the filter lets through',
    edits: [
      {
        file: 'src/mocks/host/queue.ts',
        find: 'counts: { ...index.counts },',
        replace:
          'counts: { ...index.counts, waiting: asked.q ? page.length : index.counts.waiting },',
      },
    ],
    fails: [],
  },
  {
    name: 'gives pages of any size',
    edits: [{ file: 'src/mocks/host/queue.ts', find: 'z.gte(1), z.lte(200)', replace: 'z.gte(1)' }],
    fails: [],
  },
  {
    name: 'searches with regard to case',
    edits: [
      { file: 'src/mocks/host/queue.ts', find: 'asked.q?.toLowerCase()', replace: 'asked.q' },
    ],
    fails: [],
  },
  {
    name: 'finds plans by a part of their name',
    edits: [
      {
        file: 'src/mocks/host/queue.ts',
        find: 'plan === asked.plan',
        replace: 'plan.includes(asked.plan)',
      },
    ],
    fails: [],
  },
  {
    name: 'ends a bulk decision at the first that fails',
    edits: [
      {
        file: 'src/mocks/host/reviews.ts',
        find: 'if (!(thrown instanceof HostProblem)) throw thrown;',
        replace: 'throw thrown;',
      },
      {
        file: 'src/mocks/host/reviews.ts',
        find: 'return { submissionId, ok: false, problem: thrown.toProblem() };',
        replace: '',
      },
    ],
    fails: [],
  },
  {
    name: 'decides one twice in one bulk',
    edits: [
      {
        file: 'src/mocks/host/reviews.ts',
        find: "if (first < index) throw invalid(`/items/${index}/submissionId`, 'duplicate');",
        replace: 'void first;',
      },
    ],
    fails: [],
  },
  {
    name: 'skips entries of the activity between two pages',
    edits: [
      {
        file: 'src/mocks/host/activity.ts',
        find: "if (end < 0) throw invalid('/cursor', 'option');",
        replace: `if (end < 0) throw invalid('/cursor', 'option');
    end -= 1;`,
      },
    ],
    fails: [],
  },
];
