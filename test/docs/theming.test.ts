import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/provider.js';
import '../../src/define/stepper.js';
import { settled } from '../helpers/stories.js';

// prettier-ignore
const page = `
  :root {
    --golive-color-accent: #00695c;
    --golive-color-on-accent: #ffffff;
    --golive-radius: 2px;
  }
`;
// prettier-ignore
const pieces = `
  .wrapper {
    --golive-font-size: 16px;
  }
  golive-stepper {
    --golive-color-accent: #6a1b9a;
  }
`;

describe('the page on theming', () => {
  const sheets: CSSStyleSheet[] = [];

  function wear(...texts: string[]) {
    for (const text of texts) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      sheets.push(sheet);
    }
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
  }
  afterEach(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (each) => !sheets.includes(each),
    );
    sheets.length = 0;
  });

  async function stepper() {
    const box = await fixture<HTMLElement>(
      // prettier-ignore
      html`
        <div class="wrapper">
          <golive-provider theme="dark">
            <golive-stepper></golive-stepper>
          </golive-provider>
        </div>
      `,
    );
    const element = box.querySelector('golive-stepper')!;
    await settled(element);
    const probe = document.createElement('i');
    probe.style.cssText = 'color: var(--_accent); border-radius: var(--_radius)';
    element.shadowRoot!.append(probe);
    return { element, probe: getComputedStyle(probe) };
  }

  it('gives the elements the colours and corners of a page by three tokens', async () => {
    wear(page);
    const { probe } = await stepper();
    expect(probe.color).to.equal('rgb(0, 105, 92)');
    expect(probe.borderStartStartRadius).to.equal('2px');
  });

  it('lets a wrapper and an element differ', async () => {
    wear(page, pieces);
    const { element, probe } = await stepper();
    expect(probe.color).to.equal('rgb(106, 27, 154)');
    expect(getComputedStyle(element).fontSize).to.equal('16px');
  });

  it('is dark by the word of the provider', async () => {
    const { element } = await stepper();
    expect(getComputedStyle(element).colorScheme).to.equal('dark');
  });
});
