import { HostProblem } from '../../../src/mocks/host/problem.js';
import { problemAnswer } from '../../../src/mocks/wire/answer.js';
import { handleRequest } from '../../../src/mocks/wire/serve.js';
import type { Host } from '../domain/host.js';
import type { Sender } from './session.js';
import { whileSignedIn } from './stream.js';

const LIMIT = 1_048_576;

interface ServeOptions {
  baseUrl: string;
  sender: Sender;
  /** Looks anew at who asks, while a stream lasts. */
  lookAgain: () => Promise<Sender>;
  /** Told of what is no answer of the contract. */
  onFault: (thrown: unknown) => void;
}

/** Answers a request under the base URL for whoever was found to ask. */
export async function serveContract(
  host: Host,
  request: Request,
  { baseUrl, sender, lookAgain, onFault }: ServeOptions,
): Promise<Response> {
  const served = host.forRequest(request.signal);
  // The answer to a fault says nothing of it; somebody has to know.
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (thrown) {
      if (!(thrown instanceof HostProblem)) onFault(thrown);
      throw thrown;
    }
  };
  const response = await handleRequest(
    {
      ...served,
      admit: (call) => told(served.admit(call)),
      perform: (call) => told(served.perform(call)),
    },
    await withBody(request),
    { baseUrl, caller: () => sender.account },
  );
  if (response.headers.get('Content-Type') !== 'text/event-stream') return response;
  const { topics } = host;
  return new Response(whileSignedIn(response.body!, { sender, lookAgain, topics }), response);
}

/** Any error as problem details. */
export const problemResponse = (host: Host, thrown: unknown): Response =>
  problemAnswer(host.forRequest(), thrown);

export const refuse = (host: Host, code: string, retryAfter?: number): Response =>
  problemResponse(host, new HostProblem(code, retryAfter === undefined ? {} : { retryAfter }));

/** With its body in memory, read one byte further than is allowed: enough to say that it is too large. */
async function withBody(request: Request): Promise<Request> {
  if (!request.body) return request;
  const { url, method, headers, signal } = request;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body) {
    parts.push(part);
    size += part.byteLength;
    if (size > LIMIT) break;
  }
  return new Request(url, { method, headers, signal, body: Buffer.concat(parts) });
}
