/**
 * `npm run bench -- queue [--rounds 21] [--strict]`: how long the kit takes, beside a baseline without any
 * library that draws the same. Fails with `--strict` on what is over its bar. These machines are noisy,
 * so only ratios of one run count: everything is measured in turn, round by round.
 *
 * `npm run bench -- host [--rounds 21] [--sizes 1000,100000,1000000] [--seed 1]`: the reference host on a
 * PostgreSQL server of its own, beside a bare route. Its plans are no matter of noise, so it always fails.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { benchHost } from './bench-host.mjs';
import { benchQueue } from './bench-queue.mjs';

const parts = {
  queue: async ({ rounds, strict }) => (await benchQueue(Number(rounds))) && strict,
  host: ({ rounds, sizes, seed }) =>
    benchHost({
      rounds: Number(rounds),
      sizes: sizes.split(',').map(Number),
      seed: seed === undefined ? randomInt(2 ** 31) : Number(seed),
    }),
};

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '21' },
    strict: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '1000,100000,1000000' },
    seed: { type: 'string' },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`there is no bench ${unknown.join(', ')}`);

let isFailed = false;
for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
  isFailed = (await parts[name](values)) || isFailed;
}
process.exit(isFailed ? 1 : 0);
