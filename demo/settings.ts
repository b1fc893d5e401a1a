import type { ScenarioName } from '../src/mocks/index.js';

/** How the line to the backend is: the bar's to choose. */
export type Line = 'normal' | 'slow' | 'failing' | 'offline' | 'losing';
/** Who sits in front of a page; `developer` pages and `reviewer` pages each have their own. */
export type Seat = 'developer' | 'reviewer';

/** What the elements speak; the portal around them stays English. */
export type Language = 'en-GB' | 'de' | 'es' | 'fr' | 'ja' | 'ar';

/** What the bar keeps from page to page. None of it is a secret. */
export interface Settings {
  scenario: ScenarioName;
  developer: string;
  reviewer: string;
  line: Line;
  scheme: 'auto' | 'light' | 'dark';
  theme: 'neutral' | 'dense' | 'soft';
  language: Language;
  direction: 'ltr' | 'rtl';
  isBarOpen: boolean;
}

const KEY = 'northbank-demo';

const defaults: Settings = {
  scenario: 'fresh',
  developer: 'joel',
  reviewer: 'mara',
  line: 'normal',
  scheme: 'auto',
  theme: 'neutral',
  language: 'en-GB',
  direction: 'ltr',
  isBarOpen: false,
};

export const settings: Settings = { ...defaults, ...read() };

/** Keeps a choice for the next page. */
export function choose(choice: Partial<Settings>): void {
  Object.assign(settings, choice);
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Without a storage the choice holds for this page.
  }
}

function read(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>;
  } catch {
    return {};
  }
}
