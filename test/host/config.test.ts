import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readConfig } from '../../demo/host/config.js';

describe('the settings of the host', () => {
  it('stand in its guide, and nothing else does', () => {
    const guide = readFileSync('docs/host.md', 'utf8');
    const source = readFileSync('demo/host/config.ts', 'utf8');
    const named = (text: string) =>
      [...new Set(text.match(/\b(HOST_(?!KILLS)[A-Z_]+|DATABASE_URL)\b/g))].sort();
    assert.deepEqual(named(guide), named(source));
  });

  it('do for a first look without any', () => {
    const { url, databaseUrl, scenario, webhook } = readConfig({});
    assert.deepEqual(
      [url, databaseUrl, scenario, webhook],
      ['http://localhost:8787', undefined, 'fresh', undefined],
    );
  });

  it('are refused when they mean nothing', () => {
    for (const env of [
      { HOST_PORT: 'x' },
      { HOST_DEMO: 'none' },
      { HOST_WEBHOOK_URL: 'http://a.example' },
    ]) {
      assert.throws(() => readConfig(env), RangeError);
    }
  });
});
