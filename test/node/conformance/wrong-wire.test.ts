import { describe } from 'node:test';
import { proveWrong } from './wrong-host.js';
import { wrongWire } from './wrong-wire.js';

describe('a host that goes wrong with HTTP, versions and events is found out where it', () => {
  proveWrong(wrongWire);
});
