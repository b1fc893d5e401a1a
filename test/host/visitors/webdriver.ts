/** As much of the WebDriver protocol as a visitor needs. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** An element, as the protocol refers to it. */
export type Reference = Record<typeof ELEMENT, string>;
export const idOf = (reference: Reference): string => reference[ELEMENT];

/** Milliseconds for an answer; a driver that takes longer has hung. */
const PATIENCE = 35_000;

export class Session {
  #base: string;
  /** The window that commands go to. */
  #window = '';

  private constructor(base: string) {
    this.#base = base;
  }

  static async open(driver: string, capabilities: object): Promise<Session> {
    const { sessionId } = await send<{ sessionId: string }>(`${driver}/session`, 'POST', {
      capabilities: { alwaysMatch: capabilities },
    });
    const session = new Session(`${driver}/session/${sessionId}`);
    session.#window = await session.get('/window');
    return session;
  }

  get window(): string {
    return this.#window;
  }

  async turnTo(window: string): Promise<void> {
    if (window === this.#window) return;
    await this.post('/window', { handle: window });
    this.#window = window;
  }

  async close(window: string): Promise<void> {
    await this.turnTo(window);
    await send(`${this.#base}/window`, 'DELETE');
    this.#window = '';
  }

  get<T>(path: string): Promise<T> {
    return send<T>(this.#base + path, 'GET');
  }

  post<T>(path: string, body: object): Promise<T> {
    return send<T>(this.#base + path, 'POST', body);
  }

  run<T>(expression: string, ...args: unknown[]): Promise<T> {
    return this.post('/execute/sync', { script: `return ${expression}`, args });
  }
}

async function send<T>(url: string, method: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(PATIENCE),
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value as T;
}
