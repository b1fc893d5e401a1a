import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/languages.js';
import '../../src/define/pipeline.js';
import { addLanguage, type Sections } from '../../src/i18n/index.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { showing } from '../../stories/fixture/store.js';
import { settled } from '../helpers/stories.js';
import { text } from '../helpers/text.js';
import { waitUntil } from '../helpers/wait-until.js';

const stepperIn = async (lang: string) => {
  const box = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <golive-stepper .store=${showing(snapshots.inReview)}></golive-stepper>
    </div>`,
  );
  const stepper = box.querySelector('golive-stepper')!;
  await settled(stepper);
  return { box, stepper, says: () => text(stepper.shadowRoot) };
};

/** Words that come when the test says so. */
function fetchByHand() {
  let asked = 0;
  let give!: (words: Sections) => void;
  let fail!: (error: Error) => void;
  const given = new Promise<Sections>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  const fetch = () => {
    asked += 1;
    return given;
  };
  return { fetch, asked: () => asked, give, fail };
}

describe('the language of an element', () => {
  it('is that of the nearest lang, fetched on demand, and for a region of it too', async () => {
    for (const [lang, words] of [
      ['de', 'Eingereicht am 19.11.2026, Versuch 2'],
      ['es-MX', 'Enviada el 19 nov 2026, intento 2'],
      ['fr-CA', /Soumise le 19 nov\. 2026, tentative 2/],
      ['ja', '2026/11/19 に提出、2 回目'],
      ['ar', /قيد المراجعة/],
    ] as const) {
      const { says } = await stepperIn(lang);
      await waitUntil(() => !says().includes('Submitted'));
      expect(says()).to.match(words instanceof RegExp ? words : new RegExp(words));
    }
  });

  it('is English until the words are there, which are asked for once', async () => {
    const { fetch, asked, give } = fetchByHand();
    addLanguage('nl', fetch);
    const one = await stepperIn('nl');
    const other = await stepperIn('nl-BE');
    expect(one.says()).to.contain('Locked');
    expect(asked()).to.equal(1);
    give({ stepper: { productionLater: 'Vergrendeld' } });
    await waitUntil(() => other.says().includes('Vergrendeld'));
    expect(one.says()).to.contain('Vergrendeld');
    expect(one.says(), 'a phrase that is left out').to.contain('Done');
    expect(asked()).to.equal(1);
  });

  it('stays English where the words do not come, which is told once', async () => {
    const told: unknown[] = [];
    const { reportError } = globalThis;
    globalThis.reportError = (error) => told.push(error);
    try {
      const { fetch, asked, fail } = fetchByHand();
      addLanguage('sv', fetch);
      const { stepper, says } = await stepperIn('sv');
      fail(new TypeError('Failed to fetch'));
      await waitUntil(() => told.length > 0);
      stepper.requestUpdate();
      await settled(stepper);
      expect(says()).to.contain('Locked');
      expect(told).to.have.length(1);
      expect(asked()).to.equal(1);
    } finally {
      globalThis.reportError = reportError;
    }
  });

  it('changes with the page, in elements within elements too', async () => {
    addLanguage('fi', { stepper: { productionLater: 'Lukittu' } });
    const box = await fixture<HTMLElement>(
      html`<div lang="en">
        <golive-pipeline .store=${showing(snapshots.inReview)}></golive-pipeline>
      </div>`,
    );
    const stepper = () =>
      box.querySelector('golive-pipeline')!.shadowRoot!.querySelector('golive-stepper')!;
    await waitUntil(() => text(stepper().shadowRoot).includes('Locked'));
    box.lang = 'fi';
    await waitUntil(() => text(stepper().shadowRoot).includes('Lukittu'));
    box.lang = 'en';
    await waitUntil(() => text(stepper().shadowRoot).includes('Locked'));
  });

  it('is taken on by what stands there already when it is added late, or again', async () => {
    const { says } = await stepperIn('da');
    expect(says()).to.contain('Locked');
    addLanguage('da', { stepper: { productionLater: 'Låst' } });
    await waitUntil(() => says().includes('Låst'));
    addLanguage('da', { stepper: { productionLater: 'Spærret' } });
    await waitUntil(() => says().includes('Spærret'));
  });

  it('gives way to the page’s own phrases', async () => {
    const { stepper, says } = await stepperIn('de');
    stepper.strings = { stepper: { productionLater: 'Noch zu' } };
    await waitUntil(() => says().includes('Noch zu'));
    expect(says()).to.contain('Erledigt');
  });

  it('keeps the page’s own words that were added while others were on their way', async () => {
    const { fetch, give } = fetchByHand();
    addLanguage('pl', fetch);
    const { stepper, says } = await stepperIn('pl');
    addLanguage('pl', { stepper: { productionLater: 'Zablokowane' } });
    give({ stepper: { productionLater: 'Too late' } });
    await waitUntil(() => says().includes('Zablokowane'));
    await settled(stepper);
    expect(says()).not.to.contain('Too late');
  });

  it('counts English words by English rules where there are no others', async () => {
    addLanguage('ja-x-none', {});
    const element = await fixture<HTMLElement>(
      html`<golive-outcome
        lang="ja-x-none"
        .store=${showing(snapshots.changesRequested)}
      ></golive-outcome>`,
    );
    await settled(element);
    expect(text(element.shadowRoot)).to.not.match(/\b1 notes\b/);
  });

  it('is no longer followed by an element that was removed', async () => {
    addLanguage('cs', { stepper: { productionLater: 'Zamčeno' } });
    const { box, stepper, says } = await stepperIn('cs');
    expect(says()).to.contain('Zamčeno');
    stepper.remove();
    await settled(stepper);
    let updates = 0;
    stepper.requestUpdate = () => (updates += 1);
    addLanguage('cs', { stepper: { productionLater: 'Zavřeno' } });
    expect(updates).to.equal(0);
    Reflect.deleteProperty(stepper, 'requestUpdate');
    box.append(stepper);
    await waitUntil(() => says().includes('Zavřeno'));
  });
});
