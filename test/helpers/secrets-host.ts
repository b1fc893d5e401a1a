import { createHttpAdapter } from '../../src/adapter/index.js';
import {
  createDemoHost,
  createFakeFetch,
  createFaults,
  seededRandom,
  type RandomBytes,
  type ScenarioName,
} from '../../src/mocks/index.js';

/** Stands in each secret that is issued here, over and over: any longer part of one has it in it. */
export const MARK = 'cafed00d';

const SECRET_SIZE = 24;

/** Bytes at random, but for secrets: these are the mark, with an end of their own. */
function markedRandom(): RandomBytes {
  const random = seededRandom(42);
  const mark = [0xca, 0xfe, 0xd0, 0x0d];
  return (size) => {
    if (size !== SECRET_SIZE) return random(size);
    const bytes = Uint8Array.from({ length: size }, (_, at) => mark[at % mark.length]!);
    bytes.set(random(mark.length), size - mark.length);
    return bytes;
  };
}

export interface LineOptions {
  scenario?: ScenarioName;
  /** Seconds that an old secret may go on for. */
  overlapSeconds?: number;
}

/**
 * A fake host with secrets that can be told from all else, and a line to it that writes down what is
 * sent. Both ends are those of the kit: real HTTP adapters and stores.
 */
export async function openLine({ scenario = 'fresh', overlapSeconds = 86_400 }: LineOptions = {}) {
  const capabilities = { events: false, overlapSeconds };
  const host = await createDemoHost(scenario, { random: markedRandom(), capabilities });
  const faults = createFaults();
  const baseUrl = 'https://fake-host.example';
  let account: string | null = 'joel';
  const answer = createFakeFetch(host, { baseUrl, caller: () => account, faults });
  const requests: { line: string; headers: string[][]; body: string }[] = [];
  let gate: Promise<void> | undefined;
  let isGarbled = false;
  /** Resolves once an act is done whose answer is kept back. */
  let done: (() => void) | undefined;

  const exchange = async (request: Request): Promise<Response> => {
    const { method, url, headers } = request;
    const body = await request.clone().text();
    requests.push({ line: `${method} ${url}`, headers: [...headers], body });
    const response = await answer(request);
    if (method !== 'POST') return response;
    if (gate) {
      done?.();
      await gate;
    }
    if (!isGarbled) return response;
    isGarbled = false;
    const text = await response.text();
    return new Response(text.replace('"replayed"', '"again"'), { status: response.status });
  };
  /** One for each page. */
  const connect = () =>
    createHttpAdapter({ baseUrl, fetch: (input, init) => exchange(new Request(input, init)) });

  return {
    host,
    faults,
    requests,
    connect,
    count: (operation: string) =>
      requests.filter(({ line }) => line.startsWith('POST') && line.endsWith(operation)).length,
    signOut() {
      account = null;
    },
    /** Lets the answer to the next act break the contract, with a secret in it. */
    garble() {
      isGarbled = true;
    },
    /**
     * Keeps back the answer to the next act, which is done all the same: `done` resolves then, and
     * `release` lets the answer go.
     */
    hold() {
      let release!: () => void;
      gate = new Promise((resolve) => (release = resolve));
      return { done: new Promise<void>((resolve) => (done = resolve)), release };
    },
  };
}
export type Line = Awaited<ReturnType<typeof openLine>>;
