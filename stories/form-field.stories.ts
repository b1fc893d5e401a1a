import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/submission.js';
import type { Field } from '../src/contract/index.js';
import type { SubmissionForm } from '../src/elements/submission/submission.js';
import { opening } from '../test/helpers/submission-fields.js';
import { asking, countries } from './fixture/fields.js';

interface Args {
  store: SubmissionForm['store'];
  lang?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Submission fields',
  component: 'golive-submission',
  render: ({ store, lang = 'en' }) =>
    html`<golive-submission lang=${lang} .store=${store}></golive-submission>`,
};
export default meta;

type Story = StoryObj<Args>;

const nextIsPressed = opening((shown) => shown.press('Next'));

const text: Field[] = [
  { id: 'name', kind: 'text', label: 'Legal name', required: true, autocomplete: 'organization' },
  {
    id: 'number',
    kind: 'text',
    label: 'Registration number',
    help: 'As it stands in the register, without spaces.',
    placeholder: 'FN204418',
    pattern: '[A-Z]{2}[0-9]{5,8}',
    patternMessage: 'Two capital letters, then five to eight digits.',
  },
  { id: 'mail', kind: 'email', label: 'Their email', required: true, autocomplete: 'email' },
  { id: 'site', kind: 'url', label: 'Website', placeholder: 'https://' },
  { id: 'phone', kind: 'phone', label: 'Phone for incidents', help: 'With the country code.' },
];
export const Texts: Story = { args: { store: asking(text) }, play: opening() };
export const TextsWrong: Story = {
  args: {
    store: asking(text, {
      answers: { number: '204418', mail: 'joel', site: 'fernwood.example' },
      notes: { number: 'This one belongs to your agency.', mail: 'This address bounces.' },
    }),
  },
  play: nextIsPressed,
};

const longText: Field[] = [
  { id: 'why', kind: 'textarea', label: 'Purpose', required: true, minLength: 40, maxLength: 500 },
  {
    id: 'flow',
    kind: 'textarea',
    label: 'How a payment runs',
    help: 'Which calls you make, when, and on whose behalf.',
    placeholder: 'First the customer …',
    maxLength: 60,
  },
];
const full = 'We pay out marketplace sellers once a day, by SEPA.';
export const Textareas: Story = {
  args: { store: asking(longText, { answers: { flow: full } }) },
  play: opening(),
};
export const TextareasWrong: Story = {
  args: {
    store: asking(longText, {
      answers: { why: 'Payouts.', flow: `${full} And back.` },
      notes: { why: 'Say how a partial refund reaches the payer.' },
    }),
  },
  play: nextIsPressed,
};

const numbers: Field[] = [
  { id: 'staff', kind: 'number', label: 'Employees', integer: true, min: 1, required: true },
  { id: 'volume', kind: 'number', label: 'Volume a month', unit: 'EUR', min: 0, max: 5_000_000 },
  { id: 'share', kind: 'number', label: 'Share of refunds', unit: '%', help: 'A rough figure.' },
];
export const Numbers: Story = {
  args: { store: asking(numbers, { answers: { staff: 12, volume: 1234.5 } }) },
  play: opening(),
};
export const NumbersWrong: Story = {
  args: {
    store: asking(numbers, { answers: { staff: 1.5, volume: 9e6, share: 'about 2' } }),
  },
  play: nextIsPressed,
};
export const NumbersInGerman: Story = {
  args: { ...Numbers.args, lang: 'de' },
  play: opening(),
};

const boxes: Field[] = [
  { id: 'rules', kind: 'boolean', label: 'We keep to the rules for partners', required: true },
  {
    id: 'funds',
    kind: 'boolean',
    label: 'We hold customer funds',
    help: 'Money rests on your accounts before it is paid out.',
  },
];
export const Checkboxes: Story = {
  args: { store: asking(boxes, { answers: { funds: true } }) },
  play: opening(),
};
export const CheckboxesWrong: Story = {
  args: { store: asking(boxes, { notes: { rules: 'Please read them first.' } }) },
  play: nextIsPressed,
};

const few = countries.slice(0, 4);
const choices: Field[] = [
  { id: 'market', kind: 'select', label: 'Primary market', options: few, required: true },
  { id: 'seat', kind: 'select', label: 'Seat', options: few, placeholder: 'Where you pay taxes' },
  {
    id: 'uses',
    kind: 'multi_select',
    label: 'Payment types',
    help: 'Every type you will send.',
    min: 1,
    max: 3,
    required: true,
    options: ['SEPA credit transfer', 'SEPA Instant', 'Faster Payments', 'Standing orders'].map(
      (label) => ({ value: label, label }),
    ),
  },
];
export const Choices: Story = {
  args: { store: asking(choices, { answers: { seat: 'at', uses: ['SEPA Instant'] } }) },
  play: opening(),
};
export const ChoicesWrong: Story = {
  args: { store: asking(choices, { notes: { market: 'Not the one of last time?' } }) },
  play: nextIsPressed,
};

const long: Field[] = [
  { id: 'country', kind: 'select', label: 'Country', options: countries, required: true },
  {
    id: 'markets',
    kind: 'multi_select',
    label: 'Where your customers are',
    max: 5,
    options: countries,
  },
];
export const LongLists: Story = {
  args: { store: asking(long, { answers: { country: 'ie', markets: ['tr', 'se'] } }) },
  play: opening((shown) => shown.listsLoaded()),
};
export const LongListsWrong: Story = {
  args: {
    store: asking(long, {
      answers: { markets: countries.slice(0, 6).map(({ value }) => value) },
      notes: { country: 'The register says Ireland.' },
    }),
  },
  play: opening(async (shown) => {
    await shown.listsLoaded();
    await shown.press('Next');
  }),
};
export const LongListsOpen: Story = {
  args: LongLists.args!,
  play: opening(async (shown) => {
    await shown.listsLoaded();
    await shown.key('Country', 'ArrowDown');
  }),
};
export const LongListsSearched: Story = {
  args: LongLists.args!,
  play: opening(async (shown) => {
    await shown.listsLoaded();
    await shown.search('Where your customers are', 'an');
    await shown.typeInto('Country', 'an');
  }),
};
export const LongListsWithoutMatch: Story = {
  args: LongLists.args!,
  play: opening(async (shown) => {
    await shown.listsLoaded();
    await shown.search('Where your customers are', 'zz');
    await shown.typeInto('Country', 'zz');
  }),
};

const days: Field[] = [
  {
    id: 'start',
    kind: 'date',
    label: 'Planned first day in production',
    required: true,
    min: '2026-01-01',
    max: '2030-12-31',
  },
  { id: 'test', kind: 'date', label: 'Day of the last test', help: 'Leave it open if none.' },
];
export const Dates: Story = {
  args: { store: asking(days, { answers: { start: '2027-01-18' } }) },
  play: opening(),
};
export const DatesWrong: Story = {
  args: {
    store: asking(days, {
      answers: { start: '2025-01-18', test: '…' },
      notes: { start: 'That was last year.' },
    }),
  },
  play: nextIsPressed,
};

export const Infos: Story = {
  args: {
    store: asking([
      { id: 'a', kind: 'info', label: 'Use the details of the company that signs.' },
      {
        id: 'b',
        kind: 'info',
        label: 'What we do with it',
        help: 'Two people of our risk team read it.\nNobody else does.',
      },
      ...text.slice(0, 1),
    ]),
  },
  play: opening(),
};

const hostile = [
  '<img src=x onerror=alert(1)>',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '\u202eright to left\u202c and javascript:alert(1)',
  'مرحبا '.repeat(12),
];
const hostileOptions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    value: `${index}`,
    label: `${hostile[index % hostile.length]} ${index}`,
  }));
export const Hostile: Story = {
  args: {
    store: asking(
      [
        { id: 'a', kind: 'text', label: hostile[0]!, help: hostile[1]!, placeholder: hostile[2]! },
        { id: 'b', kind: 'number', label: hostile[1]!, unit: hostile[1]!, min: 2 },
        { id: 'c', kind: 'boolean', label: hostile.join(' '), required: true },
        { id: 'd', kind: 'select', label: 'Few', options: hostileOptions(4) },
        { id: 'e', kind: 'select', label: hostile[2]!, options: hostileOptions(20) },
        { id: 'f', kind: 'multi_select', label: hostile[3]!, options: hostileOptions(4) },
        { id: 'g', kind: 'multi_select', label: hostile[0]!, options: hostileOptions(20) },
        { id: 'h', kind: 'file', label: hostile[1]! },
        { id: 'i', kind: 'info', label: hostile[0]!, help: hostile.join(' ') },
      ],
      {
        answers: { b: 1, e: '1', g: ['1', '2'], h: { id: 'f', name: hostile[1]!, size: 12 } },
        methods: { uploadFile: () => new Promise(() => undefined) },
      },
    ),
  },
  play: opening(async (shown) => {
    await shown.listsLoaded();
    await shown.press('Next');
  }),
};

export const Submitting: Story = {
  args: {
    store: asking([text[0]!, boxes[1]!, long[0]!], {
      answers: { name: 'Fernwood Ledger DAC', country: 'ie' },
      methods: { submit: () => new Promise(() => undefined) },
    }),
  },
  play: opening(async (shown) => {
    await shown.press('Next');
    await shown.press('Submit for Review');
    await shown.goTo('Questions');
  }),
};
