/** Dates, times, the ends of secrets, and values made at random are other ones each time. */
export const steady = (text: string): string =>
  text
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(/\b(client|secret|key|token)_(sandbox|production)_[0-9a-f]+/g, '{$1}')
    .replaceAll(/\b\d{1,2} [A-Z][a-z]{2,3} \d{4}(, \d\d:\d\d)?/g, '{date}')
    .replaceAll(/\b\d+[hm] \d+[ms]\b|\b\d:\d\d\b/g, '{time}')
    .replaceAll(/ends in [0-9a-f]{4}\b/g, 'ends in {hint}')
    .replaceAll(/\d+ ?[a-z]+ of overlap/g, '{time} of overlap')
    .trim();
