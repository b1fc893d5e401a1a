import './jsdom.js';
import './jsdom-setup.js';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { getByRole } from '@testing-library/dom';
import '../../../src/define/credential-card.js';
import { createStore } from '../../../src/index.js';
import { createDemoHost, createFakeAdapter } from '../../../src/mocks/index.js';
import { CredentialCardHarness } from '../../../src/testing/index.js';

it('a page is tested in jsdom, with Testing Library beside the harness', async () => {
  const host = await createDemoHost('fresh');
  const element = document.createElement('golive-credential-card');
  element.store = createStore({
    adapter: createFakeAdapter(host, { as: 'joel' }),
    subscription: 'sub_42',
  });
  document.body.append(element);

  const card = new CredentialCardHarness(element);
  await card.until(() => card.has('Create credentials'));
  const within = element.shadowRoot!.querySelector<HTMLElement>('[part=card]')!;
  assert.ok(getByRole(within, 'button', { name: 'Create credentials' }));

  const values = await card.create();
  assert.ok(values['Client secret']);
  await card.save();
  await card.until(() => card.state === 'Active');
  assert.ok(card.values['Client secret']?.endsWith(values['Client secret'].slice(-4)));
  element.remove();
});
