/** `npm run soak -- --sequences 20000 [--seed N]`: the model, for as long as you like. */
import { parseArgs } from 'node:util';
import { runModel } from './model.mjs';

const { values } = parseArgs({
  options: { sequences: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const sequences = Number(values.sequences);
const { passed, seed, said } = await runModel({
  sequences,
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
});
console.log(said || `${sequences} sequences of 50 steps held, from seed ${seed}`);
process.exit(passed ? 0 : 1);
