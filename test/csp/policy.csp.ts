import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guarded } from './guarded.js';

/** What a page may not do, and the directive that is told. */
const forbidden: Record<string, () => void> = {
  'style-src-attr': () => document.body.setAttribute('style', 'color: red'),
  'style-src-elem': () => document.head.append(document.createElement('style')),
  'img-src': () => (new Image().src = '/picture.png'),
  'require-trusted-types-for': () => (document.body.innerHTML = '<p>'),
  'trusted-types': () => {
    // @ts-expect-error: what browsers call it is not in the types yet.
    trustedTypes.createPolicy('lit-html', {});
  },
};

describe('the strict policy', () => {
  const { arrive, takeErrors } = guarded();

  for (const [directive, act] of Object.entries(forbidden)) {
    it(`is heard when it forbids by ${directive}`, async () => {
      const visitor = await arrive('/mara?build=npm');
      await visitor.page.evaluate(act).catch(() => undefined);
      const told = await takeErrors(visitor);
      assert.ok(
        told.some((text) => text.includes(`forbidden: ${directive}`)),
        told.join('\n'),
      );
    });
  }
});
