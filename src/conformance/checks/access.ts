import { pledge, type Check } from '../check.js';
import type { Context } from '../context.js';
import { expectAnswer, expectEqual, expectThat } from '../expect.js';
import { operationNames, operations, pathOf, shapeOf, type OperationName } from '../operation.js';
import { roadTo, sharedRoadTo } from '../stages.js';

const signedOut = pledge('who-may-ask', 'Who is not signed in gets 401, whatever is asked.');
const tenants = pledge('who-may-ask', 'What is not yours is not there: 404.');
const roles = pledge(
  'who-may-ask',
  'Developers and reviewers have each their own acts; what is for the other side is 403.',
);
const events = ['watchSubscription', 'watchQueue'];

const lineOf = (operation: OperationName, id: string): string =>
  `${operations[operation].method} ${pathOf(operation, id)}`;

const ofSubscriptions = operationNames.filter((name) => pathOf(name, 'x').startsWith('/sub'));
const ofSubmissions = ['getReview', 'decide'] as const;

/** Nothing is wrong with the request but who asks. */
async function askOthers(context: Context, operation: OperationName, id: string) {
  const isRead = operations[operation].method === 'GET';
  const line = lineOf(operation, id);
  return (as: 'otherDeveloper' | 'foreignReviewer' | null) =>
    context.send(as, line, isRead ? {} : { body: {} });
}

const separation = ofSubscriptions.flatMap((operation): Check[] =>
  (['otherDeveloper', 'foreignReviewer'] as const).map((caller) => ({
    id: `access/${caller}/${operation}`,
    title: `${operation} of somebody else’s subscription is 404 for the ${caller}`,
    pledge: tenants,
    needs: events.includes(operation) ? [caller, 'events'] : [caller],
    async run(context) {
      const { id } = await sharedRoadTo(context, 'live');
      const ask = await askOthers(context, operation, id);
      expectAnswer(await ask(caller), 404, 'not_found');
    },
  })),
);

const strangers = ofSubmissions.flatMap((operation): Check[] =>
  (['otherDeveloper', 'foreignReviewer'] as const).map((caller) => ({
    id: `access/${caller}/${operation}`,
    title: `${operation} of somebody else’s submission is 404 for the ${caller}`,
    pledge: tenants,
    needs: [caller],
    async run(context) {
      const road = await sharedRoadTo(context, 'in_review');
      const { submission } = await road.snapshot();
      const ask = await askOthers(context, operation, submission!.id);
      expectAnswer(await ask(caller), 404, 'not_found');
    },
  })),
);

/** Each side against the acts of the other. */
const sides = operationNames.flatMap((operation): Check[] => {
  const { who } = shapeOf(operation);
  if (who === 'both') return [];
  const caller = who === 'developer' ? 'reviewer' : 'developer';
  const claim = operation === 'decideMany' ? ['bulkReview' as const] : [];
  return [
    {
      id: `access/${caller}_may_not/${operation}`,
      title: `${operation} is 403 for a ${caller}`,
      pledge: roles,
      needs: events.includes(operation) ? ['events'] : claim,
      async run(context) {
        const road = await sharedRoadTo(context, 'in_review');
        const { submission } = await road.snapshot();
        const id = who === 'developer' ? road.id : submission!.id;
        const isRead = operations[operation].method === 'GET';
        const line = lineOf(operation, id);
        expectAnswer(
          await context.send(caller, line, isRead ? {} : { body: {} }),
          403,
          'forbidden',
        );
      },
    },
  ];
});

const reads = (['getSnapshot', 'getForm', 'getTestData', 'getActivity'] as const).map(
  (operation): Check => ({
    id: `access/reviewer_may/${operation}`,
    title: `a reviewer may ${operation}`,
    pledge: pledge('who-may-ask', 'A reviewer sees the subscriptions of their provider’s plans.'),
    async run(context) {
      const road = await sharedRoadTo(context, 'in_review');
      expectAnswer(await road.call(operation, { as: 'reviewer' }), [200, 204]);
    },
  }),
);

const unknown: Record<string, string> = {
  path: '/nowhere',
  subscription: '/subscriptions/there-is-none',
  lane: '/subscriptions/ID/credentials/staging/token',
  deeper_path: '/subscriptions/ID/submissions/latest/more',
  word_of_javascript: '/subscriptions/constructor',
  prototype: '/subscriptions/__proto__',
  climbing_path: '/subscriptions/..%2Freviews',
  broken_encoding: '/subscriptions/%E0%A4%A',
};

export const accessChecks: Check[] = [
  ...operationNames.map((operation): Check => ({
    id: `access/signed_out/${operation}`,
    title: `${operation} is 401 for nobody`,
    pledge: signedOut,
    async run(context) {
      const { id } = await sharedRoadTo(context, 'live');
      const ask = await askOthers(context, operation, id);
      expectAnswer(await ask(null), 401, 'not_signed_in');
    },
  })),
  ...separation,
  ...strangers,
  ...sides,
  ...reads,
  ...Object.entries(unknown).map(([what, path]): Check => ({
    id: `access/unknown/${what}`,
    title: `what the contract has no place for is 404: ${what.replaceAll('_', ' ')}`,
    pledge: tenants,
    async run(context) {
      const { id } = await sharedRoadTo(context, 'built');
      const answer = await context.send('developer', `GET ${path.replace('ID', id)}`);
      // Some servers refuse what is no path before anybody is asked.
      expectAnswer(answer, what === 'broken_encoding' ? [400, 404] : 404);
    },
  })),
  {
    id: 'access/unknown/submission',
    title: 'a submission that is not there is 404 for a reviewer',
    pledge: tenants,
    async run(context) {
      const answer = await context.call('reviewer', 'getReview', { id: 'there-is-none' });
      expectAnswer(answer, 404, 'not_found');
    },
  },
  {
    id: 'access/own_submission',
    title: 'a reviewer who submits does not decide it, unless the host lets them',
    pledge: roles,
    async run(context) {
      const road = await context.road('free', { owner: 'reviewer' });
      await road.create();
      const id = await road.submit();
      const detail = (await context.call('reviewer', 'getReview', { id })).body;
      expectEqual('the role on one’s own subscription', (await road.snapshot()).role, 'developer');
      const lets = detail.allowedActions.includes('approve');
      const answer = await context.call('reviewer', 'decide', {
        id,
        headers: { 'If-Match': `"${detail.version}"` },
        body: { outcome: 'approved', notes: null, fieldNotes: [] },
      });
      if (lets) expectAnswer(answer, 200);
      else expectAnswer(answer, 409, 'own_submission');
      const said = detail.refusals['approve'];
      expectThat(lets || said === 'own_submission', 'own_submission in refusals', () => said);
    },
  },
  {
    id: 'access/foreign_queue',
    title: 'a reviewer’s queue holds nothing of another provider',
    pledge: tenants,
    needs: ['foreignReviewer'],
    async run(context) {
      const road = await sharedRoadTo(context, 'in_review');
      const query = { q: road.name };
      const { body } = expectAnswer(
        await context.call('foreignReviewer', 'getQueue', { query }),
        200,
      );
      expectEqual('items', body.items, []);
    },
  },
  {
    id: 'access/foreign_bulk',
    title: 'a bulk decision does not reach another provider',
    pledge: tenants,
    needs: ['foreignReviewer', 'bulkReview'],
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const { version, submission } = await road.review();
      const items = [{ submissionId: submission.id, version }];
      const body = { outcome: 'approved', notes: null, items };
      const answer = await context.call('foreignReviewer', 'decideMany', { body });
      const [result] = expectAnswer(answer, 200).body.results;
      expectEqual('ok', result?.ok, false);
      expectEqual('the code', result?.problem?.code, 'not_found');
      expectEqual('the phase', (await road.snapshot()).phase, 'in_review');
    },
  },
];
