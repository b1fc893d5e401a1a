import { css } from 'lit';

/** A card: head, sub line, body, rows of label and value, foot. Dashed means "not yet". */
export const cardStyles = css`
  .card {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
    background: var(--_surface);
  }
  .card.not-yet {
    border: 1px dashed var(--_control);
    background: var(--_sunken);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2);
    padding: var(--_s4) var(--_s5) 0;
  }
  .head > .icon {
    color: var(--_muted);
  }
  .head.alone {
    padding-block-end: var(--_s4);
  }
  .head > .end {
    display: flex;
    align-items: center;
    gap: var(--_s2);
    margin-inline-start: auto;
  }
  .title {
    font-size: var(--_heading);
    line-height: calc(1em + 7px);
    font-weight: 600;
    letter-spacing: -0.003em;
  }
  .sub {
    padding: 2px var(--_s5) 0;
    color: var(--_muted);
    font-size: var(--_small);
  }
  .body {
    display: grid;
    gap: var(--_s4);
    padding: var(--_s4) var(--_s5) var(--_s5);
  }
  .foot {
    padding: var(--_s3) var(--_s5);
    border-block-start: 1px solid var(--_border);
  }
  .card.not-yet .foot {
    border-block-start: 1px dashed var(--_control);
  }
  .rows {
    display: grid;
    margin-block-start: var(--_s3);
    border-block-start: 1px solid var(--_border);
  }
  .row {
    display: grid;
    grid-template-columns: 9.43em minmax(0, 1fr) auto;
    align-items: baseline;
    gap: var(--_s3);
    padding: calc(var(--_space) * 2.75) var(--_s5);
  }
  .row + .row {
    border-block-start: 1px solid var(--_border);
  }
  .row > dt {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .row > .acts {
    display: flex;
    align-self: center;
    gap: 2px;
    margin-block: -4px;
  }
  /* It is the icon that stands at the edge, not its button. */
  .row > .acts > .icon-button:last-child {
    margin-inline-end: -6px;
  }
  .row > .wide {
    grid-column: 2 / -1;
  }
  .checks {
    display: grid;
    gap: var(--_s3);
  }
  .checks > li {
    display: grid;
    grid-template-columns: var(--_icon) minmax(0, 1fr);
    gap: 2px var(--_s2);
    align-items: start;
  }
  .checks > li > .icon {
    margin-block-start: 2px;
    color: var(--_tone, var(--_muted));
  }
  .checks .detail {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .empty {
    display: grid;
    justify-items: start;
    gap: var(--_s1);
    padding: var(--_s5);
  }
  .empty > .icon {
    margin-block-end: var(--_s1);
    color: var(--_muted);
  }
  .empty > .button {
    margin-block-start: var(--_s2);
  }
  @container (max-width: 34.2em) {
    .head,
    .foot,
    .sub,
    .empty {
      padding-inline: var(--_s4);
    }
    .body {
      padding: var(--_s4);
    }
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
      row-gap: 2px;
      padding-inline: var(--_s4);
    }
    .row > dt,
    .row > .wide {
      grid-column: 1 / -1;
    }
    .foot > .actions > .button {
      flex: 1 1 auto;
    }
    .foot > .actions > .end {
      inline-size: 100%;
      margin-inline-start: 0;
    }
  }
  @container (width < 15em) {
    .row:has(> .acts > .button) {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
