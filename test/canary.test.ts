import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, html as view } from 'lit';
import { customElement, property } from 'lit/decorators.js';

@customElement('test-canary')
class Canary extends LitElement {
  @property() song = 'tweet';

  override render() {
    return view`<p>${this.song}</p>`;
  }
}

describe('the compiler settings', () => {
  it('keep decorated properties reactive', async () => {
    const canary = await fixture<Canary>(html`<test-canary></test-canary>`);
    canary.song = 'chirp';
    await canary.updateComplete;
    expect(canary.shadowRoot?.querySelector('p')?.textContent).to.equal('chirp');
  });
});
