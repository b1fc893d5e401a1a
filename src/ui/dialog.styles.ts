import { css } from 'lit';

/** A modal dialog: head, body, foot as in a card. */
export const dialogStyles = css`
  dialog {
    container-type: inline-size;
    inline-size: min(100% - 32px, 40em);
    max-block-size: calc(100% - 32px);
    margin: auto;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-dialog);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: auto;
  }
  dialog[open] {
    animation: rise var(--_duration) ease;
  }
  dialog::backdrop {
    background: rgb(20 24 32 / 40%);
  }
  dialog .head {
    align-items: start;
  }
  /* The icon stays at its side; what follows goes under it when there is no room. */
  dialog .head > .title {
    flex: 1 1 60%;
    overflow-wrap: anywhere;
  }
  dialog .head > .icon {
    margin-block-start: 3px;
  }
  dialog .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: var(--_s2);
    padding-block: var(--_s4);
  }
  dialog .foot > .start {
    margin-inline-end: auto;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  @container (max-width: 34.2em) {
    dialog .foot > .button {
      flex: 1 1 100%;
    }
  }
  /* What can be done stays in sight where a phone lies on its side, and hides nothing that has the focus. */
  @media (min-height: 20em) {
    @container (min-width: 34.2em) {
      dialog .foot {
        position: sticky;
        inset-block-end: 0;
        background: var(--_surface);
      }
      dialog .body :focus {
        scroll-margin-block-end: 76px;
      }
    }
  }
  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }
`;
