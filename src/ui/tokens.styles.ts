import { css } from 'lit';

/**
 * The one place with the tokens' defaults. Each public `--golive-*` token is read through a private
 * name: declared on the host itself it would beat what a page sets further up. The manifest takes
 * what is said of each from here.
 *
 * @cssproperty --golive-color-accent - The primary button, links, the current step, what is selected
 * @cssproperty --golive-color-on-accent - Text and icons on a solid accent, danger or success
 * @cssproperty --golive-color-accent-quiet - Behind a selected row, the current step of a form, a mark of a change
 * @cssproperty --golive-color-surface - Behind cards, fields and dialogs
 * @cssproperty --golive-color-sunken - Behind heads of tables, values, what is disabled or not there yet
 * @cssproperty --golive-color-text - Text
 * @cssproperty --golive-color-muted - Labels, help and times
 * @cssproperty --golive-color-border - Outlines of cards and hairlines; they carry no meaning
 * @cssproperty --golive-color-control - Outlines of fields, checkboxes and buttons, and dashed lines
 * @cssproperty --golive-color-success - Done, active, approved
 * @cssproperty --golive-color-success-quiet - Behind it
 * @cssproperty --golive-color-warning - Changes requested, shown once, late
 * @cssproperty --golive-color-warning-quiet - Behind it
 * @cssproperty --golive-color-danger - Rejected, errors, what stops working at once
 * @cssproperty --golive-color-danger-quiet - Behind it
 * @cssproperty --golive-color-info - In review, signed out
 * @cssproperty --golive-color-info-quiet - Behind it
 * @cssproperty --golive-color-focus - The ring around what has the focus; the accent, unless set
 * @cssproperty --golive-radius - Corners of buttons and fields; those of cards, dialogs and small things follow it
 * @cssproperty --golive-space - The unit of every gap: a half to six of it
 * @cssproperty --golive-font - What a person reads; that of the page, unless set
 * @cssproperty --golive-font-mono - What a machine reads: identifiers, secrets, addresses
 * @cssproperty --golive-font-size - Text; every other size and the height of a line follow it
 * @cssproperty --golive-control-height - Buttons and fields; 44px for a finger, unless set
 * @cssproperty --golive-shadow - Under dialogs and lists that open
 * @cssproperty --golive-duration - How long a colour changes; none for who asks for less motion
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
    --_radius-inner: min(var(--_radius) * 2 / 3, 4px);
    --_radius-card: calc(var(--_radius) * 4 / 3);
    --_radius-dialog: calc(var(--_radius) * 5 / 3);
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
    --_size: var(--golive-font-size, max(14px, 0.875rem));
    --_icon: max(16px, 1em);
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
