/** Sends requests over a number of lines that stay open for a run, and takes the time of each. */
import { Agent, request, type OutgoingHttpHeaders } from 'node:http';

export interface Ask {
  path: string;
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: unknown;
}

export interface Run {
  /** Milliseconds from the first request to the last answer. */
  total: number;
  /** Of each request, in milliseconds. */
  times: number[];
  answers: string[];
}

/** Whatever is not answered with 2xx fails the run: a refusal is quicker than work. */
export function createClient(url: string, connections: number) {
  const send = (agent: Agent, { path, method = 'GET', headers = {}, body }: Ask): Promise<string> =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      const length = text
        ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }
        : {};
      const sent = request(
        url + path,
        { agent, method, headers: { ...headers, ...length } },
        (response) => {
          let answer = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (answer += part));
          response.on('end', () => {
            const status = response.statusCode!;
            if (status >= 200 && status < 300) resolve(answer);
            else reject(new Error(`${method} ${path} is answered ${status} ${answer}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(text);
    });

  return {
    /** As many at once as there are lines. */
    async run(asks: readonly Ask[]): Promise<Run> {
      // A server ends a line that was idle between two runs.
      const agent = new Agent({ keepAlive: true, maxSockets: connections });
      const times: number[] = [];
      const answers: string[] = [];
      let next = 0;
      const line = async () => {
        while (next < asks.length) {
          const at = next++;
          const begun = performance.now();
          answers[at] = await send(agent, asks[at]!);
          times[at] = performance.now() - begun;
        }
      };
      const begun = performance.now();
      await Promise.all(Array.from({ length: connections }, line));
      const total = performance.now() - begun;
      agent.destroy();
      return { total, times, answers };
    },
  };
}
