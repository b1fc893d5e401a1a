import type { Review } from '../../src/contract/index.js';
import {
  createFakeHost,
  DEMO_NOW,
  people,
  plans,
  seededRandom,
  type Account,
  type FakeHost,
  type HostState,
  type Plan,
} from '../../src/mocks/index.js';

const HOUR = 3_600_000;

const firstNames = ['Amina', 'Bram', 'Chidi', 'Dagny', 'Eoin', 'Farah', 'Gita', 'Henk', 'Åsa'];
const lastNames = ['Adebayo', 'Brandt', 'Caldeira', 'Duarte', 'Eze', 'Fjord', 'Goossens', 'Ito'];
const places = ['Alder', 'Birch', 'Copper', 'Drift', 'Ember', 'Fern', 'Glen', 'Harbour', 'Iron'];
const trades = ['Ledger', 'Payroll', 'Lending', 'Rentals', 'Treasury', 'Invoicing', 'Cards'];
const kinds = ['explorer', 'rates', 'direct'] as const;
const outcomes = ['approved', 'approved', 'approved', 'changes_requested', 'rejected'] as const;

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

/**
 * A state with so many submissions, the same each time: written down at once, for acting them out would
 * take minutes. Each is of a subscription of its own, whose credentials nobody needs here.
 */
export async function crowdState(count: number): Promise<HostState> {
  const empty = createFakeHost();
  for (const plan of Object.values<Plan>(plans)) await empty.addPlan({ ...plan, form: null });
  for (const account of Object.values<Account>(people)) await empty.addAccount(account);
  const state = await empty.export();
  for (let at = 0; at < count; at += 1) addSubmission(state, at, count);
  state.serial = count;
  state.revision += count;
  state.queueVersions[people.mara.reviews] = count;
  return state;
}

function addSubmission(state: HostState, at: number, count: number): void {
  const id = `sub_c${at}`;
  const submissionId = `rev_c${at}`;
  const submittedBy = `${pick(firstNames, at)} ${pick(lastNames, at * 7)}`;
  const submitted = DEMO_NOW - (count - at + 1) * (HOUR / 10);
  const submittedAt = new Date(submitted).toISOString();
  // So that each page holds enough to be decided one after the other.
  const isWaiting = at % 2 === 1;
  const outcome = pick(outcomes, at);
  const review: Review = {
    outcome,
    notes: outcome === 'changes_requested' ? 'The callback has no certificate yet.' : null,
    fieldNotes: [],
    decidedAt: new Date(submitted + ((at * 37) % 90) * 60_000).toISOString(),
    reviewer: pick(['Mara Lindqvist', 'Hugo Steenkamp'], at),
  };
  state.subscriptions[id] = {
    id,
    name: `${pick(places, at * 5)} ${pick(trades, at * 3)} ${at}`,
    tenant: `tenant-${at}`,
    planId: pick(kinds, at),
    status: 'active',
    phase: isWaiting ? 'in_review' : outcome === 'approved' ? 'production' : 'rejected',
    changesRequested: false,
    version: 1,
    updatedAt: submittedAt,
    credentials: { sandbox: null, production: null },
    tokens: [],
    draft: null,
    submissionIds: [submissionId],
    activity: [],
  };
  if (!isWaiting && outcome === 'changes_requested') {
    Object.assign(state.subscriptions[id], { phase: 'sandbox', changesRequested: true });
  }
  state.submissions[submissionId] = {
    id: submissionId,
    version: isWaiting ? 1 : 2,
    subscriptionId: id,
    attempt: 1,
    formKey: null,
    answers: {},
    submittedAt,
    submittedBy,
    submitter: `dev_${at}`,
    review: isWaiting ? null : review,
  };
}

/** A host with so many submissions, at the demo's moment. */
export async function createCrowdedHost(count: number): Promise<FakeHost> {
  const state = await crowdState(count);
  return createFakeHost({ state, clock: () => DEMO_NOW, random: seededRandom(count) });
}
