import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/submission.js';
import { PipelineError, type UploadFile } from '../src/adapter/index.js';
import type { Field } from '../src/contract/index.js';
import type { SubmissionForm } from '../src/elements/submission/submission.js';
import { opening } from '../test/helpers/submission-fields.js';
import { asking } from './fixture/fields.js';

interface Args {
  store: SubmissionForm['store'];
}

const meta: Meta<Args> = {
  title: 'Elements/Submission files',
  component: 'golive-submission',
  render: ({ store }) => html`<golive-submission lang="en" .store=${store}></golive-submission>`,
};
export default meta;

type Story = StoryObj<Args>;

const nextIsPressed = opening((shown) => shown.press('Next'));

const files: Field[] = [
  {
    id: 'licence',
    kind: 'file',
    label: 'Licence',
    help: 'The page with the stamp.',
    required: true,
    accept: ['.pdf', 'image/png'],
    maxSize: 5_000_000,
  },
  { id: 'chart', kind: 'file', label: 'Chart of the company' },
];
const pdf = (size = 248_000, name = 'licence 2026.pdf') =>
  new File([new Uint8Array(size)], name, { type: 'application/pdf' });
const stored = { licence: { id: 'file_1', name: 'licence 2026.pdf', size: 248_000 } };
const slowly: UploadFile = (_file, { onProgress }) => {
  onProgress?.(0.45);
  return new Promise(() => undefined);
};
const never: UploadFile = () => Promise.reject(new PipelineError('internal', { status: 500 }));
const filing = (uploadFile: UploadFile, answers = {}) =>
  asking(files, { answers, methods: { uploadFile } });

export const Missing: Story = { args: { store: filing(slowly) }, play: nextIsPressed };
export const Uploading: Story = {
  args: { store: filing(slowly) },
  play: opening((shown) => shown.chooseFile('Licence', pdf())),
};
export const Stored: Story = { args: { store: filing(slowly, stored) }, play: opening() };
export const Refused: Story = {
  args: { store: filing(slowly) },
  play: opening(async (shown) => {
    await shown.chooseFile('Licence', pdf(6_000_000));
    await shown.press('Next');
  }),
};
export const Failed: Story = {
  args: { store: filing(never) },
  play: opening((shown) => shown.chooseFile('Licence', pdf())),
};
export const NotTaken: Story = {
  args: { store: asking(files, { answers: { chart: { id: 'f2', name: 'chart.png' } } }) },
  play: nextIsPressed,
};
