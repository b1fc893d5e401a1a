const methodsOfConsole = ['log', 'info', 'warn', 'error', 'debug'] as const;
const events = [
  'golive-action',
  'golive-changed',
  'golive-error',
  'golive-auth-required',
  'golive-navigate',
] as const;

/** Writes down whatever the page could hear or read of a secret, until `leave`. */
export function watchForLeaks() {
  const heard: string[] = [];
  const hear = (event: Event) =>
    heard.push(`${event.type} ${written((event as CustomEvent).detail)}`);
  for (const name of events) window.addEventListener(name, hear, true);
  const before = methodsOfConsole.map((name) => [name, console[name]] as const);
  for (const [name] of before) {
    console[name] = (...said: unknown[]) => heard.push(`console ${said.map(written).join(' ')}`);
  }
  return {
    /** Where the text is found: in the page, its shadow trees, storage, address, events, console. */
    find(secret: string, ...more: unknown[]): string[] {
      const places: [string, string][] = [
        ['address', location.href],
        ['history', written(history.state)],
        ['cookie', document.cookie],
        ['localStorage', written({ ...localStorage })],
        ['sessionStorage', written({ ...sessionStorage })],
        ['selection', String(getSelection())],
        ['resources', written(performance.getEntries().map(({ name }) => name))],
        ...heard.map((each): [string, string] => ['heard', each]),
        ...more.map((each): [string, string] => [
          'given',
          each instanceof Node ? '' : written(each),
        ]),
        ...[document, ...more.filter((each) => each instanceof Node)].flatMap(textsOf),
      ];
      return places.filter(([, found]) => found.includes(secret)).map(([place]) => place);
    },
    leave() {
      for (const name of events) window.removeEventListener(name, hear, true);
      for (const [name, method] of before) console[name] = method;
    },
  };
}

function written(value: unknown): string {
  try {
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  } catch {
    return String(value);
  }
}

/** Every text and attribute under a node, in shadow trees too. */
function textsOf(node: Node): [string, string][] {
  const found: [string, string][] = [];
  if (node.nodeValue) found.push([node.nodeName, node.nodeValue]);
  if (node instanceof Element) {
    for (const { name, value } of node.attributes) found.push([`${node.localName} ${name}`, value]);
    if ('value' in node) found.push([`${node.localName} value`, String(node.value)]);
    if (node.shadowRoot) found.push(...textsOf(node.shadowRoot));
  }
  for (const child of node.childNodes) found.push(...textsOf(child));
  return found;
}
