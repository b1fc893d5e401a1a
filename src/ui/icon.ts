import { html } from 'lit';

/** An icon's outline on a 16 px grid; each is an export of its own, so that a page gets only its own. */
export type Shape = string;

export interface IconOptions {
  size?: 14 | 16 | 20;
  /** Mirrored where text runs from right to left. */
  flip?: boolean;
  spin?: boolean;
  dashed?: boolean;
}

/** An icon is never the only carrier of a meaning, so it is hidden from assistive technology. */
export function icon(shape: Shape, { size = 16, flip, spin, dashed }: IconOptions = {}) {
  const classes = ['icon', `s${size}`, flip && 'flip', spin && 'spin', dashed && 'dashed'];
  return html`<svg
    class=${classes.filter(Boolean).join(' ')}
    viewBox="0 0 16 16"
    aria-hidden="true"
    focusable="false"
  >
    <path d=${shape}></path>
  </svg>`;
}

const CIRCLE = 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0Z';

export const checkIcon = 'M3.25 8.5 6.5 11.75 12.75 4.75';
export const checkCircleIcon = CIRCLE + 'M5.25 8.25 7.25 10.25 10.75 6';
export const xIcon = 'M4.25 4.25 11.75 11.75M11.75 4.25 4.25 11.75';
export const xCircleIcon = CIRCLE + 'M6 6 10 10M10 6 6 10';
export const alertIcon = 'M8 2.5 14.25 13.25H1.75ZM8 6.75v2.75M8 11.4v.01';
export const infoIcon = CIRCLE + 'M8 7.5v3.25M8 5.2v.01';
export const lockIcon =
  'M4.5 7h7a1.5 1.5 0 0 1 1.5 1.5v3.75a1.5 1.5 0 0 1-1.5 1.5h-7a1.5 1.5 0 0 1-1.5-1.5v-3.75a1.5 1.5 0 0 1 1.5-1.5ZM5.25 7V5a2.75 2.75 0 0 1 5.5 0v2';
export const unlockIcon =
  'M4.5 7h7a1.5 1.5 0 0 1 1.5 1.5v3.75a1.5 1.5 0 0 1-1.5 1.5h-7a1.5 1.5 0 0 1-1.5-1.5v-3.75a1.5 1.5 0 0 1 1.5-1.5ZM5.25 7V4.75a2.75 2.75 0 0 1 5.35-.9';
export const copyIcon =
  'M7 5.5h5a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5h-5a1.5 1.5 0 0 1-1.5-1.5v-5a1.5 1.5 0 0 1 1.5-1.5ZM10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5';
export const downloadIcon = 'M8 2.5v7.5M4.75 6.75 8 10 11.25 6.75M2.75 13.25h10.5';
export const refreshIcon = 'M13.25 8A5.25 5.25 0 1 1 11.7 4.3L13.25 5.75M13.25 2.5v3.25H10';
export const keyIcon =
  'M8 10.75a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0ZM7.25 8.75 13.25 2.75M10.5 5.5l2.25 2.25';
export const clockIcon = CIRCLE + 'M8 4.75V8l2.25 1.5';
export const returnIcon = 'M5.75 3.25 2.5 6.5 5.75 9.75M2.5 6.5h7.25a3.5 3.5 0 0 1 0 7H7.5';
export const searchIcon = 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.25 10.25 13.5 13.5';
export const externalIcon =
  'M9.5 2.75h3.75V6.5M13 3 7.75 8.25M11.25 9.5v2.75a1 1 0 0 1-1 1h-6.5a1 1 0 0 1-1-1v-6.5a1 1 0 0 1 1-1H6.5';
export const chevronDownIcon = 'M4 6.25 8 10.25 12 6.25';
export const arrowStartIcon = 'M13.25 8H2.75M6.75 4l-4 4 4 4';
export const pencilIcon = 'M10.75 2.75 13.25 5.25 5.5 13 2.5 13.5 3 10.5ZM9 4.5 11.5 7';
export const commentIcon =
  'M3.75 2.75h8.5a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H8l-3.25 2.5v-2.5h-1a1.5 1.5 0 0 1-1.5-1.5v-5a1.5 1.5 0 0 1 1.5-1.5Z';
export const flaskIcon =
  'M5.75 2.25h4.5M6.75 2.25v4.25L3.1 12.2a1 1 0 0 0 .85 1.55h8.1a1 1 0 0 0 .85-1.55L9.25 6.5V2.25M4.9 9.75h6.2';
export const liveIcon =
  'M9.75 8a1.75 1.75 0 1 1-3.5 0 1.75 1.75 0 0 1 3.5 0ZM4.3 11.7a5.25 5.25 0 0 1 0-7.4M11.7 4.3a5.25 5.25 0 0 1 0 7.4';
export const eyeIcon =
  'M1.75 8C3 5.4 5.25 3.75 8 3.75S13 5.4 14.25 8C13 10.6 10.75 12.25 8 12.25S3 10.6 1.75 8ZM9.75 8a1.75 1.75 0 1 1-3.5 0 1.75 1.75 0 0 1 3.5 0Z';
export const sendIcon = 'M13.5 2.5 9.25 13.5 7 9 2.5 6.75ZM13.5 2.5 7 9';
export const paymentIcon =
  'M3.25 3.5h9.5a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-9.5a1.5 1.5 0 0 1-1.5-1.5v-6a1.5 1.5 0 0 1 1.5-1.5ZM1.75 6.5h12.5M4.25 10h2.5';
export const terminalIcon = 'M2.75 4.25 6.5 8 2.75 11.75M8 12h5.25';
export const tableIcon =
  'M3.75 2.75h8.5a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5h-8.5a1.5 1.5 0 0 1-1.5-1.5v-7.5a1.5 1.5 0 0 1 1.5-1.5ZM2.25 6.25h11.5M6.25 6.25v7';
export const plusIcon = 'M8 3.25v9.5M3.25 8h9.5';
export const sortIcon = 'M5 3v10M2.5 10.5 5 13l2.5-2.5M9.5 4h4M9.5 8h3M9.5 12h2';
export const userIcon =
  'M10.5 5.25a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM3 13.5c.5-2.75 2.5-4.25 5-4.25s4.5 1.5 5 4.25';
/** Not yet; to be drawn dashed. */
export const pendingIcon = CIRCLE;
export const spinnerIcon = 'M8 1.75A6.25 6.25 0 1 1 1.75 8';
export const offlineIcon =
  'M2 2 14 14M4.3 6.9A6.5 6.5 0 0 1 6.2 5.8M9 5.5a6.5 6.5 0 0 1 2.7 1.4M1.75 4.9A9.6 9.6 0 0 1 3.4 3.7M7 2.6a9.7 9.7 0 0 1 7.25 2.3M6.2 9.3a3.4 3.4 0 0 1 2.6-.5M8 12.2v.01';
export const fileIcon =
  'M9.25 1.75h-4.5a1 1 0 0 0-1 1v10.5a1 1 0 0 0 1 1h6.5a1 1 0 0 0 1-1V4.75ZM9.25 1.75v3h3';
export const listIcon = 'M6 4.25h7.5M6 8h7.5M6 11.75h7.5M2.75 4.25v.01M2.75 8v.01M2.75 11.75v.01';
