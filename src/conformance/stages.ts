import type { Phase, Status } from '../contract/index.js';
import type { Need } from './check.js';
import type { Context } from './context.js';
import type { PlanKind } from './hooks.js';
import type { Road } from './road.js';

/** A place on the road, and how to get there. */
export interface Stage {
  title: string;
  plan: PlanKind;
  needs?: readonly Need[];
  status: Status;
  phase: Phase;
  changesRequested?: boolean;
  /** Which lanes have credentials there. */
  sandbox?: boolean;
  production?: boolean;
  go(road: Road, context: Context): Promise<unknown>;
}

const built = { sandbox: true, status: 'active', plan: 'free' } as const;

const submits = async (road: Road) => {
  await road.create();
  await road.submit();
};
const isDecided =
  (outcome: 'approved' | 'rejected' | 'changes_requested') => async (road: Road) => {
    await submits(road);
    await road.decide(outcome);
  };
const approved = isDecided('approved');
const live = async (road: Road) => {
  await approved(road);
  await road.create('production');
};
/** A stage, cancelled. */
const cancelled = (go: Stage['go']) => async (road: Road, context: Context) => {
  await go(road, context);
  await context.hooks.setStatus!(road.id, 'cancelled');
};
const fails = async (road: Road, { hooks }: Context) => {
  await approved(road);
  await hooks.failPayment!(road.id);
};
const nothing = async () => {};

/** Every place where something is refused that is not refused elsewhere. */
export const stages = {
  fresh: {
    title: 'before there are credentials',
    plan: 'free',
    status: 'active',
    phase: 'sandbox',
    go: nothing,
  },
  built: {
    ...built,
    title: 'in sandbox, with credentials',
    phase: 'sandbox',
    go: (road) => road.create(),
  },
  in_review: { ...built, title: 'in review', phase: 'in_review', go: submits },
  sent_back: {
    ...built,
    title: 'when changes were requested',
    phase: 'sandbox',
    changesRequested: true,
    go: isDecided('changes_requested'),
  },
  rejected: { ...built, title: 'when rejected', phase: 'rejected', go: isDecided('rejected') },
  approved: { ...built, title: 'when approved', phase: 'production', go: approved },
  live: {
    ...built,
    title: 'in production, with credentials',
    phase: 'production',
    production: true,
    go: live,
  },
  form_fresh: {
    title: 'with a form, before there are credentials',
    plan: 'form',
    status: 'active',
    phase: 'sandbox',
    go: nothing,
  },
  form_in_review: {
    ...built,
    plan: 'form',
    title: 'with a form, in review',
    phase: 'in_review',
    go: submits,
  },
  form_rejected: {
    ...built,
    plan: 'form',
    title: 'with a form, when rejected',
    phase: 'rejected',
    go: isDecided('rejected'),
  },
  form_approved: {
    ...built,
    plan: 'form',
    title: 'with a form, when approved',
    phase: 'production',
    go: approved,
  },
  unpaid: {
    ...built,
    plan: 'paid',
    title: 'in sandbox, not paid',
    status: 'pending_payment',
    phase: 'sandbox',
    go: (road) => road.create(),
  },
  unpaid_approved: {
    ...built,
    plan: 'paid',
    title: 'when approved, but not paid',
    status: 'pending_payment',
    phase: 'production',
    go: approved,
  },
  payment_failed: {
    ...built,
    plan: 'paid',
    needs: ['failPayment'],
    title: 'when approved, but the payment failed',
    status: 'payment_failed',
    phase: 'production',
    go: fails,
  },
  cancelled_fresh: {
    title: 'when cancelled, without credentials',
    plan: 'free',
    needs: ['setStatus'],
    status: 'cancelled',
    phase: 'sandbox',
    go: cancelled(nothing),
  },
  cancelled_in_review: {
    ...built,
    needs: ['setStatus'],
    title: 'when cancelled in review',
    status: 'cancelled',
    phase: 'in_review',
    go: cancelled(submits),
  },
  cancelled_live: {
    ...built,
    needs: ['setStatus'],
    title: 'when cancelled in production',
    status: 'cancelled',
    phase: 'production',
    production: true,
    go: cancelled(live),
  },
  open_to_all: {
    title: 'on a plan without a review',
    plan: 'no_pipeline',
    status: 'active',
    phase: 'production',
    go: nothing,
  },
  without_secret: {
    ...built,
    plan: 'no_secret',
    title: 'with a kind of credentials without a secret',
    phase: 'sandbox',
    go: (road) => road.create(),
  },
} as const satisfies Record<string, Stage>;

export type StageName = keyof typeof stages;
export const stageNames = Object.keys(stages) as StageName[];
export const stageOf = (name: StageName): Stage => stages[name];

/** A road of one's own that has come as far. */
export async function roadTo(context: Context, name: StageName): Promise<Road> {
  const { plan, go } = stageOf(name);
  const road = await context.road(plan);
  await go(road, context);
  return road;
}

interface SharedRoad {
  road: Promise<Road>;
  /** Whoever has it now. */
  turn: Promise<unknown>;
}
const shared = new WeakMap<Context, Map<StageName, SharedRoad>>();

function sharedRoad(context: Context, name: StageName): SharedRoad {
  const roads = shared.get(context) ?? new Map<StageName, SharedRoad>();
  shared.set(context, roads);
  const road = roads.get(name) ?? { road: roadTo(context, name), turn: Promise.resolve() };
  roads.set(name, road);
  return road;
}

/** A road that has come as far, for all checks that only look. */
export const sharedRoadTo = (context: Context, name: StageName): Promise<Road> =>
  sharedRoad(context, name).road;

/**
 * Lends a road that has come as far to checks that should change nothing, one after the other. Where one
 * fails, something may have changed, so the next gets another.
 */
export async function onSharedRoad(
  context: Context,
  name: StageName,
  work: (road: Road) => Promise<void>,
): Promise<void> {
  const mine = sharedRoad(context, name);
  const { turn } = mine;
  const done = (async () => {
    await turn;
    const present = sharedRoad(context, name);
    if (present !== mine) return onSharedRoad(context, name, work);
    try {
      return await work(await mine.road);
    } catch (thrown) {
      shared.get(context)!.delete(name);
      throw thrown;
    }
  })();
  mine.turn = done.catch(() => undefined);
  return done;
}
