import { describe } from 'node:test';
import { journeys } from './journeys.js';
import { visits } from './visits.js';

describe('from sandbox to production', () => {
  const { arrive } = visits();
  journeys({
    joel: (scenario) => arrive(`/?scenario=${scenario}`),
    mara: () => arrive('/reviews.html'),
  });
});
