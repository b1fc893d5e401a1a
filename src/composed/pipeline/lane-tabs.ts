import { html } from 'lit';
import type { Lane } from '../../contract/index.js';

export interface LaneTabs {
  selected: Lane;
  label: string;
  nameOf: (lane: Lane) => string;
  onSelect: (lane: Lane) => void;
}

const lanes = ['sandbox', 'production'] as const;

/** One lane at a time, where there is no room for two. */
export function laneTabs({ selected, label, nameOf, onSelect }: LaneTabs) {
  // There are two, so every arrow leads to the other one, whichever way the text runs.
  const other = lanes.find((lane) => lane !== selected)!;
  const keys: Partial<Record<string, Lane>> = {
    ArrowLeft: other,
    ArrowRight: other,
    Home: lanes[0],
    End: lanes[1],
  };
  const onKeydown = (event: KeyboardEvent) => {
    const lane = keys[event.key];
    if (!lane) return;
    event.preventDefault();
    onSelect(lane);
    (event.currentTarget as Element).querySelector<HTMLElement>(`#${lane}-tab`)!.focus();
  };
  return html`<div
    class="tabs"
    part="tabs"
    role="tablist"
    aria-label=${label}
    @keydown=${onKeydown}
  >
    ${lanes.map(
      (lane) =>
        html`<button
          type="button"
          class="tab"
          part="tab"
          role="tab"
          id="${lane}-tab"
          aria-controls=${lane}
          aria-selected=${lane === selected ? 'true' : 'false'}
          tabindex=${lane === selected ? 0 : -1}
          @click=${() => onSelect(lane)}
        >
          ${nameOf(lane)}
        </button>`,
    )}
  </div>`;
}
