import type { WrongHost } from './wrong-host.js';

/** Hosts that go wrong with the rules, the forms and the queue. */
export const wrongRoad: WrongHost[] = [
  {
    name: 'submits without credentials',
    inEachRun: true,
    edits: [
      {
        file: 'src/rules/transitions.ts',
        find: `inProduction,
      credentialsMissing('sandbox'),`,
        replace: 'inProduction,',
      },
    ],
    fails: [
      'permissions/fresh',
      'permissions/form_fresh',
      'refusals/fresh/submit',
      'refusals/form_fresh/submit',
      'repeats/after_refusal',
    ],
  },
  {
    name: 'looks at the phase before the subscription',
    inEachRun: true,
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
    fails: ['permissions/cancelled_in_review', 'refusals/cancelled_in_review/submit'],
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
    fails: ['permissions/cancelled_in_review_for_reviewers', 'decide/inactive'],
  },
  {
    name: 'takes blank notes',
    inEachRun: true,
    edits: [
      {
        file: 'src/rules/transitions.ts',
        find: 'notes !== undefined && !notes?.trim()',
        replace: 'notes === null',
      },
    ],
    fails: ['notes/required/empty', 'notes/required/blank'],
  },
  {
    name: 'opens production unpaid',
    inEachRun: true,
    edits: [
      {
        file: 'src/rules/locks.ts',
        find: "if (status === 'pending_payment') locks.push('payment_pending');",
        replace: '',
      },
    ],
    fails: [
      'locks/unpaid',
      'locks/unpaid_approved',
      'permissions/unpaid_approved',
      'refusals/unpaid_approved/create_credentials:production',
      'refusals/unpaid_approved/regenerate:production',
      'refusals/unpaid_approved/rotate_secret:production',
      'refusals/unpaid_approved/generate_token:production',
    ],
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
    fails: [
      'locks/cancelled_fresh',
      'permissions/cancelled_fresh',
      'locks/cancelled_in_review',
      'permissions/cancelled_in_review',
      'refusals/cancelled_fresh/create_credentials:production',
      'refusals/cancelled_fresh/regenerate:production',
      'refusals/cancelled_fresh/rotate_secret:production',
      'refusals/cancelled_fresh/generate_token:production',
      'refusals/cancelled_in_review/create_credentials:production',
      'refusals/cancelled_in_review/regenerate:production',
      'refusals/cancelled_in_review/rotate_secret:production',
      'refusals/cancelled_in_review/generate_token:production',
    ],
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
    fails: ['attempts/again'],
  },
  {
    name: 'keeps the draft of what was submitted',
    inEachRun: true,
    edits: [
      { file: 'src/mocks/host/submissions.ts', find: 'subscription.draft = null;', replace: '' },
    ],
    fails: ['drafts/ended'],
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
    fails: ['attempts/again', 'queue/attempts'],
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
    fails: ['form/pinned'],
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
    fails: ['answers/hidden_field/hidden', 'answers/hidden_field/in_hidden_step'],
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
    fails: ['texts/notes/spaces'],
  },
  {
    name: 'shows a row again on the next page',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/queue.ts',
        find: 'else if (there && comparePlaces(there.places[name], after) === 0) at += 1;',
        replace: 'else if (!there) at += 1;',
      },
    ],
    fails: [
      'paging/order/submittedAt',
      'paging/under_writes/submittedAt',
      'paging/order/decidedAt',
      'paging/order/subscriptionName',
      'paging/under_writes/subscriptionName',
    ],
    mayFail: ['paging/under_writes/decidedAt'],
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
    fails: [
      'paging/order/-submittedAt',
      'paging/under_writes/-submittedAt',
      'paging/order/-decidedAt',
      'paging/order/-subscriptionName',
      'paging/under_writes/-subscriptionName',
    ],
    mayFail: ['paging/under_writes/-decidedAt'],
  },
  {
    name: 'pages by the sort key alone',
    edits: [
      {
        file: 'src/mocks/host/queue.ts',
        find: 'at = indexIn(order, name, after);',
        replace:
          "at = indexIn(order, name, name === 'subscriptionName' ? [after[0], '~'] : after);",
      },
    ],
    fails: ['paging/order/subscriptionName', 'paging/order/-subscriptionName'],
    mayFail: ['paging/under_writes/subscriptionName', 'paging/under_writes/-subscriptionName'],
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
    fails: ['paging/order/decidedAt', 'paging/order/-decidedAt'],
  },
  {
    name: 'counts what the filter lets through',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/queue.ts',
        find: 'counts: { ...index.counts },',
        replace:
          'counts: { ...index.counts, waiting: asked.q ? page.length : index.counts.waiting },',
      },
    ],
    fails: ['queue/counts_of_all'],
  },
  {
    name: 'gives pages of any size',
    edits: [{ file: 'src/mocks/host/queue.ts', find: ', z.lte(QUEUE_PAGE_LIMIT)', replace: '' }],
    fails: ['queue/wrong/limit_201'],
  },
  {
    name: 'searches with regard to case',
    edits: [
      { file: 'src/mocks/host/queue.ts', find: 'asked.q?.toLowerCase()', replace: 'asked.q' },
    ],
    fails: ['queue/q/part', 'queue/q/plan', 'queue/q/developer'],
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
    fails: ['queue/plan'],
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
    fails: ['bulk/each_alone', 'bulk/too_many', 'access/foreign_bulk'],
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
    fails: ['bulk/twice'],
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
    fails: ['activity/pages'],
  },
];
