import fc from 'fast-check';
import { SUBSCRIPTION } from './books.js';
import type { Exchange } from './line.js';
import type { Road } from './road.js';

/** Steps of one sequence. */
const STEPS = 50;

/** One thing that happens; the numbers choose among what there is at that moment. */
export type Step =
  | { does: 'press'; who: number; which: number; knob: number }
  | { does: 'refresh'; who: number }
  | { does: 'flow'; order: number }
  | { does: Fate; which: number }
  | { does: 'intercept'; which: number; how: number }
  | { does: 'pass'; time: number }
  | { does: 'provider'; status: number };

const fates = {
  travel: async ({ line }: Road, exchange: Exchange) => {
    if (!exchange.answer) await line.arrive(exchange);
    if (!exchange.isForsaken) line.deliver(exchange);
  },
  arrive: async ({ line }: Road, exchange: Exchange) => {
    if (!exchange.answer) await line.arrive(exchange);
  },
  repeat: ({ line }: Road, exchange: Exchange) => line.repeat(exchange),
  lose: async ({ line }: Road, exchange: Exchange) => line.lose(exchange),
  /** The host does it, and something in between answers that it failed. */
  garble: async ({ line }: Road, exchange: Exchange) => {
    if (!exchange.answer) await line.arrive(exchange);
    if (!exchange.isForsaken) line.intercept(exchange, 502, 'internal');
  },
  strand: async ({ line }: Road, exchange: Exchange) => line.strand(exchange),
} as const;
type Fate = keyof typeof fates;

/** What travels when much does: all of it, the last first, or the answers of writes are late. */
const orders = [
  (open: readonly Exchange[]) => open,
  (open: readonly Exchange[]) => open.toReversed(),
  (open: readonly Exchange[]) => open.filter(({ method }) => method === 'GET'),
];

const interceptions = [
  [503, 'internal'],
  [500, 'internal'],
  [401, 'not_signed_in'],
  [429, 'too_many_requests'],
] as const;
const times = [100, 1_000, 20_000, 3_700_000];
const statuses = ['active', 'active', 'active', 'payment_failed', 'cancelled'] as const;

const any = fc.nat({ max: 1_000 });
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ does: fc.constant('press' as const), who: any, which: any, knob: any }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('refresh' as const), who: any }) },
  {
    weight: 8,
    arbitrary: fc.record({ does: fc.constant('flow' as const), order: any }),
  },
  { weight: 8, arbitrary: fc.record({ does: fc.constant('travel' as const), which: any }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom<Fate>('arrive', 'repeat', 'lose', 'garble', 'strand'),
      which: any,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('intercept' as const), which: any, how: any }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('pass' as const), time: any }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('provider' as const), status: any }) },
);

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];

/** Makes one thing happen. */
export async function take(road: Road, step: Step) {
  const { line, persons, books, host } = road;
  switch (step.does) {
    case 'press':
      return pick(
        persons.filter((person) => person.canPress()),
        step.who,
      )?.press(step.which, step.knob);
    case 'refresh':
      return pick(persons, step.who)!.refresh();
    case 'flow': {
      for (let round = 0; round < 3; round += 1) {
        for (const exchange of pick(orders, step.order)!(line.open))
          await fates.travel(road, exchange);
        await road.check();
      }
      return;
    }
    case 'pass':
      return road.pass(pick(times, step.time)!);
    case 'provider':
      await host.setStatus(SUBSCRIPTION, pick(statuses, step.status)!);
      return void (await books.look());
    case 'intercept': {
      const exchange = pick(line.open, step.which);
      if (!exchange || exchange.isForsaken) return;
      const [status, code] = pick(interceptions, step.how)!;
      return line.intercept(exchange, status, code);
    }
    default: {
      const exchange = pick(line.open, step.which);
      if (exchange) await fates[step.does](road, exchange);
    }
  }
}

export const someSteps = fc.array(aStep, { minLength: STEPS, maxLength: STEPS });
