import { action, type Action, type RefusalCode } from '../contract/index.js';
import type { Situation } from './locks.js';
import { refusalOf, transitions, type Asked } from './transitions.js';

/** An action that the rules refuse. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly code: RefusalCode) {
    super(code);
  }
}

/**
 * The situation after an action, for hosts and fakes; the kit itself never guesses a phase.
 * Credentials and records are the host's to change. Notes that are not there are missing here, for
 * an act is a request and no question.
 * @throws Refused with the first code that holds.
 */
export function advance<S extends Situation>(situation: S, action: Action, asked: Asked = {}): S {
  const code = refusalOf(situation, action, { ...asked, notes: asked.notes ?? null });
  if (code) throw new Refused(code);
  return { ...situation, ...transitions[action].effect };
}

/** What a host tells the caller about every action: those allowed now, and why the others aren't. */
export function permissions(situation: Situation, asked: Asked = {}) {
  const allowedActions: Action[] = [];
  const refusals: Partial<Record<Action, RefusalCode>> = {};
  for (const each of action.options) {
    const code = refusalOf(situation, each, asked);
    if (code) refusals[each] = code;
    else allowedActions.push(each);
  }
  return { allowedActions, refusals };
}
