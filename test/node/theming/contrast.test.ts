import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { themes, tokensIn } from './sheets.js';

const grounds = ['surface', 'sunken', 'accent-quiet'];
const states = ['success', 'warning', 'danger', 'info'];
const quiets = states.map((state) => `${state}-quiet`);

/** What stands on what: text first, then what is read by its outline alone. */
const pairs = [
  ...[...grounds, ...quiets].flatMap((ground) => [
    ['text', ground, 4.5],
    ['muted', ground, 4.5],
    ['control', ground, 3],
  ]),
  ...grounds.map((ground) => ['accent', ground, 4.5]),
  ...states.flatMap((state) => [
    [state, 'surface', 4.5],
    [state, 'sunken', 4.5],
    [state, `${state}-quiet`, 4.5],
  ]),
  ...['accent', 'danger', 'success'].map((solid) => ['on-accent', solid, 4.5]),
  ...[...grounds, ...quiets].map((ground) => ['accent', ground, 3]),
] as [string, string, number][];

/** WCAG's relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const schemes = ['light', 'dark'] as const;

describe('contrast', () => {
  for (const [theme, path] of Object.entries(themes)) {
    const tokens = { ...tokensIn(themes.neutral), ...tokensIn(path) };
    for (const scheme of schemes) {
      const colour = (name: string) => {
        const both = tokens[`--golive-color-${name}`]!.match(/#[0-9a-f]{6}\b/g)!;
        return both[schemes.indexOf(scheme)]!;
      };
      it(`is enough in the theme ${theme}, ${scheme}`, () => {
        const poor = pairs
          .map(([front, ground, least]) => ({
            pair: `${front} on ${ground}`,
            found: contrast(colour(front), colour(ground)),
            least,
          }))
          .filter(({ found, least }) => found < least);
        assert.deepEqual(poor, []);
      });
    }
  }
});
