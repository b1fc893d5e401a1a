import { css } from 'lit';

/** Answers of one step: a head, then a row of question, answer and what can be done with it. */
export const answersStyles = css`
  .answers {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .answers > header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_s2);
    padding-block: var(--_s2);
    padding-inline: var(--_s4) var(--_s2);
    border-block-end: 1px solid var(--_border);
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
    background: var(--_sunken);
  }
  .answers > header > .end {
    margin-inline-start: auto;
  }
  .answer {
    display: grid;
    grid-template-columns: 13.14em minmax(0, 1fr) auto;
    gap: var(--_s1) var(--_s4);
    align-items: start;
    padding: calc(var(--_space) * 2.5) var(--_s4);
  }
  .answer + .answer {
    border-block-start: 1px solid var(--_border);
  }
  .answer > dt {
    color: var(--_muted);
    font-size: var(--_small);
  }
  .answers > header,
  .answer > * {
    overflow-wrap: anywhere;
  }
  /* A person's text: its line breaks count. Nothing but the text may stand in it. */
  .answer .text {
    white-space: pre-line;
  }
  /* The old value: struck through, whatever the colour. */
  .was {
    color: var(--_muted);
    font-size: var(--_small);
    text-decoration: line-through;
  }
  @container (max-width: 45.6em) {
    .answer {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .answer > dt + dd {
      grid-area: 2 / 1 / auto / -1;
    }
  }
  @container (width < 15em) {
    .answer {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
