/// <reference types="vite/client" />
import theme from 'vitepress/theme-without-fonts';
import './site.css';

export default {
  ...theme,
  enhanceApp() {
    // The elements are drawn in a browser; until then a page is text.
    if (!import.meta.env.SSR) void import('./examples.js');
  },
};
