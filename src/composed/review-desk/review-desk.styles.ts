import { css } from 'lit';
import { baseStyles } from '../../ui/base.styles.js';
import { cardStyles } from '../../ui/card.styles.js';
import { controlStyles } from '../../ui/control.styles.js';
import { noticeStyles } from '../../ui/notice.styles.js';
import { themeStyles } from '../theme.styles.js';

/** One box: the queue and, beside it or in its place, the submission. */
export const reviewDeskStyles = [
  baseStyles,
  controlStyles,
  cardStyles,
  noticeStyles,
  themeStyles,
  css`
    .desk {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      border: 1px solid var(--_border);
      border-radius: var(--_radius-card);
      background: var(--_surface);
      /* Not hidden: a bar inside sticks to the page's edge. */
      overflow: clip;
    }
    .pane {
      position: relative;
      min-inline-size: 0;
    }
    /* Over the content, for what sticks inside would hide a part of the ring. */
    .pane:focus-visible {
      outline: none;
    }
    .pane:focus-visible::after {
      content: '';
      position: absolute;
      inset: 0;
      z-index: 2;
      border: 2px solid var(--_focus);
      pointer-events: none;
    }
    .panel {
      display: flex;
      flex-direction: column;
    }
    .pane > [exportparts] {
      border: 0;
      border-radius: 0;
    }
    .panel > [exportparts] {
      flex: 1;
    }
    .back {
      padding: var(--_s2) var(--_s3);
      border-block-end: 1px solid var(--_border);
    }
    .keys-line {
      display: flex;
      justify-content: flex-end;
      padding-block: var(--_s2);
      color: var(--_muted);
    }
    .keys-line > .button {
      color: inherit;
      font-weight: 400;
    }
    /* Nobody presses keys without a keyboard. */
    @media (hover: none) and (pointer: coarse) {
      .keys-line {
        display: none;
      }
    }
    /* Who prints an open submission wants no list of the others. */
    @media print {
      .desk.open > .queue {
        display: none;
      }
    }
    /* All that the panel has to say above the queue is which decision failed. */
    @container (width < 64.28em) {
      .desk:not(.open) > .panel {
        order: -1;
      }
    }
    @container (width >= 64.28em) {
      .desk {
        grid-template-columns: clamp(24.29em, 38%, 34.29em) minmax(0, 1fr);
      }
      /* It keeps its place while a long submission is read beside it. */
      .queue {
        position: sticky;
        inset-block-start: 0;
        align-self: start;
        max-block-size: max(320px, 100vh - var(--_top, 0px));
        overflow-y: auto;
      }
      .panel {
        border-inline-start: 1px solid var(--_border);
      }
      @media print {
        .queue {
          max-block-size: none;
        }
      }
    }
  `,
];
