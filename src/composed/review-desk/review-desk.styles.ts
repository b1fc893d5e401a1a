import { css } from 'lit';
import { baseStyles } from '../../ui/base.styles.js';
import { controlStyles } from '../../ui/control.styles.js';
import { themeStyles } from '../theme.styles.js';

/** One box: the queue and, beside it or in its place, the submission. */
export const reviewDeskStyles = [
  baseStyles,
  controlStyles,
  themeStyles,
  css`
    .desk {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      border: 1px solid var(--_border);
      border-radius: calc(var(--_radius) + 2px);
      background: var(--_surface);
      /* Not hidden: a bar inside sticks to the page's edge. */
      overflow: clip;
    }
    .pane {
      min-inline-size: 0;
    }
    .pane:focus-visible {
      outline-offset: -2px;
    }
    golive-review-queue,
    golive-review-panel {
      border: 0;
      border-radius: 0;
    }
    .back {
      padding: var(--_s2) var(--_s3);
      border-block-end: 1px solid var(--_border);
    }
    @container (min-width: 900px) {
      .desk {
        grid-template-columns: clamp(340px, 36%, 440px) minmax(0, 1fr);
      }
      /* It keeps its place while a long submission is read beside it. */
      .queue {
        position: sticky;
        inset-block-start: 0;
        align-self: start;
        max-block-size: 100vh;
        overflow-y: auto;
      }
      .panel {
        border-inline-start: 1px solid var(--_border);
      }
    }
  `,
];
