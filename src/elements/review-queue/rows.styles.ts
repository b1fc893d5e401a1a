import { css } from 'lit';

/** The rows as a table. */
export const rowsStyles = css`
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
  }
  :is(th, td) {
    padding: var(--_s3) var(--_s2);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  :is(th, td):first-child {
    padding-inline-start: calc(var(--_s4) - 3px);
    border-inline-start: 3px solid transparent;
  }
  :is(th, td):last-child {
    padding-inline-end: var(--_s4);
  }
  thead th {
    padding-block: var(--_s2);
    border-block-end: 1px solid var(--_border);
    background: var(--_sunken);
    color: var(--_muted);
    font-size: var(--_tiny);
    line-height: calc(1em + 4px);
    vertical-align: middle;
  }
  th.check {
    inline-size: calc(var(--_icon) + 30px);
  }
  th.developer {
    inline-size: 18%;
  }
  th.attemptColumn {
    inline-size: 6em;
  }
  th.state {
    inline-size: 13.67em;
  }
  th.submitted {
    inline-size: 11.33em;
  }
  th.decided {
    inline-size: 9.67em;
  }
  .label-only {
    display: none;
  }
  .sorter {
    display: inline-flex;
    align-items: center;
    gap: var(--_s1);
    min-block-size: 24px;
    margin-block: -4px;
  }
  .sorter:hover {
    color: var(--_text);
  }
  [aria-sort] > .sorter > .icon {
    opacity: 0.6;
  }
  :is([aria-sort='ascending'], [aria-sort='descending']) > .sorter {
    color: var(--_text);
    font-weight: 600;
  }
  :is([aria-sort='ascending'], [aria-sort='descending']) > .sorter > .icon {
    opacity: 1;
  }
  [aria-sort='ascending'] > .sorter > .icon {
    transform: scaleY(-1);
  }
  .check > label {
    display: flex;
    align-items: center;
    inline-size: fit-content;
    margin: -4px;
    padding: 2px 4px 4px;
    user-select: none;
    cursor: pointer;
  }
  thead .check > label > span {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .box:indeterminate {
    border-color: var(--_accent);
    background: linear-gradient(var(--_on-accent), var(--_on-accent)) center /
      calc(var(--_icon) / 2) 2px no-repeat var(--_accent);
  }
  .item {
    cursor: pointer;
  }
  .item + .item > * {
    border-block-start: 1px solid var(--_border);
  }
  .item:hover {
    background: var(--_sunken);
  }
  .item[aria-current] {
    background: var(--_accent-quiet);
  }
  .item[aria-current] > :first-child {
    border-inline-start-color: var(--_accent);
  }
  /* Cut at the end of the name, which may run against the page. */
  .name > bdi,
  .plan,
  td.developer {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name > bdi {
    display: block;
    text-align: left;
  }
  .name:dir(rtl) > bdi {
    text-align: right;
  }
  .name {
    display: block;
    max-inline-size: 100%;
    font-weight: 600;
  }
  .name:focus-visible {
    outline-offset: 1px;
  }
  .plan {
    display: block;
  }
  .plan,
  td:is(.developer, .attempt, .submitted, .decided) {
    color: var(--_muted);
    font-size: var(--_small);
  }
  td:is(.attempt, .submitted, .decided) {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .state-line {
    display: flex;
    gap: 6px;
    color: var(--_tone, var(--_muted));
    font-size: var(--_tiny);
  }
  .state-line > .icon {
    margin-block-start: calc((1lh - var(--_icon)) / 2 + 1px);
  }
  td.state > .error {
    margin-block-start: 2px;
    font-size: var(--_tiny);
    line-height: calc(1em + 4px);
  }
  .gone :is(.name, .chip) {
    color: var(--_muted);
    font-weight: 400;
  }
  .gone .chip {
    background: none;
  }
  @container (51.4em <= width < 64.28em) {
    .both .decided {
      display: none;
    }
    th.developer {
      inline-size: 16%;
    }
    th.state {
      inline-size: 12.5em;
    }
  }
`;
