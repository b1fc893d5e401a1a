import { describe, it } from 'node:test';
import { isMissing, type Engine } from '../host/visitors/browsers.js';
import { browsersOf } from '../host/visitors/during.js';
import { createCredentials, fillForm, submit } from './joel.js';
import { decide, openSubmission } from './mara.js';

const demo = (path: string) => new URL(path, process.env['DEMO_URL']).href;

/** The other journeys are Chromium’s; its worker is not theirs. */
const others: Engine[] = ['firefox', 'webkit'];

for (const engine of others) {
  describe(`the demo behind its worker, in ${engine}`, { skip: isMissing(engine) }, () => {
    const open = browsersOf(engine);

    it('leads from sandbox to production', async () => {
      // One profile holds the demo's backend, so one visitor is both of them in turn.
      const person = await open[engine].arrive(demo('/?scenario=fresh'));
      await createCredentials(person, 'Save your sandbox credentials');
      await fillForm(person);
      await submit(person);

      await person.visit(demo('/reviews.html'));
      await openSubmission(person);
      await decide(person, 'Approve');

      await person.visit(demo('/'));
      await person.find('heading', 'Approved');
      await createCredentials(person, 'Save your production credentials');
      await person.read('Active');
    });
  });
}
