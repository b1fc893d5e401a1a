import { JSDOM } from 'jsdom';

/** What a test runner's jsdom environment does: the window's names become global. */
const { window } = new JSDOM('<!doctype html><html lang="en"><body></body></html>', {
  url: 'https://portal.example/',
  pretendToBeVisual: true,
});
const listening = ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const;
const bound = listening.map((name) => [name, window[name].bind(window)] as const);
const events = ['Event', 'EventTarget', 'CustomEvent'] as const;
const names = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
const given = [...names, ...events].map((name) => [name, window[name]] as const);
for (const [name, value] of [...bound, ...given]) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
