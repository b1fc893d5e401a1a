import { css } from 'lit';
import { tokens } from './tokens.styles.js';

const base = css`
  :host {
    display: block;
    container-type: inline-size;
    /* What looks at its own width has none of its own: in a row or a centred column it would be gone. */
    inline-size: -moz-available;
    inline-size: -webkit-fill-available;
    inline-size: stretch;
    min-inline-size: 0;
    font-family: var(--golive-font, inherit);
    font-size: var(--_size);
    line-height: calc(var(--_size) + 6px);
    color: var(--_text);
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :is(h2, h3, h4, p, ul, ol, dl, dd, fieldset, legend, figure) {
    margin: 0;
    padding: 0;
    border: 0;
    font: inherit;
    min-inline-size: 0;
  }
  :is(ul, ol) {
    list-style: none;
  }
  p {
    text-wrap: pretty;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: var(--_small);
  }
  .tiny {
    font-size: var(--_tiny);
    line-height: calc(1em + 4px);
  }
  .strong {
    font-weight: 600;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  /* What a machine reads: letter for letter, never mirrored, aligned to the page's start, broken anywhere. */
  .mono {
    font-family: var(--_mono);
    font-size: var(--_small);
    direction: ltr;
    unicode-bidi: isolate;
    font-variant: none;
    font-feature-settings: normal;
    text-transform: none;
    overflow-wrap: anywhere;
    -webkit-user-select: text;
    user-select: text;
  }
  .mono:dir(rtl) {
    text-align: right;
  }
  .hidden-visually {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    display: block;
    flex: none;
    font-size: var(--_size);
    inline-size: var(--_icon);
    block-size: var(--_icon);
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon.s14 {
    inline-size: calc(var(--_icon) - 2px);
    block-size: calc(var(--_icon) - 2px);
    stroke-width: 1.7;
  }
  .icon.s20 {
    inline-size: calc(var(--_icon) + 4px);
    block-size: calc(var(--_icon) + 4px);
    stroke-width: 1.35;
  }
  .icon.dashed {
    stroke-dasharray: 2.2 2.7;
  }
  .icon.flip:dir(rtl) {
    transform: scaleX(-1);
  }
  .success {
    --_tone: var(--_success);
    --_quiet: var(--_success-quiet);
  }
  .warning {
    --_tone: var(--_warning);
    --_quiet: var(--_warning-quiet);
  }
  .danger {
    --_tone: var(--_danger);
    --_quiet: var(--_danger-quiet);
  }
  .info {
    --_tone: var(--_info);
    --_quiet: var(--_info-quiet);
  }
  .accent {
    --_tone: var(--_accent);
    --_quiet: var(--_accent-quiet);
  }
  /* Icon and words carry the state; the colour only repeats it. */
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 22px;
    padding-block: 1px;
    padding-inline: 6px 8px;
    border-radius: 99px;
    font-size: var(--_tiny);
    line-height: calc(1em + 4px);
    font-weight: 600;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
    color: var(--_tone, var(--_muted));
    background: var(--_quiet, var(--_sunken));
  }
  @container (width < 15em) {
    .chip {
      white-space: normal;
    }
  }
  .chip:not(.success, .warning, .danger, .info, .accent) {
    box-shadow: inset 0 0 0 1px var(--_border);
  }
  :is(a, button, input, select, textarea, summary, [tabindex]):focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .skeleton {
    display: block;
    block-size: 12px;
    border-radius: var(--_radius-inner);
    background: color-mix(in srgb, var(--_text) 9%, transparent);
    /* Nothing is drawn for a wait too short to notice. */
    animation:
      appear 1ms 300ms backwards,
      pulse 1.6s 300ms ease-in-out infinite;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  @keyframes pulse {
    50% {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: appear 1ms 300ms backwards;
    }
  }
  @media (forced-colors: active) {
    /* Browsers leave the colour of a drawing as it is. */
    .icon {
      forced-color-adjust: auto;
    }
    .chip {
      border: 1px solid CanvasText;
    }
  }
  /* Paper takes what is said, not what can be done, and never a dialog, which may show a secret. */
  @media print {
    :host {
      color-scheme: light !important;
      print-color-adjust: exact;
    }
    :is(.button, .icon-button, button.link:has(> .icon), .search-box, .popup, dialog) {
      display: none !important;
    }
    ::details-content {
      block-size: auto;
      content-visibility: visible;
    }
  }
`;

/** What every element starts from: tokens, text, icons, chips, focus, skeletons. */
export const baseStyles = [tokens, base];
