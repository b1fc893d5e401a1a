import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Visitor } from './visitor.js';
import { visits } from './visits.js';

describe('when things go wrong', () => {
  const { arrive } = visits();
  let joel: Visitor;

  beforeEach(async () => {
    joel = await arrive('/?scenario=fresh');
    await joel.find('button', 'Create credentials');
    await joel.pressText('Started from');
  });

  it('a value that got lost is said to be lost, and made anew', async () => {
    joel.expectFailure('net::ERR_FAILED');
    await joel.choose('Network', 'Loses answers to acts');
    await joel.press('Create credentials');
    await joel.read('These credentials were created, but their value never reached you.');
    await joel.choose('Network', 'Works');
    await joel.press('Regenerate');
    await joel.find('dialog', 'Regenerate sandbox credentials?');
    await joel.press('Regenerate');
    await joel.find('dialog', 'Save your sandbox credentials');
    await joel.press('I have saved it');
    await joel.find('button', 'Rotate Secret');
  });

  it('whoever was signed out signs in and tries again', async () => {
    joel.expectFailure('the server responded with a status of 401');
    await joel.choose('Signed in', 'Signed out');
    await joel.read('Your session has ended.');
    await joel.press('Create credentials');
    await joel.find('button', 'Try again');
    await joel.press('Sign in again');
    await joel.press('Try again');
    await joel.find('dialog', 'Save your sandbox credentials');
    await joel.press('I have saved it');
    await joel.find('button', 'Rotate Secret');
  });

  it('a reload loses nothing but the secret, which is kept nowhere', async () => {
    await joel.press('Create credentials');
    await joel.find('dialog', 'Save your sandbox credentials');
    const secret = await joel.textLike(/^secret_sandbox_\w+$/);
    await joel.press('I have saved it');
    await joel.find('button', 'Rotate Secret');
    await joel.press('Submit for Review');
    await joel.fill('Legal name', 'Fernwood Ledger DAC');
    await joel.read('Draft saved at');
    await joel.press('Cancel');

    await joel.visit('/');
    await joel.press('Submit for Review');
    await joel.find('textbox', 'Legal name');
    assert.equal(await joel.valueOf('Legal name'), 'Fernwood Ledger DAC');
    assert.ok(!(await joel.keptByTheBrowser()).includes(secret));
  });
});
