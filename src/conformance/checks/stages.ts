import { action as actions } from '../../contract/index.js';
import { locksOf, refusalOf } from '../../rules/index.js';
import { pledge, type Check } from '../check.js';
import { expectEqual, expectThat } from '../expect.js';
import { sharedRoadTo, stageNames, stageOf, type StageName } from '../stages.js';
import { codeAt, mayAllow, situationOf } from './refusals.js';

const phases = pledge(
  'phases-and-locks',
  'The snapshot tells the phase, and what stands to be done.',
);
const locks = pledge(
  'phases-and-locks',
  'All reasons that lock a lane are listed, in the order of the contract.',
);
const allowed = pledge(
  'what-is-refused',
  'allowedActions says what may be done now, and refusals why the rest may not.',
);

/** What time or a policy of the host's own decides besides the table. */
const byPolicy = ['own_submission'];

function checksAt(name: StageName): Check[] {
  const stage = stageOf(name);
  const { title, needs = [] } = stage;
  const plain: Check['needs'] = ['token', 'regenerate', 'rotate', ...needs];
  return [
    {
      id: `phases/${name}`,
      title: `the snapshot ${title}`,
      pledge: phases,
      needs,
      async run(context) {
        const road = await sharedRoadTo(context, name);
        const { id, phase, status, changesRequested, credentials, hasForm, role, plan } =
          await road.snapshot();
        expectEqual('id', id, road.id);
        expectEqual('phase', phase, stage.phase);
        expectEqual('status', status, stage.status);
        expectEqual('changesRequested', changesRequested, stage.changesRequested ?? false);
        expectEqual('role', role, 'developer');
        expectEqual('hasForm', hasForm, stage.plan === 'form');
        expectEqual('plan.hasPipeline', plan.hasPipeline, stage.plan !== 'no_pipeline');
        expectEqual('plan.paid', plan.paid, stage.plan === 'paid');
        const there = { sandbox: Boolean(stage.sandbox), production: Boolean(stage.production) };
        const came = {
          sandbox: credentials.sandbox !== null,
          production: credentials.production !== null,
        };
        expectEqual('whether there are credentials', came, there);
      },
    },
    {
      id: `locks/${name}`,
      title: `the locks ${title}`,
      pledge: locks,
      needs,
      async run(context) {
        const { locks: came } = await (await sharedRoadTo(context, name)).snapshot();
        const expected = {
          sandbox: locksOf(stage, 'sandbox'),
          production: locksOf(stage, 'production'),
        };
        expectEqual('locks', came, expected);
      },
    },
    {
      id: `permissions/${name}`,
      title: `what the developer may do ${title}`,
      pledge: allowed,
      needs: stage.plan === 'form' ? [...plain, 'drafts'] : plain,
      async run(context) {
        const { allowedActions, refusals } = await (await sharedRoadTo(context, name)).snapshot();
        for (const action of actions.options) {
          const code = codeAt(stage, action);
          const may = allowedActions.includes(action);
          if (may && mayAllow(stage, action)) continue;
          expectEqual(`whether ${action} is allowed`, may, code === undefined);
          const said = refusals[action];
          expectThat(
            said === undefined || said === code || byPolicy.includes(said),
            `${action} refused with ${code ?? 'nothing'}`,
            () => said,
          );
        }
      },
    },
  ];
}

export const stageChecks: Check[] = [
  ...stageNames.flatMap(checksAt),
  ...(['in_review', 'approved', 'cancelled_in_review'] as const).map((name): Check => {
    const stage = stageOf(name);
    return {
      id: `permissions/${name}_for_reviewers`,
      title: `what the reviewer may do ${stage.title}`,
      pledge: allowed,
      needs: stage.needs ?? [],
      async run(context) {
        const road = await sharedRoadTo(context, name);
        const { role, allowedActions } = await road.snapshot('reviewer');
        const detail = await road.review();
        expectEqual('role', role, 'reviewer');
        for (const action of actions.options) {
          const situation = { ...situationOf(stage), role: 'reviewer' as const };
          const code = refusalOf(situation, action);
          const what = `whether ${action} is allowed`;
          expectEqual(`${what} by the snapshot`, allowedActions.includes(action), !code);
          expectEqual(`${what} by the review`, detail.allowedActions.includes(action), !code);
        }
      },
    };
  }),
];
