import type { CredentialValue, SecretState } from '../../contract/index.js';
import { hasSecret } from '../../rules/transitions.js';
import { checkIcon, clockIcon, refreshIcon, xCircleIcon } from '../../ui/icon.js';
import { successor, type ActQuestion, type ActsWords, type Check } from './card-parts.js';
import { overlapFor } from './confirmation.js';
import type { QuestionModel } from './confirmation.view.js';
import { isUnseen } from './lane-slice.js';

const stay = (names: string[], words: ActsWords): Check[] =>
  names.length > 0
    ? [[checkIcon, 'success', words.say('credentials.stays', { names: words.format.list(names) })]]
    : [];

const change = (names: string[], words: ActsWords, detail?: string): Check => [
  refreshIcon,
  '',
  words.say('credentials.changes', { names: words.format.list(names) }),
  detail,
];

const stop = (text: string, detail?: string): Check => [xCircleIcon, 'danger', text, detail];

/** What an act ends, what stays and what changes. */
export function consequencesOf(question: ActQuestion, model: QuestionModel): Check[] {
  const { slice, words, overlaps } = model;
  const credential = slice.credential!;
  const pick = (isChosen: (value: CredentialValue) => boolean) =>
    credential.values.filter(isChosen).map(({ label }) => label);

  switch (question.verb) {
    case 'regenerate': {
      // An address is the provider's; whatever else there is belongs to the credential.
      const isAddress = ({ value }: CredentialValue) => /^https?:/.test(value ?? '');
      const changed = pick((value) => !isAddress(value));
      const detail = hasSecret(credential) ? undefined : words.say('credentials.noSecretDetail');
      return [
        ...stay(pick(isAddress), words),
        ...(changed.length > 0 ? [change(changed, words, detail)] : []),
        stop(
          words.say('credentials.allStop', { count: changed.length }),
          words.say('credentials.allStopDetail'),
        ),
      ];
    }
    case 'retire_secret':
      return retirement(question.secret, model);
    case 'rotate_secret': {
      const { name } = question;
      const isIt = (each: { name: string }) => each.name === name;
      return [
        // A new rotation ends an earlier overlap, whatever is chosen for its own.
        ...overlaps
          .filter(isIt)
          .map(({ hint, validUntil }) =>
            stop(
              words.say('credentials.previousStops', { hint }),
              words.say('credentials.overlapEnds', { date: words.format.dateTime(validUntil!) }),
            ),
          ),
        ...stay(
          pick((value) => !isIt(value)),
          words,
        ),
        change(pick(isIt), words),
      ];
    }
  }
}

function retirement(secret: SecretState, { slice, words, isLost }: QuestionModel): Check[] {
  const credential = slice.credential!;
  const { name, hint } = secret;
  const label = credential.values.find((value) => value.name === name)?.label ?? name;
  const present = successor(secret, credential);
  const isOnly = isLost && isUnseen(credential, name);
  const kept = { name: label, hint: present?.hint ?? '' };
  return [
    ...(present && !isOnly ? stay([words.say('credentials.secretEnding', kept)], words) : []),
    stop(
      words.say('credentials.previousStops', { hint }),
      words.say(isOnly ? 'credentials.onlyOneDetail' : 'credentials.oldStopsDetail'),
    ),
  ];
}

/** What becomes of the secret that a rotation replaces, and whether the person chooses that. */
export function fateOf(
  question: ActQuestion,
  model: QuestionModel,
): { check: Check; isChosen: boolean } | undefined {
  if (question.verb !== 'rotate_secret') return undefined;
  const { slice, words, now, answers, isLost } = model;
  if (isLost && isUnseen(slice.credential!, question.name)) {
    return { check: stop(words.say('credentials.unseenStops')), isChosen: false };
  }
  const span = overlapFor(question.name, model, answers) * 1_000;
  const check: Check =
    span > 0
      ? [
          clockIcon,
          '',
          words.say('credentials.oldWorksUntil', { date: words.format.dateTime(now + span) }),
          words.say('credentials.oldWorksUntilDetail', {
            time: words.format.duration(span, 'long'),
          }),
        ]
      : stop(words.say('credentials.oldStops'), words.say('credentials.oldStopsDetail'));
  return { check, isChosen: slice.capabilities!.overlapSeconds > 0 };
}
