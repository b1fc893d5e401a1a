import { html } from 'lit';
import type { CredentialValue } from '../../contract/index.js';
import { button } from '../../ui/button.js';
import {
  alertIcon,
  checkIcon,
  clockIcon,
  keyIcon,
  refreshIcon,
  xCircleIcon,
} from '../../ui/icon.js';
import {
  actButton,
  again,
  renderChecks,
  renderDialog,
  type CardModel,
  type Check,
  type Question,
} from './card-parts.js';
import { overlapping } from './credential.view.js';
import { presentSecrets, type Verb } from './lane-slice.js';

interface Answers {
  onCancel: () => void;
  onConfirm: () => void;
}

const heads = {
  regenerate: [refreshIcon, 'Regenerate', 'danger solid'],
  rotate_secret: [keyIcon, 'Rotate', 'primary'],
  retire_secret: [keyIcon, 'Retire', 'primary'],
} as const;

/** Asks before something is done that can't be undone. */
export function renderQuestion(question: Question, model: CardModel, answers: Answers) {
  if (question.verb === 'close') return renderClosing(question.held, model, answers);
  const { words, lane } = model;
  const { verb } = question;
  const [shape, title, look] = heads[verb];
  return renderDialog({
    id: 'question',
    shape,
    title: words.say(`credentials.${lane}${title}`),
    body: renderChecks(consequencesOf(question, model)),
    foot: html`${button({ label: words.say('shared.cancel'), onPress: answers.onCancel })}
    ${actButton(model, verb, { look, onPress: answers.onConfirm })}`,
  });
}

function renderClosing(held: Verb, { words }: CardModel, { onCancel, onConfirm }: Answers) {
  const act = words.say(`credentials.${again(held)}`);
  return renderDialog({
    id: 'question',
    shape: alertIcon,
    title: words.say('credentials.closeTitle'),
    body: html`<p id="question-text">${words.say('credentials.closeDetail', { act })}</p>`,
    foot: html`${button({ label: words.say('credentials.close'), onPress: onConfirm })}
    ${button({
      label: words.say('credentials.keepOpen'),
      look: 'primary',
      autofocus: true,
      onPress: onCancel,
    })}`,
  });
}

/** What stays, what changes, and when the old one stops working. */
function consequencesOf(question: Exclude<Question, { verb: 'close' }>, model: CardModel): Check[] {
  const { slice, words, now } = model;
  const { values } = slice.credential!;
  const stay = (names: string[]): Check[] =>
    names.length > 0
      ? [
          [
            checkIcon,
            'success',
            words.say('credentials.stays', { names: words.format.list(names) }),
          ],
        ]
      : [];
  const change = (names: string[]): Check => [
    refreshIcon,
    '',
    words.say('credentials.changes', { names: words.format.list(names) }),
  ];
  const stop = (text: string, detail?: string): Check => [xCircleIcon, 'danger', text, detail];
  const pick = (isChosen: (value: CredentialValue) => boolean) =>
    values.filter(isChosen).map(({ label }) => label);

  if (question.verb === 'regenerate') {
    // An address is the provider's; whatever else there is belongs to the credential.
    const isAddress = ({ value }: CredentialValue) => /^https?:/.test(value ?? '');
    return [
      ...stay(pick(isAddress)),
      change(pick((value) => !isAddress(value))),
      stop(words.say('credentials.allStop'), words.say('credentials.allStopDetail')),
    ];
  }

  if (question.verb === 'retire_secret') {
    const { name, hint } = question.secret;
    const present = presentSecrets(slice.credential!).find((secret) => secret.name === name);
    const label = values.find((value) => value.name === name)?.label ?? name;
    const kept = words.say('credentials.secretEnding', { name: label, hint: present?.hint ?? '' });
    return [
      ...stay([kept]),
      stop(
        words.say('credentials.previousStops', { hint }),
        words.say('credentials.oldStopsDetail'),
      ),
    ];
  }

  const { name } = question;
  const overlap = slice.capabilities!.overlapSeconds * 1000;
  const previous = overlapping(model).find((secret) => secret.name === name);
  return [
    ...stay(pick((value) => value.name !== name)),
    change(pick((value) => value.name === name)),
    overlap > 0
      ? [
          clockIcon,
          '',
          words.say('credentials.oldWorksUntil', { date: words.format.dateTime(now + overlap) }),
          words.say('credentials.oldWorksUntilDetail', { time: words.format.duration(overlap) }),
        ]
      : stop(words.say('credentials.oldStops'), words.say('credentials.oldStopsDetail')),
    // A new rotation ends an earlier overlap at once.
    ...(previous ? [stop(words.say('credentials.previousStops', { hint: previous.hint }))] : []),
  ];
}
