import type { Operation } from '../../adapter/index.js';
import type { ServedHost } from '../host/host.js';
import { operations } from '../host/operations.js';
import { HostProblem } from '../host/problem.js';
import { seededRandom } from '../host/secrets.js';
import { problemAnswer } from './answer.js';
import type { RouteMatch } from './route-match.js';

/** What a fault can be about: the contract's HTTP, and the host's own way with files. */
export type FaultyOperation = Operation | 'uploadFile';

/** Which requests a fault waits for. */
export interface FaultAim {
  /** How many of them; one when absent. */
  times?: number;
  /** Only requests of this operation; any when absent. */
  operation?: FaultyOperation;
}

export interface FailAim extends FaultAim {
  code: string;
  /** The contract's status of the code when absent. */
  status?: number;
  /** Seconds. */
  retryAfter?: number;
}

/** What can go wrong between a page and its host, to be set while both run. */
export interface Faults {
  /** Milliseconds that an exchange takes, half on each way; or between two numbers. */
  latency: number | readonly [least: number, most: number];
  /** While true nothing is sent, and open streams break off. */
  offline: boolean;
  /** The host answers with an error and does nothing. */
  fail(aim: FailAim): void;
  /** The request never arrives. */
  loseRequest(aim?: FaultAim): void;
  /** The act is done, but its answer never arrives. */
  loseAnswer(aim?: FaultAim): void;
  /** Everything works again. */
  clear(): void;
  /** What becomes of the next request of an operation; takes it off the list. */
  take(operation: FaultyOperation | undefined): Fault | undefined;
  /** The next latency. */
  delay(): number;
  /** Aborts when the line breaks. */
  readonly line: AbortSignal;
}

export type Fault =
  { kind: 'fail'; problem: HostProblem } | { kind: 'lose_request' } | { kind: 'lose_answer' };

type Waiting = Fault & { left: number; operation: FaultyOperation | undefined };

/** Faults for a fake host. Latencies between two numbers repeat for the same seed. */
export function createFaults(start: { latency?: Faults['latency']; seed?: number } = {}): Faults {
  const random = seededRandom(start.seed ?? 1);
  let waiting: Waiting[] = [];
  let line = new AbortController();
  let offline = false;

  const add = (fault: Fault, { times = 1, operation }: FaultAim = {}) => {
    waiting.push({ ...fault, left: times, operation });
  };

  const faults: Faults = {
    latency: start.latency ?? 0,
    get offline() {
      return offline;
    },
    set offline(broken) {
      if (broken && !offline) line.abort(new TypeError('the line broke'));
      if (!broken && offline) line = new AbortController();
      offline = broken;
    },
    get line() {
      return line.signal;
    },
    fail({ code, status, retryAfter, ...aim }) {
      const about = {
        ...(status === undefined ? {} : { status }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
      };
      add({ kind: 'fail', problem: new HostProblem(code, about) }, aim);
    },
    loseRequest: (aim) => add({ kind: 'lose_request' }, aim),
    loseAnswer: (aim) => add({ kind: 'lose_answer' }, aim),
    clear() {
      waiting = [];
      faults.latency = 0;
      faults.offline = false;
    },
    take(operation) {
      const fault = waiting.find(
        (each) => each.operation === undefined || each.operation === operation,
      );
      if (!fault) return undefined;
      fault.left -= 1;
      if (fault.left <= 0) waiting = waiting.filter((each) => each !== fault);
      return fault;
    },
    delay() {
      const { latency } = faults;
      if (typeof latency === 'number') return latency;
      const [least, most] = latency;
      return least + ((most - least) * random(1)[0]!) / 255;
    },
  };
  return faults;
}

/** Sends a request over a line that has faults. */
export async function through(
  faults: Faults,
  exchange: {
    host: ServedHost;
    request: Request;
    match: RouteMatch | undefined;
    answer: (signal: AbortSignal) => Promise<Response>;
  },
): Promise<Response> {
  const { host, request, match, answer } = exchange;
  if (faults.offline) return Response.error();
  const fault = faults.take(match && operationOf(match, request.method));
  const half = faults.delay() / 2;
  await wait(half);
  if (faults.offline || request.signal.aborted || fault?.kind === 'lose_request') {
    return Response.error();
  }
  const response =
    fault?.kind === 'fail'
      ? problemAnswer(host, fault.problem)
      : await answer(AbortSignal.any([request.signal, faults.line]));
  await wait(half);
  if (faults.offline || fault?.kind === 'lose_answer') {
    void response.body?.cancel().catch(() => undefined);
    return Response.error();
  }
  return response;
}

const operationOf = ({ route }: RouteMatch, method: string): Operation | undefined =>
  (Object.keys(operations) as Operation[]).find(
    (name) => operations[name].route === route && operations[name].method === method,
  );

export const wait = (milliseconds: number): Promise<void> | undefined =>
  milliseconds > 0 ? new Promise((resolve) => setTimeout(resolve, milliseconds)) : undefined;
