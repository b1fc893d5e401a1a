import { css } from 'lit';

/** A table in a card; in a narrow container a block a row. */
export const testDataTableStyles = css`
  .data {
    position: relative;
    inline-size: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  .data :is(th, td) {
    padding: var(--_s2) var(--_s3);
    border-block-start: 1px solid var(--_border);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  .data :is(th, td):where(:first-child) {
    padding-inline-start: var(--_s5);
  }
  .data :is(th, td):where(:last-child) {
    padding-inline-end: var(--_s4);
  }
  .data thead th {
    border-block: 1px solid var(--_border);
    background: var(--_sunken);
    color: var(--_muted);
    font-size: var(--_tiny);
    line-height: calc(1em + 4px);
  }
  /* What is broken anywhere could shrink to a letter's width, so the columns say how little will do. */
  .data thead :is(.name, .description) {
    min-inline-size: 9.17em;
  }
  .data thead .value {
    min-inline-size: 12.5em;
  }
  /* Types and names of usual length stay whole. */
  .data tbody :is(.type > .tag, .name > .mono) {
    vertical-align: top;
  }
  .data tbody .type > .tag {
    max-inline-size: 14cqi;
    overflow-wrap: break-word;
  }
  .data tbody .name > .mono {
    display: inline-block;
    max-inline-size: 24cqi;
    overflow-wrap: break-word;
  }
  .data tbody tr:first-child > * {
    border-block-start: 0;
  }
  .data tbody tr:hover {
    background: color-mix(in srgb, var(--_sunken) 60%, transparent);
  }
  .data td.description {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .tag {
    display: inline-block;
    padding-inline: 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-inner);
    color: var(--_muted);
    font-family: var(--_mono);
    font-size: var(--_tiny);
    line-height: calc(1em + 6px);
    unicode-bidi: isolate;
  }
  .tag:empty {
    display: none;
  }
  .value-box {
    display: flex;
    justify-content: space-between;
    gap: var(--_s2);
  }
  .value-box > .mono {
    min-inline-size: 0;
    white-space: break-spaces;
  }
  .value-box > .icon-button {
    margin-block: -4px;
  }
  .blocked {
    display: flex;
    gap: 6px;
    margin-block-start: var(--_s1);
    color: var(--_muted);
    font-size: var(--_small);
    line-height: calc(1em + 5px);
  }
  @media (pointer: coarse) {
    .data tbody :is(th, td) {
      padding-block: var(--_s3);
    }
    .value-box > .icon-button {
      margin-block: -12px;
      margin-inline-end: -14px;
    }
  }
  @container (width < 37.14em) {
    .data,
    .data tbody {
      display: block;
    }
    .data thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .data tbody tr {
      display: grid;
      grid-template:
        'name type' auto
        'description description' auto
        'value value' auto / minmax(0, 1fr) auto;
      gap: 2px var(--_s2);
      padding: var(--_s3) var(--_s4);
      border-block-start: 1px solid var(--_border);
    }
    .data tbody :is(th, td) {
      padding: 0;
      border: 0;
    }
    .data td.type {
      grid-area: type;
    }
    .data tbody .type > .tag {
      max-inline-size: 40cqi;
    }
    .data th.name {
      grid-area: name;
    }
    .data tbody .name > .mono {
      max-inline-size: none;
      overflow-wrap: anywhere;
    }
    .data td.description {
      grid-area: description;
    }
    .data td.value {
      grid-area: value;
    }
  }
`;
