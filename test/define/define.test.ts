import { expect, fixture, html } from '@open-wc/testing';
import type { DeveloperPipeline } from '../../src/composed/pipeline/pipeline.js';
import { NavigateEvent } from '../../src/connect/events.js';
import '../../src/define/all.js';
import { define, defineAll, type PipelineProvider } from '../../src/index.js';
import { PipelineStepper } from '../../src/elements/stepper/stepper.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { showing } from '../../stories/fixture/store.js';
import { settled } from '../helpers/stories.js';

const store = showing(snapshots.credentialsMade);

/** The names of the elements in a shadow tree, those of the kit and of others alike. */
const namesIn = (element: Element) => [
  ...new Set(
    [...element.shadowRoot!.querySelectorAll('*')]
      .map(({ localName }) => localName)
      .filter((name) => name.includes('-')),
  ),
];

const current = (stepper: Element) =>
  stepper.shadowRoot!.querySelector('[aria-current] .label')?.textContent?.trim();

describe('names and registries', () => {
  before(() => defineAll({ prefix: 'acme' }));

  it('leaves a name that is taken, as a second copy of the kit finds it', () => {
    const taken = customElements.get('golive-stepper');
    define('golive-stepper', class extends HTMLElement {});
    defineAll();
    expect(customElements.get('golive-stepper')).to.equal(taken);
  });

  it('gives a class a second name, which stays one of its kind', async () => {
    define('portal-progress', PipelineStepper);
    const stepper = await fixture<PipelineStepper>(
      html`<portal-progress .store=${store}></portal-progress>`,
    );
    expect(stepper).to.be.instanceOf(PipelineStepper);
    expect(current(stepper)).to.equal('Sandbox');
  });

  it('holds elements of its own prefix in a page that is composed', async () => {
    const pipeline = await fixture<DeveloperPipeline>(
      html`<acme-pipeline .store=${store}></acme-pipeline>`,
    );
    await settled(pipeline);
    expect(namesIn(pipeline)).to.have.members([
      'acme-stepper',
      'acme-outcome',
      'acme-credential-card',
      'acme-test-data',
      'acme-submission',
      'acme-activity',
    ]);
    expect(current(pipeline.shadowRoot!.querySelector('acme-stepper')!)).to.equal('Sandbox');

    const desk = await fixture(html`<acme-review-desk></acme-review-desk>`);
    expect(namesIn(desk)).to.have.members(['acme-review-queue', 'acme-review-panel']);
  });

  it('holds elements of the kit’s names under a name of another make', async () => {
    class PortalHome extends (customElements.get('golive-pipeline') as typeof DeveloperPipeline) {}
    customElements.define('portal-home', PortalHome);
    const pipeline = await fixture(html`<portal-home .store=${store}></portal-home>`);
    expect(namesIn(pipeline)).to.include('golive-stepper');
  });

  it('leads to the elements of its prefix from a provider of that prefix', async () => {
    const provider = await fixture<PipelineProvider>(html`
      <acme-provider .store=${store}>
        <acme-credential-card lane="production"></acme-credential-card>
      </acme-provider>
    `);
    await settled(provider);
    const card = provider.querySelector('acme-credential-card')!;
    card.dispatchEvent(new NavigateEvent({ target: 'production-credentials' }));
    await settled(provider);
    expect(document.activeElement).to.equal(card);
  });

  it('gives its store to elements of another prefix too', async () => {
    const provider = await fixture<PipelineProvider>(html`
      <golive-provider .store=${store}><acme-stepper></acme-stepper></golive-provider>
    `);
    await settled(provider);
    expect(current(provider.querySelector('acme-stepper')!)).to.equal('Sandbox');
  });

  it('works whole in a registry of its own', async function () {
    if (!('customElementRegistry' in Element.prototype)) return this.skip();
    const registry = new CustomElementRegistry();
    defineAll({ registry });
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const root = place.attachShadow({ mode: 'open', customElementRegistry: registry });
    const pipeline = document.createElement('golive-pipeline', { customElementRegistry: registry });
    root.append(pipeline);
    pipeline.store = store;
    await settled(pipeline);

    expect(pipeline.customElementRegistry).to.equal(registry);
    const stepper = pipeline.shadowRoot!.querySelector('golive-stepper')!;
    expect(stepper.customElementRegistry).to.equal(registry);
    expect(current(stepper)).to.equal('Sandbox');
  });
});
