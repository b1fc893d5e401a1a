import { statusOf, type Action, type Lane } from '../../contract/index.js';
import { refusalOf, type Situation } from '../../rules/index.js';
import { pledge, type Check, type Need } from '../check.js';
import { expectAnswer, expectEqual } from '../expect.js';
import { Skipped } from '../failure.js';
import { fittingAnswers } from '../form.js';
import type { OperationName } from '../operation.js';
import type { Road } from '../road.js';
import {
  onSharedRoad,
  roadTo,
  stageNames,
  stageOf,
  type Stage,
  type StageName,
} from '../stages.js';

const refused = pledge(
  'what-is-refused',
  'What is not allowed is refused, with the first code of the table that holds.',
);

/** The acts of a developer, and how each is asked for. */
const acts: Partial<Record<Action, { operation: OperationName; lane?: Lane; needs?: Need[] }>> = {
  'create_credentials:sandbox': { operation: 'createCredentials', lane: 'sandbox' },
  'create_credentials:production': { operation: 'createCredentials', lane: 'production' },
  'regenerate:sandbox': { operation: 'regenerate', lane: 'sandbox' },
  'regenerate:production': { operation: 'regenerate', lane: 'production' },
  'rotate_secret:sandbox': { operation: 'rotateSecret', lane: 'sandbox' },
  'rotate_secret:production': { operation: 'rotateSecret', lane: 'production' },
  'retire_secret:sandbox': { operation: 'retireSecret', lane: 'sandbox' },
  'retire_secret:production': { operation: 'retireSecret', lane: 'production' },
  'generate_token:sandbox': { operation: 'generateToken', lane: 'sandbox' },
  'generate_token:production': { operation: 'generateToken', lane: 'production' },
  save_draft: { operation: 'saveDraft' },
  submit: { operation: 'submit' },
};

/** A body with which nothing is wrong but the moment. */
function bodyOf(operation: OperationName, road: Road): unknown {
  if (operation === 'retireSecret') return { secretId: 'none' };
  if (operation === 'saveDraft') {
    return { formVersion: road.form.version, answers: fittingAnswers, step: 0 };
  }
  return operation === 'submit' ? road.submission() : {};
}

/** What the rules read, as it must be at a stage; of credentials it counts only that they are there. */
export function situationOf(stage: Stage, kind: 'secret' | 'none' = 'secret'): Situation {
  const credential = {
    id: 'c',
    kind: 'any',
    createdAt: '2026-01-01T00:00:00Z',
    expiresAt: null,
    deliveredAt: null,
    values: kind === 'secret' ? [{ name: 's', label: 's', secret: true }] : [],
    secrets: [],
  };
  const hasForm = stage.plan === 'form';
  return {
    status: stage.status,
    phase: stage.phase,
    changesRequested: stage.changesRequested ?? false,
    role: 'developer',
    credentials: {
      sandbox: stage.sandbox ? { ...credential, lane: 'sandbox' } : null,
      production: stage.production ? { ...credential, lane: 'production' } : null,
    },
    hasForm,
    formVersion: hasForm ? '1' : null,
    capabilities: {
      token: true,
      regenerate: true,
      rotate: true,
      overlapSeconds: 1,
      drafts: true,
      events: true,
    },
  };
}

/** Asked with what fits, and with an old secret that is not there. */
export const codeAt = (stage: Stage, action: Action): string | undefined =>
  refusalOf(situationOf(stage, stage.plan === 'no_secret' ? 'none' : 'secret'), action, {
    secretId: 'none',
    answersFit: true,
  });

/** What a host may allow beyond the table. */
export function mayAllow({ phase, status }: Stage, action: Action): boolean {
  if (phase === 'rejected' && (action === 'submit' || action === 'save_draft')) return true;
  return action.startsWith('regenerate') && (phase !== 'production' || status !== 'active');
}

function refusalAt(name: StageName, action: Action): Check[] {
  const stage = stageOf(name);
  const code = codeAt(stage, action);
  const { operation, lane } = acts[action]!;
  if (code === undefined) return [];
  const needs: Need[] = [...(stage.needs ?? [])];
  if (code === 'no_secret') needs.push('rotate');
  return [
    {
      id: `refusals/${name}/${action}`,
      title: `${action} is refused with ${code} ${stage.title}`,
      pledge: refused,
      needs,
      run: (context) =>
        onSharedRoad(context, name, async (road) => {
          if (mayAllow(stage, action) && (await road.snapshot()).allowedActions.includes(action)) {
            throw new Skipped('the host allows it here, which is its policy');
          }
          const body = bodyOf(operation, road);
          expectAnswer(await road.call(operation, { lane, body }), statusOf(code), code);
        }),
    },
  ];
}

/** A host that can't do a thing says so, and where the table has more to say, the rest first. */
const unsupported = (['regenerate', 'rotate', 'token', 'drafts'] as const).map((claim): Check => {
  const operation = {
    regenerate: 'regenerate',
    rotate: 'rotateSecret',
    token: 'generateToken',
    drafts: 'saveDraft',
  } as const;
  return {
    id: `refusals/unsupported/${claim}`,
    title: `what needs ${claim} is refused with not_supported where that is not claimed`,
    pledge: refused,
    needs: [`no_${claim}`],
    async run(context) {
      const road = await context.road(claim === 'drafts' ? 'form' : 'free');
      await road.create();
      const body = bodyOf(operation[claim], road);
      expectAnswer(await road.call(operation[claim], { body }), 409, 'not_supported');
    },
  };
});

export const refusalChecks: Check[] = [
  ...stageNames.flatMap((name) =>
    (Object.keys(acts) as Action[]).flatMap((action) => refusalAt(name, action)),
  ),
  ...unsupported,
  {
    id: 'refusals/change_nothing',
    title: 'an act that is refused changes nothing',
    pledge: pledge('what-is-refused', 'A refused act has no effect.'),
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const before = await road.snapshot();
      for (const [action, { operation, lane }] of Object.entries(acts)) {
        if (codeAt(stageOf('in_review'), action as Action) === undefined) continue;
        if (before.allowedActions.includes(action as Action)) continue;
        await road.call(operation, { lane, body: bodyOf(operation, road) });
      }
      expectEqual('the snapshot', await road.snapshot(), before);
    },
  },
];
