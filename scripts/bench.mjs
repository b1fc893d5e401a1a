/**
 * `npm run bench -- queue [--rounds 21] [--strict]`: how long the kit takes, beside a baseline without any
 * library that draws the same. Fails with `--strict` on what is over its bar. These machines are noisy,
 * so only ratios of one run count: everything is measured in turn, round by round.
 */
import { parseArgs } from 'node:util';
import { benchQueue } from './bench-queue.mjs';

const parts = { queue: benchQueue };

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '21' },
    strict: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`there is no bench ${unknown.join(', ')}`);

let isOver = false;
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  isOver = (await parts[name](Number(values.rounds))) || isOver;
}
process.exit(isOver && values.strict ? 1 : 0);
