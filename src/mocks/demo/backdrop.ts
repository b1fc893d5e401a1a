import { applicants, ownApplicant, partnerAnswers, type Applicant } from './applicants.js';
import { approvedSubscriptions, people, plans, sideSubscriptions } from './northbank.js';
import { decideLatest, makeCredentials, submitAnswers, type Scene } from './stage.js';
import type { Plan } from '../host/state.js';

/** The oldest of all scenes. */
const BEGINNING = 2000;

/** The provider with its plans and people, Joel's side subscriptions, and everybody else's queue. */
export function backdrop(): Scene[] {
  const setUp: Scene = {
    hoursAgo: BEGINNING,
    act: async ({ host }) => {
      for (const plan of Object.values<Plan>(plans)) await host.addPlan(plan);
      for (const account of Object.values(people)) await host.addAccount(account);
    },
  };
  const others = applicants.flatMap((applicant, index) => {
    const isInes = applicant.developer === people.ines.name;
    const account = isInes ? people.ines : undefined;
    return scenesOf(applicant, `sub_${101 + index}`, account);
  });
  return [setUp, ...sideScenes(), ...others, ...scenesOf(ownApplicant, 'sub_100', people.mara)];
}

function sideScenes(): Scene[] {
  const by = people.joel.name;
  const { id: joel, tenant } = people.joel;
  const subscribes = [...sideSubscriptions, ...approvedSubscriptions].map(
    (subscription, index): Scene => ({
      hoursAgo: 900 - index,
      act: ({ host }) => host.subscribe({ ...subscription, tenant, by }),
    }),
  );
  const approvals = approvedSubscriptions.flatMap(({ id }): Scene[] => [
    { hoursAgo: 890, act: ({ as }) => makeCredentials(as(joel), id) },
    { hoursAgo: 700, act: ({ as }) => submitAnswers(as(joel), id, {}) },
    {
      hoursAgo: 680,
      act: ({ as }) => decideLatest(as(people.hugo.id), id, 'approved', 'Welcome aboard.'),
    },
  ]);
  return [...subscribes, ...approvals];
}

/** A company's past: it subscribes, makes its credentials, and goes through its attempts. */
function scenesOf(
  applicant: Applicant,
  subscriptionId: string,
  known: (typeof people)['ines' | 'mara'] | undefined,
): Scene[] {
  const { company, developer, planId, attempts } = applicant;
  const tenant = known?.tenant ?? company.toLowerCase().replace(/[^a-z]+/g, '-');
  const account = known ?? { id: `dev_${subscriptionId}`, name: developer, tenant };
  const start = attempts[0]![0] + 48;
  return [
    {
      hoursAgo: start,
      act: async ({ host }) => {
        if (!known) await host.addAccount(account);
        const id = subscriptionId;
        await host.subscribe({ id, name: company, planId, tenant, by: developer });
      },
    },
    {
      hoursAgo: start - 3,
      act: ({ as }) => makeCredentials(as(account.id), subscriptionId),
    },
    ...attempts.flatMap((attempt, index) => {
      const [submitted, decision] = attempt;
      const answers = partnerAnswers(applicant, index + 1);
      const submits: Scene = {
        hoursAgo: submitted,
        act: ({ as }) => submitAnswers(as(account.id), subscriptionId, answers),
      };
      if (!decision) return [submits];
      const [outcome, decided, reviewer, notes = null] = decision;
      const decides: Scene = {
        hoursAgo: decided,
        act: ({ as }) => decideLatest(as(reviewer), subscriptionId, outcome, notes),
      };
      return [submits, decides];
    }),
  ];
}
