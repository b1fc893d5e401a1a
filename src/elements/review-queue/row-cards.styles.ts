import { css } from 'lit';

/** The rows in a narrow container: a card each. After them what a finger needs, in both. */
export const rowCardsStyles = css`
  @container (width < 51.4em) {
    table,
    tbody {
      display: block;
    }
    /* Out of sight but for the checkbox; it names the columns all the same. */
    thead {
      display: block;
    }
    thead > tr {
      position: relative;
      display: flex;
    }
    thead th:not(.check) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      padding: 0;
      border: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .sorter {
      display: none;
    }
    .label-only {
      display: inline;
    }
    thead .check {
      flex: 1;
      inline-size: auto;
    }
    thead .check > label {
      gap: var(--_s3);
    }
    thead .check > label > span {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
    }
    .item {
      display: grid;
      grid-template:
        'name name age' auto
        'plan developer developer' auto
        'state state attempt' auto / fit-content(60%) minmax(0, 1fr) auto;
      gap: 2px 6px;
      padding: var(--_s3) var(--_s4);
      padding-inline-start: calc(var(--_s4) - 3px);
      border-inline-start: 3px solid transparent;
    }
    .bulk .item {
      grid-template:
        'check name name age' auto
        'check plan developer developer' auto
        'check state state attempt' auto / auto fit-content(60%) minmax(0, 1fr) auto;
    }
    .item[aria-current] {
      border-inline-start-color: var(--_accent);
    }
    .item + .item {
      border-block-start: 1px solid var(--_border);
    }
    .item > :is(th, td, th:first-child, td:first-child) {
      padding: 0;
      border: 0;
    }
    td.check {
      grid-area: check;
      min-inline-size: calc(var(--_icon) + 6px);
    }
    .item > th.subscription {
      display: contents;
    }
    .name {
      grid-area: name;
    }
    .plan {
      grid-area: plan;
    }
    td.developer {
      grid-area: developer;
      margin-inline-start: -2px;
    }
    td.developer::before {
      content: '·' / '';
      margin-inline-end: 4px;
    }
    td.attempt {
      grid-area: attempt;
      justify-self: end;
    }
    td:is(.attempt, .decided)::before {
      content: attr(data-label) ' ';
    }
    td.state {
      grid-area: state;
    }
    td:is(.submitted, .decided) {
      grid-area: age;
      justify-self: end;
    }
    .done > td.submitted,
    .item:not(.done) > td.decided {
      display: none;
    }
  }
  @container (width < 22.8em) {
    td.decided::before {
      content: none;
    }
  }
  @container (width < 15em) {
    .item,
    .item > td {
      display: block;
    }
    .item > td {
      justify-self: start;
      margin: 0;
    }
    td.developer::before {
      content: none;
    }
  }
  @media (forced-colors: active) {
    .item,
    :is(th, td):first-child {
      border-inline-start-color: Canvas;
    }
    .item[aria-current],
    .item[aria-current] > :first-child {
      border-inline-start-color: Highlight;
    }
  }
  @media (pointer: coarse) {
    .check > label {
      margin: -14px;
      padding: 12px 14px 14px;
    }
    .sorter {
      min-block-size: 44px;
      margin-block: -10px;
    }
  }
`;
