import type { Phrase } from '../i18n/index.js';

/**
 * Phrases of one's own, by section and name: `{ stepper: { productionLater: 'Closed' } }`. The names
 * are those of `i18n/en`.
 */
export type Strings = Readonly<Record<string, Readonly<Record<string, Phrase>>>>;
