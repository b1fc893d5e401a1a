import { css } from 'lit';
import { baseStyles } from '../../ui/base.styles.js';
import { buttonStyles } from '../../ui/button.styles.js';
import { noticeStyles } from '../../ui/notice.styles.js';

/** A rail of three marks: solid behind, dashed ahead; down the side when narrow. */
export const stepperStyles = [
  baseStyles,
  buttonStyles,
  noticeStyles,
  css`
    .steps {
      display: grid;
    }
    .step {
      position: relative;
      display: grid;
      grid-template-columns: calc(var(--_icon) + 12px) minmax(0, 1fr);
      column-gap: var(--_s3);
      padding-block-end: var(--_s5);
    }
    .step:last-child {
      padding-block-end: 0;
    }
    .step:not(:last-child)::after {
      content: '';
      position: absolute;
      inset-block: calc(var(--_icon) + 18px) 6px;
      inset-inline-start: calc(var(--_icon) / 2 + 5px);
      border-inline-start: 2px dashed var(--_control);
    }
    .step.done::after {
      border-inline-start: 2px solid var(--_accent);
    }
    .mark {
      display: grid;
      place-items: center;
      inline-size: calc(var(--_icon) + 12px);
      block-size: calc(var(--_icon) + 12px);
      border: 1.5px dashed var(--_control);
      border-radius: 50%;
      background: var(--_surface);
      color: var(--_muted);
    }
    .done > .mark {
      border: 0;
      background: var(--_accent);
      color: var(--_on-accent);
    }
    .current > .mark {
      border: 2px solid var(--_tone, var(--_accent));
      background: var(--_quiet, var(--_surface));
      color: var(--_tone, var(--_accent));
    }
    .current.success > .mark {
      border: 0;
      background: var(--_success);
      color: var(--_on-accent);
    }
    .label {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px var(--_s2);
      min-block-size: calc(var(--_icon) + 12px);
      color: var(--_muted);
    }
    .label > .chip {
      white-space: normal;
    }
    .done .label {
      color: var(--_text);
    }
    .current .label {
      color: var(--_text);
      font-weight: 600;
    }
    .detail {
      color: var(--_muted);
      font-size: var(--_small);
      line-height: calc(1em + 5px);
    }
    .slow {
      margin-block-start: var(--_s3);
    }
    .name {
      inline-size: 72px;
      margin-block-start: 8px;
    }
    @container (min-width: 40em) {
      .steps {
        grid-template-columns: 1fr 1fr auto;
      }
      .step {
        grid-template-columns: minmax(0, 1fr);
        grid-template-rows: auto 1fr;
        row-gap: var(--_s2);
        padding-block-end: 0;
        padding-inline-end: var(--_s5);
      }
      .step:last-child {
        min-inline-size: 12em;
        padding-inline-end: 0;
      }
      .step:not(:last-child)::after {
        inset-block: calc(var(--_icon) / 2 + 5px) auto;
        inset-inline: calc(var(--_icon) + 20px) 8px;
        border-inline-start: 0;
        border-block-start: 2px dashed var(--_control);
      }
      .step.done::after {
        border-inline-start: 0;
        border-block-start: 2px solid var(--_accent);
      }
      .label {
        min-block-size: 24px;
      }
    }
    @media (forced-colors: active) {
      .done > .mark,
      .current.success > .mark {
        border: 2px solid CanvasText;
      }
    }
  `,
];
