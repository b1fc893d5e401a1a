import type { Answers, Outcome } from '../../contract/index.js';

/** One attempt: hours before now when it was made, and how and when it was decided. */
export type Attempt = [
  submitted: number,
  decision?: [outcome: Outcome, decided: number, by: 'mara' | 'hugo', notes?: string],
];

export interface Applicant {
  company: string;
  developer: string;
  planId: 'partner' | 'explorer' | 'rates' | 'direct';
  country: string;
  attempts: Attempt[];
}

const yes = 'approved';
const no = 'rejected';
const back = 'changes_requested';

/** Companies in Northbank's queue: 30 attempts in all states and ages. */
export const applicants: Applicant[] = [
  {
    company: 'Quayside Pay',
    developer: 'Inês Caldeira',
    planId: 'explorer',
    country: 'pt',
    attempts: [[31]],
  },
  {
    company: 'Harrow & Finch',
    developer: 'Oliver Brandt',
    planId: 'partner',
    country: 'gb',
    attempts: [[260, [back, 231, 'hugo', 'Please say how refunds are matched to payouts.']], [49]],
  },
  {
    company: 'Tallow Street Lending',
    developer: 'Amina Yusuf',
    planId: 'partner',
    country: 'ie',
    attempts: [[5]],
  },
  {
    company: 'Brightmoor Payroll',
    developer: 'Sven Åkerblom',
    planId: 'partner',
    country: 'se',
    attempts: [[402, [yes, 377, 'mara']]],
  },
  {
    company: 'Copperline Invoicing',
    developer: 'Noor van Dijk',
    planId: 'explorer',
    country: 'nl',
    attempts: [[1]],
  },
  {
    company: 'Saltmarsh Rentals',
    developer: 'Gareth Pryce',
    planId: 'explorer',
    country: 'gb',
    attempts: [[700, [no, 655, 'mara', 'Rent deposits need a licence that we could not find.']]],
  },
  {
    company: 'Lumen Kiosk',
    developer: 'Chiara Donati',
    planId: 'rates',
    country: 'fr',
    attempts: [[13]],
  },
  {
    company: 'Wrenfield Insurance',
    developer: 'Malte Jessen',
    planId: 'partner',
    country: 'de',
    attempts: [
      [510, [back, 488, 'mara', 'The webhook address answered with 404 when we tried it.']],
      [340, [back, 316, 'mara', 'It answers now, but takes any signature.']],
      [198, [yes, 180, 'hugo', 'Thank you for the quick fix.']],
    ],
  },
  {
    company: 'Pebble & Tide Travel',
    developer: 'Lucía Ferrer',
    planId: 'explorer',
    country: 'es',
    attempts: [[90, [yes, 66, 'hugo']]],
  },
  {
    company: 'Okonkwo Freight',
    developer: 'Chidi Okonkwo',
    planId: 'direct',
    country: 'gb',
    attempts: [[22]],
  },
  {
    company: 'Glasswing Analytics',
    developer: 'Elif Demir',
    planId: 'partner',
    country: 'de',
    attempts: [[75, [back, 53, 'hugo', 'Secrets in environment files need a shorter rotation.']]],
  },
  {
    company: 'Moorhen Coffee',
    developer: 'Tess Whitlock',
    planId: 'explorer',
    country: 'gb',
    attempts: [[150, [yes, 141, 'mara']]],
  },
  {
    company: 'Ardent Cycles',
    developer: 'Baptiste Roux',
    planId: 'rates',
    country: 'fr',
    attempts: [[610, [yes, 570, 'hugo']]],
  },
  {
    company: 'Stillwater Pensions',
    developer: 'Fionnuala Keane',
    planId: 'partner',
    country: 'ie',
    attempts: [[68]],
  },
  {
    company: 'Kestrel Parking',
    developer: 'Ruben Castell',
    planId: 'explorer',
    country: 'es',
    attempts: [[280, [no, 262, 'hugo', 'The company is being wound up, says the register.']]],
  },
  {
    company: 'Nine Elms Dental',
    developer: 'Dr. Farah Siddiqui',
    planId: 'explorer',
    country: 'gb',
    attempts: [[110, [yes, 97, 'mara']]],
  },
  {
    company: 'Vantaan Softworks',
    developer: 'Aino Lehtonen',
    planId: 'direct',
    country: 'se',
    attempts: [[44, [back, 20, 'mara', 'Which of your two apps is this for?']]],
  },
  {
    company: 'Dovecote Housing',
    developer: 'Samuel Bright',
    planId: 'partner',
    country: 'gb',
    attempts: [[8]],
  },
  {
    company: 'Marigold Tutors',
    developer: 'Priyanka Nair',
    planId: 'explorer',
    country: 'gb',
    attempts: [[3]],
  },
  {
    company: 'Bluepine Ferries',
    developer: 'Håkon Ness',
    planId: 'partner',
    country: 'se',
    attempts: [[830, [yes, 790, 'mara']]],
  },
  {
    company: 'Zephyr Energy Desk',
    developer: 'Wouter de Haan',
    planId: 'rates',
    country: 'nl',
    attempts: [
      [124, [back, 101, 'hugo', 'Please name a phone that someone answers at night.']],
      [17],
    ],
  },
  {
    company: 'Old Orchard Bakery',
    developer: 'Marguerite Blanc',
    planId: 'explorer',
    country: 'fr',
    attempts: [[39, [yes, 28, 'mara']]],
  },
  {
    company: 'Cinder Lane Studios',
    developer: 'Jonah Feld',
    planId: 'explorer',
    country: 'de',
    attempts: [[58]],
  },
  {
    company: 'Fathom Marine Supply',
    developer: 'Rosalind Achterberg',
    planId: 'rates',
    country: 'nl',
    attempts: [[11]],
  },
  {
    company: 'Teasel Textiles',
    developer: 'Beatriz Sampaio',
    planId: 'partner',
    country: 'pt',
    attempts: [[460, [no, 433, 'mara', 'Test traffic came from an address that is not yours.']]],
  },
];

/** Mara's own, which she can't decide herself. */
export const ownApplicant: Applicant = {
  company: 'Northbank Labs',
  developer: 'Mara Lindqvist',
  planId: 'explorer',
  country: 'gb',
  attempts: [[27]],
};

/** Answers to the Partner form that differ from company to company. */
export function partnerAnswers(
  { company, developer, country }: Omit<Applicant, 'planId' | 'attempts'>,
  attempt: number,
): Answers {
  const number = [...company].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0);
  const domain = `${company.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
  const holdsFunds = number % 3 === 0;
  const isTested = number % 2 === 0;
  return {
    legal_name: `${company} Ltd`,
    registration_number: `FN${20_000 + number * 7}`,
    country,
    website: `https://www.${domain}`,
    employees: 4 + (number % 180),
    holds_customer_funds: holdsFunds,
    ...(holdsFunds ? { safeguarding_bank: 'Banque du Rivage' } : {}),
    use_cases: number % 5 === 0 ? ['balances', 'other'] : ['reconciliation', 'payouts'],
    ...(number % 5 === 0 ? { other_use_case: 'Warn customers before they overdraw' } : {}),
    summary:
      `${company} reads the movements of its customers every hour and matches them to open ` +
      `invoices. Payouts start at six in the morning.` +
      (attempt > 1
        ? ' Webhooks are checked against their signature before anything is booked.'
        : ''),
    monthly_calls: 1000 * (5 + (number % 400)),
    callback_url: `https://hooks.${domain}/northbank`,
    go_live_on: '2027-01-18',
    key_storage: number % 4 === 0 ? 'environment' : 'vault',
    rotation_days: attempt > 1 ? 30 : 90,
    standards: number % 2 === 0 ? ['iso27001'] : ['soc2', 'pci'],
    pen_tested: isTested,
    ...(isTested ? { pen_test_on: '2026-06-12' } : {}),
    tech_contact: developer,
    tech_email: `api@${domain}`,
    incident_phone: `+44 20 7946 0${String(number % 1000).padStart(3, '0')}`,
    accepts_rules: true,
  };
}
