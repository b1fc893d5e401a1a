import type * as z from 'zod/mini';
import type { Role, Routes } from '../../contract/index.js';
import type { Context, HostAnswer } from './context.js';

/** One operation of the contract: where it lives, who may ask for it, and what it does. */
export interface OperationRule {
  method: 'GET' | 'POST' | 'PUT';
  route: keyof Routes;
  who: Role | 'both';
  body?: z.ZodMiniType;
  answer?: z.ZodMiniType;
  /** What a write needs beside its body; looked at before the rules. */
  precondition?: (context: Context) => void;
  /** The answer as a repeat gets it: without a secret. */
  replay?: (body: unknown) => unknown;
  run: (context: never, body: never) => HostAnswer | Promise<HostAnswer>;
}

export const none: HostAnswer = { status: 204 };

/** What there is, or 204. */
export const found = (body: unknown): HostAnswer => (body == null ? none : { status: 200, body });
