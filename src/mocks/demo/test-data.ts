import type { TestDataEntry } from '../../contract/index.js';

/** What Northbank put in its sandbox. */
export const sandboxTestData: TestDataEntry[] = [
  {
    type: 'Account',
    name: 'Current account with movements',
    description: 'Ninety days of salary, rent and card payments.',
    value: 'NB02SAND00112233440001',
  },
  {
    type: 'Account',
    name: 'Empty account',
    description: 'A balance of zero and no movements.',
    value: 'NB02SAND00112233440002',
  },
  {
    type: 'Account',
    name: 'Blocked account',
    description: 'Every payment answers with ACCOUNT_BLOCKED.',
    value: 'NB02SAND00112233440003',
  },
  {
    type: 'Account',
    name: 'Joint account',
    description: 'Two holders; payments need the consent of both.',
    value: 'NB02SAND00112233440004',
  },
  {
    type: 'Customer',
    name: 'Adult with two accounts',
    description: 'Has given consent for a year.',
    value: 'cus_sand_7001',
  },
  {
    type: 'Customer',
    name: 'Consent withdrawn',
    description: 'Any read answers with CONSENT_MISSING.',
    value: 'cus_sand_7002',
  },
  {
    type: 'Card',
    name: 'Approved',
    description: 'Works up to 500 euros a day.',
    value: '9000 0000 0000 0001',
  },
  {
    type: 'Card',
    name: 'Not enough funds',
    description: 'Declined above 10 euros.',
    value: '9000 0000 0000 0002',
  },
  {
    type: 'Amount',
    name: 'Triggers a manual check',
    description: 'A payment of this amount stays pending for two minutes.',
    value: '4711.00',
  },
  {
    type: 'One-time code',
    name: 'Accepted code',
    description: 'The only code that the sandbox takes.',
    value: '246810',
  },
  {
    type: 'Webhook',
    name: 'Signature key',
    description: 'Sandbox webhooks are signed with this key. It is public and opens nothing.',
    value: 'sandbox-signature-key-for-tests-only',
  },
  {
    type: 'Date',
    name: 'Bank holiday',
    description: 'Payments of this day are booked on the next one.',
    value: '2026-12-25',
  },
];
