/** `npm run host`: a reference host as the environment sets it up. See docs/host.md. */
import { readConfig } from './config.js';
import { faultOf, logToStdout as log } from './http/log.js';
import { startServer } from './server.js';

const running = await startServer(readConfig(process.env), log);

let isEnding = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    // A second one does not wait.
    if (isEnding) process.exit(1);
    isEnding = true;
    log('info', 'closing', { signal });
    running.close().then(
      () => process.exit(0),
      (thrown: unknown) => {
        log('error', 'fault', faultOf(thrown));
        process.exit(1);
      },
    );
  });
}
