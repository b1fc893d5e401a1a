import { pledge, type Check } from '../check.js';
import { expectAnswer, expectThat } from '../expect.js';
import { Broken } from '../failure.js';

export const limitChecks: Check[] = [
  {
    id: 'limits/rate',
    title: 'who asks too often is told to wait',
    pledge: pledge('limits', 'A host with a rate limit answers 429 with Retry-After.'),
    needs: ['rateLimit'],
    turn: 'last',
    async run(context) {
      const road = await context.road('free');
      const most = context.hooks.rateLimit!;
      for (let asked = 0; asked <= most; asked += 20) {
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => road.call('getSnapshot', { takes429: true })),
        );
        const refused = answers.find(({ status }) => status === 429);
        if (!refused) continue;
        expectAnswer(refused, 429, 'too_many_requests');
        const after = refused.headers.get('Retry-After');
        expectThat(after !== null, 'a Retry-After header', 'none', refused.request);
        return;
      }
      throw new Broken(`429 after ${most} requests`, 'none');
    },
  },
];
