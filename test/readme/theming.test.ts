import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/provider.js';
import '../../src/define/stepper.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { showing } from '../../stories/fixture/store.js';
import { settled } from '../helpers/stories.js';

const css = `
  golive-provider {
    --golive-color-accent: #7a2e8e;
    --golive-color-accent-quiet: #f7eefa;
    --golive-radius: 2px;
  }
`;

it('the README’s tokens reach the elements', async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  try {
    const provider = await fixture<HTMLElement>(
      html`<golive-provider .store=${showing(snapshots.inReview)}>
        <golive-stepper></golive-stepper>
      </golive-provider>`,
    );
    const stepper = provider.firstElementChild!;
    await settled(stepper);
    const now = stepper.shadowRoot!.querySelector('[aria-current] > [part~=mark]')!;
    expect(getComputedStyle(now).color).to.equal('rgb(122, 46, 142)');
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  }
});
