import { css } from 'lit';
import { baseStyles } from '../../ui/base.styles.js';
import { cardStyles } from '../../ui/card.styles.js';
import { controlStyles } from '../../ui/control.styles.js';
import { noticeStyles } from '../../ui/notice.styles.js';

/** Rows of a card, and the well of an overlap. */
export const credentialCardStyles = [
  baseStyles,
  controlStyles,
  cardStyles,
  noticeStyles,
  css`
    .link.small {
      font-size: var(--_small);
    }
    .sub > .skeleton {
      max-inline-size: 220px;
      margin-block: 6px;
    }
    .row > .skeleton {
      max-inline-size: 210px;
      margin-block: 4px;
    }
    .foot {
      display: grid;
      gap: var(--_s3);
    }
    .split,
    .marked {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--_s1) var(--_s3);
    }
    .marked {
      flex-wrap: nowrap;
      gap: 6px;
    }
    .marked > .icon {
      align-self: start;
      margin-block-start: calc((1lh - var(--_icon)) / 2);
    }
    .split > .end {
      align-self: center;
      margin-inline-start: auto;
    }
    .body + .rows {
      margin-block-start: 0;
    }
    .mask {
      -webkit-user-select: none;
      user-select: none;
    }
    .mask > i {
      margin-inline-end: 2px;
      color: var(--_muted);
      font-style: normal;
    }
    .overlap {
      grid-column: 1 / -1;
      display: grid;
      gap: var(--_s2);
      margin-block: var(--_s1) var(--_s2);
      padding: var(--_s3);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_sunken);
    }
    .overlap .checks {
      gap: var(--_s1);
      font-size: var(--_small);
    }
    .marked.warning {
      color: var(--_warning);
    }
    .meter {
      inline-size: 100%;
      block-size: 4px;
      border-radius: 2px;
      fill: color-mix(in srgb, var(--_control) 35%, transparent);
    }
    .meter > .left {
      fill: var(--_accent);
    }
    .meter:dir(rtl) {
      transform: scaleX(-1);
    }
    /* There is no room for it beside the buttons. */
    @container (max-width: 51em) {
      .foot > .actions > .end {
        inline-size: 100%;
        margin-inline-start: 0;
      }
    }
    @media (forced-colors: active) {
      .meter {
        fill: GrayText;
      }
      .meter > .left {
        fill: Highlight;
      }
    }
  `,
];
