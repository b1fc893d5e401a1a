import type { Operation } from '../../src/adapter/index.js';
import { createFaults } from '../../src/mocks/index.js';
import type { Line } from '../settings.js';

/** Whether what goes wrong is the bar's to choose. */
export const isBreakable: boolean = true;

/** What goes wrong between the page and its backend. */
export const faults = createFaults();

/** Acts that are done although nobody hears of it. */
const acts: Operation[] = [
  'createCredentials',
  'regenerate',
  'rotateSecret',
  'retireSecret',
  'generateToken',
  'submit',
  'decide',
  'decideMany',
];

const ALWAYS = { times: Infinity };

const lines: Record<Line, () => void> = {
  normal: () => undefined,
  slow() {
    faults.latency = [1500, 4000];
  },
  failing: () => faults.fail({ code: 'internal', ...ALWAYS }),
  offline() {
    faults.offline = true;
  },
  losing() {
    for (const operation of acts) faults.loseAnswer({ operation, ...ALWAYS });
  },
};

export function setLine(line: Line): void {
  faults.clear();
  lines[line]();
}
