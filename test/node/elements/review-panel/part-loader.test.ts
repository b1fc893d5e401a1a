import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PartLoader, type PanelPart } from '../../../../src/elements/review-panel/part-loader.js';

/** A loader whose fetches the test ends. */
function loaderByHand() {
  const fetches: { end: (part: PanelPart) => void; fail: () => void }[] = [];
  let updates = 0;
  const host = {
    shadowRoot: { adoptedStyleSheets: [] as unknown[] },
    requestUpdate: () => (updates += 1),
  };
  const fetch = () =>
    new Promise<PanelPart>((end, refuse) =>
      fetches.push({ end, fail: () => refuse(new TypeError('Failed to fetch')) }),
    );
  const loader = new PartLoader(host as never, fetch);
  return { loader, fetches, sheets: host.shadowRoot.adoptedStyleSheets, updates: () => updates };
}

const part = { panelPartStyles: [{ styleSheet: 'sheet' }] } as unknown as PanelPart;
const settle = () => new Promise((done) => setImmediate(done));

describe('what a panel fetches on demand', () => {
  it('is fetched once, brings its styles, and draws the panel anew', async () => {
    const { loader, fetches, sheets, updates } = loaderByHand();
    assert.equal(loader.part, undefined);
    assert.equal(loader.part, undefined);
    fetches[0]!.end(part);
    await settle();
    assert.equal(loader.part, part);
    assert.equal(fetches.length, 1);
    assert.deepEqual(sheets, ['sheet']);
    assert.equal(updates(), 1);
  });

  it('says when it could not be, and is tried again when asked to', async () => {
    const { loader, fetches } = loaderByHand();
    assert.equal(loader.part, undefined);
    fetches[0]!.fail();
    await settle();
    assert.equal(loader.hasFailed, true);
    assert.equal(loader.part, undefined);
    assert.equal(fetches.length, 1);
    loader.load();
    fetches[1]!.end(part);
    await settle();
    assert.equal(loader.hasFailed, false);
    assert.equal(loader.part, part);
  });
});
