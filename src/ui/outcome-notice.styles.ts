import { css } from 'lit';

/** What was decided, with the notes; those at fields in a second column where there is room. */
export const outcomeNoticeStyles = css`
  .columns {
    display: grid;
    gap: var(--_s4) var(--_s6);
  }
  .notice .by,
  .field-text {
    overflow-wrap: anywhere;
  }
  .field-text {
    white-space: pre-line;
  }
  /* The row may be empty, and then takes no room. */
  .columns .actions {
    margin: 0;
  }
  .columns .actions > .button,
  .actions > ::slotted(*) {
    margin-block-start: var(--_s3);
  }
  .aside > h4 {
    margin-block-end: var(--_s1);
  }
  .aside > .checks {
    gap: var(--_s2);
  }
  /* As high as a link's target, also where it is none; the icon stands in its middle. */
  .field-label {
    display: flex;
    align-items: center;
    min-block-size: 24px;
  }
  .aside li > .icon {
    margin-block-start: 4px;
  }
  .field-label > .skeleton {
    inline-size: 96px;
  }
  @media (pointer: coarse) {
    .field-label {
      min-block-size: 32px;
    }
    .aside li > .icon {
      margin-block-start: 8px;
    }
  }
  @container (width >= 54.28em) {
    .columns:has(> .aside) {
      grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
    }
    .aside {
      margin-block-start: var(--_s2);
      border-inline-start: 1px solid color-mix(in srgb, var(--_tone) 32%, transparent);
      padding-inline-start: var(--_s6);
    }
  }
`;
