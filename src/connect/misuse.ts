import type { PipelineStore } from '../store/index.js';
import { PipelineErrorEvent } from './events.js';

/** What a page may set to anything, and nothing could be drawn with. */
interface Properties {
  store?: PipelineStore | undefined;
  plans?: unknown;
  templates?: unknown;
}

const lists = ['plans', 'templates'] as const;

/** Tells whoever builds the page what it has set wrongly. The element does without it. */
export function checkProperties(host: Element & Properties) {
  // An older copy of the kit may have made it, so it is known by what it does.
  if (host.store && typeof host.store.subscribe !== 'function') {
    tell(host, 'store');
    host.store = undefined;
  }
  for (const name of lists) {
    if (!(name in host) || Array.isArray(host[name])) continue;
    if (host[name] != null) tell(host, name);
    host[name] = [];
  }
}

function tell(host: Element, name: string) {
  const detail = `${host.localName}.${name} is not of its type`;
  console.error(detail);
  host.dispatchEvent(new PipelineErrorEvent({ code: 'misuse', detail }));
}
