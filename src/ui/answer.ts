import { html } from 'lit';
import type { Words } from '../connect/index.js';
import type { Answer, Field } from '../contract/index.js';
import { isFilled } from '../contract/visibility.js';
import { isIsoDay } from '../contract/words.js';
import type { shared } from '../i18n/en/shared.js';
import { icon, pencilIcon, plusIcon, xIcon } from './icon.js';

type AnswerWords = Words<{ shared: typeof shared }>;

/**
 * An answer as a person reads it: labels for values, a day as it is written in the page's language.
 * Undefined where there is none; without its field, as it was sent.
 */
export function answerText(
  field: Field | undefined,
  answer: Answer | undefined,
  words: AnswerWords,
): string | undefined {
  if (answer === undefined || !isFilled(answer)) return undefined;
  const label = (value: string) =>
    field?.options?.find((option) => option.value === value)?.label ?? value;
  if (typeof answer === 'boolean') return words.say(answer ? 'shared.yes' : 'shared.no');
  if (typeof answer === 'number') return words.format.number(answer);
  if (Array.isArray(answer)) return words.format.list(answer.map(label));
  if (typeof answer === 'object') return answer.name;
  return field?.kind === 'date' ? dayText(answer, words) : label(answer);
}

export const dayText = (day: string, { format }: AnswerWords): string =>
  isIsoDay(day) ? format.day(day) : day;

const changeIcons = { changed: pencilIcon, added: plusIcon, removed: xIcon };

/** Says that an answer is another one than in the last attempt, is new, or is gone. */
export const changeChip = (change: keyof typeof changeIcons, words: AnswerWords) =>
  html`<span class="chip accent"
    >${icon(changeIcons[change], { size: 14 })}${words.say(`shared.${change}`)}</span
  >`;
