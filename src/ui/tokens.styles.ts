import { css } from 'lit';

/**
 * The one place with the tokens' defaults. Each public `--golive-*` token is read through a private
 * name: declared on the host itself it would beat what a page sets further up.
 */
export const tokens = css`
  :host {
    --_accent: var(--golive-color-accent, light-dark(#3350c8, #9db0ff));
    --_on-accent: var(--golive-color-on-accent, light-dark(#ffffff, #10131c));
    --_accent-quiet: var(--golive-color-accent-quiet, light-dark(#eef1fc, #1d233b));
    --_surface: var(--golive-color-surface, light-dark(#ffffff, #16191d));
    --_sunken: var(--golive-color-sunken, light-dark(#f6f7f8, #101215));
    --_text: var(--golive-color-text, light-dark(#1c2024, #e9ebee));
    --_muted: var(--golive-color-muted, light-dark(#5a6270, #a3abb6));
    --_border: var(--golive-color-border, light-dark(#e1e4e8, #2d323a));
    --_control: var(--golive-color-control, light-dark(#818893, #737c89));
    --_success: var(--golive-color-success, light-dark(#1a7340, #6fcf97));
    --_success-quiet: var(--golive-color-success-quiet, light-dark(#eaf5ee, #15261c));
    --_warning: var(--golive-color-warning, light-dark(#8a5300, #e5b567));
    --_warning-quiet: var(--golive-color-warning-quiet, light-dark(#fdf4e3, #272116));
    --_danger: var(--golive-color-danger, light-dark(#b3261e, #ff958c));
    --_danger-quiet: var(--golive-color-danger-quiet, light-dark(#fdeeec, #301d1c));
    --_info: var(--golive-color-info, light-dark(#0b6785, #74c5e3));
    --_info-quiet: var(--golive-color-info-quiet, light-dark(#e8f4f8, #13252d));
    --_focus: var(--golive-color-focus, var(--_accent));
    --_radius: var(--golive-radius, 6px);
    --_space: var(--golive-space, 4px);
    --_mono: var(
      --golive-font-mono,
      ui-monospace,
      'SF Mono',
      SFMono-Regular,
      Menlo,
      Consolas,
      'Noto Sans Mono',
      monospace
    );
    --_size: var(--golive-font-size, 14px);
    --_height: var(--golive-control-height, 36px);
    --_shadow: var(
      --golive-shadow,
      0 1px 2px light-dark(rgb(20 24 32 / 8%), rgb(0 0 0 / 50%)),
      0 8px 24px light-dark(rgb(20 24 32 / 12%), rgb(0 0 0 / 50%))
    );
    --_duration: var(--golive-duration, 140ms);
    --_small: calc(var(--_size) - 1px);
    --_tiny: calc(var(--_size) - 2px);
    --_heading: calc(var(--_size) + 1px);
    --_s1: var(--_space);
    --_s2: calc(var(--_space) * 2);
    --_s3: calc(var(--_space) * 3);
    --_s4: calc(var(--_space) * 4);
    --_s5: calc(var(--_space) * 5);
    --_s6: calc(var(--_space) * 6);
  }
  /* A coarse pointer asks for larger targets unless the page has set its own height. */
  @media (pointer: coarse) {
    :host {
      --_height: var(--golive-control-height, 44px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_duration: 0ms;
    }
  }
`;
