/** What the site tells of each element, from the manifest and the stories. */
import { readFileSync } from 'node:fs';
import type { ClassDeclaration, ClassField, CustomElement } from 'custom-elements-manifest/schema';
import { filesUnder } from '../../scripts/files.mjs';
import { createManifest } from '../../scripts/manifest.mjs';
import { table } from '../../scripts/reference.mjs';

type Element = ClassDeclaration &
  CustomElement & { tagName: string; cssStates?: { name: string; description?: string }[] };

const isElement = (declaration: object): declaration is Element => 'tagName' in declaration;

let found: Promise<Element[]> | undefined;

/** In the order of the README's table. */
export const elementsOf = (): Promise<Element[]> => (found ??= readElements());

async function readElements() {
  const { modules } = await createManifest();
  const readme = readFileSync('README.md', 'utf8');
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(isElement)
    .toSorted((a, b) => readme.indexOf(`\`${a.tagName}\``) - readme.indexOf(`\`${b.tagName}\``));
}

export const nameOf = (tag: string): string => tag.replace('golive-', '');

const storyFiles = filesUnder('stories')
  .filter((file) => file.endsWith('.stories.ts'))
  .map((file) => ({ file, source: readFileSync(file, 'utf8') }));

/** Each as its file and its name, in the order of the sources; a file named as the element comes first. */
const storiesOf = (tag: string) =>
  storyFiles
    .filter(({ source }) => source.includes(`component: '${tag}'`))
    .toSorted((a, b) => Number(isMain(b.file, tag)) - Number(isMain(a.file, tag)))
    .flatMap(({ file, source }) =>
      [...source.matchAll(/^export const (\w+): Story/gm)].map(
        ([, name]) => `${file.replace('stories/', '').replace('.stories.ts', '')}/${name}`,
      ),
    );

const isMain = (file: string, tag: string) => file === `stories/${nameOf(tag)}.stories.ts`;

const code = (text: string | undefined) => (text ? `\`${text}\`` : '');
const line = (text = '') => text.replaceAll(/\s+/g, ' ');

/** A heading with a table under it, or nothing where there is nothing to tell. */
const section = (title: string, heads: string[], rows: (string | undefined)[][]) =>
  rows.length > 0
    ? `## ${title}\n\n${table(
        heads,
        rows.map((row) => row.map(line)),
      )}\n`
    : '';

/** The page of one element. */
export function pageOf(element: Element): string {
  const { tagName: tag, summary, members = [], events = [], slots = [] } = element;
  const { cssParts = [], cssStates = [], cssProperties = [] } = element;
  const fields = members.filter((each): each is ClassField => each.kind === 'field');
  const attributeOf = ({ name }: ClassField) =>
    element.attributes?.find(({ fieldName }) => fieldName === name)?.name;
  return [
    `# ${tag}\n\n${line(summary)}\n`,
    `\`\`\`js\nimport 'golive-elements/define/${nameOf(tag)}.js';\n\`\`\`\n`,
    `## Examples\n\n<docs-examples stories="${storiesOf(tag).join(' ')}"></docs-examples>\n`,
    section(
      'Properties',
      ['property', 'attribute', 'what for', 'type', 'unless set'],
      fields
        .filter((field) => !field.static)
        .map((field) => [
          code(field.name),
          code(attributeOf(field)),
          field.description,
          code(field.type?.text),
          code(field.default),
        ]),
    ),
    section(
      'Methods',
      ['method', 'what it does'],
      members
        .filter((each) => each.kind === 'method')
        .map(({ name, description }) => [code(`${name}()`), description]),
    ),
    section(
      'Events',
      ['event', 'when'],
      events.map((each) => [code(each.name), each.description]),
    ),
    section(
      'Slots',
      ['slot', 'what it is'],
      slots.map((each) => [code(each.name) || 'default', each.description]),
    ),
    section(
      'Parts',
      ['part', 'what it is'],
      cssParts.map((each) => [code(each.name), each.description]),
    ),
    section(
      'States',
      ['state', 'when'],
      cssStates.map((each) => [code(`:state(${each.name})`), each.description]),
    ),
    section(
      'Tokens',
      ['token', 'what for', 'unless set'],
      cssProperties.map((each) => [code(each.name), each.description, code(each.default)]),
    ),
  ].join('\n');
}
