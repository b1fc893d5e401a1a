import { css } from 'lit';

/** A notice; `slim` inside a card or dialog. Its tone comes from success, warning, danger or info. */
export const noticeStyles = css`
  .notice {
    display: grid;
    grid-template-columns: calc(var(--_icon) + 4px) minmax(0, 1fr);
    gap: var(--_s3);
    padding: var(--_s4) var(--_s5);
    border: 1px solid color-mix(in srgb, var(--_tone) 32%, transparent);
    border-radius: var(--_radius-card);
    background: var(--_quiet);
  }
  .notice > .icon {
    margin-block-start: 1px;
    color: var(--_tone);
  }
  .notice .title {
    font-size: var(--_heading);
    line-height: calc(1em + 7px);
    font-weight: 600;
  }
  .notice .by {
    color: var(--_muted);
    font-size: var(--_small);
  }
  /* A note is a person's text: its line breaks count, its length must not. */
  .note {
    max-inline-size: 76ch;
    margin-block-start: var(--_s2);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .notice .actions {
    margin-block-start: var(--_s3);
  }
  .notice.slim {
    grid-template-columns: var(--_icon) minmax(0, 1fr);
    gap: var(--_s2);
    padding: calc(var(--_space) * 2.5) var(--_s3);
    border-radius: var(--_radius);
  }
  .notice.slim > .icon {
    margin-block-start: 2px;
  }
  .notice.slim .title {
    font-size: inherit;
    line-height: inherit;
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid CanvasText;
    }
  }
`;
