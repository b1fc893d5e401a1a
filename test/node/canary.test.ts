import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problem } from '../../src/contract/index.js';

describe('the node tests', () => {
  it('read the sources without a browser', () => {
    assert.equal(typeof problem, 'object');
    assert.equal('document' in globalThis, false);
  });
});
