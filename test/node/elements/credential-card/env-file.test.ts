import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { envFile } from '../../../../src/elements/credential-card/env-file.js';
import { corpus } from '../../../hostile/corpus.js';

const valueOf = (name: string, value: string) => ({ name, label: 'any', value });
const lineOf = (name: string, value: string) => envFile('sandbox', [valueOf(name, value)]);

test('each value has a line, named by its lane', () => {
  const lines = envFile('sandbox', [
    valueOf('client_id', 'nb_sbx_7Q2m'),
    valueOf('token_endpoint', 'https://auth.example/token?x=1'),
  ]);
  assert.equal(
    lines,
    "SANDBOX_CLIENT_ID=nb_sbx_7Q2m\nSANDBOX_TOKEN_ENDPOINT='https://auth.example/token?x=1'\n",
  );
});

test('a name is made of capitals, digits and single underscores, whatever the host calls it', () => {
  const hostile = [
    'client-id',
    'x=1\nPATH=/tmp',
    '$(rm -rf)',
    'señal',
    '  ',
    '',
    '9lives',
    '__proto__',
    '\ud800',
    '\u202eevil',
  ];
  for (const name of hostile) {
    assert.match(lineOf(name, 'v'), /^SANDBOX(_[A-Z0-9]+)*=v\n$/, JSON.stringify(name));
  }
});

test('no value hides another of the same name', () => {
  const lines = envFile('production', [
    valueOf('key', 'a'),
    valueOf('KEY', 'b'),
    valueOf('key!', 'c'),
    valueOf('key_2', 'd'),
  ]);
  assert.deepEqual(lines.trim().split('\n'), [
    'PRODUCTION_KEY=a',
    'PRODUCTION_KEY_2=b',
    'PRODUCTION_KEY_3=c',
    'PRODUCTION_KEY_2_2=d',
  ]);
});

test('a value never leaves its line', () => {
  for (const value of ['a\nEVIL=1', 'a\r\nEVIL=1', 'a\u0000b', 'a\u0085b', "it's\nEVIL=1"]) {
    const lines = lineOf('key', value);
    assert.equal(lines.trim().split(/[\n\r\u0085]/).length, 1, JSON.stringify(value));
    assert.doesNotMatch(lines.trim(), /\p{Cc}/u);
  }
});

test('a shell reads each value as it was', () => {
  const values = [
    'plain',
    'with space',
    '$HOME `id` $(id)',
    'a#b',
    "it's",
    `both ' and "`,
    '\\n',
    '!x',
    '~',
  ];
  for (const value of values) {
    const script = `set -a\n${lineOf('key', value)}printf %s "$SANDBOX_KEY"`;
    assert.equal(execFileSync('sh', ['-c', script], { encoding: 'utf8' }), value);
  }
});

test('whatever a host calls its values and puts into them, a shell runs none of it', () => {
  const told = corpus.filter((text) => !/\p{Cc}|\p{Surrogate}/u.test(text));
  const lines = envFile(
    'sandbox',
    corpus.map((text) => valueOf(text, text)),
  );
  assert.equal(lines.trim().split('\n').length, corpus.length);
  const script = told
    .map((text) => `${lineOf('key', text)}printf '%s\\0' "$SANDBOX_KEY"`)
    .join('\n');
  const read = execFileSync('sh', { input: script, encoding: 'utf8', env: {} }).split('\0');
  assert.deepEqual(read.slice(0, -1), told);
  // Those with control characters too: an error or a word would be told.
  assert.equal(execFileSync('sh', { input: lines, encoding: 'utf8', env: {} }), '');
});

test('an empty value is an empty value', () => {
  assert.equal(lineOf('key', ''), "SANDBOX_KEY=''\n");
});

test('no part of a value stays in what patterns leave behind for any script', () => {
  for (const value of ['cafed00d', 'cafe d00d', "cafe'd00d", 'cafe\x07d00d', 'cafe"\nd00d']) {
    lineOf('key', value);
    // Asked for by name, since the language has these for old pages alone.
    const left = ['input', 'lastMatch', 'leftContext', 'rightContext', '$1'].map((name) =>
      String(Reflect.get(RegExp, name)),
    );
    assert.ok(!left.some((text) => text.includes('cafe') || text.includes('d00d')), value);
  }
});
