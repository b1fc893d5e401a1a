import { expect } from '@open-wc/testing';
import '../../src/define/submission.js';
import { PipelineError, type UploadFile } from '../../src/adapter/index.js';
import type { Field, FileReference } from '../../src/contract/index.js';
import * as stories from '../../stories/form-file.stories.js';
import { byHand } from '../helpers/by-hand.js';
import { itIsAccessibleInEveryStory } from '../helpers/stories.js';
import { ask } from '../helpers/submission-ask.js';

const licence: Field = {
  id: 'licence',
  kind: 'file',
  label: 'Licence',
  required: true,
  accept: ['.pdf', 'image/*'],
  maxSize: 5_000_000,
};
const chart: Field = { id: 'chart', kind: 'file', label: 'Chart' };

const file = (name = 'licence.pdf', size = 1200, type = 'application/pdf') =>
  new File([new Uint8Array(size)], name, { type });
const reference: FileReference = { id: 'file_1', name: 'licence.pdf', size: 1200 };

/** Asks for files, whose uploads end when the test says so. */
async function askFor(fields: Field[] = [licence], answers = {}) {
  const uploadFile = byHand<Parameters<UploadFile>, FileReference>();
  const errors: string[] = [];
  const shown = await ask(fields, { answers, methods: { uploadFile } });
  shown.element.store!.onError(({ error }) => errors.push(error.code));
  const settle = async (act: () => void) => {
    act();
    await shown.rest();
    await shown.rest();
  };
  return {
    ...shown,
    errors,
    calls: uploadFile.calls,
    signal: (index: number) => uploadFile.calls[index]!.args[1].signal!,
    arrive: (index = 0, stored = reference) =>
      settle(() => uploadFile.calls[index]!.resolve(stored)),
    fail: (error: unknown, index = 0) => settle(() => uploadFile.calls[index]!.reject(error)),
    tell: (share: number) => settle(() => uploadFile.calls[0]!.args[1].onProgress!(share)),
  };
}

describe('files of golive-submission', () => {
  beforeEach(() => sessionStorage.clear());

  itIsAccessibleInEveryStory(stories);

  it('say what is taken before anything is chosen', async () => {
    const shown = await askFor();
    expect(shown.limits('Licence')).to.equal('PDF and image · up to 5 MB');
    expect(shown.description('Licence')).to.contain('up to 5 MB');
    expect(shown.input('Licence').accept).to.equal('.pdf,image/*');
    await shown.press('Next');
    expect(shown.problem('Licence')).to.equal('Choose a file');
  });

  it('go to the host with their progress, and become a reference', async () => {
    const shown = await askFor();
    await shown.chooseFile('Licence', file());
    expect(shown.said()).to.contain('Uploading licence.pdf');
    expect(shown.file('Licence')).to.contain('licence.pdf 1.2 kB');
    expect(shown.progress('Licence')).to.equal(-1);
    await shown.tell(0.25);
    expect(shown.progress('Licence')).to.equal(0.25);
    await shown.arrive();
    expect(shown.said()).to.contain('licence.pdf uploaded');
    expect(shown.progress('Licence')).to.equal(undefined);
    expect(shown.calls[0]!.args[1].fieldId).to.equal('licence');
    expect(await shown.sent()).to.deep.equal({ licence: reference });
  });

  it('hold up the way on while they are on it', async () => {
    const shown = await askFor([licence, chart]);
    await shown.chooseFile('Licence', file());
    expect(shown.problem('Licence')).to.equal('');
    await shown.press('Next');
    expect(shown.problem('Licence')).to.contain('still uploading');
    expect(shown.summaryLines()).to.have.length(1);
    await shown.arrive();
    expect(shown.problem('Licence')).to.equal('');
    await shown.press('Next');
    expect(shown.title()).to.equal('Review');
  });

  it('of a kind or size that is not taken are not sent', async () => {
    const shown = await askFor();
    await shown.chooseFile('Licence', file('licence.docx', 1200, 'application/msword'));
    expect(shown.problem('Licence')).to.equal(
      'This kind of file is not taken. Choose PDF and image.',
    );
    await shown.chooseFile('Licence', file('licence.pdf', 5_000_001));
    expect(shown.problem('Licence')).to.equal('This file is too large. It may have 5 MB at most.');
    expect(shown.calls).to.have.length(0);
    await shown.press('Next');
    expect(shown.title()).to.equal('Questions');
    await shown.press('Remove licence.pdf');
    expect(shown.hasFocus('Licence')).to.equal(true);
    expect(shown.file('Licence')).to.equal('');
  });

  it('are tried again after a failure, without being chosen once more', async () => {
    const shown = await askFor();
    await shown.chooseFile('Licence', file());
    await shown.fail(new PipelineError('internal', { status: 500 }));
    expect(shown.problem('Licence')).to.contain('not uploaded. Try again');
    expect(shown.said()).to.contain('licence.pdf was not uploaded');
    expect(shown.errors).to.deep.equal(['internal']);
    await shown.press('Try again to upload licence.pdf');
    expect(shown.calls).to.have.length(2);
    expect(shown.calls[1]!.args[0].name).to.equal('licence.pdf');
    expect(shown.hasFocus('Licence')).to.equal(true);
    await shown.arrive(1);
    expect(await shown.sent()).to.deep.equal({ licence: reference });
  });

  it('tell the page when somebody has to sign in, and of whatever a hook throws', async () => {
    const shown = await askFor();
    await shown.chooseFile('Licence', file());
    await shown.fail(new PipelineError('not_signed_in', { status: 401 }));
    await shown.press('Try again');
    await shown.fail(new Error('a bug of the host'), 1);
    expect(shown.errors[0]).to.equal('not_signed_in');
    expect(shown.errors).to.have.length(2);
    expect(shown.problem('Licence')).to.contain('not uploaded');
  });

  it('are cancelled, and what comes all the same is let go', async () => {
    const shown = await askFor();
    await shown.chooseFile('Licence', file());
    await shown.press('Cancel the upload of licence.pdf');
    expect(shown.signal(0).aborted).to.equal(true);
    expect(shown.hasFocus('Licence')).to.equal(true);
    await shown.arrive();
    expect(shown.file('Licence')).to.equal('');
    expect(shown.errors).to.deep.equal([]);
  });

  it('take each other’s place, and the last one counts', async () => {
    const shown = await askFor();
    await shown.chooseFile('Licence', file('old.pdf'));
    await shown.chooseFile('Licence', file('new.pdf'));
    expect(shown.signal(0).aborted).to.equal(true);
    await shown.arrive(1, { id: 'file_2', name: 'new.pdf' });
    await shown.arrive(0, { id: 'file_1', name: 'old.pdf' });
    expect(await shown.sent()).to.deep.equal({ licence: { id: 'file_2', name: 'new.pdf' } });
  });

  it('travel side by side', async () => {
    const shown = await askFor([licence, chart]);
    await shown.chooseFile('Licence', file());
    await shown.chooseFile('Chart', file('chart.png', 10, 'image/png'));
    await shown.arrive(1, { id: 'file_2', name: 'chart.png' });
    expect(shown.progress('Licence')).to.equal(-1);
    await shown.arrive(0);
    expect(await shown.sent()).to.deep.equal({
      licence: reference,
      chart: { id: 'file_2', name: 'chart.png' },
    });
  });

  it('that are there already show name and size, and can be taken away', async () => {
    const shown = await askFor([chart], { chart: { id: 'f', name: 'chart.png', size: 2_500_000 } });
    expect(shown.file('Chart')).to.equal('chart.png 2.5 MB');
    await shown.press('Remove chart.png');
    expect(shown.file('Chart')).to.equal('');
    expect(await shown.sent()).to.deep.equal({});
  });

  it('end with the element, and can be tried again where it is put back', async () => {
    const shown = await askFor();
    const { parentElement } = shown.element;
    await shown.chooseFile('Licence', file());
    shown.element.remove();
    expect(shown.signal(0).aborted).to.equal(true);
    parentElement!.append(shown.element);
    await shown.rest();
    await shown.press('Try again');
    await shown.arrive(1);
    expect(await shown.sent()).to.deep.equal({ licence: reference });
  });

  it('end when the form is left', async () => {
    const shown = await askFor();
    await shown.chooseFile('Licence', file());
    await shown.press('Cancel');
    await shown.rest();
    expect(shown.isFormOpen()).to.equal(false);
    expect(shown.signal(0).aborted).to.equal(true);
  });

  it('are not taken where the host has no way for them, which is said plainly', async () => {
    const shown = await ask([licence, chart]);
    expect(shown.fieldText('Chart')).to.contain('Files can’t be uploaded on this page.');
    await shown.press('Next');
    expect(shown.problem('Licence')).to.contain('Ask the provider how to send it.');
    expect(shown.summaryLines()[0]).to.contain('Ask the provider');
    await shown.press('Licence:');
    expect(shown.hasFocus('Licence')).to.equal(true);
  });
});
