import { expect } from '@open-wc/testing';
import { openDesk, showPanel } from '../helpers/review-panel.js';
import { settled } from '../helpers/stories.js';

const templates = [
  {
    id: 'a',
    label: 'Renew',
    text: 'Renew {host} by {day}, {developer}.',
    outcome: 'changes_requested',
  },
  { id: 'b', label: 'Thanks', text: 'Thank you for {name} on {plan}, attempt {attempt}.' },
] as const;

async function openTemplates() {
  const given = await openDesk();
  given.panel.element.templates = templates;
  await settled(given.panel.element);
  return given;
}

describe('golive-review-panel, while notes are written', () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  it('offers the templates of the page by decision, and none without', async () => {
    const { panel } = await openTemplates();
    expect(panel.has('Renew')).to.equal(false);
    await panel.press('Insert a template');
    expect(panel.button('Insert a template').getAttribute('aria-expanded')).to.equal('true');
    expect(panel.templates()).to.deep.equal(['Any decision Thanks', 'Request changes Renew']);
    await panel.escapeFrom('Thanks');
    expect(panel.has('Thanks')).to.equal(false);
    expect(panel.focused()).to.equal('templates-button');
    panel.element.templates = [];
    await settled(panel.element);
    expect(panel.has('Insert a template')).to.equal(false);
  });

  it('fills in what is known, and selects what only the reviewer knows', async () => {
    const { panel } = await openTemplates();
    await panel.press('Insert a template');
    await panel.press('Renew');
    expect(panel.notes()).to.equal('Renew {host} by {day}, Joel Adeyemi.');
    expect(panel.focused()).to.equal('notes');
    expect(panel.selected()).to.equal('{host}');
    await panel.press('Request changes');
    expect(panel.dialog()).to.contain('Still to be filled in: {host} and {day}.');
    await panel.press('Cancel');
    await panel.writeNotes('');
    await panel.press('Insert a template');
    await panel.press('Thanks');
    expect(panel.notes()).to.equal('Thank you for Fernwood Ledger on Partner, attempt 2.');
    await panel.press('Approve');
    expect(panel.dialog()).not.to.contain('filled in');
  });

  it('puts it at the cursor, loses nothing typed, and takes it out again', async () => {
    const { panel } = await openTemplates();
    await panel.writeNotes('First. Last.');
    panel.putCursor(0, 6);
    await panel.press('Insert a template');
    await panel.press('Thanks');
    const whole = 'First. Thank you for Fernwood Ledger on Partner, attempt 2. Last.';
    expect(panel.notes()).to.equal(whole);
    expect(sessionStorage.getItem('golive-review-notes:subm_2')).to.contain('Thank you');
    await panel.press('Undo');
    expect(panel.notes()).to.equal('First. Last.');
    expect(panel.focused()).to.equal('notes');
    expect(panel.has('Undo')).to.equal(false);
    panel.putCursor(12, 12);
    await panel.press('Insert a template');
    await panel.press('Renew');
    expect(panel.notes()).to.equal('First. Last.\n\nRenew {host} by {day}, Joel Adeyemi.');
    await panel.writeNotes('Typed since.');
    expect(panel.has('Undo')).to.equal(false);
  });

  it('offers none for what is being sent', async () => {
    const { panel } = await openTemplates();
    await panel.press('Insert a template');
    await panel.press('Approve');
    await panel.press('Approve');
    expect(panel.has('Thanks')).to.equal(false);
    expect(panel.has('Insert a template')).to.equal(false);
  });

  it('previews what the developer gets, by decision and as it is typed', async () => {
    const { panel } = await openDesk();
    await panel.writeNotes('Nearly.');
    await panel.press('Note at Callback URL');
    await panel.writeFieldNote('Expired.');
    await panel.press('Preview');
    expect(panel.preview()).to.match(
      /^Changes Requested .*2026.* · attempt 2 Nearly\. 1 note at a field Callback URL Expired\.$/,
    );
    await panel.writeNotes('Nearly there.');
    expect(panel.preview()).to.contain('Nearly there.');
    await panel.choosePreview('Submission Rejected');
    expect(panel.preview()).to.match(/^Submission Rejected/);
    await panel.choosePreview('Approved');
    expect(panel.preview()).to.match(/^Approved/);
    expect(panel.focused()).to.equal('previewed');
    await panel.press('Preview');
    expect(panel.preview()).to.equal('');
  });

  it('shows the notice of a decision as the developer sees it', async () => {
    const panel = await showPanel('Rejected');
    expect(panel.outcome()).to.match(/^Submission Rejected Tomas Berg · .*2026.* · attempt 2/);
  });

  it('counts a note at a field too once it nears the limit', async () => {
    const { panel } = await openDesk();
    await panel.press('Note at Purpose');
    await panel.writeFieldNote('a'.repeat(9_001));
    expect(panel.answer('Purpose')).to.contain('9,001 of 10,000 characters');
    await panel.writeFieldNote('a'.repeat(9_000));
    expect(panel.answer('Purpose')).not.to.contain('of 10,000');
  });
});
