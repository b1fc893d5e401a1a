/** From an operation to HTTP and back to a parsed answer. No DOM needed: runs in Node too. */
export * from './error.js';
export * from './adapter.js';
export * from './http-adapter.js';
export { createIdempotencyKey } from './idempotency-key.js';
export type { BodyMap, HeadersRequest, HeadersSource, HttpOptions } from './request.js';
