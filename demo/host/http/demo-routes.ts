import { Hono } from 'hono';
import { scenarioNames, type ScenarioName } from '../../../src/mocks/index.js';
import type { HostState } from '../../../src/mocks/index.js';
import type { Host } from '../domain/host.js';
import { createProvider, replaceState } from '../domain/provider.js';

export interface DemoRoutesOptions {
  host: Host;
  stateFor: (scenario: ScenarioName) => Promise<HostState>;
}

/** What stands in for the provider's other systems, where the host is a demo. */
export function demoRoutes({ host, stateFor }: DemoRoutesOptions): Hono {
  const provider = createProvider(host);
  const app = new Hono();
  app.post('/demo/payment', async (context) => {
    const { subscription, paid } = await context.req.json<{
      subscription: string;
      paid: boolean;
    }>();
    try {
      await (paid ? provider.completePayment(subscription) : provider.failPayment(subscription));
    } catch (thrown) {
      if (!(thrown instanceof RangeError)) throw thrown;
      return context.json({ error: 'not_expected' }, 409);
    }
    return context.body(null, 204);
  });
  /** Anything that the provider may bring about: what a test of the host needs. */
  app.post('/demo/provider/:act', async (context) => {
    const name = context.req.param('act');
    if (!Object.hasOwn(provider, name)) return context.json({ error: 'unknown_act' }, 404);
    const act = provider[name as keyof typeof provider] as (...args: unknown[]) => unknown;
    try {
      return context.json((await act(...(await context.req.json<unknown[]>()))) ?? null);
    } catch (thrown) {
      if (!(thrown instanceof RangeError)) throw thrown;
      return context.json({ error: thrown.message }, 409);
    }
  });
  app.post('/demo/scenario', async (context) => {
    const { scenario } = await context.req.json<{ scenario: unknown }>();
    const name = scenarioNames.find((each) => each === scenario);
    if (!name) return context.json({ error: 'unknown_scenario' }, 400);
    await replaceState(host.database, await stateFor(name));
    return context.body(null, 204);
  });
  return app;
}
