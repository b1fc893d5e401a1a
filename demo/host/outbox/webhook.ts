import { createHmac } from 'node:crypto';
import type { Send } from './dispatch.js';

const TIMEOUT = 10_000;

/** The signature of Standard Webhooks over id, moment and body. */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return `v1,${mac}`;
}

/** Posts to one receiver. It must answer 2xx in time; whoever moved away is not followed. */
export const webhook =
  ({ url, secret }: { url: string; secret: string }): Send =>
  async (id, message) => {
    const body = JSON.stringify(message);
    // Of the try, not of the event: a receiver refuses what is old.
    const timestamp = Math.floor(Date.now() / 1000);
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureOf(secret, id, timestamp, body),
      },
      body,
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`status ${response.status}`);
  };
