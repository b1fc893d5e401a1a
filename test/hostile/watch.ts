/** Watches a page for whatever a hostile text could do to it. */
import { expect } from '@open-wc/testing';

declare global {
  interface Window {
    wasHit: () => void;
  }
}

const forbidden =
  'script, iframe, object, embed, img, video, audio, link, base, meta, [data-hostile], [srcdoc], [style]';

/** Every root of a tree, shadow trees included. */
export function rootsOf(root: Element | ShadowRoot): (Element | ShadowRoot)[] {
  const inner = root instanceof Element && root.shadowRoot ? [root.shadowRoot] : [];
  const shadows = [...root.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? []);
  return [root, ...[...inner, ...shadows].flatMap(rootsOf)];
}

/** All that can be read: texts, and what stands in fields. */
export function textsOf(root: Element): string[] {
  return rootsOf(root).flatMap((each) => {
    const controls = [...each.querySelectorAll<HTMLInputElement>('input, textarea')];
    return [each.textContent ?? '', ...controls.map(({ value }) => value)];
  });
}

/** What is there that no text may become. */
function grown(root: Element): string[] {
  const found: string[] = [];
  for (const each of rootsOf(root)) {
    for (const element of each.querySelectorAll(forbidden)) found.push(element.outerHTML);
    for (const element of each.querySelectorAll('*')) {
      for (const { name } of element.attributes) if (name.startsWith('on')) found.push(name);
    }
    for (const link of each.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      if (!/^(https?|mailto|blob):$/.test(link.protocol)) found.push(link.href);
    }
  }
  return found.map((text) => text.slice(0, 200));
}

export function watch() {
  const seen: string[] = [];
  const note = (what: string) => seen.push(what.slice(0, 300));
  const real = {
    fetch: window.fetch,
    send: navigator.sendBeacon,
    open: XMLHttpRequest.prototype.open,
  };
  const onError = (event: ErrorEvent) => note(`error: ${event.message}`);
  const onRejection = (event: PromiseRejectionEvent) => note(`rejected: ${String(event.reason)}`);

  window.wasHit = () => note('a text was run');
  window.fetch = (input) => {
    note(`fetch: ${input instanceof Request ? input.url : String(input)}`);
    return Promise.reject(new TypeError('no line'));
  };
  navigator.sendBeacon = (url) => Boolean(note(`beacon: ${String(url)}`));
  XMLHttpRequest.prototype.open = (_method: string, url: string | URL) => {
    note(`xhr: ${String(url)}`);
  };
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);

  return {
    /** Fails with what has happened, and with what stands in the tree that no text may become. */
    expectNothing(root: Element) {
      for (const { name } of performance.getEntriesByType('resource')) {
        if (!name.startsWith(location.origin)) note(`resource: ${name}`);
      }
      for (const name of ['wasPolluted', 'admin']) if (name in {}) note(`polluted: ${name}`);
      expect([...seen, ...grown(root)]).to.deep.equal([]);
    },
    stop() {
      window.removeEventListener('error', onError);
      window.removeEventListener('unhandledrejection', onRejection);
      window.fetch = real.fetch;
      navigator.sendBeacon = real.send;
      XMLHttpRequest.prototype.open = real.open;
    },
  };
}
