import { createFakeHost, type FakeHost, type FakeHostOptions } from '../host/host.js';
import type { HostState, Plan } from '../host/state.js';
import { createFaults, type Faults } from '../wire/faults.js';
import { backdrop } from './backdrop.js';
import { plans } from './northbank.js';
import { scenarios, type Scenario, type ScenarioName } from './scenarios.js';
import { play, type Scene } from './stage.js';

/** The demo's present, when it is given no clock. */
export const DEMO_NOW = Date.parse('2026-11-24T09:12:00.000Z');

export interface DemoOptions extends Omit<FakeHostOptions, 'state'> {
  /** The page where Partner is paid for, when the demo has one of its own. */
  checkoutUrl?: string;
}

/** What a scenario starts from. The same for the same moment. */
export async function demoState(
  name: ScenarioName,
  now: number,
  { checkoutUrl }: Pick<DemoOptions, 'checkoutUrl'> = {},
): Promise<HostState> {
  const { scenes, plan: difference }: Scenario = scenarios[name];
  const partner: Plan = { ...plans.partner, ...difference };
  if (checkoutUrl !== undefined) partner.links = { ...partner.links, checkout: checkoutUrl };
  const setUp: Scene = { hoursAgo: Infinity, act: ({ host }) => host.addPlan(partner) };
  return play([setUp, ...scenes], now, await backdropOf(now));
}

/** The backdrop takes most of the time, and most hosts share its moment. */
function backdropOf(now: number): Promise<HostState> {
  if (now !== DEMO_NOW) return play(backdrop(), now);
  usualBackdrop ??= play(backdrop(), now);
  return usualBackdrop;
}

let usualBackdrop: Promise<HostState> | undefined;

/**
 * A host that is in the middle of things: Northbank with its plans, Joel's subscription `sub_42` as the
 * scenario says, and 30 other submissions. Its clock starts at {@link DEMO_NOW} unless it gets one;
 * what happens from now on has secrets of its own.
 */
export async function createDemoHost(
  name: ScenarioName = 'fresh',
  options: DemoOptions = {},
): Promise<FakeHost> {
  const { checkoutUrl: _, ...hostOptions } = options;
  const state = await demoState(name, options.clock?.() ?? DEMO_NOW, options);
  return createFakeHost({ clock: tickingFrom(DEMO_NOW), ...hostOptions, state });
}

/** The faults of a scenario; none for most. */
export function demoFaults(name: ScenarioName): Faults {
  const { faults: set }: Scenario = scenarios[name];
  const faults = createFaults();
  set?.(faults);
  return faults;
}

function tickingFrom(start: number): () => number {
  const begun = Date.now();
  return () => start + Date.now() - begun;
}
