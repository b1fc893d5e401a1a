import { html } from 'lit';
import type { Words } from '../connect/words-controller.js';
import type { Format } from '../i18n/format.js';
import type { shared } from '../i18n/en/shared.js';
import { alertIcon, clockIcon, icon } from './icon.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A waiting time for people: `12m`, `19h`, `2d 4h`. Never less than a minute. */
export function ageText(format: Format, age: number): string {
  const step = age < HOUR ? MINUTE : HOUR;
  return format.duration(Math.max(MINUTE, age - (age % step)));
}

export interface Age {
  text: string;
  isLate: boolean;
}

/** How long something has waited at a moment, in milliseconds, and whether that is too long. */
export function ageOf(
  words: Words<{ shared: typeof shared }>,
  since: string,
  now: number,
  targetHours: number,
): Age {
  const waited = now - Date.parse(since);
  const age = ageText(words.format, waited);
  const isLate = waited > targetHours * HOUR;
  return { text: isLate ? words.say('shared.late', { age }) : age, isLate };
}

/** How long a submission waits. Being late is told by an icon and a word. */
export function ageChip({ text, isLate }: Age) {
  return html`<span class="chip ${isLate ? 'warning' : ''}"
    >${icon(isLate ? alertIcon : clockIcon, { size: 14 })}${text}</span
  >`;
}
