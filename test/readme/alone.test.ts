import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/stepper.js';
import { createStaticStore } from '../../src/index.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { settled } from '../helpers/stories.js';

it('the README’s element alone shows a snapshot', async () => {
  await fixture(html`<golive-stepper></golive-stepper>`);
  const snapshot = snapshots.inReview;

  const stepper = document.querySelector('golive-stepper')!;
  stepper.store = createStaticStore(snapshot);

  await settled(stepper);
  expect(stepper.shadowRoot!.textContent).to.contain('In Review');
});
