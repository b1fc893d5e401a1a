import { HostProblem } from '../host/problem.js';
import type { ServedHost } from '../host/host.js';

/** What stands on every answer. No answer may rest in a cache. */
export function headersOf(host: ServedHost, more: Record<string, string> = {}) {
  return { 'Cache-Control': 'no-store', Date: new Date(host.now()).toUTCString(), ...more };
}

/** An error as problem details. What is no {@link HostProblem} is a fault of the host, and says no more. */
export function problemAnswer(host: ServedHost, thrown: unknown): Response {
  const problem = thrown instanceof HostProblem ? thrown : new HostProblem('internal');
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json' };
  if (problem.retryAfter !== undefined) headers['Retry-After'] = String(problem.retryAfter);
  if (problem.allow) headers['Allow'] = problem.allow.join(', ');
  return new Response(JSON.stringify(problem.toProblem()), {
    status: problem.status,
    headers: headersOf(host, headers),
  });
}
