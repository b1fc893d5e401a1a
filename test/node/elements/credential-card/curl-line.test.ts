import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { curlLine } from '../../../../src/elements/credential-card/curl-line.js';
import { corpus } from '../../../hostile/corpus.js';

/** The words that a shell makes of a line. */
function wordsOf(line: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${line}`;
  return execFileSync('sh', { input: script, encoding: 'utf8' }).split('\0').slice(0, -1);
}

test('it calls the endpoint with the token', () => {
  const line = curlLine('https://api.example/v2/payments', 'Bearer', 'abc.def');
  assert.equal(
    line,
    "curl 'https://api.example/v2/payments' \\\n  -H 'Authorization: Bearer abc.def'",
  );
});

test('a shell takes everything as it is', () => {
  const hostile = [
    "it's",
    '$(touch /tmp/x)',
    '`id`',
    '"; rm -rf /; "',
    "' ; id ; '",
    '\\',
    '!!',
    '&|<>',
  ];
  for (const token of hostile) {
    const line = curlLine(`https://api.example/?q=${token}`, 'Bearer', token)!;
    const { href } = new URL(`https://api.example/?q=${token}`);
    assert.deepEqual(
      wordsOf(line),
      [href, '-H', `Authorization: Bearer ${token}`],
      JSON.stringify(token),
    );
  }
});

test('whatever a host sends makes one call of its own endpoint', () => {
  const texts = corpus.filter((text) => !/\p{Surrogate}/u.test(text));
  const lines = texts.map((text) => curlLine(`https://api.example/${text}`, text, text)!);
  const words = wordsOf(lines.join('\n'));
  const wanted = texts.flatMap((text) => {
    const { href } = new URL(`https://api.example/${text}`);
    const told = text.replaceAll(/\p{Cc}/gu, '');
    const isPattern = /[[\]{}]/.test(href);
    return [...(isPattern ? ['-g'] : []), href, '-H', `Authorization: ${told} ${told}`];
  });
  assert.deepEqual(words, wanted);
  assert.ok(lines.every((line) => line.split('\n').length === 2));
});

test('a line break begins no second header', () => {
  const line = curlLine('https://api.example/', 'Bearer', 'abc\r\nHost: evil.example\u0000')!;
  assert.deepEqual(wordsOf(line), [
    'https://api.example/',
    '-H',
    'Authorization: Bearer abcHost: evil.example',
  ]);
});

test('curl calls one address, though it would read a pattern in it', () => {
  const line = curlLine('https://api.example/[1-9]?ids={a,b}', 'Bearer', 'abc')!;
  assert.equal(wordsOf(line)[0], '-g');
});

test('a token goes to an address of the web or nowhere', () => {
  for (const endpoint of [
    undefined,
    '',
    '/v2/payments',
    'api.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/plain,x',
  ]) {
    assert.equal(curlLine(endpoint, 'Bearer', 'abc'), undefined, endpoint);
  }
});

test('no part of a value stays in what patterns leave behind for any script', () => {
  for (const value of ['cafed00d', 'cafe d00d', "cafe'd00d", 'cafe\x07d00d', 'cafe"\nd00d']) {
    curlLine('https://api.example/', 'Bearer', value);
    // Asked for by name, since the language has these for old pages alone.
    const left = ['input', 'lastMatch', 'leftContext', 'rightContext', '$1'].map((name) =>
      String(Reflect.get(RegExp, name)),
    );
    assert.ok(!left.some((text) => text.includes('cafe') || text.includes('d00d')), value);
  }
});
