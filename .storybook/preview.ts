import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import manifest from '../dist/custom-elements.json';
import dense from '../src/themes/dense.css?raw';
import soft from '../src/themes/soft.css?raw';
import './preview.css';

setCustomElementsManifest(manifest);

/** Without one the elements have their defaults. */
const themes: Record<string, string> = { dense, soft };
const theme = new CSSStyleSheet();
document.adoptedStyleSheets.push(theme);

const preview: Preview = {
  loaders: [mswLoader()],
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'padded',
    options: {
      // Whole pages first, then the elements in the order of the road.
      storySort: {
        order: [
          'Composed',
          ['Pipeline', 'Review desk', 'Provider'],
          'Elements',
          [
            'Stepper',
            'Outcome',
            'Credential card',
            'Credential card, acts',
            'Test data',
            'Submission',
            'Submission fields',
            'Submission files',
            'Activity',
            'Review queue',
            'Review panel',
          ],
        ],
      },
    },
  },
  globalTypes: {
    theme: {
      description: 'Theme of the elements',
      toolbar: {
        title: 'Theme',
        icon: 'paintbrush',
        items: ['neutral', 'dense', 'soft'],
        dynamicTitle: true,
      },
    },
    scheme: {
      description: 'Colour scheme of the page',
      toolbar: { title: 'Scheme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction of the text',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'neutral', scheme: 'light', direction: 'ltr' },
  decorators: [
    (story, { globals }) => {
      theme.replaceSync(themes[String(globals['theme'])] ?? '');
      document.documentElement.style.colorScheme = String(globals['scheme']);
      document.documentElement.dir = String(globals['direction']);
      return story();
    },
  ],
};
export default preview;
