/** Tests the model: each seeded fault must be found, or the model proves nothing. */
import { faults } from '../test/model/faults.mjs';
import { runModel } from './model.mjs';

/** Enough for the rarest of them. */
const SEQUENCES = 5_000;

/** Resolves with `{passed, failed, skipped}`; `filters` are parts of names. */
export async function runSeeded(filters = []) {
  const wanted = faults.filter(
    ({ name }) => filters.length === 0 || filters.some((part) => name.includes(part)),
  );
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const edit of wanted) {
    const { passed, said } = await runModel({ name: 'seeded', sequences: SEQUENCES, edit });
    counts[passed ? 'failed' : 'passed'] += 1;
    const [found] = said.split('\n');
    console.log(passed ? `MISSED  ${edit.name}` : `caught  ${edit.name} (${found})`);
  }
  return counts;
}
