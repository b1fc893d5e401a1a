import { describe } from 'node:test';
import { proveWrong } from './wrong-host.js';
import { wrongRoad } from './wrong-road.js';

describe('a host that goes wrong with rules, forms and the queue is found out where it', () => {
  proveWrong(wrongRoad);
});
