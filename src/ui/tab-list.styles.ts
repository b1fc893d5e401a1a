import { css } from 'lit';
import { tabStyles } from './tab.styles.js';

/** Tabs with counts; where there is no room for them all, they scroll. */
export const tabListStyles = [
  tabStyles,
  css`
    .tabs {
      gap: var(--_s2);
      justify-content: space-between;
      padding-inline: var(--_s4);
      overflow-x: auto;
      scrollbar-width: none;
    }
    .tab {
      display: flex;
      align-items: center;
      gap: 4px;
      margin: 0;
      white-space: nowrap;
    }
    .tab:focus-visible {
      outline-offset: -2px;
    }
    .count {
      min-inline-size: 20px;
      padding-inline: 5px;
      border-radius: 99px;
      background: var(--_sunken);
      box-shadow: inset 0 0 0 1px var(--_border);
      font-size: var(--_tiny);
      line-height: calc(1em + 6px);
      font-weight: 400;
      font-variant-numeric: tabular-nums;
      text-align: center;
    }
  `,
];
