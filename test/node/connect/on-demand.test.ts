import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CSSResult } from 'lit';
import { adoptStyles, OnDemand } from '../../../src/connect/on-demand.js';

interface Part {
  styles: CSSResult[];
}

/** A loader whose fetches the test ends. */
function loaderByHand() {
  const fetches: { end: (part: Part) => void; fail: () => void }[] = [];
  let updates = 0;
  const host = {
    shadowRoot: { adoptedStyleSheets: [] as unknown[] },
    requestUpdate: () => (updates += 1),
  };
  const fetch = () =>
    new Promise<Part>((end, refuse) =>
      fetches.push({ end, fail: () => refuse(new TypeError('Failed to fetch')) }),
    );
  const loader = new OnDemand(host as never, fetch, {
    onLoaded: ({ styles }) => adoptStyles(host as never, styles),
  });
  return { loader, fetches, sheets: host.shadowRoot.adoptedStyleSheets, updates: () => updates };
}

const part = { styles: [{ styleSheet: 'sheet' }] } as unknown as Part;
const settle = () => new Promise((done) => setImmediate(done));

describe('what an element fetches on demand', () => {
  it('is fetched once, brings its styles, and draws the element anew', async () => {
    const { loader, fetches, sheets, updates } = loaderByHand();
    loader.load();
    loader.load();
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
    loader.load();
    assert.equal(loader.part, undefined);
    fetches[0]!.fail();
    await settle();
    assert.equal(loader.error?.code, 'network');
    assert.equal(loader.part, undefined);
    assert.equal(fetches.length, 1);
    loader.load();
    fetches[1]!.end(part);
    await settle();
    assert.equal(loader.error, undefined);
    assert.equal(loader.part, part);
  });
});
