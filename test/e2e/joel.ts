import type { Person } from './person.js';

/** Creates the credentials of the lane that has none yet, and keeps them; gives what was shown once. */
export async function createCredentials(developer: Person, dialog: string): Promise<void> {
  await developer.press('Create credentials');
  await developer.find('dialog', dialog);
  await developer.find('button', 'Copy Client secret');
  await developer.press('I have saved it');
  await developer.miss('dialog', dialog);
  await developer.find('button', 'Rotate Secret');
}

/** Fills in the whole form of the Partner plan, up to its review. */
export async function fillForm(developer: Person): Promise<void> {
  await developer.press('Submit for Review');
  await developer.find('heading', 'Company');
  await developer.fill('Legal name', 'Fernwood Ledger DAC');
  await developer.fill('Registration number', 'IE617204');
  await developer.choose('Country of registration', 'Ireland');
  await developer.fill('Website', 'https://www.fernwood-ledger.example');
  await developer.press('Next: Integration');

  await developer.find('heading', 'Integration');
  await developer.tick('Show balances', 'Pay out');
  await developer.fill(
    'How the integration works',
    'We read balances every hour and pay out what our customers have approved.',
  );
  await developer.fill('Expected calls a month', '40000');
  await developer.fill('Address for webhooks', 'https://hooks.fernwood-ledger.example/northbank');
  await developer.fill('Planned first day in production', '2027-03-01', 'Date');
  await developer.press('Next: Security');

  await developer.find('heading', 'Security');
  await developer.choose('Where production secrets are kept', 'In a secrets manager');
  await developer.press('Next: Contacts');

  await developer.find('heading', 'Contacts');
  await developer.fill('Technical contact', 'Joel Adeyemi');
  await developer.fill('Their email', 'joel@fernwood-ledger.example');
  await developer.fill('Phone for incidents', '+353 1 496 0000');
  await developer.tick('We keep to the Northbank rules for partners');
  await developer.press('Next: Review');
  await developer.find('heading', 'Review');
}

/** Sends what the review shows. */
export async function submit(developer: Person): Promise<void> {
  await developer.press('Submit for Review');
  await developer.find('button', 'Submitted for Review');
}
