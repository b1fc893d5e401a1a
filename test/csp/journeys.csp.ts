import { describe } from 'node:test';
import type { ScenarioName } from '../../src/mocks/index.js';
import { journeys } from '../e2e/journeys.js';
import { guarded } from './guarded.js';

for (const build of ['npm', 'golive', 'autoload', 'two'] as const) {
  describe(`under the strict policy, from sandbox to production, by ${build}`, () => {
    const { arrive, start } = guarded();
    journeys({
      joel: async (scenario: ScenarioName) => {
        await start(scenario);
        return arrive(`/joel?build=${build}`);
      },
      mara: () => arrive(`/mara?build=${build}`),
    });
  });
}
