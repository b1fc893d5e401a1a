import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/provider.js';
import '../../src/define/stepper.js';
import '../../src/define/submission.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { showing } from '../../stories/fixture/store.js';
import { settled } from '../helpers/stories.js';

it('the README’s words stand in place of the built-in ones', async () => {
  const provider = await fixture<HTMLElementTagNameMap['golive-provider']>(
    html`<golive-provider .store=${showing(snapshots.credentialsMade)}>
      <golive-stepper></golive-stepper>
      <golive-submission></golive-submission>
    </golive-provider>`,
  );

  provider.strings = {
    stepper: { productionLater: 'Not open yet' },
    submission: { title: 'Send to the partner team' },
  };

  const [stepper, submission] = [...provider.children];
  await settled(stepper!);
  await settled(submission!);
  expect(stepper!.shadowRoot!.textContent).to.contain('Not open yet');
  expect(submission!.shadowRoot!.textContent).to.contain('Send to the partner team');
});
