import { persistHost, startMocks } from '../../src/mocks/browser.js';
import {
  createFakeHost,
  demoState,
  MAIN_SUBSCRIPTION,
  scenarioNames,
  type FakeHost,
  type ScenarioName,
} from '../../src/mocks/index.js';
import { choose, settings } from '../settings.js';
import { faults, setLine } from './line.js';

/** Stands in for the portal's server; one in all tabs, for they share their storage. */
export const host: FakeHost = createFakeHost({ clock: Date.now });

/** Puts the backend behind `/api`. The elements may come once it is there. */
export async function startBackend(): Promise<void> {
  await persistHost(host);
  const asked = takeScenarioFromAddress();
  const { plans } = await host.export();
  if (asked || Object.keys(plans).length === 0) await play(asked ?? settings.scenario);
  setLine(settings.line);
  await startMocks({ host, baseUrl: '/api', faults });
}

/** Starts over with another past. */
export async function play(scenario: ScenarioName): Promise<void> {
  choose({ scenario });
  const { href } = new URL(`/checkout.html?subscription=${MAIN_SUBSCRIPTION}`, location.href);
  await host.replace(await demoState(scenario, host.now(), { checkoutUrl: href }));
}

/** `?scenario=in_review` starts over once; a reload afterwards goes on. */
function takeScenarioFromAddress(): ScenarioName | undefined {
  const address = new URL(location.href);
  const asked = address.searchParams.get('scenario');
  if (asked === null) return undefined;
  address.searchParams.delete('scenario');
  history.replaceState(history.state, '', address);
  return scenarioNames.find((name) => name === asked);
}
