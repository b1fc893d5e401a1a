/** Writes the contract as OpenAPI 3.1 into dist/, for hosts that are not written in TypeScript. */
import { writeFileSync } from 'node:fs';
import { contractApi } from '../demo/host/http/openapi.ts';

writeFileSync('dist/openapi.json', `${JSON.stringify(contractApi(), null, 2)}\n`);
