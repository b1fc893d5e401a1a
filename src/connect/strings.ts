import type { en } from '../i18n/en.js';
import type { Overrides, Section } from '../i18n/index.js';

/** In these a name may also be a code of the host's own, such as another kind of credentials. */
type WithCodes = 'activity' | 'credentialKinds' | 'errors' | 'fields';

/**
 * Phrases of one's own, by section and name: `{ stepper: { productionLater: 'Closed' } }`. The names
 * are those of `i18n/en`.
 */
export type Strings = Overrides<typeof en> & { readonly [S in WithCodes]?: Section };
