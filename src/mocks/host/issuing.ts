import type { Lane, RevealedValue } from '../../contract/index.js';
import { isoOf, type LaneContext } from './context.js';
import type { Core } from './core.js';
import { hexOf, hintOf, sha256 } from './secrets.js';
import {
  nextId,
  planOf,
  type CredentialRecord,
  type CredentialValueTemplate,
  type SecretRecord,
} from './state.js';

const DAY = 86_400_000;

/** 192 bits for a secret, 64 for what is open. */
const valueOf = ({ random }: Core, lane: Lane, { prefix, secret }: CredentialValueTemplate) =>
  [prefix, lane, hexOf(random(secret ? 24 : 8))].filter(Boolean).join('_');

/** A new secret: its record for the state, and the text, which is for the answer alone. */
export async function issueSecret(
  { core, state, now, lane }: LaneContext,
  template: CredentialValueTemplate,
): Promise<{ record: SecretRecord; text: string }> {
  const text = valueOf(core, lane, template);
  const record = {
    id: nextId(state, 'sec'),
    name: template.name,
    hint: hintOf(text),
    createdAt: isoOf(now),
    validUntil: null,
    hash: await sha256(text),
  };
  return { record, text };
}

/** A new credential of the plan's kind, with every value that has to be saved. */
export async function issueCredential(
  context: LaneContext,
): Promise<{ record: CredentialRecord; revealed: RevealedValue[] }> {
  const { core, state, now, lane, subscription } = context;
  const plan = planOf(state, subscription);
  const record: CredentialRecord = {
    id: nextId(state, 'cred'),
    lane,
    kind: plan.credential.kind,
    createdAt: isoOf(now),
    expiresAt: plan.credentialDays === undefined ? null : isoOf(now + plan.credentialDays * DAY),
    deliveredAt: null,
    values: [],
    secrets: [],
    expired: false,
  };
  const revealed: RevealedValue[] = [];
  for (const template of plan.credential.values) {
    const { name, label, secret } = template;
    let value: string;
    if (secret) {
      const issued = await issueSecret(context, template);
      record.secrets.push(issued.record);
      record.values.push({ name, label, secret });
      value = issued.text;
    } else {
      const { fixed } = template;
      // A name is put in as it is: `$&` means nothing here.
      value =
        fixed?.replace('{tenant}', () => subscription.tenant) ?? valueOf(core, lane, template);
      record.values.push({ name, label, secret, value });
    }
    revealed.push({ name, label, value });
  }
  // Without a secret there is nothing that could fail to reach the developer.
  if (record.secrets.length === 0) record.deliveredAt = record.createdAt;
  return { record, revealed };
}
