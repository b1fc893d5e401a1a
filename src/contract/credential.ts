import * as z from 'zod/mini';
import { id, lane, time } from './words.js';

/**
 * One part of a credential. An open part has a `value`; a secret one at most a `hint`, and a host
 * that sends its value all the same is not read, or a secret would stay where snapshots are kept.
 */
export const credentialValue = z
  .object({
    name: z.string(),
    label: z.string(),
    secret: z.boolean(),
    /** The last four characters of a secret, at most. */
    hint: z.optional(z.string().check(z.maxLength(4))),
    value: z.optional(z.string()),
  })
  .check(
    z.refine(({ secret, value }) => secret === (value === undefined), {
      path: ['value'],
      error: 'invalid',
    }),
  );
export type CredentialValue = z.infer<typeof credentialValue>;

/** A secret that works now. While a rotation overlaps, two stand under one name. */
export const secretState = z.object({
  id,
  /** The {@link credentialValue} it belongs to. */
  name: z.string(),
  hint: z.string().check(z.maxLength(4)),
  createdAt: time,
  /** When it stops working; null for the present one. */
  validUntil: z.nullable(time),
});
export type SecretState = z.infer<typeof secretState>;

/** What a lane's credential shows to anyone, for good. It never holds a secret. */
export const credential = z.object({
  id,
  lane,
  /** `api_key`, `client_credentials`, `private_key_jwt`, or any kind of the host's own. */
  kind: z.string(),
  createdAt: time,
  expiresAt: z.nullable(time),
  /** When the developer confirmed to have its secret; null while nobody did. */
  deliveredAt: z.nullable(time),
  values: z.array(credentialValue),
  secrets: z.array(secretState),
});
export type Credential = z.infer<typeof credential>;

/** A value in full, to be saved by the developer. */
export const revealedValue = z.object({ name: z.string(), label: z.string(), value: z.string() });
export type RevealedValue = z.infer<typeof revealedValue>;

/**
 * The one answer that carries a secret: shown once, then dropped, never stored.
 * `replayed` tells that the act was done before and its secret is gone; `revealed` is empty then.
 */
export const issuedCredential = z
  .object({
    credential,
    revealed: z.array(revealedValue),
    replayed: z.boolean(),
  })
  .check(
    z.refine(({ replayed, revealed }) => !replayed || revealed.length === 0, {
      path: ['revealed'],
      error: 'invalid',
    }),
  );
export type IssuedCredential = z.infer<typeof issuedCredential>;

/** An access token, shown once under the same rules. `accessToken` is null when replayed. */
export const issuedToken = z
  .object({
    accessToken: z.nullable(z.string()),
    tokenType: z.string(),
    expiresAt: time,
    curl: z.optional(z.string()),
    replayed: z.boolean(),
  })
  .check(
    z.refine(({ replayed, accessToken }) => replayed === (accessToken === null), {
      path: ['accessToken'],
      error: 'invalid',
    }),
    z.refine(({ replayed, curl }) => !replayed || curl === undefined, {
      path: ['curl'],
      error: 'invalid',
    }),
  );
export type IssuedToken = z.infer<typeof issuedToken>;

/** The body of rotate-secret. Without an overlap the old secret dies at once. */
export const rotation = z.object({
  /** Seconds the old secret goes on working; 0 when absent. */
  overlapSeconds: z.optional(z.int().check(z.gte(0))),
  /** Which value to rotate; needed where there are several secret ones. */
  name: z.optional(z.string()),
});
export type Rotation = z.infer<typeof rotation>;

export const retirement = z.object({ secretId: id });
export type Retirement = z.infer<typeof retirement>;

/** Which credential and which of its present secrets reached the developer. */
export const delivery = z.object({ credentialId: id, secretIds: z.array(id) });
export type Delivery = z.infer<typeof delivery>;
