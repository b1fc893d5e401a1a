import assert from 'node:assert/strict';
import type {
  Credential,
  IssuedCredential,
  IssuedToken,
  Lane,
} from '../../../src/contract/index.js';
import { DAY, HOUR } from './world.js';

/** What a person or program asks of a lane's credentials. */
export type Asked = { lane: Lane } & (
  | { act: 'create' | 'regenerate' | 'deliver' | 'deliver_old' | 'token' }
  | { act: 'rotate'; name: string; overlap: number | undefined }
  | { act: 'retire'; nth: number }
);

export interface Issued {
  lane: Lane;
  text: string;
}

interface Secret {
  id: string;
  name: string;
  text: string;
  /** Infinity for the present one. */
  end: number;
}

const paths = { create: '', regenerate: '/regenerate', rotate: '/rotate-secret' };

/** What a lane's credentials ought to be, in as few words as can be. */
export class LaneModel {
  isLocked = false;
  #names: string[];
  #limit: number;
  #credential: { id: string; end: number; isDelivered: boolean } | undefined;
  #secrets: Secret[] = [];
  #tokens: { text: string; end: number }[] = [];
  /** What was delivered, or could have been, before the last change. */
  #old: { credentialId: string; secretIds: string[] } | undefined;

  constructor(names: string[], limit: number) {
    this.#names = names;
    this.#limit = limit;
  }

  request(asked: Asked): { path: string; body: unknown } {
    const nothing = { credentialId: 'cred_0', secretIds: [] };
    switch (asked.act) {
      case 'rotate':
        return { path: paths.rotate, body: { name: asked.name, overlapSeconds: asked.overlap } };
      case 'retire':
        return { path: '/retire-secret', body: { secretId: this.#nth(asked.nth)?.id ?? 'sec_0' } };
      case 'deliver':
        return { path: '/delivered', body: this.#delivery() ?? nothing };
      case 'deliver_old':
        return { path: '/delivered', body: this.#old ?? nothing };
      case 'token':
        return { path: '/token', body: {} };
      default:
        return { path: paths[asked.act], body: {} };
    }
  }

  /** The code of the refusal that has to come, if one has to. */
  refusal(asked: Asked, now: number): string | undefined {
    const { act } = asked;
    if (act === 'retire') {
      const secret = this.#nth(asked.nth);
      return secret && secret.end !== Infinity && secret.end > now ? undefined : 'secret_missing';
    }
    if (act === 'deliver') return this.#credential ? undefined : 'credentials_changed';
    if (act === 'deliver_old') return 'credentials_changed';
    if (this.isLocked) return 'subscription_inactive';
    if (act === 'create') return this.#credential ? 'credentials_exist' : undefined;
    if (!this.#credential) return 'credentials_missing';
    if (act === 'token') return this.#credential.end > now ? undefined : 'credentials_expired';
    if (act === 'rotate') return (asked.overlap ?? 0) > this.#limit ? 'invalid' : undefined;
    return undefined;
  }

  /** Takes in what was answered; gives the secrets that were said. */
  take(asked: Asked, answer: any, now: number): Issued[] {
    const { act, lane } = asked;
    switch (act) {
      case 'deliver':
        this.#credential!.isDelivered = true;
        return [];
      case 'retire': {
        const secret = this.#nth(asked.nth);
        this.#secrets = this.#secrets.filter((each) => each !== secret);
        return [];
      }
      case 'token': {
        const text = (answer as IssuedToken).accessToken!;
        this.#tokens.push({ text, end: now + HOUR });
        return [{ lane, text }];
      }
      case 'rotate': {
        this.#old = this.#delivery();
        const end = now + (asked.overlap ?? 0) * 1000;
        // An older overlap ends; the present one goes on until the new overlap ends.
        this.#secrets = this.#secrets.flatMap((each) => {
          if (each.name !== asked.name) return [each];
          return each.end === Infinity && end > now ? [{ ...each, end }] : [];
        });
        this.#credential!.isDelivered = false;
        return this.#add(answer as IssuedCredential, lane, [asked.name]);
      }
      case 'create':
      case 'regenerate':
        this.#old = this.#delivery();
        this.#secrets = [];
        this.#tokens = [];
        this.#credential = { id: answer.credential.id, end: now + 3 * DAY, isDelivered: false };
        return this.#add(answer as IssuedCredential, lane, this.#names);
      case 'deliver_old':
        return assert.fail('is never accepted');
    }
  }

  works(text: string, now: number): boolean {
    return (
      !this.isLocked &&
      this.#credential !== undefined &&
      this.#credential.end > now &&
      [...this.#secrets, ...this.#tokens].some((each) => each.text === text && each.end > now)
    );
  }

  /** When something ends next. */
  ends(now: number): number[] {
    const ends = [...this.#secrets, ...this.#tokens].map(({ end }) => end);
    if (this.#credential) ends.push(this.#credential.end);
    return ends.filter((end) => end > now && end < Infinity);
  }

  /** That the host shows no more and no less. */
  compare(shown: Credential | null, now: number): void {
    assert.equal(shown?.id, this.#credential?.id);
    if (!shown) return;
    const alive: Secret[] = this.#secrets.filter(({ end }) => end > now);
    const bySecret = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
    assert.deepEqual(
      shown.secrets
        .map(({ id, name, hint, validUntil }) => ({ id, name, hint, validUntil }))
        .toSorted(bySecret),
      alive
        .map(({ id, name, text, end }) => ({
          id,
          name,
          hint: text.slice(-4),
          validUntil: end === Infinity ? null : new Date(end).toISOString(),
        }))
        .toSorted(bySecret),
    );
    for (const name of this.#names) {
      const own: Credential['secrets'] = shown.secrets.filter((secret) => secret.name === name);
      const present = own.filter(({ validUntil }) => validUntil === null);
      assert.equal(present.length, 1, 'one present secret a name');
      assert.ok(own.length <= 2, 'one overlap a name');
      assert.equal(shown.values.find((value) => value.name === name)?.hint, present[0]!.hint);
    }
    assert.equal(shown.deliveredAt !== null, this.#credential!.isDelivered);
    assert.equal(Date.parse(shown.expiresAt!), this.#credential!.end);
  }

  #add({ credential, revealed }: IssuedCredential, lane: Lane, names: string[]): Issued[] {
    const secrets = revealed.filter(({ name }) => this.#names.includes(name));
    assert.deepEqual(
      secrets.map(({ name }) => name),
      names,
    );
    for (const { name, value } of secrets) {
      const present = credential.secrets.find(
        (each) => each.name === name && each.validUntil === null,
      );
      this.#secrets.push({ id: present!.id, name, text: value, end: Infinity });
    }
    return secrets.map(({ value }) => ({ lane, text: value }));
  }

  #nth = (nth: number): Secret | undefined => this.#secrets[nth];

  #delivery() {
    const present = this.#secrets.filter(({ end }) => end === Infinity);
    return this.#credential
      ? { credentialId: this.#credential.id, secretIds: present.map(({ id }) => id) }
      : undefined;
  }
}
