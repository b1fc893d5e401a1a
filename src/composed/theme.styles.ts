import { css } from 'lit';

/** For a page that is light or dark without saying so in its `color-scheme`. */
export const themeStyles = css`
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;

/** `auto` follows the page. */
export type Theme = 'auto' | 'light' | 'dark';
