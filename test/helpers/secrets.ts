import {
  kitElements,
  searchObjects,
  searchPage,
  searchPatterns,
  type Finding,
} from './secrets-search.js';

/** Objects and the names of their methods by which something can leave an element. */
const exits = (): [place: string, of: object, names: string[]][] => [
  ['console', console, Object.keys(console)],
  ['event', EventTarget.prototype, ['dispatchEvent']],
  ['storage', Storage.prototype, ['setItem']],
  ['history', History.prototype, ['pushState', 'replaceState']],
  ['message', globalThis, ['postMessage']],
  ['message', BroadcastChannel.prototype, ['postMessage']],
  ['request', globalThis, ['fetch']],
  ['request', XMLHttpRequest.prototype, ['open', 'send']],
  ['request', navigator, ['sendBeacon']],
];

/** Writes down whatever a page could hear, read or get to keep of a secret, until `leave`. */
export function watchForLeaks() {
  const heard: [place: string, text: string][] = [];
  /** Nodes that are passed around are looked at in the page. */
  const hear = (place: string, said: unknown) => {
    searchObjects(said, (text) => heard.push([place, text]) === 0, '', Node);
  };
  const hearEvent = (event: unknown) => {
    const { type, detail, key, newValue } = event as Record<string, unknown>;
    hear(`event ${String(type)}`, [detail, key, newValue, Object.values(event as object)]);
  };
  const hearFailure = (event: ErrorEvent | PromiseRejectionEvent) =>
    hear(event.type, event instanceof ErrorEvent ? [event.message, event.error] : event.reason);

  const undo: (() => void)[] = [];
  for (const [place, of, names] of exits()) {
    for (const name of names) {
      const before = Object.getOwnPropertyDescriptor(of, name);
      const method = (of as Record<string, unknown>)[name];
      if (typeof method !== 'function') continue;
      const replacement = function (this: unknown, ...said: unknown[]): unknown {
        if (place === 'event') hearEvent(said[0]);
        else hear(`${place} ${name}`, said);
        return Reflect.apply(method, this, said);
      };
      Object.defineProperty(of, name, { configurable: true, writable: true, value: replacement });
      undo.push(() => {
        if (before) Object.defineProperty(of, name, before);
        else delete (of as Record<string, unknown>)[name];
      });
    }
  }
  const { createObjectURL } = URL;
  const addresses: string[] = [];
  URL.createObjectURL = (file) => {
    const address = createObjectURL.call(URL, file);
    addresses.push(address);
    return address;
  };
  undo.push(() => (URL.createObjectURL = createObjectURL));
  const globals = new Set(Reflect.ownKeys(globalThis));
  for (const type of ['error', 'unhandledrejection'] as const) {
    addEventListener(type, hearFailure);
    undo.push(() => removeEventListener(type, hearFailure));
  }

  /** A live region speaks, and a pattern remembers, for a moment only: looked at after each change. */
  const fleeting: [place: string, text: string][] = [];
  const look = () => {
    searchPatterns((text) => fleeting.push(['pattern', text]) === 0);
    for (const element of kitElements(document)) {
      const regions = element.shadowRoot?.querySelectorAll(
        '[role=status],[role=alert],[aria-live]',
      );
      for (const { textContent } of regions ?? []) fleeting.push(['live region', textContent]);
    }
  };
  const observer = new MutationObserver(look);

  /** `given` are nodes and objects that a page can get hold of beside the kit's elements. */
  const search = (secret: string, given: unknown[]): Finding[] => {
    const has = (text: string) => text.includes(secret);
    const nodes = given.filter((each) => each instanceof Node);
    const places: [string, unknown][] = [
      ['address', location.href],
      ['title', document.title],
      ['window name', window.name],
      ['history state', history.state],
      ['cookie', document.cookie],
      ['localStorage', { ...localStorage }],
      ['sessionStorage', { ...sessionStorage }],
      ['performance', performance.getEntries().map(timelineEntry)],
      ['selection', String(getSelection())],
      ['copy', [document, ...kitElements(document)].map(copiedAt)],
      [
        'global',
        Reflect.ownKeys(globalThis)
          .filter((key) => !globals.has(key))
          .map(valueOf),
      ],
      ['element', kitElements(document)],
      ['given', given],
      ['heard', heard],
      ['for a moment', fleeting],
    ];
    const elsewhere = [
      ...searchPatterns(has),
      ...places.flatMap(([name, value]) => searchObjects(value, has, name)),
    ];
    return [
      ...[document, ...nodes].flatMap((node) => searchPage(node, has)),
      ...elsewhere.map((place) => ({ place })),
    ];
  };

  return {
    /** Looks after each change under a shadow root from now on. */
    follow({ shadowRoot }: Element) {
      const changes = { subtree: true, childList: true, characterData: true, attributes: true };
      observer.observe(shadowRoot!, changes);
    },
    look,
    /**
     * Where the text is found now: in the page with its shadow trees, in what any script can reach
     * from the kit's elements and the objects given, and in all that was heard.
     */
    find: (secret: string, ...given: unknown[]): string[] =>
      search(secret, given).map(({ place }) => place),
    /** Likewise while it is shown: all but the texts of an open dialog, and what draws them. */
    findAround: (secret: string, ...given: unknown[]): string[] =>
      search(secret, given)
        .filter((finding) => !isShown(finding))
        .map(({ place }) => place),
    /** Likewise in what takes time to be read: databases, caches and files in memory. */
    async findStored(secret: string): Promise<string[]> {
      const has = (text: string) => text.includes(secret);
      const stored: [string, unknown][] = [['file', await Promise.all(addresses.map(fileAt))]];
      for (const { name } of await indexedDB.databases()) {
        stored.push([`database ${name}`, await contentOf(name!)]);
      }
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const answers = await cache.matchAll();
        stored.push([`cache ${name}`, await Promise.all(answers.map((answer) => answer.text()))]);
      }
      return stored.flatMap(([name, value]) => searchObjects(value, has, name));
    },
    leave() {
      observer.disconnect();
      for (const step of undo) step();
    },
  };
}
export type Watch = ReturnType<typeof watchForLeaks>;

/** Lit's own memory of what it drew, and its list of controllers: the page shows no less. */
const drawing = ['__childPart', '_$litPart$', '__controllers'];

const isShown = ({ place, node }: Finding) =>
  node
    ? node.nodeType === Node.TEXT_NODE && node.parentElement?.closest('dialog[open]')
    : place === 'selection' || drawing.some((name) => place.includes(name));

const valueOf = (key: PropertyKey): unknown => Reflect.get(globalThis, key) as unknown;

/** What a mark was made with is no part of its JSON. */
const timelineEntry = (entry: PerformanceEntry) => [entry.name, (entry as PerformanceMark).detail];

/** What is on the clipboard after somebody copied something here. */
function copiedAt(target: EventTarget): string[] {
  const clipboardData = new DataTransfer();
  const event = new Event('copy', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  target.dispatchEvent(event);
  return clipboardData.types.map((type) => clipboardData.getData(type));
}

/** Begins without what another test may have stored, or could not clean up because it failed. */
export async function emptyStorage(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  for (const name of await caches.keys()) await caches.delete(name);
  for (const { name } of await indexedDB.databases()) await settle(indexedDB.deleteDatabase(name!));
}

const fileAt = (address: string): Promise<string> =>
  fetch(address).then(
    (answer) => answer.text(),
    () => '',
  );

async function contentOf(name: string): Promise<unknown[]> {
  const database = await settle(indexedDB.open(name));
  const stores = [...database.objectStoreNames];
  const content = await Promise.all(
    stores.map((store) => settle(database.transaction(store).objectStore(store).getAll())),
  );
  database.close();
  return content;
}

const settle = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('IndexedDB')));
  });
