import { joined } from '../../i18n/words.js';
import type { CardModel } from './card-parts.js';
import { isRotated, isUnseen } from './lane-slice.js';

/** That a value never arrived, what still works, and the way on. */
export function lossText({ slice, words, loss, overlaps }: CardModel): string {
  const credential = slice.credential!;
  const { rotate, regenerate } = slice.capabilities!;
  const said = (isSaid: unknown, text: () => string) => (isSaid ? text() : '');
  if (!isRotated(credential)) {
    return joined([
      words.say('credentials.lostCreated'),
      loss ?? '',
      words.say(regenerate ? 'credentials.lostCreatedNext' : 'credentials.askProvider'),
    ]);
  }
  const old = overlaps.find(({ name }) => isUnseen(credential, name));
  return joined([
    words.say('credentials.lostRotated'),
    loss ?? '',
    old
      ? words.say('credentials.lostOverlap', {
          hint: old.hint,
          date: words.format.dateTime(old.validUntil!),
        })
      : words.say('credentials.lostAtOnce'),
    said(rotate, () =>
      words.say(old ? 'credentials.lostOverlapNext' : 'credentials.lostRotatedNext'),
    ),
    said(regenerate, () => words.say('credentials.lostRegenerateNext')),
    said(!rotate && !regenerate, () => words.say('credentials.askProvider')),
  ]);
}
