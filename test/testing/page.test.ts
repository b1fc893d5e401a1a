import { expect, fixture, html } from '@open-wc/testing';
import { createDemoHost, createFakeAdapter } from '../../src/mocks/index.js';
import { DeveloperPageHarness, ReviewPageHarness } from '../../src/testing/index.js';
import '../../src/define/all.js';

describe('the harness for the tests of a portal', () => {
  it('walks from credentials to a review', async () => {
    const host = await createDemoHost('fresh');
    const pipeline = document.createElement('golive-pipeline');
    pipeline.adapter = createFakeAdapter(host, { as: 'joel' });
    pipeline.subscription = 'sub_42';
    document.body.append(pipeline);

    const page = new DeveloperPageHarness(pipeline);
    const card = await page.card('sandbox');
    const { 'Client secret': secret } = await card.create();
    expect(secret).to.have.lengthOf.above(20);
    await card.save();
    await card.until(() => card.state === 'Active');
    expect(card.values['Client secret']).to.contain(secret!.slice(-4));
    expect(card.text).not.to.contain(secret);
    pipeline.remove();
  });

  it('hands what a developer sends to a reviewer, and back', async () => {
    const host = await createDemoHost('in_review');
    const desk = document.createElement('golive-review-desk');
    desk.adapter = createFakeAdapter(host, { as: 'mara' });
    document.body.append(desk);

    const { queue, panel } = new ReviewPageHarness(desk);
    await (await queue()).open('Fernwood Ledger');
    const submission = await panel();
    await submission.until(() => submission.title === 'Fernwood Ledger');
    await submission.requestChanges('Which bank holds the funds?');
    await submission.until(() => submission.outcome.includes('Which bank'));
    desk.remove();

    const pipeline = document.createElement('golive-pipeline');
    pipeline.adapter = createFakeAdapter(host, { as: 'joel' });
    pipeline.subscription = 'sub_42';
    document.body.append(pipeline);
    const page = new DeveloperPageHarness(pipeline);
    const outcome = await page.outcome();
    await outcome.until(() => outcome.notes === 'Which bank holds the funds?');
    const stepper = await page.stepper();
    await stepper.until(() => stepper.current.startsWith('Sandbox'));
    expect(stepper.steps.map(({ name }) => name)).to.eql([
      'Sandbox Changes Requested',
      'In Review',
      'Production',
    ]);
    const activity = await page.activity();
    await activity.until(() => activity.sentences[0]?.startsWith('Mara Lindqvist requested'));
    pipeline.remove();
  });

  it('fills in a form, and is told what is wrong', async () => {
    const host = await createDemoHost('credentials_made');
    const pipeline = document.createElement('golive-pipeline');
    pipeline.adapter = createFakeAdapter(host, { as: 'joel' });
    pipeline.subscription = 'sub_42';
    document.body.append(pipeline);

    const form = await new DeveloperPageHarness(pipeline).submission();
    await form.open();
    await form.until(() => form.isFormOpen);
    expect(form.questions).to.include('Legal name');
    await form.next('Integration');
    expect(form.problem('Legal name')).to.equal('Fill this in');
    expect(form.problem('Registration number'), 'without its help').to.equal('Fill this in');
    await form.fill('Legal name', 'Fernwood Ledger DAC');
    await form.fill('Registration number', 'IE617204');
    await form.choose('Country of registration', 'Ireland');
    await form.fill('Website', 'https://www.fernwood-ledger.example');
    expect(form.value('Country of registration')).to.equal('Ireland');
    await form.next('Integration');
    await form.until(() => form.questions.includes('How the integration works'));
    expect(form.problem('What you use the API for'), 'of boxes').to.equal('');
    await form.next('Security');
    expect(form.problem('What you use the API for'), 'of boxes').to.equal('Choose an answer');
    pipeline.remove();
  });

  it('says a phrase as the page does', async () => {
    const host = await createDemoHost('credentials_made');
    const provider = await fixture<HTMLElement>(html`
      <golive-provider
        subscription="sub_42"
        .adapter=${createFakeAdapter(host, { as: 'joel' })}
        .strings=${{ credentials: { generate_token: 'Get a token' } }}
      >
        <golive-credential-card lane="sandbox"></golive-credential-card>
      </golive-provider>
    `);
    const card = await new DeveloperPageHarness(provider).card('sandbox');
    expect(card.say('credentials.generate_token')).to.equal('Get a token');
    expect(card.say('credentials.regenerate')).to.equal('Regenerate');
    await card.press(card.say('credentials.generate_token'));
    await card.until(() => card.dialog.includes('Sandbox token'));
  });

  it('tells what is there in place of what it misses', async () => {
    const host = await createDemoHost('fresh');
    const provider = await fixture<HTMLElement>(html`
      <golive-provider subscription="sub_42" .adapter=${createFakeAdapter(host, { as: 'joel' })}>
        <golive-submission></golive-submission>
      </golive-provider>
    `);
    const form = await new DeveloperPageHarness(provider).submission();
    await form.until(() => form.has('Submit for Review'));
    expect(form.isUnavailable('Submit for Review')).to.equal(true);
    expect(form.reason('Submit for Review')).to.contain('sandbox credentials');
    expect(() => form.isUnavailable('Send')).to.throw('golive-submission has no “Send”');
  });
});
