/** What frameworks and editors know of the elements, made from the manifest: dist/types/. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';

const folder = 'dist/types';
const { name: packageName, version } = JSON.parse(readFileSync('package.json', 'utf8'));

const union = (texts) => (texts.length > 0 ? texts.join(' | ') : 'never');
const quoted = (texts) => texts.map((text) => `'${text}'`);
const comment = (text = '') => `/** ${text.replaceAll(/\s+/g, ' ')} */`;

/** The elements of a manifest, each with what may be set and heard. */
function elementsOf(manifest) {
  return manifest.modules.flatMap(({ path, declarations = [] }) =>
    declarations
      .filter(({ customElement }) => customElement)
      .map((declaration) => ({
        ...declaration,
        path,
        attributes: declaration.attributes ?? [],
        events: declaration.events ?? [],
        fields: declaration.members.filter(
          ({ kind, readonly, static: isStatic }) => kind === 'field' && !readonly && !isStatic,
        ),
      })),
  );
}

function typesOf(elements) {
  const imports = elements.map(
    ({ name, path }) =>
      `import type { ${name} } from '${posix.relative('dist/types', path).replace(/^(?!\.)/, './')}';`,
  );
  const entries = elements.map(
    ({ name, tagName, summary, attributes, events, fields }) => `
  ${comment(summary)}
  '${tagName}': {
    element: ${name};
    properties: Pick<${name}, ${union(quoted(fields.map((field) => field.name)))}>;
    attributes: {${attributes
      .map(
        (attribute) =>
          `\n      ${comment(attribute.description)}\n      '${attribute.name}': ${name}['${attribute.fieldName}'];`,
      )
      .join('')}
    };
    events: ${union(quoted(events.map((event) => event.name)))};
  };`,
  );
  return `${imports.join('\n')}
import type {} from '../connect/events.js';

/** Every element by its tag, with what may be set on it and heard of it. */
export interface Elements {${entries.join('')}
}

export type EventOf<N extends string> = N extends keyof GlobalEventHandlersEventMap
  ? GlobalEventHandlersEventMap[N]
  : Event;

/** As properties or, where there is one, as an attribute. */
export type Settable<E extends Elements[keyof Elements]> = Partial<E['properties']> &
  Partial<E['attributes']>;
`;
}

/** The words that an attribute may hold: those of its type or, where that has a name, those quoted in its doc. */
function valuesOf({ type, description = '' }) {
  if (!type || /^(string|number|boolean)\b/.test(type.text)) return [];
  const inType = [...type.text.matchAll(/'([^']+)'/g)];
  return (inType.length > 0 ? inType : [...description.matchAll(/`([^`]+)`/g)]).map(
    ([, word]) => word,
  );
}

/** https://github.com/microsoft/vscode-html-languageservice: custom data, version 1.1 */
function htmlDataOf(elements) {
  const tags = elements.map(({ tagName, summary, attributes }) => ({
    name: tagName,
    description: summary,
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      description: attribute.description,
      ...(attribute.type.text === 'boolean'
        ? { valueSet: 'v' }
        : { values: valuesOf(attribute).map((name) => ({ name })) }),
    })),
  }));
  return { version: 1.1, tags };
}

const described = ({ name, description }) => ({ name, description });

/** https://github.com/JetBrains/web-types */
function webTypesOf(elements) {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: packageName,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tagName,
          description: element.summary,
          attributes: element.attributes.map((attribute) => ({
            ...described(attribute),
            value: {
              type: union(quoted(valuesOf(attribute))).replace('never', attribute.type.text),
              default: attribute.default,
            },
          })),
          slots: (element.slots ?? []).map(described),
          js: {
            properties: element.fields.map((field) => ({
              ...described(field),
              type: field.type?.text,
            })),
            events: element.events.map(described),
          },
          css: {
            parts: (element.cssParts ?? []).map(described),
            properties: (element.cssProperties ?? []).map(described),
          },
        })),
      },
    },
  };
}

export function writeEditorData(manifest) {
  const elements = elementsOf(manifest);
  mkdirSync(folder, { recursive: true });
  cpSync('scripts/editor', folder, { recursive: true });
  writeFileSync(`${folder}/elements.d.ts`, typesOf(elements));
  writeFileSync(`${folder}/html-data.json`, JSON.stringify(htmlDataOf(elements), null, 2));
  writeFileSync(`${folder}/web-types.json`, JSON.stringify(webTypesOf(elements), null, 2));
}
