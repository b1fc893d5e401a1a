import { css } from 'lit';
import { baseStyles } from '../../ui/base.styles.js';
import { cardStyles } from '../../ui/card.styles.js';
import { controlStyles } from '../../ui/control.styles.js';
import { fieldStyles } from '../../ui/field.styles.js';
import { noticeStyles } from '../../ui/notice.styles.js';
import { tabListStyles } from '../../ui/tab-list.styles.js';

/** A card on the host itself, so that a desk can take its outline away. */
export const reviewQueueStyles = [
  baseStyles,
  controlStyles,
  cardStyles,
  fieldStyles,
  noticeStyles,
  tabListStyles,
  css`
    :host {
      overflow: clip;
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) + 2px);
      background: var(--_surface);
    }
    .filters {
      display: grid;
      gap: var(--_s2);
      padding: var(--_s3) var(--_s4);
      border-block-end: 1px solid var(--_border);
    }
    .filters > .select-box {
      justify-self: end;
    }
    #list:focus-visible {
      outline-offset: -2px;
    }
    .settling ul {
      opacity: 0.5;
      transition: opacity var(--_duration) 300ms;
    }
    li + li {
      border-block-start: 1px solid var(--_border);
    }
    .row {
      position: relative;
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: 2px var(--_s2);
      inline-size: 100%;
      padding: var(--_s3) var(--_s4);
    }
    button.row:hover {
      background: var(--_sunken);
    }
    .row:focus-visible {
      outline-offset: -2px;
    }
    .row[aria-current] {
      background: var(--_accent-quiet);
    }
    .row[aria-current]::before {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline-start: 0;
      border-inline-start: 3px solid var(--_accent);
    }
    .name,
    .about {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .name {
      font-weight: 600;
    }
    .about {
      grid-column: 1 / -1;
    }
    .about,
    .aside {
      color: var(--_muted);
      font-size: var(--_small);
    }
    .aside,
    .row .chip {
      justify-self: end;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .state {
      display: flex;
      align-items: center;
      gap: 6px;
      color: var(--_tone);
      font-size: var(--_tiny);
      line-height: 16px;
    }
    .row .skeleton {
      inline-size: 140px;
      margin-block: 4px;
    }
    .row .skeleton.aside {
      inline-size: 56px;
    }
    .more {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--_s2);
      padding: var(--_s3) var(--_s4);
      border-block-start: 1px solid var(--_border);
    }
    .message {
      padding: var(--_s3) var(--_s4);
    }
  `,
];
