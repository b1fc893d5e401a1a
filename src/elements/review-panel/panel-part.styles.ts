import { css } from 'lit';
import { activityListStyles } from '../../ui/activity-list.styles.js';
import { testDataTableStyles } from '../../ui/test-data-table.styles.js';

export const panelPartStyles = [
  activityListStyles,
  testDataTableStyles,
  css`
    .edits {
      display: grid;
      gap: var(--_s1) var(--_s4);
      margin-block-start: var(--_s2);
    }
    .edits dt {
      color: var(--_muted);
    }
    .attempts {
      display: grid;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
    }
    .attempts > li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_s1) var(--_s3);
      min-block-size: 44px;
      padding: var(--_s1) var(--_s4);
    }
    .attempts > li + li {
      border-block-start: 1px solid var(--_border);
    }
    .attempts .end {
      margin-inline-start: auto;
    }
    .preview {
      display: grid;
      gap: var(--_s1);
    }
    .templates {
      display: grid;
      gap: var(--_s2);
      max-block-size: 30vh;
      padding: var(--_s3);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_sunken);
      overflow-y: auto;
    }
    .templates > div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_s1) var(--_s2);
    }
    .templates p {
      flex: 1 0 100%;
    }
  `,
];
