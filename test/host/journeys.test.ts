import { after, before, describe } from 'node:test';
import { journeys } from '../e2e/journeys.js';
import { startPortal, type Portal } from './portal.js';
import { engines, isMissing, type Engine } from './visitors/browsers.js';
import { browsersOf } from './visitors/during.js';

let portal: Portal;
before(async () => {
  portal = await startPortal();
});
after(() => portal?.close());

for (const engine of Object.keys(engines) as Engine[]) {
  describe(
    `from sandbox to production on the host, in ${engine}`,
    { skip: isMissing(engine) },
    () => {
      const open = browsersOf(engine);
      journeys({
        joel: (scenario) => portal.joel(open[engine], scenario),
        mara: () => portal.mara(open[engine]),
      });
    },
  );
}
