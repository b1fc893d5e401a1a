import { css } from 'lit';
import { baseStyles } from '../../ui/base.styles.js';
import { cardStyles } from '../../ui/card.styles.js';
import { controlStyles } from '../../ui/control.styles.js';
import { reviewFieldStyles } from '../../ui/review-field.styles.js';
import { noticeStyles } from '../../ui/notice.styles.js';
import { tabListStyles } from '../../ui/tab-list.styles.js';
import { rowCardsStyles } from './row-cards.styles.js';
import { rowsStyles } from './rows.styles.js';

/** A card on the host itself, so that a desk can take its outline away. */
export const reviewQueueStyles = [
  baseStyles,
  controlStyles,
  cardStyles,
  reviewFieldStyles,
  noticeStyles,
  tabListStyles,
  rowsStyles,
  rowCardsStyles,
  css`
    :host {
      overflow: clip;
      border: 1px solid var(--_border);
      border-radius: var(--_radius-card);
      background: var(--_surface);
    }
    .filters {
      display: grid;
      gap: var(--_s2);
      padding: var(--_s3) var(--_s4);
      border-block-end: 1px solid var(--_border);
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_s2);
    }
    .choices > .by-sort {
      margin-inline-start: auto;
    }
    .choices select {
      inline-size: auto;
      max-inline-size: 15.4em;
      min-block-size: 28px;
      padding-block: 3px;
      padding-inline: 10px calc(var(--_icon) + 14px);
      font-size: var(--_small);
      font-weight: 600;
      text-overflow: ellipsis;
      field-sizing: content;
      cursor: pointer;
    }
    .choices > .select-box > .icon {
      inset-inline-end: 8px;
    }
    #list:focus-visible {
      outline-offset: -2px;
    }
    .settling :is(tbody, ul) {
      opacity: 0.5;
      transition: opacity var(--_duration) 300ms;
    }
    /* Takes no room, so that its coming moves no row. */
    .news {
      position: sticky;
      z-index: 1;
      inset-block-start: 0;
      display: grid;
      justify-content: end;
      block-size: 0;
      padding-inline: var(--_s4);
    }
    .news > .button {
      block-size: calc(var(--_size) + 14px);
      margin-block-start: 2px;
      border-color: var(--_accent);
      color: var(--_accent);
    }
    .waits {
      display: flex;
      justify-content: space-between;
      padding: var(--_s4);
    }
    .waits + .waits {
      border-block-start: 1px solid var(--_border);
    }
    .waits > .skeleton {
      inline-size: 140px;
      margin-block: 4px;
    }
    .waits > .aside {
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
    @container (width >= 51.4em) {
      .tabs {
        gap: var(--_s5);
        justify-content: start;
      }
      .filters {
        grid-template-columns: minmax(14.3em, 25.7em) 1fr;
        align-items: center;
      }
      /* Beside the filters, for it would cover the heads of the columns. */
      .news {
        --_up: calc(var(--_s3) + var(--_height) / 2 + var(--_size) / 2 + 10px);
        margin-block: calc(-1 * var(--_up)) var(--_up);
      }
      /* The heads of the columns sort. */
      .choices > .by-sort {
        display: none;
      }
    }
    /* One under the other they are as wide as the search above them. */
    @container (max-width: 25em) {
      .choices > .select-box {
        flex: 1 0 40%;
      }
      .choices select {
        inline-size: 100%;
        max-inline-size: none;
      }
    }
    @media print {
      .filters,
      .more {
        display: none;
      }
    }
    @media (pointer: coarse) {
      .choices select {
        min-block-size: 44px;
      }
    }
  `,
];
