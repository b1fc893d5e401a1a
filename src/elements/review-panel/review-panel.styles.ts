import { css } from 'lit';
import { baseStyles } from '../../ui/base.styles.js';
import { cardStyles } from '../../ui/card.styles.js';
import { controlStyles } from '../../ui/control.styles.js';
import { noticeStyles } from '../../ui/notice.styles.js';

/** A card on the host itself, so that a desk can take its outline away. */
export const reviewPanelStyles = [
  baseStyles,
  controlStyles,
  cardStyles,
  noticeStyles,
  css`
    /* In more room than it needs the bar still stands at the end. */
    :host {
      display: flex;
      flex-direction: column;
      border: 1px solid var(--_border);
      border-radius: var(--_radius-card);
      background: var(--_surface);
    }
    .notice.banner {
      border-width: 0 0 1px;
      border-radius: calc(var(--_radius-card) - 1px) calc(var(--_radius-card) - 1px) 0 0;
      outline-offset: -2px;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_s1) var(--_s2);
    }
    .line > .end {
      margin-inline-start: auto;
    }
    .phead {
      display: grid;
      gap: var(--_s1);
      padding: var(--_s5) var(--_s6) var(--_s4);
    }
    .phead > .skeleton {
      max-inline-size: 320px;
      margin-block: 4px;
    }
    .message {
      padding: var(--_s3) var(--_s6);
    }
    @container (width < 37.14em) {
      .phead,
      .message {
        padding-inline: var(--_s4);
      }
    }
  `,
];
