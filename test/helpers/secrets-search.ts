/** Where a text was found, in words; and the node, where it is in the page. */
export interface Finding {
  place: string;
  node?: Node;
}

type Has = (text: string) => boolean;

/** Texts, attributes and values under a node, in open shadow trees and templates too. */
export function searchPage(node: Node, has: Has): Finding[] {
  const found: Finding[] = [];
  const look = (place: string, text: unknown) => {
    if (typeof text === 'string' && has(text)) found.push({ place, node });
  };
  look(node.nodeName, node.nodeValue);
  if (node instanceof Element) {
    for (const { name, value } of node.attributes) look(`${node.localName} ${name}`, value);
    if ('value' in node) look(`${node.localName} value`, node.value);
    if (node.shadowRoot) found.push(...searchPage(node.shadowRoot, has));
    if (node instanceof HTMLTemplateElement) found.push(...searchPage(node.content, has));
  }
  for (const child of node.childNodes) found.push(...searchPage(child, has));
  return found;
}

/** Every element of the kit under a node, in shadow trees too. */
export function kitElements(node: Node): Element[] {
  const own = node instanceof Element && node.localName.startsWith('golive-') ? [node] : [];
  const shadow = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
  return [...own, ...[...shadow, ...node.childNodes].flatMap(kitElements)];
}

/**
 * Ways to a text among whatever any script can reach from a value: properties, hidden ones and
 * symbols included, entries of maps and sets, and what getters give. Only private fields and
 * closures stay out of reach, as they do for a script.
 */
export function searchObjects(from: unknown, has: Has, name = '', skip?: typeof Node): string[] {
  const found: string[] = [];
  const seen = new Set<unknown>();
  const waiting: [way: string, value: unknown][] = [[name, from]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [way, value] = next;
    if (typeof value === 'string' && has(value)) found.push(way);
    if (!isObject(value) || value === globalThis || seen.has(value)) continue;
    if (skip && value instanceof skip) continue;
    seen.add(value);
    if (value instanceof Map) {
      for (const [key, entry] of value) waiting.push([`${way} key`, key], [`${way}[]`, entry]);
    }
    if (value instanceof Set) for (const entry of value) waiting.push([`${way}{}`, entry]);
    for (const at of [value, ...prototypesOf(value)]) {
      for (const key of Reflect.ownKeys(at)) {
        if (typeof key === 'string') waiting.push([`${way} name`, key]);
        waiting.push([`${way}.${String(key)}`, read(value, key)]);
      }
    }
  }
  return found;
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** Those that are written in script: the browser's own ones hold nothing of ours. */
function prototypesOf(value: object): object[] {
  const prototypes: object[] = [];
  for (
    let at: unknown = Object.getPrototypeOf(value);
    isObject(at);
    at = Object.getPrototypeOf(at)
  ) {
    const { constructor } = at;
    if (typeof constructor !== 'function' || isNative(constructor)) break;
    prototypes.push(at);
  }
  return prototypes;
}

const isNative = (written: unknown): boolean =>
  Function.prototype.toString.call(written).includes('[native code]');

function read(value: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(value, key) as unknown;
  } catch {
    // Nobody can read it.
    return undefined;
  }
}

/** What a pattern leaves behind for any script: the last text that matched, and its parts. */
const remains = [
  'input',
  'lastMatch',
  'lastParen',
  'leftContext',
  'rightContext',
  '$1',
  '$2',
  '$3',
];

export const searchPatterns = (has: Has): string[] =>
  remains.filter((name) => has(String(read(RegExp, name)))).map((name) => `RegExp.${name}`);
