import type { ReactiveControllerHost } from 'lit';
import type { Retirement, Rotation } from '../../contract/index.js';
import type { ActQuestion, CardModel, Question } from './card-parts.js';
import { isUnseen } from './lane-slice.js';
import { chosenOverlap } from './overlap.js';

/** What a person answered so far to what is asked. */
export interface Answers {
  /** What was typed to show that the lane is the one that is meant. */
  typed: string;
  /** It was confirmed with another word. */
  isMistyped: boolean;
  /** Seconds that the old secret is to go on for; undefined while nobody chose. */
  overlap: number | undefined;
}

const NONE: Answers = { typed: '', isMistyped: false, overlap: undefined };

/** What is asked before an act. The answers go with the question. */
export class Confirmation {
  question: Question | undefined;
  answers = NONE;
  #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Nothing, to take the question back. */
  ask(question?: Question) {
    this.question = question;
    this.answers = NONE;
    this.#host.requestUpdate();
  }

  answer(change: Partial<Answers>) {
    this.answers = { ...this.answers, ...change };
    this.#host.requestUpdate();
  }
}

/** Seconds that a value's old secret goes on for. Where nobody has it, nobody needs it to. */
export function overlapFor(name: string, { slice, isLost }: CardModel, { overlap }: Answers) {
  const isUseless = isLost && isUnseen(slice.credential!, name);
  return isUseless ? 0 : chosenOverlap(overlap, slice.capabilities!.overlapSeconds);
}

/** What an act is sent with. */
export function inputOf(
  question: ActQuestion,
  model: CardModel,
  answers: Answers,
): Rotation | Retirement | undefined {
  if (question.verb === 'retire_secret') return { secretId: question.secret.id };
  if (question.verb === 'regenerate') return undefined;
  const { name } = question;
  const overlapSeconds = overlapFor(name, model, answers);
  const isOneOfMany = model.slice.credential!.values.filter(({ secret }) => secret).length > 1;
  return { ...(overlapSeconds > 0 && { overlapSeconds }), ...(isOneOfMany && { name }) };
}
