import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/stepper.js';
import type { PipelineStepper } from '../../src/elements/stepper/stepper.js';
import * as stories from '../../stories/stepper.stories.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { showing } from '../../stories/fixture/store.js';
import { itIsAccessibleInEveryStory, settled, showStory } from '../helpers/stories.js';

/** The steps as a person reads them: name and line, which one is now, and which is marked as open. */
function steps(stepper: PipelineStepper) {
  return [...stepper.shadowRoot!.querySelectorAll('li')].map((item) => ({
    text: item.textContent.replace(/\s+/g, ' ').trim(),
    isNow: item.getAttribute('aria-current') === 'step',
    isOpen: item.matches('.success'),
  }));
}

describe('golive-stepper', () => {
  itIsAccessibleInEveryStory(stories);

  it('shows three steps and where the subscription stands', async () => {
    const found = steps(await showStory(stories, 'InReview'));
    expect(found.map(({ isNow }) => isNow)).to.deep.equal([false, true, false]);
    expect(found[0]!.text).to.equal('Sandbox Done');
    expect(found[1]!.text).to.match(/^In Review Submitted .*2026, attempt 2$/);
    expect(found[2]!.text).to.equal('Production Locked');
  });

  it('flags sandbox when changes were requested', async () => {
    const [sandbox, review] = steps(await showStory(stories, 'ChangesRequested'));
    expect(sandbox!.text).to.contain('Changes Requested');
    expect(sandbox!.isNow).to.equal(true);
    expect(review!.text).to.match(/Attempt 1 returned on .*2026/);
  });

  it('marks the review step when the submission was turned down', async () => {
    const [, review] = steps(await showStory(stories, 'Rejected'));
    expect(review!.text).to.contain('Rejected');
    expect(review!.isNow).to.equal(true);
  });

  it('says that production waits for a payment', async () => {
    const [, , production] = steps(await showStory(stories, 'PaymentDue'));
    expect(production!.text).to.equal('Production Approved, payment due');
    expect(production!.isNow).to.equal(true);
    expect(production!.isOpen).to.equal(false);
    const [, , open] = steps(await showStory(stories, 'Production'));
    expect(open!.isOpen).to.equal(true);
  });

  it('shows nothing for a plan without a pipeline', async () => {
    expect(steps(await showStory(stories, 'NoPipeline'))).to.deep.equal([]);
  });

  it('takes the words of the page', async () => {
    const [sandbox, , production] = steps(await showStory(stories, 'OwnWords'));
    expect(sandbox!.text).to.contain('Playground');
    expect(production!.text).to.contain('Closed for now');
  });

  it('speaks dates in the language of the page', async () => {
    const box = await fixture(html`<div lang="de"><golive-stepper></golive-stepper></div>`);
    const stepper = box.querySelector('golive-stepper')!;
    stepper.store = showing(snapshots.inReview);
    await settled(stepper);
    expect(steps(stepper)[1]!.text).to.contain('19.11.2026');
  });

  it('follows the store it is given, and leaves it when it is removed', async () => {
    const store = showing(snapshots.inReview);
    let listening = 0;
    const { subscribe } = store;
    store.subscribe = (listener) => {
      listening += 1;
      const leave = subscribe(listener);
      return () => {
        listening -= 1;
        leave();
      };
    };
    const stepper = await fixture<PipelineStepper>(
      html`<golive-stepper .store=${store}></golive-stepper>`,
    );
    expect(listening).to.equal(1);
    stepper.remove();
    expect(listening).to.equal(0);
    document.body.append(stepper);
    expect(listening).to.equal(1);
    stepper.store = showing(snapshots.live);
    await settled(stepper);
    expect(listening).to.equal(0);
    expect(steps(stepper)[2]!.isNow).to.equal(true);
    stepper.remove();
  });
});
