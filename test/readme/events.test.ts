import { expect, fixture, html } from '@open-wc/testing';
import {
  ActionEvent,
  AuthRequiredEvent,
  PipelineErrorEvent,
  PipelineError,
} from '../../src/index.js';

it('the README’s listeners stop an act and sign in', async () => {
  const isOnCall = false;
  let signedIn = 0;
  const signIn = () => (signedIn += 1);

  document.addEventListener('golive-action', (event) => {
    if (event.detail.action === 'regenerate:production' && !isOnCall) event.preventDefault();
  });
  document.addEventListener('golive-auth-required', () => signIn());

  const card = await fixture(html`<div></div>`);
  const act = (action: 'regenerate:production' | 'regenerate:sandbox') =>
    card.dispatchEvent(new ActionEvent({ action, input: undefined }));
  expect(act('regenerate:production')).to.equal(false);
  expect(act('regenerate:sandbox')).to.equal(true);
  card.dispatchEvent(new AuthRequiredEvent());
  expect(signedIn).to.equal(1);
});

it('a line of the docs tells the console of every failure', () => {
  const told: unknown[][] = [];
  const console = { warn: (...what: unknown[]) => told.push(what) };
  document.addEventListener('golive-error', ({ detail }) => console.warn('golive', detail));
  const error = new PipelineError('unreadable', { status: 200, detail: 'getSnapshot: phase' });
  document.body.dispatchEvent(new PipelineErrorEvent(error));
  const detail = { code: 'unreadable', status: 200, detail: 'getSnapshot: phase' };
  expect(told).to.deep.equal([['golive', detail]]);
});
