import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { PipelineProvider } from '../src/composed/provider/provider.js';
import '../src/define/credential-card.js';
import '../src/define/provider.js';
import '../src/define/stepper.js';
import { snapshots } from './fixture/snapshot.js';
import { showing } from './fixture/store.js';

type Args = Pick<PipelineProvider, 'store' | 'strings' | 'theme'>;

const meta: Meta<Args> = {
  title: 'Composed/Provider',
  component: 'golive-provider',
  args: { theme: 'auto' },
  render: ({ store, strings, theme }) =>
    html`<golive-provider .store=${store} .strings=${strings} .theme=${theme}>
      <golive-stepper></golive-stepper>
      <p>Whatever the page has between them.</p>
      <golive-credential-card lane="sandbox"></golive-credential-card>
    </golive-provider>`,
};
export default meta;

type Story = StoryObj<Args>;

export const AroundElements: Story = { args: { store: showing(snapshots.credentialsMade) } };
export const NoStoreYet: Story = { args: {} };
export const OwnWords: Story = {
  args: {
    store: showing(snapshots.credentialsMade),
    strings: { shared: { sandbox: 'Playground' } },
  },
};
