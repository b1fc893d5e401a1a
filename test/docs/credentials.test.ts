import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/credential-card.js';
import '../../src/define/provider.js';
import { ActionEvent } from '../../src/index.js';
import { createDemoHost, createFakeAdapter } from '../../src/mocks/index.js';
import { cardHarness } from '../helpers/credential-card.js';
import { settled } from '../helpers/stories.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('the page on credentials', () => {
  /** Joel's subscription, approved, with the card that the page shows. */
  async function shown() {
    const host = await createDemoHost('approved');
    const provider = await fixture<HTMLElementTagNameMap['golive-provider']>(
      html`<golive-provider
        .adapter=${createFakeAdapter(host, { as: 'joel' })}
        subscription="sub_42"
      >
        <golive-credential-card lane="production" hide-after="2"></golive-credential-card>
      </golive-provider>`,
    );
    const card = provider.querySelector('golive-credential-card')!;
    const user = cardHarness(card);
    await waitUntil(() => user.has('Create credentials'));
    return { provider, card, user };
  }

  it('hides a secret when it says, in the words that it sets', async () => {
    const { provider, card, user } = await shown();

    provider.strings = {
      credentials: { onlyTimeDetail: 'Keep it in the vault, under team/northbank.' },
    };

    await user.press('Create credentials');
    await waitUntil(() => user.dialog);
    expect(card.hideAfter).to.equal(2);
    expect(user.dialog).to.match(/Hidden in (2:00|1:\d\d)/);
    expect(user.dialog).to.contain('Keep it in the vault, under team/northbank.');
  });

  it('stops an act, and follows another', async () => {
    const { provider, card, user } = await shown();
    const isFrozen = true;
    let celebrations = 0;
    const celebrate = () => (celebrations += 1);

    provider.addEventListener('golive-action', (event) => {
      if (event.detail.action === 'regenerate:production' && isFrozen) event.preventDefault();
    });
    provider.addEventListener('golive-changed', ({ detail }) => {
      if (detail.action === 'create_credentials:production') celebrate();
    });

    await user.press('Create credentials');
    await waitUntil(() => user.dialog);
    // The value is shown at once; what changed is told when the state was read again.
    await waitUntil(() => celebrations > 0);
    expect(celebrations).to.equal(1);
    await user.press('I have saved it');
    await settled(card);
    const act = new ActionEvent({ action: 'regenerate:production', input: undefined });
    expect(card.dispatchEvent(act)).to.equal(false);
  });
});
