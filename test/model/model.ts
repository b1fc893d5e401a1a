/**
 * Two developers and two reviewers act at random on one subscription, each on a page of their own with
 * store and HTTP adapter, while the network drops, delays, repeats and reorders what they send. Run by
 * scripts/model.mjs, in a process of its own: SEQUENCES, and SEED to repeat a run.
 */
import fc from 'fast-check';
import { openRoad } from './road.js';
import { someSteps, take, type Step } from './steps.js';

async function walk(steps: Step[]): Promise<void> {
  const road = await openRoad();
  try {
    for (const person of road.persons) person.refresh();
    for (const step of steps) {
      await take(road, step);
      await road.check();
    }
    await road.calm();
    await road.checkAgreement();
  } catch (thrown) {
    const { message } = thrown as Error;
    throw new Error(`${message}\nafter:\n${road.journal.join('\n')}`, { cause: thrown });
  } finally {
    road.leave();
  }
}

const numRuns = Number(process.env.SEQUENCES);
const seed = Number(process.env.SEED);
// The journal says more than a shorter sequence would.
const result = await fc.check(fc.asyncProperty(someSteps, walk), {
  numRuns,
  seed,
  endOnFailure: true,
});
if (result.failed) {
  console.log(
    `seed ${seed}, sequence ${result.numRuns}: ${(result.errorInstance as Error).message}`,
  );
}
process.exit(result.failed ? 1 : 0);
