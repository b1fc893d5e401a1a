import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/all.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { showing } from '../../stories/fixture/store.js';
import { settled } from '../helpers/stories.js';

it('the README’s pieces all show the subscription of the provider around them', async () => {
  const box = await fixture(html`
    <div>
      <golive-provider base-url="/api" subscription="sub_42">
        <golive-stepper></golive-stepper>
        <golive-outcome></golive-outcome>
        <golive-credential-card lane="sandbox"></golive-credential-card>
        <golive-test-data></golive-test-data>
        <golive-submission></golive-submission>
        <golive-credential-card lane="production"></golive-credential-card>
        <golive-activity></golive-activity>
      </golive-provider>
    </div>
  `);
  const provider = box.querySelector('golive-provider')!;
  provider.store = showing(snapshots.changesRequested, {
    activity: [{ id: 'a1', at: '2026-11-20T16:08:00Z', actor: 'Mara', kind: 'changes_requested' }],
  });

  const pieces = [...provider.children];
  for (let round = 0; round < 2; round += 1) for (const piece of pieces) await settled(piece);
  const said = pieces.map((piece) => piece.shadowRoot!.textContent);
  const expected = [
    'In Review',
    'Changes Requested',
    'Sandbox Credentials',
    'Sandbox Test Data',
    'Submit for Review',
    'Production Credentials',
    'Mara',
  ];
  expected.forEach((words, index) =>
    expect(said[index], pieces[index]!.localName).to.contain(words),
  );
});
