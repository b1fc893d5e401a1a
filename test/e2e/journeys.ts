import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ScenarioName } from '../../src/mocks/index.js';
import { createCredentials, fillForm, submit } from './joel.js';
import { decide, openSubmission } from './mara.js';
import type { Person } from './person.js';

/** Where the two of a journey meet: the demo, on its mocks or on a real host. */
export interface Site {
  /** Joel comes to his page, with this past. */
  joel(scenario: ScenarioName): Promise<Person>;
  /** Mara comes to her desk. */
  mara(): Promise<Person>;
}

/** The whole roads, to be walked on any site. */
export function journeys(site: Site): void {
  it('by way of a form, a return and an approval', async () => {
    const joel = await site.joel('fresh');
    await joel.find('button', 'Create credentials');
    assert.ok(await joel.isUnavailable('Submit for Review'));
    await joel.read('Available once sandbox credentials exist.');
    await createCredentials(joel, 'Save your sandbox credentials');

    await joel.press('View Test Data');
    await joel.find('button', 'Copy Current account with movements');

    await fillForm(joel);
    await submit(joel);
    assert.ok(await joel.isUnavailable('Submitted for Review'));

    const mara = await site.mara();
    await openSubmission(mara);
    await decide(mara, 'Request changes', 'The callback has no certificate yet.');

    await joel.look();
    await joel.find('heading', 'Changes Requested');
    await joel.read('The callback has no certificate yet.');
    await joel.press('Edit submission');
    await joel.find('heading', 'Company');
    await joel.press('Next: Integration');
    await joel.fill('Address for webhooks', 'https://secure.fernwood-ledger.example/northbank');
    await joel.press('Next: Security');
    await joel.press('Next: Contacts');
    await joel.press('Next: Review');
    await joel.find('heading', 'Review');
    await submit(joel);
    await joel.miss('heading', 'Changes Requested');

    await mara.look();
    await openSubmission(mara);
    await decide(mara, 'Approve');

    await joel.look();
    await joel.find('heading', 'Approved');
    await createCredentials(joel, 'Save your production credentials');
    await joel.find('region', 'Production Credentials');
  });

  it('no further, when the submission is turned down', async () => {
    const joel = await site.joel('in_review');
    await joel.find('button', 'Submitted for Review');
    const mara = await site.mara();
    await openSubmission(mara);
    await decide(mara, 'Reject', 'There is no licence for this.');

    await joel.look();
    await joel.find('heading', 'Submission Rejected');
    await joel.read('There is no licence for this.');
    await joel.miss('button', 'Submit for Review');
  });

  it('only once a paid plan is paid', async () => {
    const joel = await site.joel('paid_unpaid');
    await joel.find('heading', 'Approved');
    await joel.miss('button', 'Create credentials');
    const till = await joel.followOut('Complete payment');
    await till.press('Pay €490');
    await till.read('Paid. Thank you.');
    await till.leave();

    await joel.look();
    await createCredentials(joel, 'Save your production credentials');
    await joel.read('Active');
  });
}
