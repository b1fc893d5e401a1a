const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Seconds that people want an old secret to go on for while they move to the new one. */
const usual = [HOUR, DAY, 7 * DAY, 30 * DAY];

/** How long an old secret may go on, in seconds: not at all, the usual spans, and the host's limit. */
export const overlapChoices = (limit: number): number[] =>
  limit > 0 ? [0, ...usual.filter((span) => span < limit), limit] : [0];

/**
 * What was chosen, as far as it is among the choices. Where nobody chose: a day is enough to switch
 * over, and not long enough to be forgotten.
 */
export const chosenOverlap = (chosen: number | undefined, limit: number): number =>
  overlapChoices(limit).findLast((choice) => choice <= (chosen ?? DAY))!;
