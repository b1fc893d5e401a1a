import type { StorybookConfig } from '@storybook/web-components-vite';
import { writeManifest } from '../scripts/manifest.mjs';
import { mockWorkerForVite } from '../scripts/mock-worker.mjs';

// The docs and controls come from the manifest, so it is made anew before each start.
await writeManifest();

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', 'msw-storybook-addon'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    // The demo's settings are the demo's: Storybook has its own root and pages.
    root: undefined,
    plugins: [...(vite.plugins ?? []), mockWorkerForVite()],
  }),
};
export default config;
