import { css } from 'lit';
import { buttonStyles } from './button.styles.js';

/** All looks of buttons, and links. The plain one comes last, for it has what holds for all that can't be pressed. */
export const controlStyles = css`
  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .button.danger:hover {
    background: var(--_danger-quiet);
  }
  .button.danger.solid {
    background: var(--_danger);
    color: var(--_on-accent);
  }
  .button.danger.solid:hover {
    background: color-mix(in srgb, var(--_danger) 88%, var(--_text));
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
  }
  .button.quiet:hover {
    background: color-mix(in srgb, var(--_text) 7%, transparent);
  }
  .button.block {
    inline-size: 100%;
  }
  kbd {
    min-inline-size: 18px;
    padding-inline: 4px;
    border: 1px solid color-mix(in srgb, currentColor 45%, transparent);
    border-radius: var(--_radius-inner);
    font: 400 calc(var(--_size) - 3px) / calc(1em + 5px) var(--_mono);
    text-align: center;
  }
  .icon-button {
    appearance: none;
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: calc(var(--_icon) + 12px);
    block-size: calc(var(--_icon) + 12px);
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-inner);
    background: transparent;
    color: var(--_muted);
    font-size: var(--_size);
    cursor: pointer;
  }
  .icon-button:hover {
    background: color-mix(in srgb, var(--_text) 7%, transparent);
    color: var(--_text);
  }
  /* A button that looks like what it holds. */
  .bare {
    appearance: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .link {
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: var(--_s1);
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-decoration-color: color-mix(in srgb, currentcolor 40%, transparent);
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .link:hover {
    text-decoration-color: currentcolor;
  }
  .actions > .end {
    margin-inline-start: auto;
  }
  @media (pointer: coarse) {
    .icon-button {
      inline-size: 44px;
      block-size: 44px;
      margin-block: -8px;
    }
    .link {
      min-block-size: 32px;
    }
  }
  ${buttonStyles}
`;
