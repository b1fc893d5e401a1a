import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/languages.js';
import '../../src/define/stepper.js';
import { de } from '../../src/i18n/de.js';
import { addLanguage } from '../../src/index.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { showing } from '../../stories/fixture/store.js';
import { text } from '../helpers/text.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('the guide on languages', () => {
  const saysIn = async (lang: string) => {
    const stepper = await fixture<HTMLElementTagNameMap['golive-stepper']>(
      html`<golive-stepper lang=${lang} .store=${showing(snapshots.fresh)}></golive-stepper>`,
    );
    return () => text(stepper.shadowRoot);
  };

  it('brings a language along', async () => {
    addLanguage('de', de);

    expect((await saysIn('de-AT'))()).to.contain('Gesperrt');
  });

  it('adds one of the page’s own', async () => {
    addLanguage('nl', {
      stepper: { sandboxNow: 'Bouwen en testen', productionLater: 'Vergrendeld' },
    });
    addLanguage('de-ch', async () => ({
      ...de,
      queue: { ...de.queue, label: 'Gesuche' },
    }));

    expect((await saysIn('nl'))()).to.contain('Bouwen en testen');
    const swiss = await saysIn('de-CH');
    await waitUntil(() => swiss().includes('Gesperrt'));
  });
});
