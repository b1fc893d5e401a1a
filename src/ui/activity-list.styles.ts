import { css } from 'lit';

/** Entries on a line through their marks. */
export const activityListStyles = css`
  .events > li {
    position: relative;
    display: grid;
    grid-template-columns: calc(var(--_icon) + 8px) minmax(0, 1fr);
    gap: var(--_s3);
    padding-block-end: var(--_s4);
  }
  .events > li:last-child {
    padding-block-end: 0;
  }
  .events > li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: calc(var(--_icon) + 10px) 2px;
    inset-inline-start: calc(var(--_icon) / 2 + 3.5px);
    border-inline-start: 1px solid var(--_border);
  }
  .event-mark {
    display: grid;
    place-items: center;
    inline-size: calc(var(--_icon) + 8px);
    block-size: calc(var(--_icon) + 8px);
    border-radius: 50%;
    background: var(--_quiet, var(--_sunken));
    color: var(--_tone, var(--_muted));
  }
  .event-mark:not(.success, .warning, .danger) {
    box-shadow: inset 0 0 0 1px var(--_border);
  }
  .event {
    padding-block-start: 2px;
    overflow-wrap: anywhere;
  }
  .event summary {
    inline-size: fit-content;
    min-block-size: 24px;
    padding-block: 2px;
    color: var(--_muted);
    cursor: pointer;
  }
  .event-note {
    margin-block-start: var(--_s1);
    white-space: pre-line;
  }
  @media (forced-colors: active) {
    .event-mark {
      border: 1px solid CanvasText;
    }
  }
`;
