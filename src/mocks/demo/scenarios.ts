import type { Answers, Outcome, Status } from '../../contract/index.js';
import type { Plan } from '../host/state.js';
import type { Faults } from '../wire/faults.js';
import { partnerAnswers } from './applicants.js';
import { MAIN_SUBSCRIPTION, people } from './northbank.js';
import { decideLatest, keep, makeCredentials, submitAnswers, type Scene } from './stage.js';

/** A state to start from: what happened to Joel's subscription, and what is wrong with the line. */
export interface Scenario {
  scenes: Scene[];
  /** Where Partner differs from what it usually is. */
  plan?: Partial<Plan>;
  faults?: (faults: Faults) => void;
}

const main = MAIN_SUBSCRIPTION;
const joel = people.joel;

const subscribes = (planId = 'partner', status: Status = 'active', hoursAgo = 216): Scene => ({
  hoursAgo,
  act: ({ host }) =>
    host.subscribe({
      id: main,
      name: 'Fernwood Ledger',
      planId,
      tenant: joel.tenant,
      by: joel.name,
      status,
    }),
});

const makesCredentials: Scene = {
  hoursAgo: 214,
  act: ({ as }) => makeCredentials(as(joel.id), main),
};

/** How long Partner's credentials last where they expire. */
const CREDENTIAL_DAYS = 90;

const madeDaysAgo = (days: number): Scene[] => [
  subscribes('partner', 'active', days * 24 + 2),
  { ...makesCredentials, hoursAgo: days * 24 },
];

/** A rotation in the middle of its day of overlap, its new secret saved. */
const rotates: Scene = {
  hoursAgo: 19 / 60,
  act: async ({ as }) => {
    const adapter = as(joel.id);
    const rotation = { overlapSeconds: 86_400 };
    await keep(adapter, main, await adapter.rotateSecret(main, 'sandbox', rotation));
  },
};

/** Joel's answers, as he first submits them. */
export const joelsAnswers: Answers = {
  ...partnerAnswers({ company: 'Fernwood Ledger', developer: joel.name, country: 'ie' }, 1),
  legal_name: 'Fernwood Ledger DAC',
  registration_number: 'IE617204',
  website: 'https://www.fernwood-ledger.example',
  holds_customer_funds: true,
  safeguarding_bank: 'Banque du Rivage',
  key_storage: 'environment',
  tech_email: 'joel@fernwood-ledger.example',
  callback_url: 'https://hooks.fernwood-ledger.example/northbank',
};

const submits: Scene = {
  hoursAgo: 26,
  act: ({ as }) => submitAnswers(as(joel.id), main, joelsAnswers),
};

const decides = (
  outcome: Outcome,
  notes: string | null,
  fieldNotes: { fieldId: string; note: string }[] = [],
): Scene => ({
  hoursAgo: 2,
  act: ({ as }) => decideLatest(as(people.mara.id), main, outcome, notes, fieldNotes),
});

const approves = decides('approved', 'Good work. Welcome aboard.');
const built = [subscribes(), makesCredentials];
const submitted = [...built, submits];

/** Named states to start from; each is a past of real acts, so that none contradicts the rules. */
export const scenarios = {
  fresh: { scenes: [subscribes()] },
  credentials_made: { scenes: built },
  in_review: { scenes: submitted },
  changes_requested: {
    scenes: [
      ...submitted,
      decides(
        'changes_requested',
        'Nearly there. Two things keep us from saying yes:\n\n' +
          'Secrets in the environment need a rotation every 30 days, and our test call to your ' +
          'webhook was answered although its signature was wrong.',
        [
          {
            fieldId: 'rotation_days',
            note: '30 days at most where secrets are in the environment.',
          },
          { fieldId: 'callback_url', note: 'Refuse calls whose signature does not match.' },
        ],
      ),
    ],
  },
  rejected: {
    scenes: [
      ...submitted,
      decides('rejected', 'We can not work with companies that hold funds without a licence.'),
    ],
  },
  approved: { scenes: [...submitted, approves] },
  paid_unpaid: {
    scenes: [subscribes('partner', 'pending_payment'), makesCredentials, submits, approves],
  },
  payment_failed: {
    scenes: [
      subscribes('partner', 'pending_payment'),
      makesCredentials,
      submits,
      approves,
      { hoursAgo: 1, act: ({ host }) => host.failPayment(main) },
    ],
  },
  credential_expiring: {
    scenes: madeDaysAgo(CREDENTIAL_DAYS - 9),
    plan: { credentialDays: CREDENTIAL_DAYS },
  },
  credential_expired: {
    scenes: madeDaysAgo(CREDENTIAL_DAYS + 2),
    plan: { credentialDays: CREDENTIAL_DAYS },
  },
  secret_overlap: { scenes: [...built, rotates] },
  /** Created, and the answer never arrived. */
  credential_lost: {
    scenes: [
      subscribes(),
      { hoursAgo: 1, act: ({ as }) => as(joel.id).createCredentials(main, 'sandbox') },
    ],
  },
  no_form: { scenes: [subscribes('explorer'), makesCredentials] },
  empty_test_data: { scenes: built, plan: { testData: [] } },
  slow: {
    scenes: built,
    faults: (faults) => {
      faults.latency = [1500, 4000];
    },
  },
  failing: {
    scenes: built,
    faults: (faults) => faults.fail({ code: 'internal', times: Infinity }),
  },
  offline: {
    scenes: built,
    faults: (faults) => {
      faults.offline = true;
    },
  },
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;
export const scenarioNames = Object.keys(scenarios) as ScenarioName[];
