import { css } from 'lit';
import { tabStyles } from './tab.styles.js';

/** Tabs with counts; where there is no room for them all, they scroll, and a shade tells where they go on. */
export const tabListStyles = [
  tabStyles,
  css`
    .tabs {
      gap: var(--_s2);
      justify-content: space-between;
      padding-inline: var(--_s4);
      overflow-x: auto;
      scroll-padding-inline: var(--_s4);
      scrollbar-width: none;
      /* A shade at either edge, under a cover that comes with the tab at that end. */
      --_cover: var(--_surface) 40%, transparent;
      --_shade: color-mix(in srgb, var(--_text) 15%, transparent), transparent;
      background:
        linear-gradient(to right, var(--_cover)) left / 32px 100% local,
        linear-gradient(to left, var(--_cover)) right / 32px 100% local,
        linear-gradient(to right, var(--_shade)) left / 12px 100%,
        linear-gradient(to left, var(--_shade)) right / 12px 100%;
      background-repeat: no-repeat;
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
