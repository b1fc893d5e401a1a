import { PipelineErrorEvent } from './events.js';

/** Tells whoever builds the page what it has set wrongly; the element does without it. */
export function misuse(host: Element, problem: string) {
  const detail = `${host.localName}.${problem}`;
  console.error(detail);
  host.dispatchEvent(new PipelineErrorEvent({ code: 'misuse', detail }));
}

/** Sees to it that a list that the page gives is one. */
export function checkList<K extends string>(
  host: Element & Record<K, readonly unknown[]>,
  name: K,
) {
  const given: unknown = host[name];
  if (Array.isArray(given)) return;
  if (given != null) misuse(host, `${name} is no list`);
  host[name] = [] as never;
}
