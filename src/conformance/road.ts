import type {
  Answers,
  Form,
  IssuedCredential,
  IssuedToken,
  Lane,
  Outcome,
  ReviewDetail,
  Snapshot,
} from '../contract/index.js';
import type { Answer, CallOptions } from './client.js';
import type { Context } from './context.js';
import { cameOf } from './expect.js';
import { Broken } from './failure.js';
import { fittingAnswers } from './form.js';
import type { Caller, PlanKind } from './hooks.js';
import type { BodyOf, OperationName } from './operation.js';

interface RoadInit {
  id: string;
  plan: PlanKind;
  owner: 'developer' | 'otherDeveloper' | 'reviewer';
  name: string;
  form: Form;
}

/**
 * A subscription of a check's own, and the way it takes. What only leads to the thing that is looked at
 * asks for any good answer: how exactly it is answered is another check's to look at.
 */
export class Road {
  readonly id: string;
  readonly plan: PlanKind;
  readonly owner: Caller;
  readonly name: string;
  readonly form: Form;
  /** What was issued last on each lane. */
  readonly issued: Partial<Record<Lane, IssuedCredential>> = {};
  readonly #context: Context;

  constructor(context: Context, { id, plan, owner, name, form }: RoadInit) {
    this.#context = context;
    this.id = id;
    this.plan = plan;
    this.owner = owner;
    this.name = name;
    this.form = form;
  }

  /** An operation on this subscription by whose it is, unless another caller is named. */
  call<O extends OperationName>(
    operation: O,
    { as = this.owner, ...options }: CallOptions & { as?: Caller | null } = {},
  ): Promise<Answer<BodyOf<O>>> {
    return this.#context.call(as, operation, { id: this.id, ...options });
  }

  async snapshot(as: Caller = this.owner): Promise<Snapshot> {
    return good(await this.call('getSnapshot', { as })).body;
  }

  create = (lane: Lane = 'sandbox') => this.#issue('createCredentials', lane);
  regenerate = (lane: Lane = 'sandbox') => this.#issue('regenerate', lane);
  rotate = (body: { overlapSeconds?: number; name?: string } = {}, lane: Lane = 'sandbox') =>
    this.#issue('rotateSecret', lane, body);

  /** Rotates with the longest overlap; gives the secret that goes on until then, and the new one. */
  async overlap() {
    const { overlapSeconds } = this.#context.capabilities;
    const issued = await this.rotate({ overlapSeconds });
    const { secrets } = issued.credential;
    return {
      ...issued,
      old: secrets.find(({ validUntil }) => validUntil !== null)!,
      present: secrets.find(({ validUntil }) => validUntil === null)!,
    };
  }

  async #issue(
    operation: 'createCredentials' | 'regenerate' | 'rotateSecret',
    lane: Lane,
    body: unknown = {},
  ): Promise<IssuedCredential & { secret: string }> {
    const issued = good(await this.call(operation, { lane, body })).body;
    this.issued[lane] = issued;
    return { ...issued, secret: secretIn(issued) };
  }

  async token(lane: Lane = 'sandbox'): Promise<IssuedToken> {
    return good(await this.call('generateToken', { lane, body: {} })).body;
  }

  deliver({ credential: { id, lane, secrets } }: IssuedCredential) {
    const present = secrets.filter(({ validUntil }) => validUntil === null);
    const body = { credentialId: id, secretIds: present.map((secret) => secret.id) };
    return this.call('markDelivered', { lane, body });
  }

  /** What a submission sends that fits. */
  submission(answers: Answers = fittingAnswers, form: Form = this.form) {
    const hasForm = this.plan === 'form';
    return hasForm ? { answers, formVersion: form.version } : { answers: {}, formVersion: null };
  }

  /** Gives the id of the submission. */
  async submit(answers?: Answers): Promise<string> {
    const answer = good(await this.call('submit', { body: this.submission(answers) }));
    const { submission } = answer.body;
    if (submission) return submission.id;
    throw new Broken('the submission in the snapshot', 'null', answer.request);
  }

  /** Of the latest submission. */
  async review(as: Caller = 'reviewer'): Promise<ReviewDetail> {
    const { submission } = await this.snapshot(as === 'foreignReviewer' ? this.owner : as);
    if (!submission) throw new Broken('a submission in the snapshot', 'null');
    return good(await this.#context.call(as, 'getReview', { id: submission.id })).body;
  }

  /** Decides the latest submission at its present version. */
  async decide(
    outcome: Outcome,
    { notes = 'Noted.', as = 'reviewer' }: { notes?: string; as?: Caller } = {},
  ) {
    const { version, submission } = await this.review(as);
    const answer = await this.#context.call(as, 'decide', {
      id: submission.id,
      headers: { 'If-Match': `"${version}"` },
      body: { outcome, notes, fieldNotes: [] },
    });
    return good(answer).body;
  }
}

/** @throws Broken unless the way there is free. */
export function good<T>(answer: Answer<T>): Answer<T> {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Broken(
    'an answer that is fine, on the way to this check',
    cameOf(answer),
    answer.request,
  );
}

/** The secret that was told; empty for a kind without one. */
export function secretIn({ credential, revealed }: IssuedCredential): string {
  const names = credential.values.filter(({ secret }) => secret).map(({ name }) => name);
  return revealed.find(({ name }) => names.includes(name))?.value ?? '';
}
