/** What the host asks of a database, so that the embedded one and a server are the same to it. */
export type Parameter = string | number | boolean | null | readonly string[];

export interface Connection {
  query<Row>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
}

export interface Database extends Connection {
  /** Everything in `work` happens, or nothing. Done again where the database asks for that. */
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Calls with what others, or this process, told the channel. Also after a broken line was mended. */
  listen(channel: string, listener: (payload: string) => void): Promise<void>;
  close(): Promise<void>;
}

/** A text that PostgreSQL can hold: it has no NUL and no half of a surrogate pair. */
const holdable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\uFFFD');

/**
 * Keys, names and searches come from outside and may hold anything. Documents are JSON, which escapes
 * what a text can't hold, so that they pass this unchanged.
 */
export const holdableParameters = (parameters: readonly Parameter[] = []): Parameter[] =>
  parameters.map((each) => {
    if (typeof each === 'string') return holdable(each);
    return Array.isArray(each) ? (each as readonly string[]).map(holdable) : each;
  });

const TRIES = 4;
/** A deadlock, or a transaction that could not be put in order: the database asks to do it again. */
const AGAIN = new Set(['40001', '40P01']);

export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (thrown) {
      if (attempt === TRIES || !AGAIN.has((thrown as { code?: string }).code ?? '')) throw thrown;
    }
  }
}
