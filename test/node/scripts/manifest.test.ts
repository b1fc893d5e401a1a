import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createManifest } from '../../../scripts/manifest.mjs';

const { modules } = await createManifest();
const elements = modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter((declaration) => 'customElement' in declaration);
const classes = readFileSync('src/connect/events.ts', 'utf8').matchAll(
  /'(golive-[\w-]+)': (\w+);/g,
);
const classOf = new Map([...classes].map(([, event, name]) => [event!, name!]));

describe('the manifest', () => {
  for (const { tagName, events = [] } of elements)
    it(`tells of each event when it comes and of which class it is: ${tagName}`, () => {
      for (const { name, type, description } of events) {
        assert.ok(name && description, `${name} (${type?.text}) is told of`);
        assert.equal(type?.text, classOf.get(name) ?? 'Event', name);
      }
    });

  it('tells of every event of the kit', () => {
    const told = new Set(elements.flatMap(({ events = [] }) => events.map(({ name }) => name)));
    assert.deepEqual(
      [...classOf.keys()].filter((name) => !told.has(name)),
      [],
    );
  });

  it('tells of each part and property what it is for', () => {
    const silent = elements.flatMap(({ tagName, members = [], cssParts = [], slots = [] }) =>
      [...members, ...cssParts, ...slots]
        .filter((each) => !each.description)
        .map(({ name }) => `${tagName} ${name}`),
    );
    assert.deepEqual(silent, []);
  });
});
