import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as z from 'zod/mini';
import {
  credential,
  issuedCredential,
  issuedToken,
  rotation,
} from '../../../src/contract/index.js';
import { aCredential, anIssuedCredential, anIssuedToken } from './fixtures.js';

const passes = (schema: z.ZodMiniType, body: unknown) => schema.safeParse(body).success;
const withValue = (value: Record<string, unknown>) => ({ ...aCredential(), values: [value] });

test('a credential that shows a secret in full never gets in', () => {
  const part = { name: 'key', label: 'Key', secret: true, hint: 'k9Qz' };
  assert.ok(passes(credential, withValue(part)));
  assert.ok(!passes(credential, withValue({ ...part, value: 'canary-secret-k9Qz' })));
});

test('a secret needs no hint, and an open part needs its value', () => {
  assert.ok(passes(credential, withValue({ name: 'key', label: 'Key', secret: true })));
  assert.ok(!passes(credential, withValue({ name: 'id', label: 'ID', secret: false })));
  assert.ok(passes(credential, withValue({ name: 'id', label: 'ID', secret: false, value: '' })));
});

test('a hint has four characters at most', () => {
  const part = { name: 'key', label: 'Key', secret: true };
  assert.ok(passes(credential, withValue({ ...part, hint: '' })));
  assert.ok(!passes(credential, withValue({ ...part, hint: '12345' })));
  const [secret] = aCredential().secrets;
  assert.ok(!passes(credential, { ...aCredential(), secrets: [{ ...secret, hint: '12345' }] }));
});

test('a replay holds no secret', () => {
  assert.ok(passes(issuedCredential, anIssuedCredential({ replayed: true, revealed: [] })));
  assert.ok(!passes(issuedCredential, anIssuedCredential({ replayed: true })));
  const { curl: _, ...token } = anIssuedToken({ replayed: true, accessToken: null });
  assert.ok(passes(issuedToken, token));
  assert.ok(!passes(issuedToken, { ...token, curl: 'curl -H canary' }));
  assert.ok(!passes(issuedToken, { ...token, accessToken: 'canary' }));
});

test('a token that is no replay is there', () => {
  assert.ok(!passes(issuedToken, anIssuedToken({ accessToken: null })));
});

test('what is wrong with a credential is told without its values', () => {
  const body = { ...anIssuedCredential(), replayed: true };
  const result = issuedCredential.safeParse(body);
  assert.ok(!result.success);
  assert.doesNotMatch(JSON.stringify(result.error.issues), /canary/);
});

test('an overlap is a whole number of seconds, 0 or more, or left out', () => {
  for (const good of [{}, { overlapSeconds: 0 }, { overlapSeconds: 60, name: 'key' }]) {
    assert.ok(passes(rotation, good));
  }
  for (const overlapSeconds of [-1, 1.5, '60', null, Number.NaN, Infinity]) {
    assert.ok(!passes(rotation, { overlapSeconds }), String(overlapSeconds));
  }
});
