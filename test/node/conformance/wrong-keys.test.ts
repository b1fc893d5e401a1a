import { describe } from 'node:test';
import { proveWrong } from './wrong-host.js';
import { wrongKeys } from './wrong-keys.js';

describe('a host that goes wrong with secrets and repeats is found out where it', () => {
  proveWrong(wrongKeys);
});
