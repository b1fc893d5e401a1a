import assert from 'node:assert/strict';
import { test } from 'node:test';
import { id, routes, statusOf, time, version } from '../../../src/contract/index.js';

const passes = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

test('a version is 1 to 64 of the characters that need no escape', () => {
  for (const good of ['1', 'v7', 'a.b_c~d-e', 'Z'.repeat(64)])
    assert.ok(passes(version, good), good);
  for (const bad of ['', 'Z'.repeat(65), 'a b', 'a"b', 'W/x', 'ä', 'a\n', 7, '*']) {
    assert.ok(!passes(version, bad), String(bad));
  }
});

test('an id is safe as one segment of a path', () => {
  for (const good of ['sub_42', '0', 'a.b', '...', '__proto__', '~'])
    assert.ok(passes(id, good), good);
  for (const bad of ['', '.', '..', 'a/b', 'a?b', 'a#b', 'a%2Fb', 'a b', 'x'.repeat(129), 'a\n']) {
    assert.ok(!passes(id, bad), bad);
  }
});

test('a time is an RFC 3339 moment in UTC that a clock can show', () => {
  const good = [
    '2026-11-24T09:12:00Z',
    '2026-11-24T09:12:00.5Z',
    '2026-11-24T09:12:00.123456789Z',
    '2028-02-29T23:59:59Z',
    '0001-01-01T00:00:00Z',
  ];
  for (const moment of good) {
    assert.ok(passes(time, moment), moment);
    assert.ok(!Number.isNaN(Date.parse(moment)), moment);
  }
  const bad = [
    '2026-11-24',
    '2026-11-24T09:12Z',
    '2026-11-24 09:12:00Z',
    '2026-11-24T09:12:00',
    '2026-11-24T09:12:00+01:00',
    '2026-11-24T24:00:00Z',
    '2026-11-24T09:60:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-32T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2027-02-29T00:00:00Z',
    '2026-06-31T00:00:00Z',
    '2026-06-30T23:59:60Z',
    ' 2026-11-24T09:12:00Z',
    '2026-11-24T09:12:00Z\n',
    'yesterday',
    1_764_000_000,
  ];
  for (const moment of bad) assert.ok(!passes(time, moment), String(moment));
});

test('each code has the status that the contract gives it', () => {
  const table: Record<number, string[]> = {
    401: ['not_signed_in'],
    403: ['forbidden'],
    404: ['not_found'],
    405: ['method_not_allowed'],
    409: [
      'credentials_exist',
      'already_in_review',
      'form_changed',
      'credentials_changed',
      'idempotency_in_progress',
      'own_submission',
      'secret_missing',
      'a_code_of_the_host',
    ],
    412: ['version_conflict'],
    413: ['too_large'],
    415: ['unsupported_media_type'],
    422: ['invalid', 'notes_required', 'answers_invalid', 'idempotency_key_reused'],
    428: ['version_missing'],
    429: ['too_many_requests'],
    500: ['internal'],
  };
  for (const [status, codes] of Object.entries(table)) {
    for (const code of codes) assert.equal(statusOf(code), Number(status), code);
  }
});

test('a code named like a part of every object is a refusal as any other', () => {
  for (const code of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    assert.equal(statusOf(code), 409, code);
  }
});

test('no id leaves its place in a path, whatever it holds', () => {
  const hostile = ['', '.', '..', 'a/../b', '?x=1', '#x', '%2e%2e', 'a\\b', '\ud800', '😀', ' '];
  for (const each of hostile) {
    for (const [name, route] of Object.entries(routes)) {
      const path = (route as (id: string, lane: string) => string)(each, 'sandbox');
      const expected = (route as (id: string, lane: string) => string)('ID', 'sandbox');
      const url = new URL(`https://host.example/api${path}`);
      const place = `${name} of ${JSON.stringify(each)}`;
      assert.equal(url.search + url.hash, '', place);
      assert.equal(url.pathname.split('/').length, `/api${expected}`.split('/').length, place);
      assert.ok(!url.pathname.includes('//') && !url.pathname.endsWith('/'), place);
    }
  }
});
