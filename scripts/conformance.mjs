/** `npm run conformance -- --url …`: the command of the package, with the suite as its sources are. */
import { main } from '../bin/command.mjs';
import * as suite from '../src/conformance/index.ts';

process.exitCode = await main(process.argv.slice(2), suite);
