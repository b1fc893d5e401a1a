import { html, nothing } from 'lit';

export interface TabListOptions {
  label: string;
  tabs: readonly { id: string; name: string; count?: string | undefined }[];
  /** The id of the open tab; none when what is shown belongs to several. */
  selected: string | undefined;
  /** The id of the panel in the same root. */
  controls: string;
  onSelect: (id: string) => void;
}

/** Tabs with counts. Arrows move the focus only, for opening a tab may ask the server. */
export function tabList({ label, tabs, selected, controls, onSelect }: TabListOptions) {
  const stop = selected ?? tabs[0]?.id;
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${label} @keydown=${move}>
    ${tabs.map(
      ({ id, name, count }) =>
        html`<button
          type="button"
          class="tab"
          part="tab"
          role="tab"
          id=${id}
          aria-controls=${controls}
          aria-selected=${id === selected ? 'true' : 'false'}
          tabindex=${id === stop ? 0 : -1}
          @click=${() => onSelect(id)}
        >
          ${name} ${count === undefined ? nothing : html`<span class="count">${count}</span>`}
        </button>`,
    )}
  </div>`;
}

function move(event: KeyboardEvent) {
  const list = event.currentTarget as HTMLElement;
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(event.target as HTMLElement);
  const ahead = list.matches(':dir(rtl)') ? -1 : 1;
  const to = { ArrowRight: at + ahead, ArrowLeft: at - ahead, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  tabs.at(to % tabs.length)!.focus();
}
