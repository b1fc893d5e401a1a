import { describe } from 'node:test';
import { proveWrong } from './wrong-host.js';
import { wrongKeys } from './wrong-keys.js';
import { wrongRoad } from './wrong-road.js';
import { wrongWire } from './wrong-wire.js';

// One process for all: what is warm stays warm. Two at once, for each waits now and then.
describe('a host that goes wrong is found out where it', { concurrency: 2 }, () => {
  proveWrong([...wrongRoad, ...wrongKeys, ...wrongWire]);
});
